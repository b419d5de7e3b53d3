// REST: blobs, trees and commits as git has them.
import { resolveCommit, signedCommit } from '../commits.ts'
import { notFound, RestError } from '../errors.ts'
import { type Change, editTree, isValidPath, walkTree } from '../git/edit-tree.ts'
import { folderMode, type TreeEntry } from '../git/format.ts'
import { nodeId } from '../node-id.ts'
import { isApp } from '../people.ts'
import { inRepository, list, optionalText, type RepositoryRequest, text, values } from './handler.ts'
import { apiOf, gitCommit } from './render-commit.ts'

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{40}$/.test(value)

/** GitHub's API gives no blob larger than this. */
const maxBlobBytes = 100 * 1024 * 1024

export const getBlob = inRepository('contents:read', async ({ emulator, repository, path, accept }) => {
  const sha = text(path.file_sha)
  const content = isId(sha) ? await repository.git.blob(sha) : undefined
  if (content === undefined) throw notFound()
  if (content.length > maxBlobBytes) throw new RestError(403, 'This API returns blobs up to 100 MB in size.')
  if (/application\/vnd\.github(\.v3)?\.raw/.test(accept))
    return { status: 200, raw: { type: 'application/vnd.github.raw+json; charset=utf-8', content } }
  return {
    status: 200,
    body: {
      sha,
      node_id: nodeId('B', repository.fullName, sha),
      size: content.length,
      url: `${apiOf(emulator.url, repository)}/git/blobs/${sha}`,
      content: base64Lines(content),
      encoding: 'base64',
    },
  }
})

/** Base64 in lines of 60 characters, each with its line break. */
export const base64Lines = (content: Buffer) => content.toString('base64').replace(/.{1,60}/g, '$&\n')

export const createBlob = inRepository('contents:write', async ({ emulator, repository, body }) => {
  const encoding = optionalText(body.encoding) ?? 'utf-8'
  if (encoding !== 'utf-8' && encoding !== 'base64') throw new RestError(422, 'Unsupported encoding.')
  const content = Buffer.from(text(body.content), encoding === 'base64' ? 'base64' : 'utf8')
  const sha = repository.git.writeBlob(content)
  const url = `${apiOf(emulator.url, repository)}/git/blobs/${sha}`
  return { status: 201, body: { sha, url }, headers: { location: url } }
})

async function shownTree(request: RepositoryRequest, sha: string, recursive: boolean) {
  const { repository, emulator } = request
  const api = `${apiOf(emulator.url, repository)}/git`
  const shown: unknown[] = []
  let truncated = false
  const entries = recursive ? walkTree(repository.git, sha) : ((await repository.git.tree(sha)) ?? [])
  for await (const entry of entries) {
    if (recursive && shown.length >= repository.settings.treeLimit) {
      truncated = true
      break
    }
    shown.push(await shownEntry(request, api, entry))
  }
  return { sha, url: `${api}/trees/${sha}`, tree: shown, truncated }
}

async function shownEntry({ repository }: RepositoryRequest, api: string, { mode, name, oid }: TreeEntry) {
  if (mode === '160000') return { path: name, mode, type: 'commit', sha: oid }
  if (mode === folderMode) return { path: name, mode: '040000', type: 'tree', sha: oid, url: `${api}/trees/${oid}` }
  const size = (await repository.git.info(oid))?.size
  return { path: name, mode, type: 'blob', sha: oid, size, url: `${api}/blobs/${oid}` }
}

/** The id of a tree, or a name of a commit. Every value of `recursive` means yes, also `0` and `false`. */
export const getTree = inRepository('contents:read', async (request) => {
  const { repository, path, query } = request
  const name = text(path.tree_sha)
  const direct = isId(name) ? await repository.git.info(name) : undefined
  const commit = direct?.type === 'tree' ? undefined : await resolveCommit(repository, name)
  const sha = direct?.type === 'tree' ? name : commit && (await repository.git.commit(commit))?.tree
  if (sha === undefined) throw notFound()
  return { status: 200, body: await shownTree(request, sha, query.recursive !== undefined) }
})

export const createTree = inRepository('contents:write', async (request) => {
  const { repository, body } = request
  const base = optionalText(body.base_tree)
  const baseInfo = base === undefined ? undefined : await repository.git.info(base)
  // A commit is taken as well, for its tree.
  const baseTree = baseInfo?.type === 'commit' ? (await repository.git.commit(baseInfo.oid))?.tree : baseInfo?.oid
  if (base !== undefined && (baseTree === undefined || (baseInfo?.type !== 'tree' && baseInfo?.type !== 'commit')))
    throw new RestError(422, 'base_tree is not a valid tree oid')
  const entries = list(body.tree).map(values)
  if (entries.length === 0) throw new RestError(422, 'Invalid tree info')
  const changes = new Map<string, Change>()
  for (const entry of entries) changes.set(text(entry.path), await changeOf(request, entry))
  const sha = await editTree(repository.git, baseTree, changes)
  const shown = await shownTree(request, sha, false)
  return { status: 201, body: shown, headers: { location: shown.url } }
})

async function changeOf({ repository }: RepositoryRequest, entry: Readonly<Record<string, unknown>>): Promise<Change> {
  const [path, mode] = [text(entry.path), text(entry.mode)]
  if (!isValidPath(path)) throw new RestError(422, 'tree.path contains a malformed path component')
  if (entry.sha === null) return null
  if (!/^(100644|100755|040000|160000|120000)$/.test(mode)) throw new RestError(422, 'tree.mode is required')
  if (entry.sha !== undefined && entry.content !== undefined)
    throw new RestError(422, 'Must supply either tree.sha or tree.content')
  if (typeof entry.content === 'string') return { mode, oid: repository.git.writeBlob(Buffer.from(entry.content)) }
  if (!isId(entry.sha)) throw new RestError(422, 'tree.sha is required')
  const wanted = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
  // A submodule's commit is in another repository.
  if (wanted !== 'commit' && (await repository.git.info(entry.sha))?.type !== wanted)
    throw new RestError(422, `tree.sha ${entry.sha} is not a valid ${wanted}`)
  return { mode: mode === '040000' ? folderMode : mode, oid: entry.sha }
}

export const getCommit = inRepository('contents:read', async ({ emulator, repository, path }) => {
  const sha = text(path.commit_sha)
  const commit = isId(sha) ? await repository.git.commit(sha) : undefined
  if (commit === undefined) throw notFound()
  return { status: 200, body: gitCommit(emulator.url, repository, sha, commit) }
})

/** Signed by GitHub when an App gives neither author nor committer: then both are GitHub's choice. */
export const createCommit = inRepository('contents:write', async ({ emulator, repository, body, login }) => {
  const tree = text(body.tree)
  if ((await repository.git.info(tree))?.type !== 'tree') throw new RestError(422, 'Tree SHA does not exist')
  const parents = list(body.parents).map(text)
  for (const parent of parents) {
    if (!isId(parent))
      throw new RestError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
    if ((await repository.git.info(parent))?.type !== 'commit')
      throw new RestError(422, 'Parent SHA does not exist or is not a commit object')
  }
  const now = emulator.now()
  const content = { tree, parents, message: text(body.message) }
  const signed = signedCommit(login, now, content)
  const person = (value: unknown) => {
    const { name, email, date } = values(value)
    return { name: text(name), email: text(email), date: typeof date === 'string' ? new Date(date) : now }
  }
  const author = body.author === undefined ? signed.author : person(body.author)
  const isSigned = isApp(login) && body.author === undefined && body.committer === undefined
  const armoured = optionalText(body.signature)
  const commit = isSigned
    ? signed
    : {
        ...content,
        author,
        committer: body.committer === undefined ? author : person(body.committer),
        ...(armoured === undefined ? {} : { signature: armoured.trimEnd() }),
      }
  const sha = repository.git.writeCommit(commit)
  const shown = gitCommit(emulator.url, repository, sha, commit)
  return { status: 201, body: shown, headers: { location: shown.url } }
})
