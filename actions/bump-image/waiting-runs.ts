// Requests of runs that wait behind this one in the concurrency group, read from their titles, which the workflow sets.

import type { BumpCall } from '../lib/bump/prepare.ts'
import { parseBumpRequest } from '../lib/contracts/bump-request.ts'
import { ownerAndName } from '../lib/github/api-address.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { errorMessage, UserError } from '../lib/toolkit/user-error.ts'
import { callFromRequest } from './calls.ts'

/** GitHub holds at most 100 pending runs of a concurrency group. */
const maxRuns = 100
/** More than this are not taken into one commit: it takes time, and their own runs come anyway. */
const maxTaken = 50
/** Events that only somebody with write access can cause. A run of another event is not a request. */
const events = ['repository_dispatch', 'workflow_dispatch'] as const

export type WaitingRuns = {
  readonly client: GitHubClient
  readonly repository: string
  /** Path of the workflow's file, `.github/workflows/bump-image.yml`. */
  readonly workflow: string
  /** Its runs on other branches are other programs. */
  readonly branch: string
  readonly ownRun: string | undefined
  readonly log: Logger
}

/**
 * The calls of waiting runs, the oldest first. What cannot be read is left to its own run, which comes anyway: this saves
 * time and is never needed.
 */
export async function waitingCalls({
  client,
  repository,
  workflow,
  branch,
  ownRun,
  log,
}: WaitingRuns): Promise<readonly BumpCall[]> {
  const fileName = workflow.split('/').at(-1) ?? workflow
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      { ...ownerAndName(repository), workflow_id: fileName, status: 'pending', branch, per_page: maxRuns },
      { purpose: `list the waiting runs of ${fileName}`, permission: 'actions: read' },
    )
    const waiting = data.workflow_runs.filter(
      (run) =>
        String(run.id) !== ownRun &&
        (run.path.split('@')[0] ?? '') === workflow &&
        events.some((event) => event === run.event),
    )
    const calls = waiting
      .sort((a, b) => Number(a.id) - Number(b.id))
      .flatMap((run) => callOf(run.display_title, Number(run.id), log))
      .slice(0, maxTaken)
    log.info(`${waiting.length} waiting, ${calls.length} of them looked at for this change`)
    return calls
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    log.warning(`The waiting runs are left to themselves: ${error.what}`)
    return []
  }
}

function callOf(title: string, run: number, log: Logger): BumpCall[] {
  const text = title.slice(Math.max(title.indexOf('{'), 0))
  const parsed = parseBumpRequest(text, 'request')
  if ('problems' in parsed) {
    log.debug(`run ${run} is left to itself: ${parsed.problems[0]?.message}`)
    return []
  }
  try {
    return [callFromRequest(parsed.request)]
  } catch (error) {
    log.debug(`run ${run} is left to itself: ${errorMessage(error)}`)
    return []
  }
}
