// The working tree: what a commit of everything would hold, that is tracked files and new ones that are not ignored.
import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from './repository.ts'
import { git } from './run-git.ts'
import { makeTree, type Tree, type TreeFile } from './tree.ts'

/** Reads the working tree of a repository. */
export async function openWorkingTree(repository: Repository): Promise<Tree> {
  const { stdout } = await git(repository.root, [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ])
  return treeOnDisk(
    repository.root,
    stdout.split('\0').filter((path) => path !== ''),
  )
}

/** Directories that no GitOps tree is read from, where there is no git to say what belongs to it. */
const leftOut = new Set(['.git', 'node_modules', '.terraform'])

/** Reads a directory that is in no repository. */
export async function openDirectoryTree(root: string): Promise<Tree> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.split('/').some((part) => leftOut.has(part)))
  return treeOnDisk(root, paths)
}

/** Two readings of one directory are two trees: it may have changed in between. */
let readings = 0

async function treeOnDisk(root: string, paths: readonly string[]): Promise<Tree> {
  const files = new Map<string, TreeFile>()
  // In slices: one promise for each file of a large repository would cost more than the calls.
  for (let start = 0; start < paths.length; start += 256) {
    const slice = paths.slice(start, start + 256)
    const stats = await Promise.all(slice.map((path) => lstat(join(root, path)).catch(() => undefined)))
    for (const [index, path] of slice.entries()) {
      const stat = stats[index]
      if (stat === undefined) continue // deleted in the working tree
      if (stat.isSymbolicLink()) files.set(path, { mode: 'symlink', size: 0 })
      else if (stat.isFile()) files.set(path, { mode: stat.mode & 0o100 ? 'executable' : 'file', size: stat.size })
      else if (stat.isDirectory()) files.set(path, { mode: 'submodule', size: 0 })
    }
  }
  readings += 1
  return makeTree({ id: `working-tree:${root}:${readings}` }, files, {
    bytes: async (path) => new Uint8Array(await readFile(join(root, path))),
    linkTarget: (path) => readlink(join(root, path)),
  })
}

/** The id that git gives a blob of these bytes, so that the working tree can be compared with a commit. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
