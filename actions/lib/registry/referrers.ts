// What refers to an image: signatures and attestations that tools have attached to its digest.
import { requireDigest } from './digest.ts'
import { nameOf } from './endpoint.ts'
import type { HttpReply } from './http.ts'
import { type Descriptor, findManifest, indexTypes, maxManifestBytes, readDescriptors } from './manifest.ts'
import type { Repository } from './repository.ts'

export type Referrers = {
  readonly descriptors: readonly Descriptor[]
  /** There are more than were read. */
  readonly truncated: boolean
}

const maxPages = 5
const maxReferrers = 1000

/**
 * Lists referrers of a digest, through the registry's API or, where it has none, the tag `sha256-<hex>`. No referrers is an
 * empty list. Source: OCI distribution spec 1.1, "Listing Referrers" and "Referrers Tag Schema".
 */
export async function listReferrers(repository: Repository, digest: string): Promise<Referrers> {
  requireDigest(digest, nameOf(repository))
  const fromApi = await askApi(repository, digest)
  if (fromApi !== undefined && fromApi.descriptors.length > 0) return fromApi
  // Signatures pushed before the registry got the API stand behind the tag only.
  const index = await findManifest(repository, digest.replace(':', '-'))
  // GitLab's registry takes such a tag for the digest itself, and would have an image's platforms stand for its referrers.
  if (index?.manifests === undefined || index.digest === digest) return fromApi ?? { descriptors: [], truncated: false }
  return limited(index.manifests)
}

async function askApi(repository: Repository, digest: string): Promise<Referrers | undefined> {
  const found: Descriptor[] = []
  let path: string | undefined = `referrers/${digest}`
  for (let page = 0; path !== undefined; page += 1) {
    if (page === maxPages || found.length > maxReferrers) return { ...limited(found), truncated: true }
    // GitHub's registry redirects to a page of its own instead of saying that it has no such API.
    const reply: HttpReply = await repository.get({ path, maxBytes: maxManifestBytes, follow: false })
    if (reply.status === 401 || reply.status === 403 || reply.status === 429 || reply.status >= 500)
      throw repository.failure(`referrers of ${digest}`, reply)
    const descriptors = reply.status === 200 ? readIndex(reply) : undefined
    if (descriptors === undefined) return page === 0 ? undefined : { ...limited(found), truncated: true }
    found.push(...descriptors)
    path = nextPage(reply, digest)
  }
  return limited(found)
}

const limited = (descriptors: readonly Descriptor[]): Referrers => ({
  descriptors: descriptors.slice(0, maxReferrers),
  truncated: descriptors.length > maxReferrers,
})

function readIndex({ headers, bytes }: HttpReply): readonly Descriptor[] | undefined {
  const type = headers.get('content-type')?.split(';', 1)[0]?.trim()
  if (!indexTypes.some((known) => known === type)) return undefined
  try {
    const { manifests } = JSON.parse(bytes.toString('utf8')) as { readonly manifests?: unknown }
    return Array.isArray(manifests) ? readDescriptors(manifests) : undefined
  } catch {
    return undefined
  }
}

/** Only the query of the next page is taken from the header: the path stays the one that is asked. */
function nextPage({ headers }: HttpReply, digest: string): string | undefined {
  const [, target] = /<([^<>]{1,2000})>\s*;[^,]*\brel="?next"?/.exec(headers.get('link') ?? '') ?? []
  const query = target?.includes('?') ? target.slice(target.indexOf('?')) : undefined
  return query === undefined ? undefined : `referrers/${digest}${query}`
}
