// Pull requests of the past that a new one must not ignore: one that a person declined, one that can no longer be merged.
import type { Logger } from '../toolkit/logger.ts'
import type { GitHubClient } from './client.ts'
import type { GroupBranch } from './group-branches.ts'
import { changedFiles, closedBy, closePull, commentOn, fingerprintsOf, type Pull } from './pulls.ts'

export type Declined = { readonly number: number; readonly url: string; readonly branch: string; readonly by: string }

/** The last pull request of a group when a person closed it without merging, and it held this very change. */
export async function declinedPull(
  client: GitHubClient,
  repository: string,
  members: readonly GroupBranch[],
  fingerprint: string,
  log: Logger,
): Promise<Declined | undefined> {
  const pulls = members.flatMap(({ name, pulls }) => pulls.map((pull) => ({ ...pull, branch: name })))
  const last = pulls.sort((a, b) => b.number - a.number)[0]
  if (last === undefined || last.state === 'open' || last.isMerged) return undefined
  const isSame = fingerprintsOf(last).includes(fingerprint)
  if (!isSame && fingerprintsOf(last).length === 0) return undefined
  const { number, url, branch } = last
  const by = (await closedBy(client, repository, number)) ?? 'somebody'
  if (!isSame) {
    log.info(`#${number} was closed by ${by} without being merged; this change is another one`)
    return undefined
  }
  log.info(`#${number} with this very change was closed by ${by} without being merged; reopen it if it is wanted`)
  return { number, url, branch, by }
}

/**
 * Ends a pull request into which the base branch cannot be merged, in favour of a new one; leaves it open, with a comment, when
 * it changes files that the new one does not, for nobody but a person knows what to do with those.
 */
export async function supersede(
  client: GitHubClient,
  repository: string,
  { old, by, base }: { readonly old: Pull; readonly by: number; readonly base: string },
  log: Logger,
): Promise<void> {
  const [before, after] = await Promise.all([
    changedFiles(client, repository, old.number),
    changedFiles(client, repository, by),
  ])
  const kept = new Set(after)
  const missing = before.filter((path) => !kept.has(path))
  const conflict = `${base} can no longer be merged into this branch without a conflict.`
  if (missing.length === 0) {
    await closePull(client, repository, old, `${conflict} #${by} takes its place.`)
    log.info(`#${old.number} is closed; #${by} takes its place`)
    return
  }
  const named = missing.slice(0, 20).map((path) => `- \`${path.replaceAll('`', '')}\``)
  const more = missing.length > 20 ? [`- and ${missing.length - 20} more`] : []
  await commentOn(
    client,
    repository,
    old.number,
    [
      `${conflict} Newer changes go to #${by}, which does not have the changes of these files:`,
      '',
      ...named,
      ...more,
    ].join('\n'),
  )
  log.warning(`#${old.number} stays open: it conflicts with ${base}, and #${by} does not have all of its files`)
}
