// Pull requests of the past that a new one must not ignore: one that a person declined, one that can no longer be merged.
import type { Logger } from '../toolkit/logger.ts'
import type { GitHubClient } from './client.ts'
import type { GroupBranch } from './group-branches.ts'
import { changedFiles, closedBy, closePull, commentOn, fingerprintsOf } from './pulls.ts'
import { viewerLogin } from './viewer.ts'

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
  const by = await closedBy(client, repository, last.number)
  if (by !== undefined && by === (await viewerLogin(client))) return undefined
  const { number, url, branch } = last
  const who = by ?? 'somebody'
  if (fingerprintsOf(last).includes(fingerprint)) {
    log.info(`#${number} with this change was closed by ${who} without being merged; reopen it if the change is wanted`)
    return { number, url, branch, by: who }
  }
  log.info(`#${number} was closed by ${who} without being merged; this change is another one`)
  return undefined
}

/**
 * Ends a pull request into which the base branch cannot be merged, in favour of a new one; leaves it open, with a comment, when
 * it changes files that the new one does not, for nobody but a person knows what to do with those.
 */
export async function supersede(
  client: GitHubClient,
  repository: string,
  { old, by, base }: { readonly old: number; readonly by: number; readonly base: string },
  log: Logger,
): Promise<void> {
  const [before, after] = await Promise.all([
    changedFiles(client, repository, old),
    changedFiles(client, repository, by),
  ])
  const kept = new Set(after)
  const missing = before.filter((path) => !kept.has(path))
  const conflict = `${base} can no longer be merged into this branch without a conflict.`
  if (missing.length === 0) {
    await closePull(client, repository, old, `${conflict} #${by} takes its place.`)
    log.info(`#${old} is closed; #${by} takes its place`)
    return
  }
  const named = missing.slice(0, 20).map((path) => `- \`${path.replaceAll('`', '')}\``)
  const more = missing.length > 20 ? [`- and ${missing.length - 20} more`] : []
  await commentOn(
    client,
    repository,
    old,
    [
      `${conflict} Newer changes go to #${by}, which does not have the changes of these files:`,
      '',
      ...named,
      ...more,
    ].join('\n'),
  )
  log.warning(`#${old} stays open: it conflicts with ${base}, and #${by} does not have all of its files`)
}
