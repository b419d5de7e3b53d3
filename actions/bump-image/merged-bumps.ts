// What a branch would bring: the bumps of its commits beyond its base, as their trailers tell them.
import { formatBumpTrailer, toldBumps } from '../lib/bump/build.ts'
import { bumpedEnvironments, type CommittedBump } from '../lib/bump/show/commit-message.ts'
import { ownerAndName, shortId } from '../lib/github/api-address.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { imageKey, isDigest, isTag, parseReference } from '../lib/images/reference.ts'

/** A bump without its places: all that a trailer tells. */
export type MergedBump = Pick<CommittedBump, 'image' | 'version' | 'build'> & {
  /** Empty where it was asked for by Applications or files. */
  readonly environments: readonly string[]
}

const pageSize = 100
/** Of 100 commits each. A pull request of more commits tells of the first thousand. */
const maxPages = 10

/** Bumps of the commits that `head` has and `base` has not, the oldest first. Throws a GitHubError. */
export async function bumpsBeyond(
  client: GitHubClient,
  repository: string,
  base: string,
  head: string,
): Promise<readonly MergedBump[]> {
  const bumps: MergedBump[] = []
  for (let page = 1; page <= maxPages; page += 1) {
    const { data } = await client.request(
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      { ...ownerAndName(repository), basehead: `${base}...${head}`, per_page: pageSize, page },
      { purpose: `read what ${shortId(head)} has beyond ${base} in ${repository}`, permission: 'contents: read' },
    )
    for (const { commit } of data.commits) {
      bumps.push(...toldBumps(commit.message).flatMap((value) => parseBump(value) ?? []))
    }
    if (data.commits.length < pageSize) break
  }
  return bumps
}

/**
 * Reads a trailer's value, strictly: whoever may write to the branch wrote it, and it becomes text of a pull request.
 * Undefined for what we would not have written.
 */
export function parseBump(value: string): MergedBump | undefined {
  const fields = new Map(
    value.split(' ').map((field) => {
      const sign = field.indexOf('=')
      return [field.slice(0, Math.max(sign, 0)), field.slice(sign + 1)] as const
    }),
  )
  const [image = '', tag, digest] = ['image', 'tag', 'digest'].map((key) => fields.get(key))
  if (parseReference(image)?.name !== image) return undefined
  if ((tag !== undefined && !isTag(tag)) || (digest !== undefined && !isDigest(digest))) return undefined
  if (tag === undefined && digest === undefined) return undefined
  const [repository = '', commit = '', run] = ['source', 'commit', 'run'].map((key) => fields.get(key))
  const isBuild = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40}$/.test(commit)
  const isRun = run !== undefined && /^\d{1,20}$/.test(run)
  const environments = (fields.get('environments') ?? '').split(',').filter((name) => /^[a-z0-9-]{1,63}$/.test(name))
  return {
    image,
    version: { ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) },
    build: isBuild ? { repository, commit, ...(isRun && { run }) } : undefined,
    environments,
  }
}

/** The value of the trailer of a bump, as its commit has it. */
export const formatBump = ({ image, version, build, environments }: MergedBump): string =>
  formatBumpTrailer(image, version, build, environments)

export const mergedBump = (bump: CommittedBump): MergedBump => ({ ...bump, environments: bumpedEnvironments(bump) })

/** What is left of bumps, given the oldest first: the newest of an image and environment wins, an older one keeps its others. */
export function standingBumps(bumps: readonly MergedBump[]): readonly MergedBump[] {
  const taken = new Set<string>()
  const standing: MergedBump[] = []
  for (const bump of bumps.toReversed()) {
    const keyOf = (environment: string) => `${imageKey(bump.image)} ${environment}`
    const environments = bump.environments.filter((name) => !taken.has(keyOf(name)))
    // Without environments nothing tells one place from another: only the newest of the image counts.
    const isScopeless = bump.environments.length === 0
    if (isScopeless ? taken.has(keyOf('')) : environments.length === 0) continue
    for (const name of isScopeless ? [''] : environments) taken.add(keyOf(name))
    standing.push({ ...bump, environments })
  }
  return standing.reverse()
}
