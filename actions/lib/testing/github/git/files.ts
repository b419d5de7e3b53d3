// The `Files` of a test as changes to a tree.
import type { Files } from '../../temporary-repository.ts'
import type { BareRepository } from './bare-repository.ts'
import type { Change } from './edit-tree.ts'

/** Writes the contents and returns what stands where. */
export function changesOf(git: BareRepository, files: Files): ReadonlyMap<string, Change> {
  return new Map(
    Object.entries(files).map(([path, content]): [string, Change] => {
      if (content === null) return [path, null]
      if (typeof content === 'string') return [path, { mode: '100644', oid: git.writeBlob(Buffer.from(content)) }]
      if (content instanceof Uint8Array) return [path, { mode: '100644', oid: git.writeBlob(content) }]
      if ('symlink' in content) return [path, { mode: '120000', oid: git.writeBlob(Buffer.from(content.symlink)) }]
      return [path, { mode: '100755', oid: git.writeBlob(Buffer.from(content.executable)) }]
    }),
  )
}
