// Whether an image may be written into Git: some signature of its digest must satisfy the policy, proved offline.
import { requireDigest } from '../registry/digest.ts'
import { nameOf, type RepositoryName } from '../registry/endpoint.ts'
import { UserError } from '../toolkit/user-error.ts'
import {
  attestationCandidates,
  type Candidate,
  type Candidates,
  classicCandidates,
  referrerCandidates,
  type SignatureSources,
} from './candidates.ts'
import { checkPolicy, matches, type SignaturePolicy } from './policy.ts'
import { checkBuild, provenanceType } from './provenance.ts'
import { readPublicKeys } from './public-keys.ts'
import { differs, Refusal } from './refusal.ts'
import { type Proof, prove, readBundle, type Trust } from './sigstore.ts'
import { readStatement } from './statement.ts'
import { readTrustRoots, trustRootMissing } from './trust-root.ts'

export type VerificationRequest = {
  /** For messages: where signatures are read is what `sources` say. */
  readonly image: RepositoryName
  /** `sha256:<hex>`. This is what is verified, and what may be written. */
  readonly digest: string
  readonly policy: SignaturePolicy
  readonly sources: SignatureSources
  /** Text of a Sigstore `trusted_root.json`, or several as JSON lines. */
  readonly trustedRoot?: string | undefined
  readonly now: Date
}

export type Verified = {
  readonly digest: string
  readonly method: SignaturePolicy['type']
  /** The end of a sentence that begins with the image, such as "built by …". */
  readonly summary: string
  /** Subject of the certificate, or `sha256:<hex>` of the key. */
  readonly identity: string
  readonly repository?: string
  readonly workflow?: string
  readonly ref?: string
  readonly sourceCommit?: string
  /** Undefined when nothing that is trusted says so. */
  readonly signedAt?: Date
}

/** What cosign signs about an image, in the format that it writes since version 3. */
const signatureType = 'https://sigstore.dev/cosign/sign/v1'
const shownReasons = 5

/**
 * Looks for one signature that satisfies the policy, and returns what it proves. Everything else is a UserError: no
 * signature, none that holds, no trust root to hold it to, a registry that does not answer.
 */
export async function verifyImage(request: VerificationRequest): Promise<Verified> {
  const { image, digest, policy, sources, now } = request
  requireDigest(digest, nameOf(image))
  checkPolicy(policy)
  const trust = await trustOf(policy, request.trustedRoot)
  const reasons: string[] = []
  let left = 0
  for (const source of sourcesOf(policy, sources, digest)) {
    const candidates = await listed(source, reasons)
    left += candidates.left
    for (const candidate of candidates.found) {
      try {
        return { digest, method: policy.type, ...(await judge(candidate, policy, trust, digest, now)) }
      } catch (error) {
        if (error instanceof Refusal) reasons.push(`${candidate.where} ${error.message}`)
        else if (error instanceof UserError) reasons.push(`${candidate.where} cannot be read: ${error.what}`)
        else throw error
      }
    }
  }
  throw unsatisfied(image, digest, policy, reasons, left)
}

async function trustOf(policy: SignaturePolicy, text: string | undefined): Promise<Trust> {
  if (policy.type === 'key') {
    const keys = readPublicKeys(policy.publicKeys)
    if (policy.transparencyLog === false) return { kind: 'key', keys }
    if (text === undefined)
      throw trustRootMissing('signatures with a key must be in a transparency log unless transparencyLog is false')
    return { kind: 'key', keys, roots: await readTrustRoots(text) }
  }
  if (text === undefined) throw trustRootMissing('signatures with a certificate need an authority that issued it')
  return { kind: 'certificate', roots: await readTrustRoots(text) }
}

type Source = { readonly name: string; readonly list: () => Promise<Candidates> }

function sourcesOf(policy: SignaturePolicy, sources: SignatureSources, digest: string): readonly Source[] {
  const { repository, attestations } = sources
  const isProvenance = policy.type === 'provenance'
  const wanted = isProvenance ? provenanceType : signatureType
  return [
    // The registry can be filled by more people than the attestations of a repository.
    ...(attestations !== undefined && isProvenance
      ? [{ name: 'attestations', list: () => attestationCandidates(attestations, digest) }]
      : []),
    ...(repository === undefined
      ? []
      : [{ name: 'referrers', list: () => referrerCandidates(repository, digest, wanted) }]),
    ...(repository === undefined || isProvenance
      ? []
      : [{ name: 'signatures of cosign', list: () => classicCandidates(repository, digest) }]),
  ]
}

/** A source that does not answer cannot prove anything, but another one may. */
async function listed({ name, list }: Source, reasons: string[]): Promise<Candidates> {
  try {
    return await list()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    reasons.push(`the ${name} cannot be read: ${error.what}`)
    return { found: [], left: 0 }
  }
}

async function judge(
  candidate: Candidate,
  policy: SignaturePolicy,
  trust: Trust,
  digest: string,
  now: Date,
): Promise<Omit<Verified, 'digest' | 'method'>> {
  const { json, payload } = await candidate.load()
  const bundle = await readBundle(json)
  const { content } = bundle
  if (content.$case === 'messageSignature' && payload === undefined)
    throw new Refusal('signs bytes, not a statement about an image')
  const proof = await prove(bundle, payload, trust, now)
  const predicate =
    content.$case === 'dsseEnvelope'
      ? readStatement(
          content.dsseEnvelope.payloadType,
          content.dsseEnvelope.payload,
          digest,
          policy.type === 'provenance' ? provenanceType : signatureType,
        ).predicate
      : undefined
  return { ...satisfied(policy, proof, predicate), ...(proof.signedAt !== undefined && { signedAt: proof.signedAt }) }
}

function satisfied(
  policy: SignaturePolicy,
  { certificate, key }: Proof,
  predicate: unknown,
): Omit<Verified, 'digest' | 'method'> {
  if (policy.type === 'key') return { summary: `signed with the key sha256:${key}`, identity: `sha256:${key}` }
  if (certificate === undefined) throw new Refusal('has no certificate')
  const { subject, issuer } = certificate
  if (policy.type === 'keyless') {
    if (issuer !== policy.issuer) throw differs('issuer', policy.issuer, issuer)
    if (!matches(policy.subject, subject)) throw differs('subject', policy.subject, subject)
    return { summary: `signed by ${subject} (${issuer})`, identity: subject }
  }
  const build = checkBuild(policy, certificate, predicate)
  const commit = build.sourceCommit.slice(0, 12)
  return {
    summary: `built by ${build.repository}, ${build.workflow} for ${build.ref} at commit ${commit}`,
    identity: subject,
    ...build,
  }
}

function unsatisfied(
  image: RepositoryName,
  digest: string,
  policy: SignaturePolicy,
  reasons: readonly string[],
  left: number,
): UserError {
  const where = `${nameOf(image)}@${digest}`
  const wanted = {
    provenance: 'build provenance from GitHub',
    keyless: 'signature with a certificate',
    key: 'signature with a key',
  }[policy.type]
  if (reasons.length === 0)
    return new UserError(`The image has no ${wanted}: nothing is attached to its digest.`, {
      where,
      next: 'let the build attest or sign the digest that it pushes (of the index, for several platforms), then try again',
    })
  const more = reasons.length > shownReasons ? [`and ${reasons.length - shownReasons} more`] : []
  const unread = left > 0 ? [`${left} or more were not looked at: an image should not have so many`] : []
  const all = [...reasons.slice(0, shownReasons), ...more, ...unread].map((reason) => `\n    - ${reason}`).join('')
  return new UserError(`The image has no ${wanted} that satisfies the policy:${all}`, {
    where,
    next: 'do not deploy it before this is understood; mend the policy if it is the policy that is wrong',
  })
}
