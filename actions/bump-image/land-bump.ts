// The change itself: planned anew on every head that it meets, landed by a commit or by a pull request.

import { openBump } from '../lib/bump/open-bump.ts'
import type { BumpCall, BumpServices, PreparedBump } from '../lib/bump/prepare.ts'
import type { FileChange } from '../lib/bump/request.ts'
import { bumpMessage } from '../lib/bump/show/commit-message.ts'
import { renderDiff } from '../lib/bump/show/diff.ts'
import type { Tree } from '../lib/git/tree.ts'
import { shortId } from '../lib/github/api-address.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { type LandOptions, land, type Prepared } from '../lib/github/land.ts'
import { count, listed, oneLine } from '../lib/text/words.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import { prepareBatch } from './batch.ts'

export type BumpJob = {
  readonly client: GitHubClient
  readonly repository: string
  readonly branch: string
  /** Revisions by which Applications mean that branch: `HEAD` is the default one. */
  readonly revisions: readonly string[]
  /** The first is what this run was asked for; the others are of runs that wait behind it. */
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

/** What the change comes to on one head, and its diff. */
export type PlannedBump = { readonly prepared: PreparedBump; readonly diff: string }

/** Plans on one tree, without writing. */
export async function planOn(
  tree: Tree,
  head: string,
  job: Pick<BumpJob, 'calls' | 'services' | 'repository' | 'branch' | 'revisions' | 'pullRequest' | 'log'>,
): Promise<PlannedBump & { readonly files: readonly FileChange[] }> {
  const names = { repositories: [job.repository], revisions: job.revisions }
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
  const prepared = await prepareBatch(job.calls, opened.context, job.services(head))
  job.log.info(whatWasRead(tree, head, job, prepared))
  return { prepared, diff: renderDiff(prepared.files), files: prepared.files }
}

/** `read main at 1a2b3c4 (812 files): 2 places in 3 Applications of staging`, so that a run that changes nothing tells something too. */
function whatWasRead(tree: Tree, head: string, job: Pick<BumpJob, 'branch' | 'pullRequest'>, { calls }: PreparedBump) {
  const sites = calls[0]?.sites ?? []
  const applications = new Set(sites.flatMap((site) => site.applications))
  const environments = [...new Set(sites.flatMap((site) => site.environments))].sort()
  const from = job.pullRequest === undefined ? `${job.branch} at ` : ''
  const within = applications.size === 0 ? '' : ` in ${count(applications.size, 'Application')}`
  const of = environments.length === 0 ? '' : ` of ${listed(environments)}`
  const found = sites.length === 0 ? '' : `: ${count(sites.length, 'place')}${within}${of}`
  return oneLine(`read ${from}${shortId(head)} (${count(tree.files.size, 'file')})${found}`)
}

async function prepare(tree: Tree, head: string, job: BumpJob): Promise<Prepared<PlannedBump>> {
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
    const landed = await land<PlannedBump>({ ...options, branch, prepare: prepareJob })
    const commit =
      landed.type === 'landed' ? { id: landed.commit, url: landed.url, verified: landed.verified } : undefined
    return { ...landed.value, commit, attempts: landed.attempts, pullRequest: undefined }
  }
  const { proposeBump } = await import('./propose-bump.ts')
  return proposeBump({ ...options, base: branch, prepare: prepareJob }, pullRequest)
}
