// A git repository on disk: its root, its commits by name, and what differs between two of them.
import { statSync } from 'node:fs'
import { UserError } from '../toolkit/user-error.ts'
import { git } from './run-git.ts'

export type Repository = {
  /** Absolute path of the work tree's root. */
  readonly root: string
  /** The commit that is checked out; undefined in a repository without commits. */
  readonly head: string | undefined
  /** URL of the remote `origin`, if there is one. */
  readonly origin: string | undefined
}

/**
 * Finds the repository around a directory, or undefined when there is none.
 * Throws a UserError for a directory that is not there and for a repository that git refuses to read.
 */
export async function findRepository(directory: string): Promise<Repository | undefined> {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError('There is no such directory.', { where: directory, next: 'name a directory that exists' })
  }
  const top = await git(directory, ['rev-parse', '--show-toplevel'], [0, 128])
  if (top.exitCode !== 0) {
    if (top.stderr.includes('not a git repository (or any')) return undefined
    throw new UserError(`git cannot read this repository: ${top.stderr.trim().split('\n')[0]}`, {
      where: directory,
      next: top.stderr.includes('safe.directory')
        ? `it belongs to another user: run \`git config --global --add safe.directory ${directory}\``
        : 'run `git status` there, and name the root of a clone with a work tree',
    })
  }
  const root = top.stdout.replace(/\n$/, '')
  const [head, origin] = await Promise.all([
    git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], [0, 1, 128]),
    git(root, ['config', '--get', 'remote.origin.url'], [0, 1, 128]),
  ])
  const text = (result: { readonly stdout: string; readonly exitCode: number }) =>
    result.exitCode === 0 && result.stdout.trim() !== '' ? result.stdout.trim() : undefined
  return { root, head: text(head), origin: text(origin) }
}

/** Full id of a commit by any name that git knows. Throws a UserError that says what to fetch when it is not there. */
export async function resolveCommit(repository: Repository, name: string): Promise<string> {
  // A name that starts with a dash would be an option to git.
  const found = name.startsWith('-')
    ? { stdout: '', exitCode: 1 }
    : await git(
        repository.root,
        ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`],
        [0, 1, 128],
      )
  const id = found.stdout.trim()
  if (found.exitCode === 0 && id !== '') return id
  const shallow = await git(repository.root, ['rev-parse', '--is-shallow-repository'], [0, 128])
  throw new UserError(`The commit ${JSON.stringify(name)} is not in this clone.`, {
    where: repository.root,
    next:
      shallow.stdout.trim() === 'true'
        ? 'the clone is shallow: check out with `fetch-depth: 0`, or run `git fetch --unshallow`'
        : `check the name, or run \`git fetch origin ${name}\``,
  })
}

/** Where two commits parted; the first of them when they have nothing in common. */
export async function mergeBase(repository: Repository, one: string, other: string): Promise<string> {
  const found = await git(repository.root, ['merge-base', one, other], [0, 1, 128])
  return found.exitCode === 0 ? found.stdout.trim() : one
}
