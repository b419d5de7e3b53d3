// What a repository is: who sees it, and what its first branch is called.
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type RepositoryFacts = {
  readonly id: number
  /** As GitHub spells it. */
  readonly name: string
  readonly visibility: 'public' | 'private' | 'internal'
  readonly defaultBranch: string
  readonly isFork: boolean
  readonly isArchived: boolean
}

/** What is not told counts as public, so that nothing is shown too freely. Throws a GitHubError. */
export async function readRepository(client: GitHubClient, repository: string): Promise<RepositoryFacts> {
  const { data } = await client.request('GET /repos/{owner}/{repo}', ownerAndName(repository), {
    purpose: `look up the repository ${repository}`,
    permission: 'metadata: read',
  })
  return {
    id: Number(data.id),
    name: data.full_name,
    visibility: visibilityOf(data),
    defaultBranch: data.default_branch,
    isFork: data.fork,
    isArchived: data.archived,
  }
}

function visibilityOf(data: {
  readonly visibility?: string
  readonly private: boolean
}): RepositoryFacts['visibility'] {
  if (data.visibility === 'internal' || data.visibility === 'private') return data.visibility
  return data.visibility === undefined && data.private ? 'private' : 'public'
}
