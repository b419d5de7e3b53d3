// Which lock file a plan was made with.
import { createHash } from 'node:crypto'
import type { Tree } from '../../git/tree.ts'
import type { RootReading } from '../roots/files-of-root.ts'

/** SHA-256 of the lock file in hexadecimal; undefined where none is committed. */
export async function lockHashOf(tree: Tree, { lockFile }: RootReading): Promise<string | undefined> {
  if (lockFile === undefined) return undefined
  const entry = await tree.read(lockFile)
  const target = entry.type === 'link' ? await tree.read(entry.target) : entry
  return target.type === 'file' ? createHash('sha256').update(target.bytes).digest('hex') : undefined
}
