// GraphQL: createCommitOnBranch, a commit that lands only where the branch is expected to stand.
import { followBranch } from '../closing.ts'
import { signedCommit } from '../commits.ts'
import { GraphQLRefusal } from '../errors.ts'
import { type Change, editTree, entryAt, isValidPath } from '../git/edit-tree.ts'
import { folderMode } from '../git/format.ts'
import { partsOfNodeId } from '../node-id.ts'
import type { Repository } from '../repository.ts'
import { visible, writable } from './access.ts'
import type { Context } from './answer.ts'
import { commitObject, refObject } from './objects.ts'
import { refuseProtected } from './refs.ts'

type Input = {
  readonly branch: {
    readonly id?: string | null
    readonly repositoryNameWithOwner?: string | null
    readonly branchName?: string | null
  }
  readonly expectedHeadOid: string
  readonly message: { readonly headline: string; readonly body?: string | null }
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null
    readonly deletions?: readonly { readonly path: string }[] | null
  } | null
  readonly clientMutationId?: string | null
}

export async function createCommitOnBranch({ input }: { readonly input: Input }, context: Context): Promise<object> {
  const { repository, branch } = target(input, context)
  writable(context, repository, 'contents')
  const ref = `refs/heads/${branch}`
  const head = (await repository.git.info(ref))?.oid
  if (head === undefined) throw new GraphQLRefusal('NOT_FOUND', 'Branch not found')
  if (head !== input.expectedHeadOid)
    throw new GraphQLRefusal(
      'STALE_DATA',
      `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`,
    )
  const parent = await repository.git.commit(head)
  if (parent === undefined) throw new Error(`${repository.fullName} lost its commit ${head}`)
  const { headline, body } = input.message
  const commit = signedCommit(context.viewer.login ?? '', context.emulator.now(), {
    tree: await editTree(repository.git, parent.tree, await changes(repository, head, parent.tree, input)),
    parents: [head],
    message: body === undefined || body === null || body === '' ? headline : `${headline}\n\n${body}`,
  })
  refuseProtected(repository, branch, true)
  const oid = repository.git.writeCommit(commit)
  const { done, ...lost } = await repository.git.updateRef(ref, oid, head)
  if (!done) {
    // Another writer landed after the check above: GitHub then says it in other words.
    const at = 'at' in lost ? lost.at : undefined
    throw new GraphQLRefusal('UNPROCESSABLE', `Ref ${ref} is at ${at ?? 'nothing'} but expected ${head}`)
  }
  await followBranch(context.emulator, repository, branch, context.viewer.login ?? '')
  return {
    clientMutationId: input.clientMutationId ?? null,
    commit: commitObject(context, repository, oid, commit),
    ref: refObject(context, repository, ref, oid),
  }
}

function target({ branch }: Input, context: Context): { readonly repository: Repository; readonly branch: string } {
  if (typeof branch.id === 'string') {
    const [fullName, ref] = partsOfNodeId('REF', branch.id) ?? []
    const name = /^refs\/heads\/(.+)$/.exec(String(ref))?.[1]
    const repository = context.emulator.repositories.get(String(fullName).toLowerCase())
    if (name === undefined || repository === undefined || !context.viewer.sees(repository))
      throw new GraphQLRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${branch.id}'`)
    return { repository, branch: name }
  }
  const { repositoryNameWithOwner, branchName } = branch
  if (typeof repositoryNameWithOwner !== 'string' || typeof branchName !== 'string')
    throw new GraphQLRefusal(
      'UNPROCESSABLE',
      'A branch must be given by its id, or by repositoryNameWithOwner and branchName',
    )
  return { repository: visible(context, repositoryNameWithOwner), branch: branchName.replace(/^refs\/heads\//, '') }
}

/** What is written is a plain file, whatever stood there: GitHub's input has no mode. */
async function changes(
  repository: Repository,
  head: string,
  tree: string,
  { fileChanges }: Input,
): Promise<ReadonlyMap<string, Change>> {
  const made = new Map<string, Change>()
  const put = (path: string, change: Change) => {
    if (!isValidPath(path)) throw new GraphQLRefusal('UNPROCESSABLE', `${JSON.stringify(path)} is not a valid path`)
    if (made.has(path)) throw new GraphQLRefusal('UNPROCESSABLE', `Path must be unique: ${path}`)
    made.set(path, change)
  }
  for (const { path } of fileChanges?.deletions ?? []) {
    const entry = await entryAt(repository.git, tree, path)
    if (entry === undefined || entry.mode === folderMode)
      throw new GraphQLRefusal(
        'NOT_FOUND',
        `A path was requested for deletion which does not exist as of commit oid \`${head}\``,
      )
    put(path, null)
  }
  for (const { path, contents } of fileChanges?.additions ?? []) {
    if (
      (await entryAt(repository.git, tree, path))?.mode === folderMode ||
      (await isBelowFile(repository, tree, path, made))
    )
      throw new GraphQLRefusal(
        'UNPROCESSABLE',
        'A file exists where you’re trying to create a subdirectory. Choose a new path and try again.',
      )
    put(path, { mode: '100644', oid: repository.git.writeBlob(Buffer.from(contents, 'base64')) })
  }
  return made
}

async function isBelowFile(
  { git }: Repository,
  tree: string,
  path: string,
  made: ReadonlyMap<string, Change>,
): Promise<boolean> {
  const parts = path.split('/')
  for (let length = 1; length < parts.length; length += 1) {
    const above = parts.slice(0, length).join('/')
    const entry = made.get(above) === null ? undefined : await entryAt(git, tree, above)
    if (entry !== undefined && entry.mode !== folderMode) return true
  }
  return false
}
