// A bump of the working tree: the same plan, written to disk.
import type { Settings } from '../contracts/settings.ts'
import { findRepository } from '../git/repository.ts'
import { openDirectoryTree, openWorkingTree } from '../git/working-tree.ts'
import { writeFiles } from '../git/write-files.ts'
import { identityOf } from '../verdict/identity.ts'
import { openBump } from './open-bump.ts'
import { planBump } from './plan.ts'
import type { BumpRequest } from './request.ts'
import { type BumpResult, resultOf } from './show/result.ts'

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
    const planned = resultOf(await planBump(asked, opened.context), dryRun)
    const result = { ...planned, notes: [...planned.notes, ...unproved(planned, opened.settings)] }
    if (!dryRun) await writeFiles(root, result.files)
    return result
  } finally {
    await tree.close()
  }
}

/** Signatures are judged by the action alone: here nobody asks a registry. */
function unproved({ sites }: BumpResult, { environments = {} }: Settings): readonly string[] {
  const names = [...new Set(sites.flatMap((site) => site.environments))]
  const demanding = names.filter((name) => environments[name]?.verify !== undefined)
  return demanding.length === 0
    ? []
    : [`Not verified: the settings demand it for ${demanding.join(', ')}, and only the bump-image action can do it`]
}
