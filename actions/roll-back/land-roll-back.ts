// The change itself: planned anew on every head that it meets, landed by one commit.

import { openBump } from '../lib/bump/open-bump.ts'
import type { BumpServices } from '../lib/bump/prepare.ts'
import { planRollBack, type RollBackPlan, type RollBackRequest } from '../lib/bump/roll-back/roll-back.ts'
import { bumpMessage } from '../lib/bump/show/commit-message.ts'
import { renderDiff } from '../lib/bump/show/diff.ts'
import type { HoldOptions } from '../lib/bump/state/plan-hold.ts'
import type { Tree } from '../lib/git/tree.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { commitsTouching, readHead } from '../lib/github/history.ts'
import { type LandOptions, land, type Prepared } from '../lib/github/land.ts'
import { pastContents } from '../lib/github/past-contents.ts'
import { openRemoteTree } from '../lib/github/remote-tree.ts'
import { oneLine } from '../lib/text/words.ts'
import type { Logger } from '../lib/toolkit/logger.ts'

export type RollBackJob = {
  readonly client: GitHubClient
  readonly repository: string
  readonly branch: string
  /** Revisions by which Applications mean that branch: `HEAD` is the default one. */
  readonly revisions: readonly string[]
  readonly requests: readonly RollBackRequest[]
  readonly hold: HoldOptions | undefined
  readonly reason: string
  /** Asks the registry and proves images, as a bump does. */
  readonly services: (head: string) => BumpServices
  readonly localBlob: LandOptions<unknown>['localBlob']
  readonly deadlineMs: number
  readonly dryRun: boolean
  /** Milliseconds since 1970. */
  readonly now: number
  readonly log: Logger
}

export type LandedRollBack = {
  readonly plan: RollBackPlan
  readonly diff: string
  readonly commit: { readonly id: string; readonly url: string; readonly verified: boolean } | undefined
  readonly attempts: number
}

/** Commits of a file whose trailers are read. */
const historyLength = 100

type Value = Pick<LandedRollBack, 'plan' | 'diff'>

/** Lands the roll-back, or only plans it. Throws a UserError where GitHub refuses it, or the races do not end in time. */
export async function landRollBack(job: RollBackJob): Promise<LandedRollBack> {
  const { client, repository, branch, log, deadlineMs, localBlob } = job
  if (job.dryRun) {
    const head = await readHead(client, repository, branch)
    const value = await planOn(await openRemoteTree(client, repository, head, { localBlob }), head, job)
    return { ...value, commit: undefined, attempts: 0 }
  }
  const landed = await land<Value>({
    client,
    repository,
    branch,
    log,
    deadlineMs,
    ...(localBlob !== undefined && { localBlob }),
    prepare: (tree, head) => prepare(tree, head, job),
  })
  const commit =
    landed.type === 'landed' ? { id: landed.commit, url: landed.url, verified: landed.verified } : undefined
  return { ...landed.value, commit, attempts: landed.attempts }
}

async function planOn(tree: Tree, head: string, job: RollBackJob): Promise<Value> {
  const names = { repositories: [job.repository], revisions: job.revisions }
  const opened = await openBump(tree, names, job.now)
  if ('refusals' in opened) {
    return { plan: { rolledBack: [], files: [], refusals: opened.refusals, notes: [], holds: [] }, diff: '' }
  }
  const { client, repository } = job
  const plan = await planRollBack(job.requests, job.hold, opened.context, {
    ...job.services(head),
    past: (file) => pastContents(client, repository, head, file),
    messagesOf: async (file) =>
      (await commitsTouching(client, repository, head, file, historyLength)).map(({ message }) => message),
  })
  return { plan, diff: renderDiff(plan.files) }
}

async function prepare(tree: Tree, head: string, job: RollBackJob): Promise<Prepared<Value>> {
  const value = await planOn(tree, head, job)
  const { plan } = value
  if (plan.files.length === 0) return { type: 'nothing', value }
  const bumps = plan.rolledBack
    .filter(({ sites }) => sites.some((site) => site.changed))
    .map(({ image, to, sites }) => ({ image, version: to ?? {}, build: undefined, sites }))
  const additions = plan.files.map(({ path, after }) => ({ path, bytes: after }))
  const reason = `Reason: ${oneLine(job.reason)}`
  if (bumps.length === 0) {
    const names = [...new Set(plan.rolledBack.map(({ image }) => image.split('/').at(-1)))]
    return { type: 'commit', headline: `Hold ${names.join(', ')}`, body: reason, additions, value }
  }
  const { headline, body } = bumpMessage(bumps, 'Roll back')
  return { type: 'commit', headline, body: `${reason}\n\n${body}`, additions, value }
}
