// Which pull request brought a commit to a branch, and what was there before.
import { ownerAndName, shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'

export type MergedPull = {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly author?: string
  /** The commit that was reviewed. */
  readonly headSha: string
  readonly headBranch: string
  /** `owner/name` of where its branch is; undefined when that is gone. */
  readonly headRepository?: string
  readonly baseBranch: string
  readonly mergeCommit: string
  readonly mergedAt: string
  readonly labels: readonly string[]
  /** What the base branch pointed to when it was merged; undefined where that cannot be told. */
  readonly baseSha?: string
}

const permission = 'pull-requests: read'
/** A page. A pull request of more commits that was merged by rebasing has no `baseSha`. */
const maxRebased = 100

type Listed = {
  readonly number: number
  readonly html_url: string
  readonly title: string
  readonly merged_at?: string | null
  readonly merge_commit_sha?: string | null
  readonly user: { readonly login: string } | null
  readonly labels: readonly { readonly name?: string }[]
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly full_name: string } | null }
  readonly base: { readonly ref: string; readonly repo: { readonly full_name: string } | null }
}

/**
 * The pull request that was merged into `base` with this very commit as the result: by a merge commit, squashed, or rebased.
 * Undefined for a commit that came another way, or in the middle of a rebased pull request. Throws a GitHubError.
 */
export async function mergedPullOf(
  client: GitHubClient,
  where: { readonly repository: string; readonly commit: string; readonly base: string },
): Promise<MergedPull | undefined> {
  const { repository, commit, base } = where
  const pulls = (await client.paginate(
    'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    { ...ownerAndName(repository), commit_sha: commit },
    { purpose: `find the pull request of ${shortId(commit)} in ${repository}`, permission, limit: 100 },
  )) as readonly Listed[]
  // Pull requests of forks into themselves are listed too.
  const found = pulls.find(
    (pull) =>
      typeof pull.merged_at === 'string' &&
      pull.merge_commit_sha === commit &&
      pull.base.ref === base &&
      pull.base.repo?.full_name.toLowerCase() === repository.toLowerCase(),
  )
  if (found === undefined) return undefined
  const baseSha = await baseAtMerge(client, repository, found.number, found.head.sha, commit)
  return {
    number: found.number,
    url: found.html_url,
    title: found.title,
    ...(found.user !== null && { author: found.user.login }),
    headSha: found.head.sha,
    headBranch: found.head.ref,
    ...(found.head.repo !== null && { headRepository: found.head.repo.full_name }),
    baseBranch: base,
    mergeCommit: commit,
    mergedAt: found.merged_at ?? '',
    labels: found.labels.flatMap(({ name }) => name ?? []),
    ...(baseSha !== undefined && { baseSha }),
  }
}

type Commit = {
  readonly sha: string
  readonly parents: readonly { readonly sha: string }[]
  readonly commit: { readonly message: string; readonly author: { readonly date?: string } | null }
}

/**
 * Read from the history, since the `base.sha` of a pull request is what it was when GitHub last looked, which may be long before.
 * The first parent, but where its commits were rebased: there it is the parent of the first of them.
 */
async function baseAtMerge(
  client: GitHubClient,
  repository: string,
  number: number,
  headSha: string,
  mergeCommit: string,
): Promise<string | undefined> {
  const history = await commitsFrom(client, repository, mergeCommit)
  const [merged] = history
  if (merged === undefined) return undefined
  if (merged.parents.length > 1) return merged.parents[0]?.sha
  const own = (await client.paginate(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
    { ...ownerAndName(repository), pull_number: number },
    { purpose: `read the commits of #${number} in ${repository}`, permission, limit: maxRebased + 1 },
  )) as readonly Commit[]
  if (own.length > maxRebased) return undefined
  const brought = history.slice(0, own.length).reverse()
  const isRebased =
    own.length > 1 &&
    own.at(-1)?.sha === headSha &&
    brought.every((commit, index) => commit.parents.length === 1 && isSame(commit, own[index]))
  return (isRebased ? brought[0] : merged)?.parents[0]?.sha
}

/** Rebased commits keep what their author said and when. */
const isSame = (one: Commit, other: Commit | undefined) =>
  one.commit.message.trimEnd() === other?.commit.message.trimEnd() &&
  one.commit.author?.date === other.commit.author?.date

async function commitsFrom(client: GitHubClient, repository: string, commit: string): Promise<readonly Commit[]> {
  return (await client.paginate(
    'GET /repos/{owner}/{repo}/commits',
    { ...ownerAndName(repository), sha: commit },
    {
      purpose: `read what came before ${shortId(commit)} in ${repository}`,
      permission: 'contents: read',
      limit: maxRebased,
    },
  )) as readonly Commit[]
}
