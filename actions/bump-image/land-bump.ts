// The change itself: planned anew on every head that it meets, landed by a commit or by a pull request.
import { bumpMessage } from '../lib/bump/commit-message.ts'
import { renderDiff } from '../lib/bump/diff.ts'
import { openBump } from '../lib/bump/open-bump.ts'
import { type BumpCall, type BumpServices, type PreparedBump, prepareBump } from '../lib/bump/prepare.ts'
import type { FileChange } from '../lib/bump/request.ts'
import type { Tree } from '../lib/git/tree.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { type LandOptions, land, type Prepared } from '../lib/github/land.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { pullRequestBody } from './pull-request-body.ts'

export type BumpJob = {
  readonly client: GitHubClient
  readonly repository: string
  readonly branch: string
  readonly calls: readonly BumpCall[]
  readonly services: (head: string) => BumpServices
  readonly localBlob: LandOptions<unknown>['localBlob']
  readonly deadlineMs: number
  readonly log: Logger
  readonly pullRequest: PullRequestOptions | undefined
}

export type PullRequestOptions = {
  readonly group: string
  readonly autoMerge: boolean
  readonly labels: readonly string[]
}

export type LandedBump = {
  readonly prepared: PreparedBump
  readonly diff: string
  readonly commit: { readonly id: string; readonly url: string; readonly verified: boolean } | undefined
  readonly attempts: number
  readonly pullRequest: { readonly number: number; readonly url: string; readonly note: string | undefined } | undefined
}

type Value = { readonly prepared: PreparedBump; readonly diff: string }

/** Plans on one tree, without writing. */
export async function planOn(
  tree: Tree,
  head: string,
  job: Pick<BumpJob, 'calls' | 'services' | 'repository' | 'branch'>,
): Promise<Value & { readonly files: readonly FileChange[] }> {
  const names = { repositories: [job.repository], revisions: ['HEAD', job.branch] }
  const opened = await openBump(tree, names, Date.now())
  if ('refusals' in opened) {
    const { refusals } = opened
    const calls = job.calls.map(() => ({
      outcome: 'refused' as const,
      sites: [],
      refusals,
      notes: [],
      bumps: [],
      requests: [],
    }))
    return { prepared: { calls, files: [] }, diff: '', files: [] }
  }
  const prepared = await prepareBump(job.calls, opened.context, job.services(head))
  return { prepared, diff: renderDiff(prepared.files), files: prepared.files }
}

async function prepare(tree: Tree, head: string, job: BumpJob): Promise<Prepared<Value>> {
  const { files, ...value } = await planOn(tree, head, job)
  if (files.length === 0) return { type: 'nothing', value }
  const changed = value.prepared.calls.filter(({ outcome }) => outcome === 'changed')
  const promotes = changed.every(({ requests }) => requests.every(({ promotedFrom }) => promotedFrom !== undefined))
  const { headline, body } = bumpMessage(
    changed.flatMap(({ bumps }) => bumps),
    promotes ? 'Promote' : 'Bump',
  )
  const additions = files.map(({ path, after }) => ({ path, bytes: after }))
  return { type: 'commit', headline, body, additions, value }
}

/** Lands what is not refused. Throws a UserError where GitHub refuses it, or the races do not end in time. */
export async function landBump(job: BumpJob): Promise<LandedBump> {
  const { client, repository, branch, log, deadlineMs, localBlob, pullRequest } = job
  const options = { client, repository, log, deadlineMs, ...(localBlob !== undefined && { localBlob }) }
  const prepareJob = (tree: Tree, head: string) => prepare(tree, head, job)
  if (pullRequest === undefined) {
    const landed = await land<Value>({ ...options, branch, prepare: prepareJob })
    const commit =
      landed.type === 'landed' ? { id: landed.commit, url: landed.url, verified: landed.verified } : undefined
    return { ...landed.value, commit, attempts: landed.attempts, pullRequest: undefined }
  }
  const { landByPullRequest } = await import('../lib/github/pull-request.ts')
  const proposed = await landByPullRequest<Value>({
    ...options,
    base: branch,
    branch: `seaworthy/bump/${pullRequest.group}`,
    prepare: prepareJob,
    // A person who declined a version declined it, whatever else the files have come to hold.
    fingerprint: ({ value }) =>
      JSON.stringify(value.prepared.calls.flatMap(({ bumps }) => bumps.map(({ image, version }) => [image, version]))),
    describe: ({ prepared, diff }) => pullRequestBody(prepared, diff, pullRequest.labels),
    ...(pullRequest.autoMerge && { autoMerge: 'squash' as const }),
  })
  return { ...proposed.value, ...landedProposal(proposed) }
}

type Proposed = Awaited<ReturnType<typeof import('../lib/github/pull-request.ts').landByPullRequest<Value>>>

function landedProposal(proposed: Proposed): Pick<LandedBump, 'commit' | 'attempts' | 'pullRequest'> {
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
