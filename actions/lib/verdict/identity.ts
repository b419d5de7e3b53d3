// What counts as this repository and as the branch under judgement.
import type { Repository } from '../git/repository.ts'
import { git } from '../git/run-git.ts'
import type { JudgeOptions } from './judge.ts'
import type { Identity } from './render-application.ts'
import type { VerdictSettings } from './settings.ts'

/**
 * Collects the names: `repository` of the settings, else the remote `origin` and what the caller knows; `HEAD`, the branch
 * that is checked out, the default branch of `origin`, and the branches that the caller names.
 */
export async function identityOf(
  repository: Repository | undefined,
  settings: Pick<VerdictSettings, 'repositories'>,
  options: Pick<JudgeOptions, 'repositoryNames' | 'branches'>,
): Promise<Identity> {
  const known = [...(repository?.origin === undefined ? [] : [repository.origin]), ...(options.repositoryNames ?? [])]
  return {
    repositories: settings.repositories.length > 0 ? settings.repositories : known,
    revisions: [...new Set(['HEAD', ...(await branches(repository)), ...(options.branches ?? [])])],
  }
}

async function branches(repository: Repository | undefined): Promise<readonly string[]> {
  if (repository === undefined) return ['main', 'master']
  const [current, remote] = await Promise.all([
    git(repository.root, ['symbolic-ref', '--quiet', '--short', 'HEAD'], [0, 1, 128]),
    git(repository.root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'], [0, 1, 128]),
  ])
  const fallback = remote.stdout.trim() === '' ? ['main', 'master'] : []
  const names = [current.stdout.trim(), remote.stdout.trim().replace(/^origin\//, ''), repository.head ?? ''].filter(
    (name) => name !== '',
  )
  return [...names, ...fallback]
}
