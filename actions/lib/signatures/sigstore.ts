// Sigstore's own checks, by its own packages: signature, certificate chain, log entries and timestamps of one bundle.
import { type KeyObject, verify } from 'node:crypto'
import type { Bundle } from '@sigstore/bundle'
import type { SignedEntity, TrustMaterial } from '@sigstore/verify'
import { readCertificate, type SigningCertificate } from './certificate.ts'
import { explain } from './explain.ts'
import { loadPackages } from './packages.ts'
import type { PublicKey } from './public-keys.ts'
import { Refusal } from './refusal.ts'
import type { TrustRoot } from './trust-root.ts'

export type Trust =
  | { readonly kind: 'certificate'; readonly roots: readonly TrustRoot[] }
  /** Without `roots` log entries are not asked for, and not looked at. */
  | { readonly kind: 'key'; readonly keys: readonly PublicKey[]; readonly roots?: readonly TrustRoot[] }

export type Proof = {
  /** Undefined when a key has signed. */
  readonly certificate?: SigningCertificate
  /** Fingerprint of the key that has signed. */
  readonly key?: string
  /** When a log or a timestamp authority has seen it first; undefined when nothing trusted says so. */
  readonly signedAt?: Date
}

const bundleTypes = [
  'application/vnd.dev.sigstore.bundle+json;version=0.1',
  'application/vnd.dev.sigstore.bundle+json;version=0.2',
  'application/vnd.dev.sigstore.bundle+json;version=0.3',
  'application/vnd.dev.sigstore.bundle.v0.3+json',
]
/** Real bundles have one of each. */
const maxWitnesses = 8
const maxCheckpointLength = 16_384
const clockSkewMs = 10 * 60 * 1000

/** Reads a bundle's JSON. Throws a Refusal for what is not one. */
export async function readBundle(json: unknown): Promise<Bundle> {
  const packages = await loadPackages()
  let bundle: Bundle
  try {
    bundle = packages.bundle.bundleFromJSON(json)
  } catch (error) {
    throw new Refusal(`is not a Sigstore bundle (${explain(error)})`)
  }
  if (!bundleTypes.includes(bundle.mediaType)) throw new Refusal('is a Sigstore bundle of a version that is not known')
  const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial
  const timestamps = timestampVerificationData?.rfc3161Timestamps ?? []
  if (tlogEntries.length > maxWitnesses || timestamps.length > maxWitnesses)
    throw new Refusal(`has more than ${maxWitnesses} log entries or timestamps`)
  for (const { logIndex, integratedTime, inclusionProof } of tlogEntries) {
    const numbers = [logIndex, integratedTime, inclusionProof?.logIndex ?? '0']
    const checkpoint = inclusionProof?.checkpoint?.envelope ?? ''
    // @sigstore/verify takes the name of a checkpoint's signature for a regular expression, and numbers of any length.
    const names = [...checkpoint.matchAll(/\u2014 (\S+) /g)].map(([, name = '']) => name)
    const plain = names.every((name) => /^[\w./:-]{1,200}$/.test(name)) && checkpoint.length <= maxCheckpointLength
    if (!plain || !numbers.every((number) => /^\d{0,19}$/.test(number)))
      throw new Refusal('has a log entry with an odd checkpoint')
  }
  return bundle
}

/**
 * Proves who has signed the bundle's contents. Throws a Refusal when that cannot be proved.
 * What must be there: a certificate must come from an authority of the trust root, have been logged (where the root lists
 * certificate logs), and have been valid at a time that a log or a timestamp authority has signed; the signature must be in a
 * transparency log, where the root lists any. A key must fit, and its signature be in such a log, where `roots` are given.
 * @param artifact what was signed, for bundles that do not hold it
 */
export async function prove(bundle: Bundle, artifact: Buffer | undefined, trust: Trust, now: Date): Promise<Proof> {
  const { core, verify: sigstore } = await loadPackages()
  const { content } = bundle.verificationMaterial
  const hasKey = content.$case === 'publicKey'
  if (trust.kind === 'certificate' && hasKey) throw new Refusal('was signed with a key, not with a certificate')
  if (trust.kind === 'key' && !hasKey) throw new Refusal('was signed with a certificate, not with one of the keys')
  const certificate = await certificateOf(bundle)
  let entity: SignedEntity
  try {
    const envelope = bundle.content.$case === 'dsseEnvelope' ? bundle.content.dsseEnvelope : undefined
    const signed = envelope === undefined ? artifact : core.dsse.preAuthEncoding(envelope.payloadType, envelope.payload)
    const made = sigstore.toSignedEntity(bundle, artifact)
    entity = { ...made, signature: withHashes(made.signature, signed ?? Buffer.alloc(0)) }
  } catch (error) {
    throw new Refusal(`cannot be read (${explain(error)})`)
  }
  const signedAt = timeOf(entity)
  if (signedAt !== undefined && signedAt.getTime() > now.getTime() + clockSkewMs)
    throw new Refusal(`was signed at ${signedAt.toISOString()}, which is in the future`)
  if (trust.kind === 'key') {
    const key = await fittingKey(entity, trust)
    return { key, ...(signedAt !== undefined && trust.roots !== undefined && { signedAt }) }
  }
  await anyRoot(trust.roots, entity, ({ material }) => material, 1, { certificate, signedAt })
  return { ...(certificate !== undefined && { certificate }), ...(signedAt !== undefined && { signedAt }) }
}

/** Hashes that signing tools use with a key, by its curve. The packages know SHA-256 only; older tools used it with all keys. */
const hashes: Readonly<Record<string, readonly string[]>> = {
  secp384r1: ['sha384', 'sha256'],
  secp521r1: ['sha512', 'sha256'],
}

type SignatureContent = SignedEntity['signature']

function withHashes(content: SignatureContent, signed: Buffer): SignatureContent {
  const { signature } = content
  const holds = (hash: string, key: KeyObject) => {
    try {
      return verify(hash, signed, key, signature)
    } catch {
      return false
    }
  }
  return {
    signature,
    compareSignature: (other) => content.compareSignature(other),
    compareDigest: (digest) => content.compareDigest(digest),
    verifySignature: (key) =>
      (hashes[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? ['sha256']).some((hash) => holds(hash, key)),
  }
}

async function certificateOf({ verificationMaterial: { content } }: Bundle): Promise<SigningCertificate | undefined> {
  if (content.$case === 'certificate') return readCertificate(content.certificate.rawBytes)
  if (content.$case !== 'x509CertificateChain') return undefined
  // Only the first signs; the others may be anything, and are not looked at.
  return readCertificate(content.x509CertificateChain.certificates[0]?.rawBytes ?? new Uint8Array())
}

/** Only what verify() holds to a signature counts as a time: an entry's time needs the log's promise. */
function timeOf({ timestamps }: SignedEntity): Date | undefined {
  const times = timestamps.flatMap((one) => {
    if (one.$case === 'timestamp-authority') return [one.timestamp.signingTime.getTime()]
    return one.tlogEntry.inclusionPromise === undefined ? [] : [Number(one.tlogEntry.integratedTime) * 1000]
  })
  const first = Math.min(...times)
  return Number.isFinite(first) ? new Date(first) : undefined
}

async function fittingKey(entity: SignedEntity, { keys, roots }: Trust & { readonly kind: 'key' }): Promise<string> {
  for (const { key, fingerprint } of keys) {
    if (!entity.signature.verifySignature(key)) continue
    const material = (root?: TrustRoot): TrustMaterial => ({
      ...(root?.material ?? { certificateAuthorities: [], timestampAuthorities: [], tlogs: [], ctlogs: [] }),
      publicKey: () => ({ publicKey: key, validFor: () => true }),
    })
    if (roots === undefined) return fingerprint
    await anyRoot(roots, entity, material, 0, {})
    return fingerprint
  }
  const which = keys.length === 1 ? 'the key' : `one of the ${keys.length} keys`
  throw new Refusal(`was not signed with ${which}, or its contents were changed since`)
}

async function anyRoot(
  roots: readonly TrustRoot[],
  entity: SignedEntity,
  materialOf: (root: TrustRoot) => TrustMaterial,
  timestampThreshold: number,
  facts: { readonly certificate?: SigningCertificate | undefined; readonly signedAt?: Date | undefined },
): Promise<void> {
  const { Verifier } = (await loadPackages()).verify
  const reasons: string[] = []
  for (const root of roots) {
    const { transparencyLog, certificateLog } = root.demands
    const options = {
      timestampThreshold,
      tlogThreshold: transparencyLog || timestampThreshold === 0 ? 1 : 0,
      ctlogThreshold: certificateLog ? 1 : 0,
    }
    try {
      new Verifier(materialOf(root), options).verify(entity)
      return
    } catch (error) {
      reasons.push(explain(error, facts))
    }
  }
  throw new Refusal([...new Set(reasons)].join('; by another trust root it '))
}
