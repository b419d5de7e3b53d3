// Whether a path differs between two trees, by the ids of blobs; asked path by path, since only what was read matters.
import type { Tree } from './tree.ts'
import { blobId } from './working-tree.ts'

/**
 * Returns a function that says whether any of the given paths differs in content, mode or existence. A path that ends
 * with `/` stands for the listing below that directory. Answers are remembered.
 */
export function compareTrees(base: Tree, head: Tree): (paths: Iterable<string>) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>()
  const differs = (path: string): Promise<boolean> => {
    const answer =
      known.get(path) ?? (path.endsWith('/') ? listingDiffers(base, head, path) : contentDiffers(base, head, path))
    known.set(path, answer)
    return answer
  }
  return async (paths) => {
    for (const path of paths) if (await differs(path)) return true
    return false
  }
}

async function listingDiffers(base: Tree, head: Tree, directory: string): Promise<boolean> {
  const [before, after] = [base.list(directory.slice(0, -1)), head.list(directory.slice(0, -1))]
  return before.length !== after.length || before.some((path, index) => path !== after[index])
}

async function contentDiffers(base: Tree, head: Tree, path: string): Promise<boolean> {
  const [before, after] = [base.files.get(path), head.files.get(path)]
  if (before === undefined || after === undefined) {
    // Neither a file: a directory, a path through a symlink, or nothing; its own files decide.
    if (before === undefined && after === undefined)
      return (await identity(base, path)) !== (await identity(head, path))
    return true
  }
  if (before.mode !== after.mode) return true
  if (before.id !== undefined && after.id !== undefined) return before.id !== after.id
  if (before.size !== after.size && before.mode !== 'symlink') return true
  return (await identity(base, path)) !== (await identity(head, path))
}

async function identity(tree: Tree, path: string): Promise<string> {
  const file = tree.files.get(path)
  // A working tree knows no ids of symlinks: both sides are compared by where they lead.
  if (file?.id !== undefined && file.mode !== 'symlink') return file.id
  const entry = await tree.read(path)
  if (entry.type === 'file') return blobId(entry.bytes)
  return entry.type === 'link' ? `link ${entry.target}` : entry.type
}
