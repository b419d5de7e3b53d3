// What happened on a branch: its head, and the commits that touched a path.
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { wasRefused } from './github-error.ts'

export type Commit = {
  readonly id: string
  /** Its page on GitHub. */
  readonly url: string
  readonly message: string
  /** Login of the author on GitHub, else the name in the commit. */
  readonly author: string
  /** When it was committed, ISO 8601. */
  readonly date: string | undefined
}

const permission = 'contents: read'

/** The full id of the commit that a branch points to; undefined when there is no such branch. */
export async function findHead(client: GitHubClient, repository: string, branch: string): Promise<string | undefined> {
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/git/ref/{ref}',
      { ...ownerAndName(repository), ref: `heads/${branch}` },
      { purpose: `read the branch ${branch} of ${repository}`, permission },
    )
    return data.object.sha
  } catch (error) {
    if (wasRefused(error, 404)) return undefined
    throw error
  }
}

/** The same for a branch that must be there. Throws a UserError when it is not, or cannot be seen. */
export async function readHead(client: GitHubClient, repository: string, branch: string): Promise<string> {
  const head = await findHead(client, repository, branch)
  if (head !== undefined) return head
  throw new UserError(`there is no branch ${branch} in ${repository}, or the token cannot see it`, {
    next: `check both names; if they are right, the token needs \`${permission}\` there, and a workflow’s own token reaches no repository but its own`,
  })
}

/**
 * Commits that touched `path` (a file or a folder; '' for all), the newest first, at most `limit`.
 * @param from a branch or a commit id
 */
export async function commitsTouching(
  client: GitHubClient,
  repository: string,
  from: string,
  path: string,
  limit: number,
  until?: (id: string) => boolean,
): Promise<readonly Commit[]> {
  const commits = await client.paginate(
    'GET /repos/{owner}/{repo}/commits',
    { ...ownerAndName(repository), sha: from, ...(path !== '' && { path }) },
    {
      purpose: `read the history of ${path === '' ? from : path} in ${repository}`,
      permission,
      limit,
      ...(until !== undefined && { until: ({ sha }) => until(sha) }),
    },
  )
  return commits.map(({ sha, html_url, commit, author }) => ({
    id: sha,
    url: html_url,
    message: commit.message,
    author: author?.login ?? commit.author?.name ?? 'unknown',
    date: commit.committer?.date,
  }))
}
