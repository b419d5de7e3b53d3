// The two sides of a change, out of the checkout.
import { openCommitTree } from '../lib/git/commit-tree.ts'
import { findRepository, type Repository, resolveCommit } from '../lib/git/repository.ts'
import { git } from '../lib/git/run-git.ts'
import type { Tree } from '../lib/git/tree.ts'
import { openWorkingTree } from '../lib/git/working-tree.ts'
import { UserError } from '../lib/toolkit/user-error.ts'

export type Trees = {
  readonly repository: Repository
  /** What is checked out: that is what the tool reads. */
  readonly head: Tree
  readonly commit: string
  readonly base: Tree | undefined
  readonly close: () => Promise<void>
}

/**
 * Opens them.
 * @param base a revision; undefined, or forty zeros (a branch that is new), where there is none
 * @param pullHead of a pull request: GitHub checks out a merge of it, and what that merge stands on is a better base than the one
 * that the event names, which may be older
 * @throws UserError where the checkout is no repository, or the base is not in it
 */
export async function openTrees(folder: string, base: string | undefined, pullHead?: string): Promise<Trees> {
  const repository = await findRepository(folder)
  if (repository?.head === undefined) {
    throw new UserError('This is no checkout of a repository.', {
      where: folder,
      next: 'run `actions/checkout` with `fetch-depth: 0` before this step',
    })
  }
  const stands = pullHead === undefined ? undefined : await standsOn(repository, repository.head, pullHead)
  const named = base === undefined || /^0+$/.test(base) ? undefined : await resolveCommit(repository, base)
  const from = named === undefined ? undefined : (stands ?? named)
  const head = await openWorkingTree(repository)
  const baseTree = from === undefined ? undefined : await openCommitTree(repository, from)
  return {
    repository,
    head,
    commit: repository.head,
    base: baseTree,
    close: async () => {
      await head.close()
      await baseTree?.close()
    },
  }
}

/** The other parent of a merge of the pull request's head. */
async function standsOn(repository: Repository, commit: string, pullHead: string): Promise<string | undefined> {
  const { stdout } = await git(repository.root, ['rev-list', '--parents', '-n', '1', commit], [0, 128])
  const [, first, second, ...more] = stdout.trim().split(' ')
  return more.length === 0 && second === pullHead ? first : undefined
}
