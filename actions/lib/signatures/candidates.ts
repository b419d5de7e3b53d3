// Where signatures of an image are found: GitHub's attestations, the registry's referrers, and cosign's own tags.
import { fetchManifest, findManifest } from '../registry/manifest.ts'
import { listReferrers } from '../registry/referrers.ts'
import type { Repository } from '../registry/repository.ts'
import { classicBundle, classicPayloadType } from './classic.ts'
import { Refusal } from './refusal.ts'

export type SignatureSources = {
  /** The image's repository, opened for reading. */
  readonly repository?: Repository
  /** Sigstore bundles as parsed JSON, such as GitHub keeps of a digest. */
  readonly attestations?: (digest: string) => Promise<readonly unknown[]>
}

export type Candidate = {
  /** Names it in messages. */
  readonly where: string
  /** Its bundle, and what was signed where the bundle does not hold it. Throws a Refusal or a UserError. */
  readonly load: () => Promise<{ readonly json: unknown; readonly payload?: Buffer }>
}

export type Candidates = {
  readonly found: readonly Candidate[]
  /** How many there are that will not be looked at. */
  readonly left: number
}

const bundleType = 'application/vnd.dev.sigstore.bundle'
/** Of one bundle, and of all that an image may make us read together. Bundles with a build's provenance have some 15 kB. */
const maxBundleBytes = 4 * 1024 * 1024
const maxPayloadBytes = 64 * 1024
const maxCandidates = 50

/** Bundles that GitHub keeps. */
export async function attestationCandidates(
  attestations: NonNullable<SignatureSources['attestations']>,
  digest: string,
): Promise<Candidates> {
  const all = await attestations(digest)
  const found = all.map((json, index) => ({
    where: `attestation ${index + 1} of ${all.length}`,
    load: async () => ({ json }),
  }))
  return limited(found)
}

/**
 * Bundles that refer to the image. Those that say to have the type wanted come first: what they say is not trusted, but many
 * others must not keep us from reading the one.
 */
export async function referrerCandidates(
  repository: Repository,
  digest: string,
  predicateType: string,
): Promise<Candidates> {
  const { descriptors, truncated } = await listReferrers(repository, digest)
  const isBundle = ({ artifactType }: (typeof descriptors)[number]) =>
    artifactType === undefined ||
    artifactType.startsWith(bundleType) ||
    artifactType === 'application/vnd.oci.empty.v1+json'
  const bundles = descriptors.filter(isBundle)
  const says = ({ annotations }: (typeof descriptors)[number]) =>
    annotations['dev.sigstore.bundle.predicateType'] === predicateType
  const inOrder = [...bundles.filter(says), ...bundles.filter((one) => !says(one))]
  const { found, left } = limited(
    inOrder.map((descriptor) => ({
      where: `referrer ${descriptor.digest.slice(0, 19)}`,
      load: async () => ({ json: await loadBundle(repository, descriptor.digest, digest) }),
    })),
  )
  return { found, left: left + (truncated ? 1 : 0) }
}

async function loadBundle(repository: Repository, referrer: string, digest: string): Promise<unknown> {
  const manifest = await fetchManifest(repository, referrer)
  if (manifest.subject?.digest !== digest) throw new Refusal('refers to another image')
  const layer = manifest.layers.find(({ mediaType }) => mediaType.startsWith(bundleType))
  if (layer === undefined) throw new Refusal('holds no Sigstore bundle')
  if (layer.size > maxBundleBytes)
    throw new Refusal(`has ${layer.size} bytes; bundles are read up to ${maxBundleBytes}`)
  const bytes = await repository.blob(layer.digest, maxBundleBytes)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Refusal('is not JSON')
  }
}

/** Signatures that cosign kept behind the tag `sha256-<hex>.sig` before it wrote bundles. */
export async function classicCandidates(repository: Repository, digest: string): Promise<Candidates> {
  const tag = `${digest.replace(':', '-')}.sig`
  const manifest = await findManifest(repository, tag)
  const layers = (manifest?.layers ?? []).filter(({ mediaType }) => mediaType === classicPayloadType)
  return limited(
    layers.map((layer, index) => ({
      where: `signature ${index + 1} of ${layers.length} behind the tag ….sig`,
      load: async () => {
        const payload = await repository.blob(layer.digest, maxPayloadBytes)
        return { json: classicBundle(layer.annotations, payload, digest), payload }
      },
    })),
  )
}

const limited = (found: readonly Candidate[]): Candidates => ({
  found: found.slice(0, maxCandidates),
  left: Math.max(found.length - maxCandidates, 0),
})
