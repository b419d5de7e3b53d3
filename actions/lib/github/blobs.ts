// Contents of files by their blob ids, many in one request, each one proved by its id and read only once.
import { createHash } from 'node:crypto'
import { inTurns } from '../toolkit/in-turns.ts'
import { UserError } from '../toolkit/user-error.ts'
import { ownerAndName, shortId } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { GitHubError } from './github-error.ts'

export type Blob = { readonly id: string; readonly size: number }

export type BlobReader = (blob: Blob) => Promise<Uint8Array>

/** Asked before GitHub, for example a checkout's object store; undefined when it does not have the blob. */
export type LocalBlob = (id: string) => Promise<Uint8Array | undefined>

/** GraphQL cuts the text of a blob off at some 512 KB, and answers in at most 10 s. */
const maxBatchedBytes = 100_000
const maxBatch = 50
const maxCachedBytes = 256 * 1024 * 1024

/** The id that git gives to this content. https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex')
}

const caches = new WeakMap<object, Map<string, Promise<Uint8Array>>>()

/** Reads blobs of a repository. What one client has read once is not asked for again: an id stands for its content. */
export function blobReader(client: GitHubClient, repository: string, localBlob?: LocalBlob): BlobReader {
  const cache = caches.get(client.memory) ?? new Map<string, Promise<Uint8Array>>()
  caches.set(client.memory, cache)
  const remote = batchReader(client, repository)
  const readNow = async (blob: Blob): Promise<Uint8Array> => {
    const local = await localBlob?.(blob.id).catch(() => undefined)
    return local !== undefined && blobId(local) === blob.id ? local : remote(blob)
  }
  let cachedBytes = 0
  return (blob) => {
    const known = cache.get(blob.id)
    if (known !== undefined) return known
    const reading = readNow(blob)
    cachedBytes += blob.size
    if (cachedBytes > maxCachedBytes) {
      cache.clear()
      cachedBytes = blob.size
    }
    cache.set(blob.id, reading)
    reading.catch(() => cache.delete(blob.id))
    return reading
  }
}

type Waiting = Blob & { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: unknown) => void }

/** Collects what is asked for in one turn of the event loop and fetches it together. */
function batchReader(client: GitHubClient, repository: string): BlobReader {
  let waiting: Waiting[] = []
  const flush = async () => {
    const all = waiting
    waiting = []
    const small = all.filter(({ id, size }) => size < maxBatchedBytes && /^[0-9a-f]{40}$/.test(id))
    const batches = Array.from({ length: Math.ceil(small.length / maxBatch) }, (_, index) =>
      small.slice(index * maxBatch, (index + 1) * maxBatch),
    )
    const found = new Map<string, Uint8Array>()
    await inTurns(batches, 4, (batch) => readBatch(client, repository, batch, found))
    await inTurns(all, 6, async (one) => {
      try {
        one.resolve(found.get(one.id) ?? (await readOne(client, repository, one.id)))
      } catch (error) {
        one.reject(error)
      }
    })
  }
  return (blob) =>
    new Promise((resolve, reject) => {
      waiting.push({ ...blob, resolve, reject })
      if (waiting.length > 1) return
      const asked = waiting
      setImmediate(() => {
        flush().catch((error) => {
          for (const one of asked) one.reject(error)
        })
      })
    })
}

type BatchAnswer = {
  readonly repository: Readonly<Record<string, { readonly text?: string | null } | null>> | null
}

/** Adds to `found` what GraphQL gives back unchanged; it cuts long texts off and cannot give bytes that are not UTF-8. */
async function readBatch(
  client: GitHubClient,
  repository: string,
  batch: readonly Blob[],
  found: Map<string, Uint8Array>,
): Promise<void> {
  const fields = batch.map(({ id }, index) => `b${index}: object(oid: "${id}") { ...content }`)
  const text = `query($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) { ${fields.join('\n')} }
  }
  fragment content on Blob { text }`
  const { owner, repo } = ownerAndName(repository)
  try {
    const purpose = `read ${batch.length} files of ${repository}`
    const answer = await client.graphql<BatchAnswer>(
      text,
      { owner, name: repo },
      { purpose, permission: 'contents: read' },
    )
    batch.forEach(({ id }, index) => {
      const blob = answer.repository?.[`b${index}`]
      if (typeof blob?.text !== 'string') return
      const bytes = new Uint8Array(Buffer.from(blob.text, 'utf8'))
      if (blobId(bytes) === id) found.set(id, bytes)
    })
  } catch (error) {
    if (!(error instanceof GitHubError) || error.failure.type === 'limited') throw error
    client.log.debug(`reading files one by one: ${error.message}`)
  }
}

async function readOne(client: GitHubClient, repository: string, id: string): Promise<Uint8Array> {
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    { ...ownerAndName(repository), file_sha: id },
    { purpose: `read the file content ${shortId(id)} of ${repository}`, permission: 'contents: read' },
  )
  const bytes = new Uint8Array(Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'))
  if (blobId(bytes) !== id) {
    throw new UserError(`GitHub’s answer for the file content ${shortId(id)} of ${repository} is not that content`, {
      next: 'run the job again; if it happens again, something between this runner and GitHub changes answers',
    })
  }
  return bytes
}
