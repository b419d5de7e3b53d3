// The tree of a commit read over GitHub's API: listed in one request where GitHub allows it, contents on demand.
import { makeTree, maxFileBytes, type Tree, type TreeFile } from '../git/tree.ts'
import { inTurns } from '../toolkit/in-turns.ts'
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName, shortId } from './api-address.ts'
import { type BlobReader, blobReader, type LocalBlob } from './blobs.ts'
import type { GitHubClient } from './client.ts'

export type RemoteTree = Tree & {
  /** Reads files ahead, together. Paths that are not files, and files that cannot be read, show it when they are read. */
  readonly prefetch: (paths: Iterable<string>) => Promise<void>
}

export type RemoteTreeOptions = { readonly localBlob?: LocalBlob | undefined }

type Entry = {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
  readonly size?: number
}
type Listing = { readonly entries: readonly Entry[]; readonly truncated: boolean }

const modes: Readonly<Record<string, TreeFile['mode']>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
}

/** @param commit full id. Throws a GitHubError when the listing cannot be read. Contents are kept for the client's life. */
export async function openRemoteTree(
  client: GitHubClient,
  repository: string,
  commit: string,
  { localBlob }: RemoteTreeOptions = {},
): Promise<RemoteTree> {
  const files = new Map<string, TreeFile>()
  for (const { path, mode, type, sha, size = 0 } of await listAll(client, repository, commit)) {
    if (type !== 'tree') files.set(path, { mode: modes[mode] ?? 'file', id: sha, size })
  }
  const read = blobReader(client, repository, localBlob)
  const bytes = (_path: string, file: TreeFile) => read({ id: file.id as string, size: file.size })
  const linkTarget = async (path: string, file: TreeFile) => new TextDecoder().decode(await bytes(path, file))
  const tree = makeTree({ id: commit, commit }, files, { bytes, linkTarget })
  return { ...tree, prefetch: (paths) => prefetch(files, read, paths) }
}

async function prefetch(
  files: ReadonlyMap<string, TreeFile>,
  read: BlobReader,
  paths: Iterable<string>,
): Promise<void> {
  const wanted = [...new Set(paths)].flatMap((path) => files.get(path) ?? [])
  const readable = wanted.filter(({ mode, size }) => mode !== 'submodule' && size <= maxFileBytes)
  await Promise.allSettled(readable.map(({ id, size }) => read({ id: id as string, size })))
}

/** GitHub lists at most 100,000 entries (7 MB) at once; a larger tree is listed folder by folder. */
async function listAll(client: GitHubClient, repository: string, treeish: string): Promise<readonly Entry[]> {
  const whole = await list(client, repository, treeish, true)
  if (!whole.truncated) return whole.entries
  client.log.info(`${repository} is too large to be listed at once; listing it folder by folder`)
  const top = await list(client, repository, treeish, false)
  if (top.truncated) {
    throw new UserError(`a folder of ${repository} has more files than GitHub lists (at ${shortId(treeish)})`, {
      next: 'check the repository out in the workflow and let this step read the checkout',
    })
  }
  const below = await inTurns(top.entries, 6, async ({ type, path, sha }) => {
    if (type !== 'tree') return []
    const entries = await listAll(client, repository, sha)
    return entries.map((entry) => ({ ...entry, path: `${path}/${entry.path}` }))
  })
  return [...top.entries, ...below.flat()]
}

const listings = new WeakMap<object, Map<string, Promise<Listing>>>()
const maxListings = 200

/** A listing never changes: after a lost race only folders that changed are asked for again. */
function list(client: GitHubClient, repository: string, treeish: string, recursive: boolean): Promise<Listing> {
  const known = listings.get(client.memory) ?? new Map<string, Promise<Listing>>()
  listings.set(client.memory, known)
  const key = `${repository} ${treeish} ${recursive}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= maxListings) known.clear()
  const listing = fetchListing(client, repository, treeish, recursive)
  known.set(key, listing)
  listing.catch(() => known.delete(key))
  return listing
}

async function fetchListing(
  client: GitHubClient,
  repository: string,
  treeish: string,
  recursive: boolean,
): Promise<Listing> {
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
    { ...ownerAndName(repository), tree_sha: treeish, ...(recursive && { recursive: '1' }) },
    { purpose: `list the files of ${repository} at ${shortId(treeish)}`, permission: 'contents: read' },
  )
  return { entries: data.tree as readonly Entry[], truncated: data.truncated === true }
}
