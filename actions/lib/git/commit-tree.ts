// The tree of a commit, straight from the object store: no checkout, no filters, no hooks.
import { openObjectStore } from './object-store.ts'
import type { Repository } from './repository.ts'
import { git } from './run-git.ts'
import { makeTree, type Tree, type TreeFile } from './tree.ts'

const modes: Readonly<Record<string, TreeFile['mode']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
}

/** Reads the tree of a commit (full id). Close it to end its git process. */
export async function openCommitTree(repository: Repository, commit: string): Promise<Tree> {
  const { stdout } = await git(repository.root, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit])
  const files = new Map<string, TreeFile>()
  for (const line of stdout.split('\0')) {
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    const [mode = '', , id = '', size = '0'] = line.slice(0, tab).split(/ +/)
    files.set(line.slice(tab + 1), { mode: modes[mode] ?? 'file', id, size: size === '-' ? 0 : Number(size) })
  }
  const store = openObjectStore(repository.root)
  const blob = (file: TreeFile) => store.blob(file.id as string)
  return makeTree(
    { id: commit, commit },
    files,
    {
      bytes: (_path, file) => blob(file),
      linkTarget: async (_path, file) => new TextDecoder().decode(await blob(file)),
    },
    store.close,
  )
}
