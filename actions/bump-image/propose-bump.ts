// The change as a pull request of its group, and what is told of it afterwards.
import type { LandOptions } from '../lib/github/land.ts'
import { landByPullRequest, type Proposed } from '../lib/github/pull-request.ts'
import { completeDescription } from './complete-description.ts'
import { checkGroup } from './group-name.ts'
import type { LandedBump, PlannedBump, PullRequestOptions } from './land-bump.ts'
import { bumpsBeyond, type MergedBump } from './merged-bumps.ts'
import { pullRequestBody } from './pull-request-body.ts'

type Value = PlannedBump & { readonly earlier: readonly MergedBump[] }

/** Throws a UserError as `landByPullRequest` does, and for a group that cannot be part of a branch's name. */
export async function proposeBump(
  options: Omit<LandOptions<PlannedBump>, 'branch'> & { readonly base: string },
  { group, autoMerge, labels }: PullRequestOptions,
): Promise<LandedBump> {
  checkGroup(group)
  const { client, repository, base } = options
  const beyond = new Map<string, Promise<readonly MergedBump[]>>()
  const proposed = await landByPullRequest<Value>({
    ...options,
    branch: `seaworthy/bump/${group}`,
    prepare: async (tree, head) => {
      const prepared = await options.prepare(tree, head)
      if (prepared.type === 'nothing') return { type: 'nothing', value: { ...prepared.value, earlier: [] } }
      const known = beyond.get(head) ?? bumpsBeyond(client, repository, base, head)
      beyond.set(head, known)
      return { ...prepared, value: { ...prepared.value, earlier: await known } }
    },
    // A person who declined a version declined it, whatever else the files have come to hold.
    fingerprint: ({ value }) =>
      JSON.stringify(value.prepared.calls.flatMap(({ bumps }) => bumps.map(({ image, version }) => [image, version]))),
    describe: ({ prepared, diff, earlier }) => ({ ...pullRequestBody(prepared, diff, earlier), labels }),
    ...(autoMerge && { autoMerge: 'squash' as const }),
  })
  if ('attempts' in proposed) {
    const { branch, number, commit } = proposed
    await completeDescription(client, repository, { base, branch, number, commit })
  }
  const { prepared, diff } = proposed.value
  return { prepared, diff, ...whatLanded(proposed) }
}

function whatLanded(proposed: Proposed<Value>): Pick<LandedBump, 'commit' | 'attempts' | 'pullRequest'> {
  if (proposed.type === 'nothing') return { commit: undefined, attempts: 1, pullRequest: undefined }
  const { number, url } = proposed
  if (proposed.type === 'declined') {
    const note = `#${number} with this very change was closed by ${proposed.by} without merging; it is not opened again. Open it by hand if it is wanted after all`
    return { commit: undefined, attempts: 1, pullRequest: { number, url, note } }
  }
  if (proposed.type === 'emptied') {
    return {
      commit: undefined,
      attempts: 1,
      pullRequest: { number, url, note: `#${number} had nothing left and is closed` },
    }
  }
  const { commit, verified = false, attempts, autoMerge } = proposed
  const landed = commit === undefined ? undefined : { id: commit, url: `${url}/commits/${commit}`, verified }
  const note = autoMerge !== undefined && 'reason' in autoMerge ? String(autoMerge.reason) : undefined
  return { commit: landed, attempts, pullRequest: { number, url, note } }
}
