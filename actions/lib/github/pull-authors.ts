// Who wrote what a pull request brings, beside the one who opened it.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'

type Commit = {
  readonly author: { readonly login?: string } | null
  readonly committer: { readonly login?: string } | null
}

/** Who commits what is done on GitHub's own pages. */
const webFlow = 'web-flow'

/**
 * Logins of those who wrote or committed the commits of a pull request, each once; also of who only brought base into its branch.
 * As far as GitHub knows their addresses, which anybody may write into a commit: it keeps the honest from approving their own, and
 * “Require approval of the most recent reviewable push” keeps the others. Throws a GitHubError.
 */
export async function authorsOfPull(
  client: GitHubClient,
  repository: string,
  number: number,
): Promise<readonly string[]> {
  const commits = (await client.paginate(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
    { ...ownerAndName(repository), pull_number: number },
    { purpose: `read who wrote #${number} in ${repository}`, permission: 'pull-requests: read' },
  )) as readonly Commit[]
  const logins = commits.flatMap(({ author, committer }) => [author?.login, committer?.login])
  return [...new Set(logins.filter((login) => login !== undefined && login !== webFlow))] as readonly string[]
}
