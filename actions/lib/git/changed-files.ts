// Which files differ between two trees.
import { compareTrees } from './changed-paths.ts'
import type { Tree } from './tree.ts'

/**
 * Paths of files that differ in content or mode, or that only one of the trees has; a file that was renamed is there under both names.
 * Sorted. Contents are read only where ids or sizes do not decide.
 */
export async function changedFiles(base: Tree, head: Tree): Promise<readonly string[]> {
  const differs = compareTrees(base, head)
  const changed: string[] = []
  for (const path of new Set([...base.files.keys(), ...head.files.keys()]))
    if (await differs([path])) changed.push(path)
  return changed.sort()
}
