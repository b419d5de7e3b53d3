// What makes two changes the same: by it a change that a person has declined is known again.
import { createHash } from 'node:crypto'
import { blobId } from './blobs.ts'
import type { PreparedCommit } from './land.ts'

/** 16 hexadecimal digits of what `identify` says, by default of all paths with their contents. */
export function fingerprintOf<V>(
  prepared: PreparedCommit<V>,
  identify: (prepared: PreparedCommit<V>) => string = contentOf,
): string {
  return createHash('sha256').update(identify(prepared)).digest('hex').slice(0, 16)
}

function contentOf<V>({ additions, deletions = [] }: PreparedCommit<V>): string {
  const added = additions.map(({ path, bytes }) => `${path}\0${blobId(bytes)}`)
  const deleted = deletions.map((path) => `${path}\0`)
  return [...added, ...deleted].sort().join('\0\0')
}
