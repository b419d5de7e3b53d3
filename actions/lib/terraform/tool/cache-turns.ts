// The folder of fetched providers is shared by the roots, and neither tool promises that two `init` may write to it at once:
// a provider that is being unpacked there by one is taken for whole by the other.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PreparedRoot } from './prepared-root.ts'

type Turns = {
  /** Ends when everything that was asked for until now has ended. */
  tail: Promise<unknown>
  /** Ends when the last one that may write has ended. */
  lastWriter: Promise<unknown>
  /** Lock files whose providers are all there. */
  readonly complete: Set<string>
}

/** Of this process, by cache folder. Give a folder to one process at a time. */
const turnsOf = new Map<string, Turns>()

/**
 * Runs `work` alone, among all that share the root's cache folder, where it may have to fetch a provider; beside others where
 * the same lock file was seen to work before, for then it only reads. Without a cache folder at once.
 */
export async function inCacheTurn<T extends { readonly exitCode: number | undefined }>(
  prepared: PreparedRoot,
  lockFile: boolean,
  work: () => Promise<T>,
): Promise<T> {
  if (prepared.cacheFolder === undefined) return work()
  const turns = turnsOf.get(prepared.cacheFolder) ?? {
    tail: Promise.resolve(),
    lastWriter: Promise.resolve(),
    complete: new Set(),
  }
  turnsOf.set(prepared.cacheFolder, turns)
  const key = lockFile
    ? `${prepared.root.tool}\n${readFileSync(join(prepared.folder, '.terraform.lock.hcl'), 'utf8')}`
    : undefined
  const reads = key !== undefined && turns.complete.has(key)
  const before = reads ? turns.lastWriter : turns.tail
  const turn = before.then(work)
  const settled = turn.then(
    (result) => {
      if (key !== undefined && result.exitCode === 0) turns.complete.add(key)
    },
    () => {},
  )
  turns.tail = Promise.all([turns.tail, settled])
  if (!reads) turns.lastWriter = settled
  return turn
}
