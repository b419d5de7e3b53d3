// Edits of lock files: they decide which program is taken for a provider.
import { listed } from '../../../text/words.ts'
import type { LockedProvider } from '../../guards/guard.ts'
import { parentOf } from '../../roots/repository-path.ts'
import type { Allowed, GateProblem, GateRule } from '../gate-rule.ts'
import { type LockFile, lockFiles } from '../lock-file.ts'
import { fitsProvider } from '../provider-needs.ts'
import type { GateView } from '../view.ts'

export const lockEdited: GateRule = {
  id: 'terraform-lock-edited',
  check: async ({ head, base, allowed }) => {
    if (base === undefined) return []
    const now = new Map((await lockFiles(head)).map((lock) => [lock.file, lock]))
    const found: GateProblem[] = []
    for (const lock of now.values()) found.push(...hashProblems(lock))
    for (const old of await lockFiles(base)) {
      const lock = now.get(old.file)
      if (lock !== undefined) found.push(...entryProblems(old, lock, allowed))
      else if (isStillRoot(old.file, head)) {
        const message = `${old.file} is removed: nothing pins ${listed(old.providers.map(({ source }) => source))} any more. Restore it.`
        found.push({ message, at: { file: old.file }, value: 'removed' })
      }
    }
    return found
  },
}

/** A root that goes takes its lock file along. */
const isStillRoot = (file: string, { roots }: GateView) =>
  roots.some(({ folder, folders: [own] }) => parentOf(file) === folder && (own?.files.length ?? 0) > 0)

function hashProblems({ providers }: LockFile): readonly GateProblem[] {
  return providers.flatMap(({ source, version, hashes, at }) => {
    if (hashes.some((hash) => /^(h1|zh):\S+$/.test(hash))) return []
    const message = `The entry of ${source} ${version} has no hash, so that any program would be taken for it. Run “providers lock” again.`
    return [{ message, at, value: `unhashed ${source}` }]
  })
}

function entryProblems(old: LockFile, now: LockFile, { providers: patterns }: Allowed): readonly GateProblem[] {
  const before = new Map(old.providers.map((entry) => [entry.source, entry]))
  return now.providers.flatMap((entry) => {
    const was = before.get(entry.source)
    const added = entry.hashes.filter((hash) => was?.hashes.includes(hash) !== true)
    const isEdited =
      was === undefined || was.version !== entry.version || added.length > 0 || lostHashes(was, entry).length > 0
    if (!isEdited) return []
    if (patterns !== undefined && !patterns.some((pattern) => fitsProvider(pattern, entry.source.toLowerCase()))) {
      const message = `The change edits the entry of ${entry.source}, which is not one of the providers that may run. Take the edit back.`
      return [{ message, at: entry.at, value: `foreign ${entry.source} ${entry.version}` }]
    }
    return was?.version === entry.version ? sameVersionProblems(was, entry, added) : []
  })
}

const lostHashes = (was: LockedProvider, now: LockedProvider) => was.hashes.filter((hash) => !now.hashes.includes(hash))

/** A version that is published does not change: neither do its hashes. */
function sameVersionProblems(
  was: LockedProvider,
  now: LockedProvider,
  added: readonly string[],
): readonly GateProblem[] {
  const name = `${now.source} ${now.version}`
  const lost = lostHashes(was, now)
  if (lost.length > 0) {
    const change = added.length > 0 ? 'replaces hashes' : 'removes hashes'
    const message = `The change ${change} of ${name} (such as ${lost[0]}), and its version stays: another program would be taken for it. Restore them.`
    return [{ message, at: now.at, value: `lost ${name} ${lost.join(' ')}` }]
  }
  if (added.length === 0) return []
  const message = `The change adds hashes to ${name} (such as ${added[0]}), and its version stays. That is right only for further platforms: make sure that “providers lock” gives the same.`
  return [{ message, at: now.at, value: `added ${name} ${added.join(' ')}`, severity: 'warning' }]
}
