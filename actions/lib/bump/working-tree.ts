// A bump of the working tree: the same plan, written to disk.
import { findRepository } from '../git/repository.ts'
import { openDirectoryTree, openWorkingTree } from '../git/working-tree.ts'
import { writeFiles } from '../git/write-files.ts'
import { identityOf } from '../verdict/identity.ts'
import { openBump } from './open-bump.ts'
import { planBump } from './plan.ts'
import type { BumpRequest } from './request.ts'
import { type BumpResult, resultOf } from './result.ts'

export type WorkingTreeBump = {
  /** Absolute. */
  readonly directory: string
  /** Paths of a request are relative to the root. */
  readonly requests: (root: string) => readonly BumpRequest[]
  readonly dryRun: boolean
}

/** Plans and writes. Throws a UserError for wrong use, and when a file changed while it was planned. */
export async function bumpWorkingTree({ directory, requests, dryRun }: WorkingTreeBump): Promise<BumpResult> {
  const repository = await findRepository(directory)
  const root = repository?.root ?? directory
  const asked = requests(root)
  const tree = repository === undefined ? await openDirectoryTree(root) : await openWorkingTree(repository)
  try {
    const names = await identityOf(repository, { repositories: [] }, {})
    const opened = await openBump(tree, names, Date.now())
    if ('refusals' in opened) return resultOf({ type: 'refused', refusals: opened.refusals }, dryRun)
    const result = resultOf(await planBump(asked, opened.context), dryRun)
    if (!dryRun) await writeFiles(root, result.files)
    return result
  } finally {
    await tree.close()
  }
}
