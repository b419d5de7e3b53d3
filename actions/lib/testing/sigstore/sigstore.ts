// A Sigstore of our own for tests: authority, logs, timestamps, and bundles signed under them.
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { initializeCA, initializeCTLog, initializeTLog, initializeTSA } from '@sigstore/mock'
import { HashAlgorithm, PublicKeyDetails, TransparencyLogEntry, TrustedRoot } from '@sigstore/protobuf-specs'

export type SigstoreOptions = {
  /** Which witnesses the trust root lists, and which ones sign. All of them unless told otherwise. */
  readonly log?: boolean
  readonly certificateLog?: boolean
  readonly timestamps?: boolean
}

export type Identity = {
  /** URL in the certificate. */
  readonly subject: string
  /** Values by the last number of Fulcio's object identifiers (1.3.6.1.4.1.57264.1.x). */
  readonly extensions: Readonly<Record<number, string>>
}

export type Signer =
  | { readonly kind: 'certificate'; readonly der: Buffer; readonly privateKey: KeyObject }
  | { readonly kind: 'key'; readonly privateKey: KeyObject }

export type Signing = {
  readonly signer: Signer
  readonly payload: string
  readonly payloadType?: string
  /** Which witnesses see the signature: those that the trust root lists, unless told otherwise. */
  /** `version 2` is Rekor's second version, which signs no time. */
  readonly log?: boolean | 'without promise' | 'version 2'
  readonly timestamp?: boolean
  /** When they see it. */
  readonly at?: Date
}

export type Sigstore = {
  /** Text of its `trusted_root.json`. */
  readonly trustedRoot: string
  /** When certificates become valid; they are for ten minutes. */
  readonly issuedAt: Date
  readonly certify: (identity: Identity) => Promise<Signer>
  /** A bundle (version 0.3) with a DSSE envelope, as parsed JSON. */
  readonly signEnvelope: (signing: Signing) => Promise<JsonObject>
  /** The annotations of a signature of cosign's old format. */
  readonly signClassic: (signing: Signing) => Promise<Record<string, string>>
  /** What answers real tools over HTTP, in services.ts. */
  readonly authority: Awaited<ReturnType<typeof initializeCA>>
  /** Logs an entry, now. */
  readonly logEntry: (entry: object) => Promise<object>
}

export type JsonObject = { [name: string]: unknown }

type LogEntry = {
  readonly body: string
  readonly integratedTime: number
  readonly logID: string
  readonly logIndex: number
  readonly verification: { readonly inclusionProof: JsonObject; readonly signedEntryTimestamp: string }
}

const arc = '1.3.6.1.4.1.57264.1'
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

export const newKey = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

export async function createSigstore(options: SigstoreOptions = {}): Promise<Sigstore> {
  const { log = true, certificateLog = true, timestamps = true } = options
  const [caKey, ctKey, logKey, tsaKey] = [newKey(), newKey(), newKey(), newKey()]
  // The authorities' own certificates are valid from now on: what they sign comes a minute later, on a full second.
  const issuedAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000)
  const soon = new Date(issuedAt.getTime() + 60_000)
  const ctlog = await initializeCTLog(ctKey, issuedAt)
  const authority = await initializeCA(caKey, certificateLog ? ctlog : (undefined as never), issuedAt)
  const url = 'https://rekor.example.com'
  const tsa = await initializeTSA(tsaKey, soon)

  const root = TrustedRoot.toJSON({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    certificateAuthorities: [authorityOf([bytesOf(authority.rootCertificate)])],
    timestampAuthorities: timestamps ? [authorityOf([bytesOf(tsa.intCertificate), bytesOf(tsa.rootCertificate)])] : [],
    tlogs: log ? [logOf(url, logKey.publicKey)] : [],
    ctlogs: certificateLog ? [logOf('https://ctfe.example.com', ctKey.publicKey)] : [],
  })

  const certify = async ({ subject, extensions }: Identity): Promise<Signer> => {
    const { publicKey, privateKey } = newKey()
    const der = await authority.issueCertificate({
      publicKey: publicKey.export({ type: 'spki', format: 'der' }),
      subjectAltName: subject,
      extensions: Object.entries(extensions).map(([number, value]) => ({
        oid: `${arc}.${number}`,
        value,
        // The first six are text without any encoding around it.
        legacy: Number(number) <= 6,
      })),
    })
    return { kind: 'certificate', der: bytesOf(der), privateKey }
  }

  const witness = async (signing: Signing, signature: Buffer, entry: JsonObject) => {
    const at = signing.at ?? soon
    const logged = signing.log ?? log
    const tlog = await initializeTLog(url, logKey, at)
    const entries =
      logged === false || logged === 'version 2' ? [] : (Object.values(await tlog.log(entry)) as unknown as LogEntry[])
    if (!(signing.timestamp ?? timestamps)) return { entries, stamps: [] }
    // Another clock is another service, with the same key and name.
    const service = signing.at === undefined ? tsa : await initializeTSA(tsaKey, at)
    const token = await service.timestamp({
      artifactHash: sha256(signature),
      hashAlgorithmOID: '2.16.840.1.101.3.4.2.1',
      nonce: 1,
      policyOID: '1.2.3.4.1',
    })
    return { entries, stamps: [base64(bytesOf(token))] }
  }

  const signEnvelope = async (signing: Signing): Promise<JsonObject> => {
    const { signer, payload, payloadType = 'application/vnd.in-toto+json' } = signing
    const encoded = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${Buffer.byteLength(payload)} ${payload}`
    const signature = sign('sha256', Buffer.from(encoded), signer.privateKey)
    const dsseEnvelope = {
      payload: base64(Buffer.from(payload)),
      payloadType,
      signatures: [{ sig: base64(signature) }],
    }
    const { entries, stamps } = await witness(signing, signature, {
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: {
        envelopeHash: { algorithm: 'sha256', value: sha256(JSON.stringify(dsseEnvelope)).toString('hex') },
        payloadHash: { algorithm: 'sha256', value: sha256(payload).toString('hex') },
        signatures: [{ signature: base64(signature), verifier: base64(Buffer.from(verifierPem(signer))) }],
      },
    })
    return {
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      dsseEnvelope,
      verificationMaterial: {
        ...(signer.kind === 'certificate'
          ? { certificate: { rawBytes: base64(signer.der) } }
          : { publicKey: { hint: base64(sha256(spki(signer.privateKey))) } }),
        tlogEntries:
          signing.log === 'version 2'
            ? [await secondVersion(await initializeTLog(url, logKey, soon), signer, payload, signature)]
            : entries.map((entry) => bundled(entry, signing.log !== 'without promise')),
        timestampVerificationData: { rfc3161Timestamps: stamps.map((signedTimestamp) => ({ signedTimestamp })) },
      },
    }
  }

  const signClassic = async (signing: Signing): Promise<Record<string, string>> => {
    const { signer, payload } = signing
    const signature = sign('sha256', Buffer.from(payload), signer.privateKey)
    const { entries, stamps } = await witness(signing, signature, {
      apiVersion: '0.0.1',
      kind: 'hashedrekord',
      spec: {
        data: { hash: { algorithm: 'sha256', value: sha256(payload).toString('hex') } },
        signature: { content: base64(signature), publicKey: { content: base64(Buffer.from(verifierPem(signer))) } },
      },
    })
    const [entry] = entries
    const [stamp] = stamps
    return {
      'dev.cosignproject.cosign/signature': base64(signature),
      ...(signer.kind === 'certificate' && { 'dev.sigstore.cosign/certificate': verifierPem(signer) }),
      ...(entry && {
        'dev.sigstore.cosign/bundle': JSON.stringify({
          SignedEntryTimestamp: entry.verification.signedEntryTimestamp,
          Payload: {
            body: entry.body,
            integratedTime: entry.integratedTime,
            logIndex: entry.logIndex,
            logID: entry.logID,
          },
        }),
      }),
      ...(stamp && { 'dev.sigstore.cosign/rfc3161timestamp': JSON.stringify({ SignedRFC3161Timestamp: stamp }) }),
    }
  }
  const logEntry = async (entry: object) => (await initializeTLog(url, logKey, soon)).log(entry)
  const trustedRoot = JSON.stringify(root)
  return { trustedRoot, issuedAt, certify, signEnvelope, signClassic, authority, logEntry }
}

const bytesOf = (view: ArrayBufferView): Buffer => Buffer.from(view.buffer, view.byteOffset, view.byteLength)
const spki = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' })

function verifierPem(signer: Signer): string {
  if (signer.kind === 'key')
    return createPublicKey(signer.privateKey).export({ type: 'spki', format: 'pem' }).toString()
  const lines = base64(signer.der).match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function authorityOf(certificates: readonly Buffer[]) {
  return {
    subject: { commonName: 'tests', organization: 'tests' },
    uri: 'https://authority.example.com',
    operator: 'tests',
    certChain: { certificates: certificates.map((rawBytes) => ({ rawBytes })) },
    validFor: { start: new Date(0) },
  }
}

function logOf(baseUrl: string, publicKey: KeyObject) {
  const rawBytes = publicKey.export({ type: 'spki', format: 'der' })
  return {
    baseUrl,
    operator: 'tests',
    hashAlgorithm: HashAlgorithm.SHA2_256,
    logId: { keyId: sha256(rawBytes) },
    checkpointKeyId: undefined,
    publicKey: {
      rawBytes,
      keyDetails: PublicKeyDetails.PKIX_ECDSA_P256_SHA_256,
      validFor: { start: new Date(0) },
    },
  }
}

/** The log's answer in the form that bundles have. */
function bundled({ body, integratedTime, logID, logIndex, verification }: LogEntry, withPromise: boolean): JsonObject {
  const { kind, apiVersion } = JSON.parse(Buffer.from(body, 'base64').toString('utf8'))
  const proof = verification.inclusionProof as { readonly rootHash: string; readonly checkpoint: string }
  return {
    logIndex: String(logIndex),
    logId: { keyId: Buffer.from(logID, 'hex').toString('base64') },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(integratedTime),
    ...(withPromise && { inclusionPromise: { signedEntryTimestamp: verification.signedEntryTimestamp } }),
    inclusionProof: {
      logIndex: '0',
      treeSize: '1',
      rootHash: Buffer.from(proof.rootHash, 'hex').toString('base64'),
      hashes: [],
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: body,
  }
}

/** Source: sigstore/protobuf-specs, protos/rekor/v2. */
async function secondVersion(
  tlog: Awaited<ReturnType<typeof initializeTLog>>,
  signer: Signer,
  payload: string,
  signature: Buffer,
): Promise<unknown> {
  const rawBytes = base64(signer.kind === 'certificate' ? signer.der : spki(signer.privateKey))
  const verifier = signer.kind === 'certificate' ? { x509Certificate: { rawBytes } } : { publicKey: { rawBytes } }
  const entry = {
    apiVersion: '0.0.2',
    kind: 'dsse',
    spec: {
      dsseV002: {
        payloadHash: { algorithm: 'SHA2_256', digest: base64(sha256(payload)) },
        signatures: [{ content: base64(signature), verifier: { ...verifier, keyDetails: 'PKIX_ECDSA_P256_SHA_256' } }],
      },
    },
  }
  const logged = await tlog.logV2(entry as never)
  // Every entry is the first of a log of its own.
  const inclusionProof = logged.inclusionProof && { ...logged.inclusionProof, logIndex: '0' }
  return TransparencyLogEntry.toJSON({ ...logged, integratedTime: '0', inclusionProof })
}
