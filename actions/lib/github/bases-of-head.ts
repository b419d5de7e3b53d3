// Which branches a commit was asked to be merged into. A run of `pull_request` takes its workflow from the merge with the base, and
// says nothing of that base: whoever may write can make one with a workflow of their own, for a commit of somebody's pull request.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type BasesOfHead = {
  /** Pull requests whose head is that commit, from that branch; those that are closed too. */
  readonly pulls: readonly { readonly number: number; readonly base: string }[]
  /** RFC 3339: when the base of one of them was changed, by a person or since its branch was merged. */
  readonly changedAt: readonly string[]
}

type Listed = {
  readonly number: number
  readonly head: { readonly sha: string }
  readonly base: { readonly ref: string }
}

const permission = 'pull-requests: read'

/** Throws a GitHubError. */
export async function basesOfHead(
  client: GitHubClient,
  where: { readonly repository: string; readonly branch: string; readonly headSha: string },
): Promise<BasesOfHead> {
  const { repository, branch, headSha } = where
  const { owner, repo } = ownerAndName(repository)
  const listed = (await client.paginate(
    'GET /repos/{owner}/{repo}/pulls',
    { owner, repo, head: `${owner}:${branch}`, state: 'all' },
    { purpose: `read the pull requests from ${branch} in ${repository}`, permission, limit: 1000 },
  )) as readonly Listed[]
  const pulls = listed.filter(({ head }) => head.sha === headSha)
  const changedAt: string[] = []
  for (const { number } of pulls) {
    const events = (await client.paginate(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
      { owner, repo, issue_number: number },
      { purpose: `read what happened to #${number} in ${repository}`, permission },
    )) as readonly { readonly event: string; readonly created_at: string }[]
    const changes = events.filter(({ event }) => /^(base_ref_changed|automatic_base_change_succeeded)$/.test(event))
    changedAt.push(...changes.map(({ created_at: at }) => at))
  }
  return { pulls: pulls.map(({ number, base }) => ({ number, base: base.ref })), changedAt }
}
