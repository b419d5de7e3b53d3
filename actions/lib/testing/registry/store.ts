// What a registry keeps: blobs, manifests and tags of its repositories, addressed by their SHA-256.
import { createHash } from 'node:crypto'

export type StoredManifest = { readonly bytes: Buffer; readonly mediaType: string; readonly digest: string }

type Repository = {
  readonly blobs: Map<string, Buffer>
  readonly manifests: Map<string, StoredManifest>
  readonly tags: Map<string, string>
}

export type Descriptor = {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly platform?: Readonly<Record<string, string>>
}

export type Store = {
  readonly has: (repository: string) => boolean
  readonly blob: (repository: string, digest: string) => Buffer | undefined
  /** By tag or by digest. */
  readonly manifest: (repository: string, reference: string) => StoredManifest | undefined
  readonly putBlob: (repository: string, bytes: Uint8Array) => string
  readonly putManifest: (repository: string, mediaType: string, bytes: Uint8Array, tag?: string) => string
  readonly tags: (repository: string) => readonly string[]
  /** Manifests whose `subject` is the digest, as descriptors. */
  readonly referrers: (repository: string, digest: string) => readonly Descriptor[]
}

/** `sha256:<hex>` of some bytes. */
export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

export function createStore(): Store {
  const repositories = new Map<string, Repository>()
  const at = (name: string): Repository => {
    const known = repositories.get(name)
    if (known !== undefined) return known
    const made: Repository = { blobs: new Map(), manifests: new Map(), tags: new Map() }
    repositories.set(name, made)
    return made
  }
  return {
    has: (name) => repositories.has(name),
    blob: (name, digest) => repositories.get(name)?.blobs.get(digest),
    manifest: (name, reference) => {
      const repository = repositories.get(name)
      return repository?.manifests.get(repository.tags.get(reference) ?? reference)
    },
    putBlob: (name, bytes) => {
      const digest = digestOf(bytes)
      at(name).blobs.set(digest, Buffer.from(bytes))
      return digest
    },
    putManifest: (name, mediaType, bytes, tag) => {
      const digest = digestOf(bytes)
      at(name).manifests.set(digest, { bytes: Buffer.from(bytes), mediaType, digest })
      if (tag !== undefined) at(name).tags.set(tag, digest)
      return digest
    },
    tags: (name) => [...(repositories.get(name)?.tags.keys() ?? [])].sort(),
    referrers: (name, digest) =>
      [...(repositories.get(name)?.manifests.values() ?? [])].flatMap((manifest) => describe(manifest, digest) ?? []),
  }
}

/** Source of the fields: OCI distribution spec 1.1, "Listing Referrers". */
function describe({ bytes, mediaType, digest }: StoredManifest, subject: string): Descriptor | undefined {
  const manifest = JSON.parse(bytes.toString('utf8')) as {
    readonly subject?: { readonly digest?: string }
    readonly artifactType?: string
    readonly config?: { readonly mediaType?: string }
    readonly annotations?: Readonly<Record<string, string>>
  }
  if (manifest.subject?.digest !== subject) return undefined
  const artifactType = manifest.artifactType ?? manifest.config?.mediaType
  return {
    mediaType,
    digest,
    size: bytes.length,
    ...(artifactType !== undefined && { artifactType }),
    ...(manifest.annotations !== undefined && { annotations: manifest.annotations }),
  }
}
