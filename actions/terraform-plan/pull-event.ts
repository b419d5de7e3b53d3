// The pull request that a run is about, as its event tells it.
import { readFileSync } from 'node:fs'
import { UserError } from '../lib/toolkit/user-error.ts'

export type PullEvent = {
  readonly number: number
  readonly headSha: string
  /** What its base branch pointed to when the event was made. */
  readonly baseSha?: string
  /** owner/name; undefined for a fork that is gone. */
  readonly headRepository: string | undefined
  readonly author: string | undefined
}

/** Reads the event's file; undefined where the run is not about a pull request. */
export function pullEvent(environment: NodeJS.ProcessEnv): PullEvent | undefined {
  const file = environment.GITHUB_EVENT_PATH
  if (!file) return undefined
  const { pull_request: pull } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly pull_request?: {
      readonly number: number
      readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null }
      readonly base?: { readonly sha?: string }
      readonly user: { readonly login: string } | null
    }
  }
  return pull === undefined
    ? undefined
    : {
        number: pull.number,
        headSha: pull.head.sha,
        ...(pull.base?.sha !== undefined && { baseSha: pull.base.sha }),
        headRepository: pull.head.repo?.full_name,
        author: pull.user?.login,
      }
}

/** Whether the change is somebody else's repository's: nothing of it is started. */
export const isFromFork = (pull: PullEvent | undefined, repository: string | undefined): boolean =>
  pull !== undefined && pull.headRepository?.toLowerCase() !== repository?.toLowerCase()

/** Events whose payload says whose change is checked out, or that nobody outside can start. */
const knownEvents = [
  'pull_request',
  'pull_request_target',
  'push',
  'merge_group',
  'schedule',
  'workflow_dispatch',
  'workflow_call',
  'repository_dispatch',
]

/** Throws a UserError for an event such as `issue_comment`, with which a workflow may have checked out anybody's change. */
export function requireKnownEvent(event: string | undefined): void {
  if (event === undefined || event === '' || knownEvents.includes(event)) return
  throw new UserError(`A run of ${event} does not say whose change it plans.`, {
    where: 'GITHUB_EVENT_NAME',
    next: 'plan on pull_request; what a fork brings is planned when it is in a branch of this repository',
  })
}
