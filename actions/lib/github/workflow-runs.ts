// Runs of workflows, with what a proof of where something comes from needs. https://docs.github.com/rest/actions/workflow-runs
import { ownerAndName, shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type WorkflowRun = {
  readonly id: number
  /** Of the last attempt, as are the status, the conclusion and `startedAt`. */
  readonly attempt: number
  readonly repository: string
  readonly repositoryId: number
  /** Where its commit is from: a fork's name for a fork's pull request, undefined when that is gone. */
  readonly headRepository?: string
  readonly headRepositoryId?: number
  /** File of the workflow, without the reference that GitHub may add. */
  readonly workflow: string
  /** For `pull_request` the head of the pull request, not the merge that was checked out. */
  readonly headSha: string
  readonly headBranch?: string
  readonly event: string
  readonly status: string
  readonly conclusion?: string
  /** RFC 3339. */
  readonly createdAt: string
  readonly startedAt: string
  readonly url: string
  /** Login of who caused the first attempt, and of who caused the last. */
  readonly actor?: string
  readonly triggeringActor?: string
  /** Only those that are open now, and none of forks: no proof of anything. https://github.com/github/docs/issues/22501 */
  readonly pullRequests: readonly number[]
}

const permission = 'actions: read'
const maxRuns = 200

/** Throws a GitHubError, also for a number that this repository has no run of. */
export async function readRun(client: GitHubClient, repository: string, run: number): Promise<WorkflowRun> {
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
    { ...ownerAndName(repository), run_id: run },
    { purpose: `read the run ${run} of ${repository}`, permission },
  )
  return runOf(data)
}

/** Runs of a workflow's file for a commit as their head, the newest first; all events unless one is named. Throws a GitHubError. */
export async function runsOfCommit(
  client: GitHubClient,
  wanted: { readonly repository: string; readonly workflow: string; readonly headSha: string; readonly event?: string },
): Promise<readonly WorkflowRun[]> {
  const { repository, workflow, headSha, event } = wanted
  const runs = await client.paginate(
    'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    {
      ...ownerAndName(repository),
      workflow_id: workflow.split('/').at(-1) ?? workflow,
      head_sha: headSha,
      ...(event !== undefined && { event }),
    },
    { purpose: `list the runs of ${workflow} for ${shortId(headSha)} in ${repository}`, permission, limit: maxRuns },
  )
  // GitHub goes by the file's name alone.
  return runs
    .map(runOf)
    .filter((run) => run.workflow === workflow && run.headSha === headSha)
    .sort((a, b) => b.id - a.id)
}

type Repository = { readonly id: number | bigint; readonly full_name: string } | null | undefined

type Shown = {
  readonly id: number | bigint
  readonly run_attempt?: number | undefined
  readonly repository: Repository
  readonly head_repository: Repository
  readonly path: string
  readonly head_sha: string
  readonly head_branch: string | null
  readonly event: string
  readonly status: string | null
  readonly conclusion: string | null
  readonly created_at: string
  readonly run_started_at?: string | undefined
  readonly html_url: string
  readonly actor?: { readonly login: string } | null | undefined
  readonly triggering_actor?: { readonly login: string } | null | undefined
  readonly pull_requests: readonly { readonly number: number }[] | null
}

function runOf(run: Shown): WorkflowRun {
  return {
    id: Number(run.id),
    attempt: run.run_attempt ?? 1,
    repository: run.repository?.full_name ?? '',
    repositoryId: Number(run.repository?.id ?? 0),
    ...(run.head_repository && { headRepository: run.head_repository.full_name }),
    ...(run.head_repository && { headRepositoryId: Number(run.head_repository.id) }),
    workflow: run.path.replace(/@.*$/s, ''),
    headSha: run.head_sha,
    ...(run.head_branch !== null && { headBranch: run.head_branch }),
    event: run.event,
    status: run.status ?? 'unknown',
    ...(run.conclusion !== null && { conclusion: run.conclusion }),
    createdAt: run.created_at,
    startedAt: run.run_started_at ?? run.created_at,
    url: run.html_url,
    ...(run.actor && { actor: run.actor.login }),
    ...(run.triggering_actor && { triggeringActor: run.triggering_actor.login }),
    pullRequests: (run.pull_requests ?? []).map(({ number }) => number),
  }
}
