// One hash over the files that decide what a root does, so that it can be told whether they are still the same.
import { createHash } from 'node:crypto'
import type { Tree } from '../../git/tree.ts'
import { UserError } from '../../toolkit/user-error.ts'

/**
 * SHA-256 over path, mode and content of each file, in hexadecimal; equal for equal files in any order. Every field is written
 * with its length, so that no content can pass for another file. A symlink counts with its target and what stands there. A file
 * that is not there counts as such. Throws a UserError for what cannot be read (a link out of the repository, a submodule).
 */
export async function filesHash(tree: Tree, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  const field = (bytes: Uint8Array) => {
    const length = Buffer.alloc(8)
    length.writeBigUInt64BE(BigInt(bytes.length))
    hash.update(length).update(bytes)
  }
  const text = (value: string) => field(Buffer.from(value, 'utf8'))
  text('seaworthy files v1')
  const write = async (path: string) => {
    const entry = await tree.read(path)
    text(path)
    if (entry.type === 'file') {
      text(tree.files.get(path)?.mode ?? 'file')
      field(entry.bytes)
      return
    }
    text(entry.type)
    if (entry.type === 'refused') throw new UserError(`${path} cannot be read: ${entry.reason}.`, { where: path })
    if (entry.type !== 'link') return
    text(entry.target)
    // A folder's files are listed, each by itself, by whoever says which files decide.
    if (tree.files.has(entry.target)) await write(entry.target)
  }
  const sorted = [...new Set(paths)].sort()
  for (const path of sorted) await write(path)
  return hash.digest('hex')
}
