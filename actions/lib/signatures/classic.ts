// Signatures as cosign wrote them before version 3: a payload that names the digest, and all else in annotations.
import { createHash, X509Certificate } from 'node:crypto'
import { Refusal, show } from './refusal.ts'

export const classicPayloadType = 'application/vnd.dev.cosign.simplesigning.v1+json'

const protobufHashes = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' } as const
type Hash = keyof typeof protobufHashes
const isHash = (name: unknown): name is Hash => typeof name === 'string' && Object.hasOwn(protobufHashes, name)

type Annotations = Readonly<Record<string, string>>

/**
 * The same signature as a Sigstore bundle (version 0.1, whose log entries carry the log's promise), so that one code checks
 * both. The payload must name the digest. Throws a Refusal when it does not, or when parts are missing.
 * Source: sigstore/cosign, specs/SIGNATURE_SPEC.md.
 */
export function classicBundle(annotations: Annotations, payload: Buffer, digest: string): unknown {
  checkPayload(payload, digest)
  const signature = annotations['dev.cosignproject.cosign/signature']
  if (signature === undefined || signature === '') throw new Refusal('has no signature')
  const certificate = annotations['dev.sigstore.cosign/certificate']
  const logged = annotations['dev.sigstore.cosign/bundle']
  const entry = logged === undefined ? undefined : readLogEntry(logged)
  const hash = entry?.hash ?? 'sha256'
  const stamped = annotations['dev.sigstore.cosign/rfc3161timestamp']
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1',
    messageSignature: {
      // Computed here: the log's entry must be about these bytes.
      messageDigest: { algorithm: protobufHashes[hash], digest: createHash(hash).update(payload).digest('base64') },
      signature,
    },
    verificationMaterial: {
      ...(certificate === undefined || certificate === ''
        ? { publicKey: { hint: '' } }
        : { x509CertificateChain: { certificates: [{ rawBytes: derOf(certificate) }] } }),
      tlogEntries: entry === undefined ? [] : [entry.json],
      timestampVerificationData: {
        rfc3161Timestamps: stamped === undefined ? [] : [{ signedTimestamp: timestamp(stamped) }],
      },
    },
  }
}

function checkPayload(payload: Buffer, digest: string): void {
  const { type, image } = object(object(parse(payload.toString('utf8'), 'payload')).critical)
  if (type !== 'cosign container image signature')
    throw new Refusal(`has a payload of the type ${show(String(type))}, which is not a signature of an image`)
  const found = object(image)['docker-manifest-digest']
  if (found !== digest) throw new Refusal(`is about ${show(String(found))}, not about ${digest}`)
}

/** The log's answer to cosign. Its promise covers these four values; the body says which signature it is about. */
function readLogEntry(text: string): { readonly json: unknown; readonly hash: Hash } {
  const { SignedEntryTimestamp: promise, Payload: payload } = object(parse(text, 'log entry'))
  const { body, integratedTime, logIndex, logID } = object(payload)
  if (typeof body !== 'string' || typeof logID !== 'string') throw new Refusal('has a log entry that cannot be read')
  const { kind, apiVersion, spec } = object(parse(Buffer.from(body, 'base64').toString('utf8'), 'log entry'))
  if (kind !== 'hashedrekord') throw new Refusal(`has a log entry of the kind ${show(String(kind))}, not hashedrekord`)
  const { algorithm } = object(object(object(spec).data).hash)
  const hash = isHash(algorithm) ? algorithm : 'sha256'
  const json = {
    logIndex: String(logIndex),
    logId: { keyId: Buffer.from(logID, 'hex').toString('base64') },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(integratedTime),
    inclusionPromise: { signedEntryTimestamp: promise },
    canonicalizedBody: body,
  }
  return { json, hash }
}

const timestamp = (text: string) => object(parse(text, 'timestamp')).SignedRFC3161Timestamp

function derOf(pem: string): string {
  try {
    return new X509Certificate(pem).raw.toString('base64')
  } catch {
    throw new Refusal('has a certificate that cannot be read')
  }
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`has a ${what} that is not JSON`)
  }
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
