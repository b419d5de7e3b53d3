// How two commits stand to each other.
import { errorMessage, UserError } from '../toolkit/user-error.ts'
import { ownerAndName } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { wasRefused } from './github-error.ts'

export type Comparison =
  | {
      /** `ahead`: head has everything of base and more; `behind`: the other way round; `diverged`: each has its own commits. */
      readonly type: 'identical' | 'ahead' | 'behind' | 'diverged'
      /** Commits that head has and base has not, and the other way round. */
      readonly aheadBy: number
      readonly behindBy: number
      /** Whether merging head into base would change a file; only what GitHub lists, which is all of up to 300. */
      readonly changesFiles: boolean
    }
  /** One of them is not there, not to be seen, or they have no common history. */
  | { readonly type: 'unknown'; readonly reason: string }

/** @param base and `head` are commit ids, branches or tags of the same repository */
export async function compareCommits(
  client: GitHubClient,
  repository: string,
  base: string,
  head: string,
): Promise<Comparison> {
  try {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      { ...ownerAndName(repository), basehead: `${base}...${head}`, per_page: 1 },
      { purpose: `compare ${base} with ${head} in ${repository}`, permission: 'contents: read' },
    )
    const { status, ahead_by: aheadBy, behind_by: behindBy } = data
    return { type: status, aheadBy, behindBy, changesFiles: (data.files?.length ?? 0) > 0 }
  } catch (error) {
    if (!wasRefused(error, 404, 403, 422)) throw error
    return { type: 'unknown', reason: error instanceof UserError ? error.what : errorMessage(error) }
  }
}
