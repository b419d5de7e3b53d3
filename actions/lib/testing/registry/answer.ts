// How a test registry answers each request of the distribution API, uploads included, so that real tools can push to it.
import { randomUUID } from 'node:crypto'
import { indexType } from './push.ts'
import { digestOf, type Store } from './store.ts'

export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
}

export type Request = {
  readonly method: string
  readonly url: URL
  readonly contentType: string
  readonly body: Buffer
}

export type Switches = { readonly referrersApi: boolean; readonly digestHeader: boolean }

const failure = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ errors: [{ code, message }] }),
})

/** The repository that a path names, if any. */
export const repositoryOf = (path: string): string | undefined =>
  /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(path)?.[1]

/** Source: OCI distribution spec 1.1, "Endpoints". */
export function createAnswers(store: Store, { referrersApi, digestHeader }: Switches): (request: Request) => Answer {
  const uploads = new Map<string, Buffer>()
  const named = (digest: string): Record<string, string> => (digestHeader ? { 'docker-content-digest': digest } : {})

  const manifests = ({ method, contentType, body }: Request, name: string, reference: string): Answer => {
    if (method === 'PUT') {
      const digest = store.putManifest(name, contentType, body, reference.includes(':') ? undefined : reference)
      const { subject } = JSON.parse(body.toString('utf8')) as { readonly subject?: { readonly digest: string } }
      const processed: Record<string, string> = subject && referrersApi ? { 'oci-subject': subject.digest } : {}
      return { status: 201, headers: { ...named(digest), ...processed, location: `/v2/${name}/manifests/${digest}` } }
    }
    if (!store.has(name)) return failure(404, 'NAME_UNKNOWN', 'repository name not known to registry')
    const found = store.manifest(name, reference)
    if (found === undefined) return failure(404, 'MANIFEST_UNKNOWN', 'manifest unknown')
    return { status: 200, headers: { 'content-type': found.mediaType, ...named(found.digest) }, body: found.bytes }
  }

  const upload = ({ method, url, body }: Request, name: string, id: string): Answer => {
    const from = url.searchParams.get('from')
    const mount = url.searchParams.get('mount')
    if (method === 'POST' && from !== null && mount !== null) {
      const source = store.blob(from, mount)
      if (source !== undefined) return finished(name, store.putBlob(name, source))
    }
    const session = id === '' ? randomUUID() : id
    const bytes = Buffer.concat([uploads.get(session) ?? Buffer.alloc(0), body])
    uploads.set(session, bytes)
    const wanted = url.searchParams.get('digest')
    if (wanted === null) {
      const headers = { location: `/v2/${name}/blobs/uploads/${session}`, range: `0-${Math.max(bytes.length - 1, 0)}` }
      return { status: 202, headers }
    }
    uploads.delete(session)
    if (digestOf(bytes) !== wanted) return failure(400, 'DIGEST_INVALID', 'provided digest did not match')
    return finished(name, store.putBlob(name, bytes))
  }
  const finished = (name: string, digest: string): Answer => ({
    status: 201,
    headers: { ...named(digest), location: `/v2/${name}/blobs/${digest}` },
  })

  return (request) => {
    const path = request.url.pathname
    if (path === '/v2/' || path === '/v2') return { status: 200, body: '{}' }
    const [, name = '', kind, rest = ''] = /^\/v2\/(.+?)\/(manifests|blobs|tags|referrers)\/(.*)$/.exec(path) ?? []
    if (kind === 'manifests') return manifests(request, name, rest)
    if (kind === 'blobs' && rest.startsWith('uploads')) return upload(request, name, rest.replace(/^uploads\/?/, ''))
    if (kind === 'blobs') {
      const bytes = store.blob(name, rest)
      if (bytes === undefined) return failure(404, 'BLOB_UNKNOWN', 'blob unknown to registry')
      return { status: 200, headers: { 'content-type': 'application/octet-stream', ...named(rest) }, body: bytes }
    }
    if (kind === 'tags') return { status: 200, body: JSON.stringify({ name, tags: store.tags(name) }) }
    if (kind === 'referrers' && referrersApi) {
      const wanted = request.url.searchParams.get('artifactType')
      const all = store.referrers(name, rest)
      const manifests = wanted === null ? all : all.filter(({ artifactType }) => artifactType === wanted)
      const filtered: Record<string, string> = wanted === null ? {} : { 'oci-filters-applied': 'artifactType' }
      const body = JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests })
      return { status: 200, headers: { 'content-type': indexType, ...filtered }, body }
    }
    return failure(404, 'UNSUPPORTED', 'the operation is unsupported')
  }
}
