// Who let a run into the environments that it waited for. https://docs.github.com/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type RunApproval = {
  readonly by: string
  readonly state: 'approved' | 'rejected' | 'pending'
  readonly environments: readonly string[]
  readonly comment: string
}

/** GitHub tells no times here. Throws a GitHubError. */
export async function listRunApprovals(
  client: GitHubClient,
  repository: string,
  run: number,
): Promise<readonly RunApproval[]> {
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals',
    { ...ownerAndName(repository), run_id: run },
    { purpose: `read who approved the run ${run} of ${repository}`, permission: 'actions: read' },
  )
  return data.map(({ user, state, environments, comment }) => ({
    by: user.login,
    state,
    environments: environments.flatMap(({ name }) => name ?? []),
    comment,
  }))
}
