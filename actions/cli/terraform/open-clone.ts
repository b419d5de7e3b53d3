// The clone that somebody works in: its files as they are, and the commit that they are compared with.
import { openCommitTree } from '../../lib/git/commit-tree.ts'
import { findRepository, mergeBase, resolveCommit } from '../../lib/git/repository.ts'
import type { Tree } from '../../lib/git/tree.ts'
import { openWorkingTree } from '../../lib/git/working-tree.ts'
import { UserError } from '../../lib/toolkit/user-error.ts'

export type Clone = {
  /** Absolute path of the work tree. */
  readonly root: string
  readonly head: Tree
  readonly base?: { readonly tree: Tree; readonly commit: string }
  readonly close: () => Promise<void>
}

/**
 * Opens the clone around a folder.
 * @param base a revision. Compared is with the commit at which the branch left it, so that what others did there since is no
 * difference.
 * @throws UserError outside of a clone, and for a revision that is not in it
 */
export async function openClone(folder: string, base: string | undefined): Promise<Clone> {
  const repository = await findRepository(folder)
  if (repository === undefined) {
    throw new UserError('This is no clone of a repository.', {
      where: folder,
      next: 'go into one, or make one of this folder with `git init`',
    })
  }
  const named = base === undefined ? undefined : await resolveCommit(repository, base)
  const commit =
    named === undefined || repository.head === undefined ? named : await mergeBase(repository, named, repository.head)
  const tree = commit === undefined ? undefined : await openCommitTree(repository, commit)
  const head = await openWorkingTree(repository)
  return {
    root: repository.root,
    head,
    ...(tree !== undefined && commit !== undefined && { base: { tree, commit } }),
    close: async () => {
      await head.close()
      await tree?.close()
    },
  }
}
