// Which pull requests a push brought.

import type { Repository } from '../lib/git/repository.ts'
import { git } from '../lib/git/run-git.ts'
import type { GitHubClient } from '../lib/github/client.ts'
import { authorsOfPull } from '../lib/github/pull-authors.ts'
import { type MergedPull, mergedPullOf } from '../lib/github/pulls-of-commit.ts'
import { UserError } from '../lib/toolkit/user-error.ts'

export type Merged = MergedPull & { readonly authors: readonly string[] }

/** A merge queue brings a few at once; a branch that is new would bring all of its history. */
const maxCommits = 100

/**
 * The pull requests that were merged between two commits of a branch, the newest first. Throws a UserError where there are more
 * commits between them than are looked at.
 */
export async function mergedPulls(
  client: GitHubClient,
  local: Repository,
  where: { readonly repository: string; readonly branch: string; readonly from: string; readonly to: string },
): Promise<readonly Merged[]> {
  const { repository, branch, from, to } = where
  const range = ['rev-list', '--first-parent', `--max-count=${maxCommits + 1}`, to, `^${from}`]
  const commits = (await git(local.root, range)).stdout.split('\n').filter((line) => line !== '')
  if (commits.length > maxCommits) {
    throw new UserError(`${from.slice(0, 7)} is more than ${maxCommits} commits behind ${to.slice(0, 7)}.`, {
      where: 'input base',
      next: 'name what is to be applied as `roots`, in a dispatch: it is planned anew and waits for an approval',
    })
  }
  const found: Merged[] = []
  for (const commit of commits) {
    const pull = await mergedPullOf(client, { repository, commit, base: branch })
    if (pull === undefined) continue
    const authors = await authorsOfPull(client, repository, pull.number)
    found.push({ ...pull, authors: [...(pull.author === undefined ? [] : [pull.author]), ...authors] })
  }
  return found
}
