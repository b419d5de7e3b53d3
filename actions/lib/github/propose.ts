// One change on one branch, and the pull request that shows it.
import { requestAutoMerge } from './auto-merge.ts'
import { compareCommits } from './compare.ts'
import { fingerprintOf } from './fingerprint.ts'
import { GitHubError } from './github-error.ts'
import { type Landed, land, type PreparedCommit } from './land.ts'
import type { Proposed, ProposeOptions } from './pull-request.ts'
import { addLabels, closePull, describePull, fingerprintsOf, openPull, type Pull, pullText } from './pulls.ts'

/** Where a change goes: the branch of an open pull request, or one that has none yet. */
export type Target<V> =
  | { readonly branch: string; readonly pull: Pull }
  | { readonly branch: string; readonly pull?: undefined; readonly first: PreparedCommit<V> }

/** Lands the change on the branch, then opens the pull request or brings its text up to date. */
export async function proposeOn<V>(options: ProposeOptions<V>, target: Target<V>): Promise<Proposed<V>> {
  const { client, repository, base } = options
  let last = target.pull === undefined ? target.first : undefined
  const landed = await land<V>({
    ...options,
    branch: target.branch,
    prepare: async (tree, head) => {
      const prepared = await options.prepare(tree, head)
      if (prepared.type === 'commit') last = prepared
      return prepared
    },
  })
  if (target.pull === undefined) return opened(options, target.branch, landed, last ?? target.first)
  const { number, url } = target.pull
  const where = { number, url, branch: target.branch }
  if (landed.type === 'landed') {
    const comparison = await compareCommits(client, repository, base, target.branch)
    if (comparison.type !== 'unknown' && !comparison.changesFiles) {
      await closePull(
        client,
        repository,
        target.pull,
        `With the last change, nothing is left that ${base} does not have.`,
      )
      return { ...where, type: 'emptied', value: landed.value }
    }
    if (last !== undefined) await describe(options, target.pull, last)
  }
  return finished(options, where, landed.type === 'landed' ? 'updated' : 'unchanged', landed)
}

async function opened<V>(
  options: ProposeOptions<V>,
  branch: string,
  landed: Landed<V>,
  last: PreparedCommit<V>,
): Promise<Proposed<V>> {
  const { client, repository, base } = options
  const text = pullText(options.describe(last.value), [fingerprintOf(last, options.fingerprint)])
  const result = await openPull(client, repository, { branch, base }, text)
  if (result === undefined) return { type: 'nothing', value: landed.value }
  const { pull, isNew } = result
  if (!isNew) await describe(options, pull, last)
  return finished(options, { number: pull.number, url: pull.url, branch }, isNew ? 'opened' : 'updated', landed)
}

async function describe<V>(options: ProposeOptions<V>, pull: Pull, last: PreparedCommit<V>): Promise<void> {
  const fingerprint = fingerprintOf(last, options.fingerprint)
  const all = [...fingerprintsOf(pull).filter((known) => known !== fingerprint), fingerprint]
  await describePull(options.client, options.repository, pull, pullText(options.describe(last.value), all))
}

/** Labels and auto-merge: what is asked for on top, for which the pull request is not given up. */
async function finished<V>(
  options: ProposeOptions<V>,
  where: { readonly number: number; readonly url: string; readonly branch: string },
  type: 'opened' | 'updated' | 'unchanged',
  landed: Landed<V>,
): Promise<Proposed<V>> {
  const { client, repository, base, log, autoMerge: method } = options
  const { number } = where
  log.info(`pull request #${number} is ${type}: ${where.url}`)
  if (type !== 'unchanged') {
    const { labels = [] } = options.describe(landed.value)
    await orWarning(options, () => addLabels(client, repository, number, labels))
  }
  const autoMerge =
    method === undefined
      ? undefined
      : await orWarning(options, () => requestAutoMerge(client, { repository, number, base, method }))
  if (autoMerge?.type === 'refused') log.warning(`#${number} is not merged by itself: ${autoMerge.reason}`)
  return {
    ...where,
    type,
    commit: landed.type === 'landed' ? landed.commit : undefined,
    verified: landed.type === 'landed' ? landed.verified : undefined,
    attempts: landed.attempts,
    autoMerge,
    supersedes: undefined,
    value: landed.value,
  }
}

async function orWarning<T, V>({ log }: ProposeOptions<V>, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    log.warning(error.message)
    return undefined
  }
}
