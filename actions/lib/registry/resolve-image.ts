// From a tag to the digest that it names now, before anything is written down.
import { silentLogger } from '../toolkit/logger.ts'
import { UserError } from '../toolkit/user-error.ts'
import { requireDigest } from './digest.ts'
import { nameOf } from './endpoint.ts'
import { fetchManifest, type Manifest } from './manifest.ts'
import { parsePlatform, platformOfImage, platformsOfIndex, satisfies } from './platforms.ts'
import { openRepository, type Repository, type RepositoryOptions } from './repository.ts'

export type ImageRequest = RepositoryOptions & {
  /** At least one of both. Both: the tag must name the digest now, unless `tagMayMove`. */
  readonly tag?: string | undefined
  readonly digest?: string | undefined
  /** The digest counts alone, and the tag is not asked for. */
  readonly tagMayMove?: boolean
  /** Such as `linux/amd64` or `linux/arm64/v8`: what the image must have. */
  readonly platform?: string | undefined
}

export type ResolvedImage = {
  /** Of the index when the image has several platforms, `sha256:<hex>`. The bytes that came hash to it. */
  readonly digest: string
  readonly mediaType: string
  /** Of the manifest or index itself, in bytes. */
  readonly size: number
  /** Undefined for a single image whose configuration was not asked for. */
  readonly platforms: readonly string[] | undefined
  readonly annotations: Readonly<Record<string, string>>
}

/**
 * Asks the registry for an image. Throws a UserError when there is no such tag, digest, repository or platform, when access
 * is refused, and when what comes is not what was asked for. Source: OCI distribution spec 1.1.
 */
export async function resolveImage(request: ImageRequest): Promise<ResolvedImage> {
  const { tag, digest, platform, tagMayMove = false, log = silentLogger } = request
  const repository = openRepository(request)
  const name = nameOf(repository)
  if (digest !== undefined) requireDigest(digest, name)
  const wantsTag = tag !== undefined && (digest === undefined || !tagMayMove)
  const reference = wantsTag ? tag : digest
  if (reference === undefined)
    throw new UserError(`${name} has neither a tag nor a digest.`, { next: 'say which version is meant, as in :1.2.3' })
  const manifest = await fetchManifest(repository, reference)
  if (digest !== undefined && manifest.digest !== digest)
    throw new UserError(`Tag ${tag} of ${name} is ${manifest.digest} now, not ${digest}.`, {
      where: `${name}:${tag}@${digest}`,
      next: 'somebody pushed the tag again: give the digest that is meant, or the digest without the tag',
    })
  const platforms = await checkPlatform(repository, manifest, platform)
  log.debug(`${name}: ${reference} is ${manifest.digest}, ${manifest.mediaType}`)
  const { mediaType, bytes, annotations } = manifest
  return { digest: manifest.digest, mediaType, size: bytes.length, platforms, annotations }
}

async function checkPlatform(
  repository: Repository,
  manifest: Manifest,
  wantedText: string | undefined,
): Promise<readonly string[] | undefined> {
  const listed = manifest.manifests && platformsOfIndex(manifest.manifests)
  if (wantedText === undefined) return listed
  const where = `${nameOf(repository)}@${manifest.digest}`
  const wanted = parsePlatform(wantedText)
  if (wanted === undefined)
    throw new UserError(`${JSON.stringify(wantedText)} is not a platform.`, { where, next: 'write it as linux/amd64' })
  const single = listed === undefined ? await platformOfImage(repository, manifest) : undefined
  const platforms = listed ?? (single === undefined ? [] : [single])
  const found = platforms.map(parsePlatform).some((one) => one !== undefined && satisfies(one, wanted))
  if (found) return platforms
  const has = platforms.length === 0 ? 'names no platform' : `has ${platforms.slice(0, 20).join(', ')}`
  throw new UserError(`The image is not for ${wantedText}: it ${has}.`, {
    where,
    next: `build it for ${wantedText} as well, or ask for a platform that it has`,
  })
}
