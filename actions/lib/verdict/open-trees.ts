// The trees of a verdict: the one that is judged, and the one that it is compared with.
import { resolve } from 'node:path'
import { openCommitTree } from '../git/commit-tree.ts'
import { findRepository, type Repository, resolveCommit } from '../git/repository.ts'
import type { Tree } from '../git/tree.ts'
import { openDirectoryTree, openWorkingTree } from '../git/working-tree.ts'
import { UserError } from '../toolkit/user-error.ts'
import type { JudgeOptions } from './judge.ts'

export type OpenedTrees = {
  readonly directory: string
  /** Absent: the directory is in no git work tree. */
  readonly repository: Repository | undefined
  readonly head: Tree
  readonly base: Tree | undefined
}

/** Opens head and base. Throws a UserError for a directory or a commit that is not there. */
export async function openTrees(options: JudgeOptions): Promise<OpenedTrees> {
  const directory = resolve(options.repository)
  const repository = await findRepository(directory)
  const head = await openHead(directory, repository, options)
  try {
    return { directory, repository, head, base: await openBase(repository, options) }
  } catch (error) {
    await head.close()
    throw error
  }
}

async function openHead(directory: string, repository: Repository | undefined, options: JudgeOptions): Promise<Tree> {
  if (repository === undefined) {
    const flag = options.base !== undefined ? 'base' : options.head !== undefined ? 'head' : undefined
    if (flag !== undefined) {
      throw new UserError(`There is no git repository, so there is no commit to take as ${flag}.`, {
        where: directory,
        next: `leave ${flag} out, or run inside a clone`,
      })
    }
    return openDirectoryTree(directory)
  }
  if (options.head === undefined) return openWorkingTree(repository)
  return openCommitTree(repository, await resolveCommit(repository, options.head))
}

async function openBase(repository: Repository | undefined, options: JudgeOptions): Promise<Tree | undefined> {
  if (options.base === undefined || repository === undefined) return undefined
  return openCommitTree(repository, await resolveCommit(repository, options.base))
}

const kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/

/** How much there will be to render, before anything was read. A wrong guess costs a seventh of the time, no more. */
export function workloadOf(tree: Tree): 'short' | 'long' {
  let [kustomizations, manifests] = [0, 0]
  for (const path of tree.files.keys()) {
    if (kustomizationName.test(path)) kustomizations += 1
    if (/\.ya?ml$/.test(path)) manifests += 1
  }
  return kustomizations > 30 || manifests > 1_000 ? 'long' : 'short'
}
