// Manifests and indexes: asked for by tag or digest, hashed here, and read only when they are what they claim to be.
import { UserError } from '../toolkit/user-error.ts'
import { digestOf, isDigest } from './digest.ts'
import { nameOf } from './endpoint.ts'
import type { HttpReply } from './http.ts'
import { type Repository, requireContent } from './repository.ts'

export type Descriptor = {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly artifactType?: string
  readonly annotations: Readonly<Record<string, string>>
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string }
}

export type Manifest = {
  readonly digest: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly annotations: Readonly<Record<string, string>>
  /** Of an index; undefined when this is one image or artifact. */
  readonly manifests?: readonly Descriptor[]
  readonly config?: Descriptor
  readonly layers: readonly Descriptor[]
  readonly artifactType?: string
  readonly subject?: Descriptor
}

/** Source: OCI distribution spec 1.1, which lets registries refuse manifests that are larger. */
export const maxManifestBytes = 4 * 1024 * 1024
const maxDescriptors = 2000

export const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
] as const
export const manifestTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const
const accept = [...indexTypes, ...manifestTypes].join(', ')

const tagForm = /^\w[\w.-]{0,127}$/

/** Throws a UserError when the reference leads nowhere, or to anything else than an image's manifest or index. */
export async function fetchManifest(repository: Repository, reference: string): Promise<Manifest> {
  const found = await ask(repository, reference)
  if ('bytes' in found && 'layers' in found) return found
  throw repository.failure(wordsFor(reference), found)
}

/** As `fetchManifest`, but undefined when there is none. */
export async function findManifest(repository: Repository, reference: string): Promise<Manifest | undefined> {
  const found = await ask(repository, reference)
  if ('layers' in found) return found
  if (found.status === 404) return undefined
  throw repository.failure(wordsFor(reference), found)
}

const wordsFor = (reference: string) => (isDigest(reference) ? `image ${reference}` : `tag ${reference}`)

async function ask(repository: Repository, reference: string): Promise<Manifest | HttpReply> {
  if (!isDigest(reference) && !tagForm.test(reference))
    throw new UserError(`${JSON.stringify(reference.slice(0, 200))} cannot be a tag or a digest.`, {
      where: nameOf(repository),
      next: 'a tag has letters, digits, dots, dashes and underscores only, 128 at most',
    })
  const digest = isDigest(reference) ? reference : await digestOfTag(repository, reference)
  const path = `manifests/${digest ?? reference}`
  const reply = await repository.get({ path, accept, maxBytes: maxManifestBytes })
  if (reply.status !== 200) return reply
  const announced = reply.headers.get('docker-content-digest') ?? ''
  if (digest !== undefined) requireContent(repository, digest, reply.bytes)
  else if (isDigest(announced)) requireContent(repository, announced, reply.bytes)
  return readManifest(repository, reference, reply)
}

/**
 * What the registry says the tag points to, when it says so at all: the header is optional. Most registries do not count
 * this request against their limits, and what it announces is held to the bytes that come with the next one.
 */
async function digestOfTag(repository: Repository, tag: string): Promise<string | undefined> {
  const reply = await repository.get({ method: 'HEAD', path: `manifests/${tag}`, accept, maxBytes: 0 })
  // The answer to GET says more about what is wrong, except when asking again makes it worse.
  if (reply.status === 429 || reply.status >= 500) throw repository.failure(`tag ${tag}`, reply)
  const announced = reply.status === 200 ? (reply.headers.get('docker-content-digest') ?? '') : ''
  return isDigest(announced) ? announced : undefined
}

function readManifest(repository: Repository, reference: string, reply: HttpReply): Manifest {
  const where = `${nameOf(repository)}, ${wordsFor(reference)}`
  const refuse = (what: string, next: string) => new UserError(what, { where, next })
  const mediaType = (reply.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const isIndex = indexTypes.some((type) => type === mediaType)
  if (!isIndex && !manifestTypes.some((type) => type === mediaType)) throw refuse(...foreign(mediaType))
  const document = parseObject(reply.bytes)
  // Content that is an index to one reader and an image to another has been used against signatures (CVE-2021-41190).
  const honest =
    document?.schemaVersion === 2 &&
    (document.mediaType === undefined || document.mediaType === mediaType) &&
    (isIndex ? !('layers' in document) && !('config' in document) : !('manifests' in document))
  if (!honest)
    throw refuse(`The registry sent a ${mediaType} whose contents are something else.`, 'push the image again')
  const { artifactType } = document
  const config = readDescriptor(document.config)
  const subject = readDescriptor(document.subject)
  return {
    digest: digestOf(reply.bytes),
    mediaType,
    bytes: reply.bytes,
    annotations: readAnnotations(document.annotations),
    ...(isIndex && { manifests: readDescriptors(document.manifests) }),
    layers: isIndex ? [] : readDescriptors(document.layers),
    ...(config !== undefined && { config }),
    ...(subject !== undefined && { subject }),
    ...(typeof artifactType === 'string' && { artifactType }),
  }
}

function foreign(mediaType: string): readonly [what: string, next: string] {
  if (mediaType.startsWith('application/vnd.docker.distribution.manifest.v1'))
    return ['The image is in the format of 2014, which has no digest that could be pinned.', 'build and push it again']
  if (mediaType === 'text/html')
    return [
      'The registry answered with a web page.',
      'check the registry’s name: this looks like a login page or a proxy',
    ]
  const named = mediaType === '' ? 'content without a type' : JSON.stringify(mediaType.slice(0, 100))
  return [`The registry answered with ${named}, which is not an image.`, 'check that the name is that of an image']
}

function parseObject(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Descriptors of a list, those that are none left out. */
export function readDescriptors(value: unknown): readonly Descriptor[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, maxDescriptors).flatMap((one: unknown) => readDescriptor(one) ?? [])
}

function readDescriptor(value: unknown): Descriptor | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { mediaType, digest, size, artifactType, annotations, platform } = value as Record<string, unknown>
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || typeof size !== 'number') return undefined
  const { os, architecture, variant } = (platform ?? {}) as Record<string, unknown>
  return {
    mediaType,
    digest,
    size,
    annotations: readAnnotations(annotations),
    ...(typeof artifactType === 'string' && { artifactType }),
    ...(typeof os === 'string' &&
      typeof architecture === 'string' && {
        platform: { os, architecture, ...(typeof variant === 'string' && { variant }) },
      }),
  }
}

function readAnnotations(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
