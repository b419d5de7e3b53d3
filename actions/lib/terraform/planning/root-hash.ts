// One hash over all that decides what a root does: its files, and what the settings say of it, which stands in none of them.
import { createHash } from 'node:crypto'
import type { Tree } from '../../git/tree.ts'
import { filesHash } from '../envelope/files-hash.ts'
import type { RootReading } from '../roots/files-of-root.ts'
import type { Root } from '../roots/root.ts'

/** SHA-256 in hexadecimal. Throws a UserError for a file that cannot be read. */
export async function rootHash(tree: Tree, { files }: RootReading, root: Root): Promise<string> {
  const { path, tool, version, workspace, varFiles, backendConfig, environment, carry } = root
  const said = [path, tool, version?.value ?? '', workspace ?? '', varFiles, backendConfig, environment ?? '', carry]
  return createHash('sha256')
    .update(await filesHash(tree, files))
    .update(JSON.stringify(said))
    .digest('hex')
}
