// Puts images, and what refers to them, straight into a test registry's store.
import { type Descriptor, digestOf, type Store } from './store.ts'

export const indexType = 'application/vnd.oci.image.index.v1+json'
export const manifestType = 'application/vnd.oci.image.manifest.v1+json'

export type ImageToPush = {
  readonly repository: string
  readonly tag?: string
  /** Such as `linux/amd64`. Several make an index, one makes a manifest alone, unless `index` says otherwise. */
  readonly platforms?: readonly string[]
  readonly index?: boolean
  readonly annotations?: Readonly<Record<string, string>>
  /** Makes the contents, and so the digests, differ. */
  readonly content?: string
}

export type Pushed = {
  /** What the tag points to. */
  readonly digest: string
  readonly platforms: Readonly<Record<string, string>>
}

export type Attachment = {
  readonly repository: string
  /** Digest of the image. */
  readonly subject: string
  readonly artifactType: string
  readonly layers: readonly {
    readonly mediaType: string
    readonly bytes: Uint8Array
    readonly annotations?: Readonly<Record<string, string>>
  }[]
  readonly annotations?: Readonly<Record<string, string>>
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

export function pushImage(store: Store, image: ImageToPush): Pushed {
  const { repository, tag, platforms = ['linux/amd64'], annotations, content = 'content' } = image
  const asIndex = image.index ?? platforms.length !== 1
  const one = (platform: string, ownTag?: string): Descriptor => {
    const [os = '', architecture = '', variant] = platform.split('/')
    const named = { os, architecture, ...(variant !== undefined && { variant }) }
    const config = json({ ...named, config: {}, rootfs: { type: 'layers', diff_ids: [] } })
    const layer = Buffer.from(`${content} for ${platform}`)
    const bytes = json({
      schemaVersion: 2,
      mediaType: manifestType,
      config: blob(store, repository, 'application/vnd.oci.image.config.v1+json', config),
      layers: [blob(store, repository, 'application/vnd.oci.image.layer.v1.tar', layer)],
      ...(!asIndex && annotations !== undefined && { annotations }),
    })
    const digest = store.putManifest(repository, manifestType, bytes, ownTag)
    return { mediaType: manifestType, digest, size: bytes.length, platform: named }
  }
  const manifests = platforms.map((platform) => one(platform, asIndex ? undefined : tag))
  const digests = Object.fromEntries(platforms.map((platform, index) => [platform, manifests[index]?.digest ?? '']))
  if (!asIndex) return { digest: manifests[0]?.digest ?? '', platforms: digests }
  const index = json({ schemaVersion: 2, mediaType: indexType, manifests, ...(annotations && { annotations }) })
  return { digest: store.putManifest(repository, indexType, index, tag), platforms: digests }
}

/** An artifact whose subject is an image, as signing tools push them. Returns the artifact's digest. */
export function attach(store: Store, { repository, subject, artifactType, layers, annotations }: Attachment): string {
  const image = store.manifest(repository, subject)
  const bytes = json({
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType,
    config: blob(store, repository, 'application/vnd.oci.empty.v1+json', Buffer.from('{}')),
    layers: layers.map((layer) => ({
      ...blob(store, repository, layer.mediaType, layer.bytes),
      ...(layer.annotations && { annotations: layer.annotations }),
    })),
    subject: { mediaType: image?.mediaType ?? manifestType, digest: subject, size: image?.bytes.length ?? 0 },
    ...(annotations && { annotations }),
  })
  return store.putManifest(repository, manifestType, bytes)
}

function blob(store: Store, repository: string, mediaType: string, bytes: Uint8Array): Descriptor {
  store.putBlob(repository, bytes)
  return { mediaType, digest: digestOf(bytes), size: bytes.length }
}
