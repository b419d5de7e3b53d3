// One repository as the emulator holds it: git on disk, plain data beside it, and what a test may do with both.
import { join } from 'node:path'
import type { Files } from '../temporary-repository.ts'
import { type BareRepository, createBareRepository } from './git/bare-repository.ts'
import { editTree, entryAt } from './git/edit-tree.ts'
import { changesOf } from './git/files.ts'
import type { Identity } from './git/format.ts'
import { landMergeQueue } from './merging.ts'
import { emptyState, type RepositoryState } from './state.ts'
import type { BranchRules, EmulatedRepository, RepositorySettings } from './types.ts'

export type Repository = {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly fullName: string
  /** GitHub does not tell cases apart in names. */
  readonly key: string
  readonly git: BareRepository
  readonly settings: RepositorySettings
  readonly state: RepositoryState
  readonly createdAt: Date
  readonly forTests: EmulatedRepository
  /** What happens just before a reference is moved the next time. */
  readonly beforeNextMove: (() => Promise<unknown>)[]
}

const somebodyElse: Omit<Identity, 'date'> = { name: 'Somebody Else', email: 'somebody.else@example.com' }

/** The first commit's time, so that the same files give the same commit on every run. */
const firstCommitAt = new Date('2026-01-01T00:00:00Z')

export async function createRepository(
  folder: string,
  fullName: string,
  id: number,
  files: Files,
  now: () => Date,
): Promise<Repository> {
  const [owner = '', name = '', ...more] = fullName.split('/')
  if (owner === '' || name === '' || more.length > 0)
    throw new Error(`${fullName} is no name of a repository: owner/name`)
  const beforeNextMove: Repository['beforeNextMove'] = []
  const bare = await createBareRepository(join(folder, `${id}.git`), 'main')
  const git: BareRepository = {
    ...bare,
    updateRef: async (...move) => {
      for (const happen of beforeNextMove.splice(0)) await happen()
      return bare.updateRef(...move)
    },
  }
  const settings: RepositorySettings = {
    private: true,
    internal: false,
    archived: false,
    defaultBranch: 'main',
    allowAutoMerge: false,
    allowMergeCommit: true,
    allowSquashMerge: true,
    allowRebaseMerge: true,
    deleteBranchOnMerge: false,
    allowActionsToCreatePullRequests: false,
    treeLimit: 100_000,
    blobTextLimit: 512_000,
  }
  const state = emptyState()

  const commitFiles = async (message: string, changes: Files, parent: string | undefined, at: Date) => {
    const base = parent === undefined ? undefined : (await git.commit(parent))?.tree
    const person = { ...somebodyElse, date: at }
    return git.writeCommit({
      tree: await editTree(git, base, changesOf(git, changes)),
      parents: parent === undefined ? [] : [parent],
      author: person,
      committer: person,
      message,
    })
  }
  const first = await commitFiles('First commit', files, undefined, firstCommitAt)
  await git.updateRef('refs/heads/main', first, undefined)

  const oidOf = async (text: string) => {
    for (const candidate of [text, `refs/heads/${text}`]) {
      const found = /^([0-9a-f]{40}|refs\/.+)$/.test(candidate) ? await git.info(`${candidate}^{commit}`) : undefined
      if (found !== undefined) return found.oid
    }
    throw new Error(`${fullName} has no ${text}`)
  }
  const forTests: EmulatedRepository = {
    ...state,
    path: git.path,
    settings,
    git: async (...args) => (await git.git(args)).trim(),
    head: (branch = settings.defaultBranch) => oidOf(`refs/heads/${branch}`),
    file: async (path, ref = settings.defaultBranch) => {
      const commit = await git.commit(await oidOf(ref))
      const entry = commit === undefined ? undefined : await entryAt(git, commit.tree, path)
      const content = entry === undefined ? undefined : await git.blob(entry.oid)
      if (content === undefined) throw new Error(`${fullName} has no file ${path} at ${ref}`)
      return content.toString('utf8')
    },
    commit: async (message, changes, branch = settings.defaultBranch) => {
      // Somebody else pushes again when they lose a race, as people do.
      for (;;) {
        const head = (await git.info(`refs/heads/${branch}`))?.oid
        const parent = head ?? (await git.info(`refs/heads/${settings.defaultBranch}`))?.oid
        const oid = await commitFiles(message, changes, parent, now())
        const { done } = await git.updateRef(`refs/heads/${branch}`, oid, head)
        if (done) return oid
      }
    },
    landMergeQueue: () => landMergeQueue({ now }, repository),
    protect: (branch: string, rules: BranchRules) => {
      state.protections.set(branch, rules)
    },
  }
  const repository: Repository = {
    id,
    owner,
    name,
    fullName,
    key: fullName.toLowerCase(),
    git,
    settings,
    state,
    createdAt: firstCommitAt,
    forTests,
    beforeNextMove,
  }
  return repository
}
