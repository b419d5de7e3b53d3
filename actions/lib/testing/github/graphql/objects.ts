// GraphQL: what git has, as GitHub's types. A field that is a function is worked out when it is asked for.
import { dateText, isSignedByGitHub, resolveCommit, verificationOf } from '../commits.ts'
import { differences, type FileDifference } from '../git/differences.ts'
import { entryAt } from '../git/edit-tree.ts'
import { type CommitContent, folderMode, type Identity, type TreeEntry } from '../git/format.ts'
import { nodeId } from '../node-id.ts'
import { isApp, loginOf } from '../people.ts'
import type { Repository } from '../repository.ts'
import { htmlOf } from '../rest/render-commit.ts'
import { actor } from './actor.ts'
import type { Context } from './answer.ts'
import { connection, type PageArguments } from './connection.ts'
import { repositoryObject } from './repository-object.ts'

const abbreviated = (oid: string) => oid.slice(0, 7)

/** The object of an id, or undefined. */
export async function objectAt(context: Context, repository: Repository, oid: string): Promise<object | undefined> {
  const found = await repository.git.info(oid)
  if (found?.type === 'commit') return commitAt(context, repository, oid)
  if (found?.type === 'blob') return blobObject(context, repository, oid)
  if (found?.type === 'tree') return treeObject(context, repository, oid)
  return undefined
}

/** What git's notation `NAME` or `NAME:PATH` stands for, as `Repository.object(expression:)` takes it. */
export async function objectOf(
  context: Context,
  repository: Repository,
  expression: string,
): Promise<object | undefined> {
  const colon = expression.indexOf(':')
  const name = colon === -1 ? expression : expression.slice(0, colon)
  if (colon === -1 && /^[0-9a-f]{40}$/.test(name)) return objectAt(context, repository, name)
  const commit = await resolveCommit(repository, name)
  const content = commit === undefined ? undefined : await repository.git.commit(commit)
  if (commit === undefined || content === undefined) return undefined
  if (colon === -1) return commitObject(context, repository, commit, content)
  const entry = await entryAt(repository.git, content.tree, expression.slice(colon + 1))
  return entry === undefined ? undefined : objectAt(context, repository, entry.oid)
}

export async function commitAt(context: Context, repository: Repository, oid: string): Promise<object> {
  const commit = await repository.git.commit(oid)
  if (commit === undefined) throw new Error(`${repository.fullName} lost its commit ${oid}`)
  return commitObject(context, repository, oid, commit)
}

const shared = (context: Context, repository: Repository, kind: string, oid: string) => ({
  id: nodeId(kind, repository.fullName, oid),
  oid,
  abbreviatedOid: abbreviated(oid),
  commitResourcePath: `/${repository.fullName}/commit/${oid}`,
  commitUrl: `${htmlOf(context.emulator.url, repository)}/commit/${oid}`,
  repository: () => repositoryObject(context, repository),
})

export function commitObject(context: Context, repository: Repository, oid: string, commit: CommitContent): object {
  const [headline = '', ...rest] = commit.message.split('\n')
  const { signature } = verificationOf(commit)
  const changes = () => differences(repository.git, commit.parents[0], oid)
  return {
    __typename: 'Commit',
    ...shared(context, repository, 'C', oid),
    url: `${htmlOf(context.emulator.url, repository)}/commit/${oid}`,
    resourcePath: `/${repository.fullName}/commit/${oid}`,
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join('\n').replace(/^\n+/, '').trimEnd(),
    committedDate: dateText(commit.committer.date),
    authoredDate: dateText(commit.author.date),
    committedViaWeb: isSignedByGitHub(commit),
    author: gitActor(context, commit.author),
    committer: gitActor(context, commit.committer),
    additions: async () => sum(await changes(), 'additions'),
    deletions: async () => sum(await changes(), 'deletions'),
    changedFiles: async () => (await changes()).length,
    changedFilesIfAvailable: async () => (await changes()).length,
    tree: () => treeObject(context, repository, commit.tree),
    parents: (args: PageArguments) =>
      connection(args, commit.parents, (parent) => commitAt(context, repository, parent)),
    signature:
      signature === null
        ? null
        : {
            __typename: 'GpgSignature',
            isValid: isSignedByGitHub(commit),
            state: isSignedByGitHub(commit) ? 'VALID' : 'UNKNOWN_KEY',
            wasSignedByGitHub: isSignedByGitHub(commit),
            email: commit.committer.email,
            payload: verificationOf(commit).payload,
            signature,
            signer: isSignedByGitHub(commit) ? actor(context.emulator.url, 'web-flow') : null,
          },
    history: (args: PageArguments & HistoryArguments) => history(context, repository, oid, args),
    file: async ({ path }: { readonly path: string }) => {
      const entry = await entryAt(repository.git, commit.tree, path)
      return entry === undefined || path === '' ? null : entryObject(context, repository, path, entry)
    },
  }
}

type HistoryArguments = {
  readonly path?: string | null
  readonly since?: string | null
  readonly until?: string | null
  readonly author?: { readonly emails?: readonly string[] | null } | null
}

async function history(
  context: Context,
  repository: Repository,
  oid: string,
  args: PageArguments & HistoryArguments,
): Promise<object> {
  const filters = [
    ...(typeof args.since === 'string' ? [`--since=${args.since}`] : []),
    ...(typeof args.until === 'string' ? [`--until=${args.until}`] : []),
    ...(args.author?.emails ?? []).map((email) => `--author=<${email}>`),
  ]
  const path = typeof args.path === 'string' && args.path !== '' ? [`:(literal)${args.path}`] : []
  const listed = await repository.git.git(['log', '--fixed-strings', '--format=%H', ...filters, oid, '--', ...path])
  const ids = listed.split('\n').filter((line) => line !== '')
  return connection(
    args,
    ids,
    (id) => commitAt(context, repository, id),
    (index) => `${oid} ${index}`,
  )
}

function gitActor({ emulator }: Context, { name, email, date }: Identity): object {
  const login = loginOf({ name, email, date })
  return {
    __typename: 'GitActor',
    name,
    email,
    date: dateText(date),
    // An App is no user.
    user: login === undefined || isApp(login) ? null : actor(emulator.url, login),
  }
}

const sum = (files: readonly FileDifference[], key: 'additions' | 'deletions') =>
  files.reduce((total, file) => total + file[key], 0)

export async function blobObject(context: Context, repository: Repository, oid: string): Promise<object> {
  const content = await repository.git.blob(oid)
  if (content === undefined) throw new Error(`${repository.fullName} lost its blob ${oid}`)
  // As git tells it: a zero byte near the beginning.
  const isBinary = content.subarray(0, 8000).includes(0)
  const limit = repository.settings.blobTextLimit
  return {
    __typename: 'Blob',
    ...shared(context, repository, 'B', oid),
    byteSize: content.length,
    isBinary,
    isTruncated: !isBinary && content.length > limit,
    text: isBinary ? null : content.subarray(0, limit).toString('utf8'),
  }
}

function treeObject(context: Context, repository: Repository, oid: string): object {
  return {
    __typename: 'Tree',
    ...shared(context, repository, 'T', oid),
    entries: async () =>
      ((await repository.git.tree(oid)) ?? []).map((entry) => entryObject(context, repository, entry.name, entry)),
  }
}

function entryObject(context: Context, repository: Repository, path: string, entry: TreeEntry): object {
  const type = entry.mode === folderMode ? 'tree' : entry.mode === '160000' ? 'commit' : 'blob'
  return {
    __typename: 'TreeEntry',
    name: path.split('/').at(-1) ?? path,
    path,
    oid: entry.oid,
    // GraphQL gives git's octal mode as a number in decimal.
    mode: Number.parseInt(entry.mode, 8),
    type,
    size: async () => (await repository.git.info(entry.oid))?.size ?? 0,
    object: () => objectAt(context, repository, entry.oid),
    repository: () => repositoryObject(context, repository),
  }
}

export function refObject(context: Context, repository: Repository, ref: string, oid: string): object {
  const [, prefix = '', name = ''] = /^(refs\/[^/]+\/)(.+)$/.exec(ref) ?? []
  return {
    __typename: 'Ref',
    id: nodeId('REF', repository.fullName, ref),
    name,
    prefix,
    target: () => objectAt(context, repository, oid),
    repository: () => repositoryObject(context, repository),
  }
}

/** A reference by its full name, or a branch or tag by its short one; undefined when there is none. */
export async function refNamed(context: Context, repository: Repository, name: string): Promise<object | undefined> {
  const candidates = name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`]
  for (const ref of candidates) {
    const found = await repository.git.info(ref)
    if (found !== undefined) return refObject(context, repository, ref, found.oid)
  }
  return undefined
}
