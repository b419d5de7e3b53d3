// Lands a change on a branch that others write to as well: made anew for every head, committed once, never forced.
import { randomBytes } from 'node:crypto'
import { oneLine } from '../text/words.ts'
import type { Logger } from '../toolkit/logger.ts'
import { shortId } from './api-address.ts'
import type { LocalBlob } from './blobs.ts'
import { effectiveChanges } from './changes.ts'
import type { GitHubClient } from './client.ts'
import { type Addition, type CommitResult, commitOnBranch, isVerified } from './commit.ts'
import { type Commit, commitsTouching, readHead } from './history.ts'
import { afterAttempt, maybeLanded, tooLate } from './land-words.ts'
import { openRemoteTree, type RemoteTree } from './remote-tree.ts'
import { appendTrailers, trailerValues } from './trailers.ts'

/** Names the change in the message of its commit, so that a commit whose answer was lost is found again. */
export const changeTrailer = 'Seaworthy-Change'

export type PreparedCommit<V> = {
  readonly type: 'commit'
  /** One line. */
  readonly headline: string
  /** May end with trailers. */
  readonly body: string
  readonly additions: readonly Addition[]
  readonly deletions?: readonly string[]
  readonly value: V
}

export type Prepared<V> =
  | PreparedCommit<V>
  /** The tree has it already. */
  | { readonly type: 'nothing'; readonly value: V }

export type LandOptions<V> = {
  readonly client: GitHubClient
  /** `owner/name` */
  readonly repository: string
  readonly branch: string
  /** Makes the change for the files of a head (a full commit id); called again for every head that it meets. Its errors end it. */
  readonly prepare: (tree: RemoteTree, head: string) => Promise<Prepared<V>>
  readonly log: Logger
  /** How long it may try, in milliseconds; five minutes. */
  readonly deadlineMs?: number
  /** For example the object store of a checkout. */
  readonly localBlob?: LocalBlob
}

export type Landed<V> =
  | {
      readonly type: 'landed'
      readonly commit: string
      readonly url: string
      /** Whether GitHub shows the commit as verified. */
      readonly verified: boolean
      readonly attempts: number
      readonly value: V
    }
  | { readonly type: 'nothing'; readonly attempts: number; readonly value: V }

export const landDeadlineMs = 5 * 60_000
const firstWaitMs = 200
const longestWaitMs = 15_000
/** What GitHub may still be doing when the answer is lost. */
const settleMs = 1000

/** An attempt of which nobody knows whether it was written. It can be only while the branch stands at its `head`. */
type Doubt<V> = { readonly head: string; readonly value: V }

/**
 * Reads the head, lets `prepare` make the change for it, commits it if the branch is still there, else begins again. Throws a
 * UserError at the deadline, and at once for what will not change: a protected branch, a missing permission, a file that the
 * API cannot write. Nothing is half written then, the same change is never written twice, and where GitHub's silence leaves
 * open whether it was written, the error says so.
 */
export async function land<V>(options: LandOptions<V>): Promise<Landed<V>> {
  const { repository, branch, log, localBlob, deadlineMs = landDeadlineMs } = options
  const { now, sleep, random } = options.client.clock
  const until = now() + deadlineMs
  const client = options.client.before(until)
  const change = randomBytes(10).toString('hex')
  const outcomes: Exclude<CommitResult, { type: 'committed' }>[] = []
  let doubt: Doubt<V> | undefined

  const attempt = async (head: string, attempts: number): Promise<Landed<V> | undefined> => {
    const tree = await openRemoteTree(client, repository, head, { localBlob })
    const prepared = await options.prepare(tree, head)
    const { value } = prepared
    if (prepared.type === 'nothing') return { type: 'nothing', attempts, value }
    const changes = effectiveChanges(tree, { additions: prepared.additions, deletions: prepared.deletions ?? [] })
    if (changes.additions.length + changes.deletions.length === 0) return { type: 'nothing', attempts, value }
    const message = messageOf(prepared, change)
    const result = await commitOnBranch(client, { repository, branch, expectedHead: head, ...message, ...changes })
    if (result.type === 'committed') {
      log.info(`attempt ${attempts}: landed on ${branch} as ${shortId(result.commit)}`)
      return { ...result, type: 'landed', attempts, value }
    }
    if (result.type === 'unknown') doubt = { head, value }
    outcomes.push(result)
    return undefined
  }

  try {
    let head = await readHead(client, repository, branch)
    for (let attempts = 1; ; attempts += 1) {
      const landed = await attempt(head, attempts)
      if (landed !== undefined) return landed

      const waitMs = waitAfter(outcomes, random())
      const isLate = now() + waitMs > until
      if (isLate && doubt === undefined) break
      await sleep(isLate ? settleMs : waitMs)
      const before = head
      head = await readHead(isLate ? options.client : client, repository, branch)
      if (!isLate)
        log.info(`attempt ${attempts}: ${afterAttempt({ outcome: outcomes.at(-1), branch, before, head, waitMs })}`)
      if (doubt !== undefined && doubt.head !== head) {
        const commit = await findChange(options.client, repository, { from: head, to: doubt.head }, change)
        if (commit !== undefined) {
          log.info(`attempt ${attempts}: it had landed as ${shortId(commit.id)} all the same; not written again`)
          const verified = await isVerified(options.client, repository, commit.id)
          return { type: 'landed', commit: commit.id, url: commit.url, verified, attempts, value: doubt.value }
        }
        doubt = undefined
      }
      if (isLate) break
    }
  } catch (error) {
    throw doubt === undefined
      ? error
      : maybeLanded(error, { repository, branch, trailer: `${changeTrailer}: ${change}` })
  }
  const late = await tooLate(options.client, { repository, branch, deadlineMs, outcomes })
  throw doubt === undefined ? late : maybeLanded(late, { repository, branch, trailer: `${changeTrailer}: ${change}` })
}

/** Full jitter, growing with the number of lost races; the first time almost nothing. */
function waitAfter(outcomes: readonly CommitResult[], random: number): number {
  const last = outcomes.at(-1)
  const contention = Math.min(longestWaitMs, firstWaitMs * 2 ** (outcomes.length - 1))
  const asked = last?.type === 'limited' ? last.waitMs : last?.type === 'unknown' ? settleMs : 0
  return Math.ceil(asked + random * contention)
}

function messageOf(
  { headline, body }: { readonly headline: string; readonly body: string },
  change: string,
): { readonly headline: string; readonly body: string } {
  const first = oneLine(headline).trim()
  const whole = appendTrailers(`${first}\n\n${body.trim()}`, [{ key: changeTrailer, value: change }])
  return { headline: first, body: whole.slice(first.length).trim() }
}

/** The commit of this change among those that came after `to`. A branch that was rewritten meanwhile is read to a limit. */
async function findChange(
  client: GitHubClient,
  repository: string,
  { from, to }: { readonly from: string; readonly to: string },
  change: string,
): Promise<Commit | undefined> {
  const commits = await commitsTouching(client, repository, from, '', 1000, (id) => id === to)
  return commits.find(({ message }) => trailerValues(message, changeTrailer).includes(change))
}
