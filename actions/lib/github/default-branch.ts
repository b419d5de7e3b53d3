// The branch that GitHub shows first.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'

/** Throws a GitHubError when the repository is not there or cannot be seen. */
export async function defaultBranch(client: GitHubClient, repository: string): Promise<string> {
  const { data } = await client.request('GET /repos/{owner}/{repo}', ownerAndName(repository), {
    purpose: `look up the default branch of ${repository}`,
    permission: 'metadata: read',
  })
  return data.default_branch
}
