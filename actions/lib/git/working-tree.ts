// The working tree: what a commit of everything would hold, that is tracked files and new ones that are not ignored.
import { createHash } from 'node:crypto'
import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../toolkit/user-error.ts'
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
const maxFiles = 200_000

/** Reads a directory that is in no repository. */
export async function openDirectoryTree(root: string): Promise<Tree> {
  const paths: string[] = []
  const pending = ['']
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    // A directory that may not be read holds nothing that could be judged.
    for (const entry of await readdir(join(root, directory), { withFileTypes: true }).catch(() => [])) {
      if (leftOut.has(entry.name)) continue
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`
      if (entry.isDirectory()) pending.push(path)
      else paths.push(path)
    }
    if (paths.length > maxFiles) {
      throw new UserError(`There are more than ${maxFiles} files below this directory, which is no git repository.`, {
        where: root,
        next: 'name a smaller directory, or run inside a clone',
      })
    }
  }
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
      else if (stat.isDirectory()) files.set(path.replace(/\/$/, ''), { mode: 'submodule', size: 0 })
    }
  }
  // The index may still list files of a directory in whose place a symlink now stands: git counts them as deleted.
  for (const path of files.keys()) if (isBelowLink(path, files)) files.delete(path)
  readings += 1
  return makeTree({ id: `working-tree:${root}:${readings}` }, files, {
    bytes: async (path) => new Uint8Array(await readFile(join(root, path))),
    linkTarget: (path) => readlink(join(root, path)),
  })
}

function isBelowLink(path: string, files: ReadonlyMap<string, TreeFile>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (files.get(path.slice(0, end))?.mode === 'symlink') return true
  }
  return false
}

/** The id that git gives a blob of these bytes, so that the working tree can be compared with a commit. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
