// Who put a label on an issue or a pull request, who took it off, and when.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type LabelEvent = {
  readonly type: 'labeled' | 'unlabeled'
  readonly label: string
  /** Undefined for an account that is gone. */
  readonly by?: string
  /** RFC 3339. */
  readonly at: string
}

type Shown = {
  readonly event: string
  readonly actor?: { readonly login: string } | null
  readonly created_at: string
  readonly label?: { readonly name: string }
}

/** All of them, the oldest first. Throws a GitHubError. */
export async function listLabelEvents(
  client: GitHubClient,
  repository: string,
  issue: number,
): Promise<readonly LabelEvent[]> {
  const events = (await client.paginate(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
    { ...ownerAndName(repository), issue_number: issue },
    { purpose: `read who labelled #${issue} in ${repository}`, permission: 'pull-requests: read' },
  )) as readonly Shown[]
  return events.flatMap(({ event, actor, created_at: at, label }) =>
    (event === 'labeled' || event === 'unlabeled') && label !== undefined
      ? [{ type: event, label: label.name, at, ...(actor && { by: actor.login }) }]
      : [],
  )
}
