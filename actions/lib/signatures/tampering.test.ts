import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attest,
  digest,
  failure,
  type Made,
  ours,
  ref,
  statement,
  url,
  verify,
} from '../testing/sigstore/github-build.ts'

/** Changes a part. */
const set = (part: object, change: object) => void Object.assign(part, change)

describe('a bundle that was changed', () => {
  type Bundle = {
    mediaType: string
    dsseEnvelope?: { payload: string; signatures: { sig: string }[] }
    messageSignature?: unknown
    verificationMaterial: {
      certificate?: { rawBytes: string }
      x509CertificateChain?: unknown
      publicKey?: unknown
      tlogEntries: {
        logIndex: string
        canonicalizedBody: string
        integratedTime: string
        inclusionPromise?: { signedEntryTimestamp: string }
        inclusionProof?: { logIndex: string; rootHash: string; checkpoint: { envelope: string } }
      }[]
      timestampVerificationData: { rfc3161Timestamps: { signedTimestamp: string }[] }
    }
  }
  const changed = async (change: (bundle: Bundle, other: Bundle) => void, made: Made = {}) => {
    const [bundle, stranger] = (await Promise.all([
      attest(made),
      attest({ subject: `${url}/x@${ref}`, ...made }),
    ])) as unknown as [Bundle, Bundle]
    change(bundle, stranger)
    return verify([bundle])
  }
  const entry = ({ verificationMaterial }: Bundle) =>
    verificationMaterial.tlogEntries[0] as NonNullable<Bundle['verificationMaterial']['tlogEntries'][0]>
  const envelope = ({ dsseEnvelope }: Bundle) => dsseEnvelope as NonNullable<Bundle['dsseEnvelope']>
  const base64 = (text: string) => Buffer.from(text).toString('base64')

  test.each<[string, (bundle: Bundle, other: Bundle) => void, string]>([
    [
      'in its statement',
      (bundle) => set(envelope(bundle), { payload: base64(statement({ predicate: {} })) }),
      'has a log entry about something else',
    ],
    [
      'in its statement, and is not logged',
      (bundle) => {
        envelope(bundle).payload = base64(statement({ predicate: {} }))
        bundle.verificationMaterial.tlogEntries = []
      },
      'has no entry of a transparency log, and must have one',
    ],
    [
      'in its signature',
      (bundle, other) => set(envelope(bundle), { signatures: envelope(other).signatures }),
      'has a timestamp that no authority',
    ],
    [
      'in its certificate',
      (bundle, other) =>
        set(bundle.verificationMaterial, {
          certificate: other.verificationMaterial.certificate as { rawBytes: string },
        }),
      'has a signature that does not fit its contents',
    ],
    [
      'to have no log entry',
      (bundle) => set(bundle.verificationMaterial, { tlogEntries: [] }),
      'has no entry of a transparency log',
    ],
    [
      'to have another’s log entry',
      (bundle, other) => set(bundle.verificationMaterial, { tlogEntries: other.verificationMaterial.tlogEntries }),
      'has a log entry about something else',
    ],
    [
      'in its log entry',
      (bundle, other) => set(entry(bundle), { canonicalizedBody: entry(other).canonicalizedBody }),
      'has a log entry that no log of the trust root has signed',
    ],
    [
      'in the log’s promise',
      (bundle, other) =>
        set(entry(bundle), { inclusionPromise: entry(other).inclusionPromise as { signedEntryTimestamp: string } }),
      'has a log entry that no log of the trust root has signed (inclusion promise',
    ],
    [
      'in the log’s proof',
      (bundle, other) => set(entry(bundle), { inclusionProof: entry(other).inclusionProof as never }),
      'has a log entry that no log of the trust root has signed (calculated root hash',
    ],
    [
      'in the time of its log entry',
      (bundle) => set(entry(bundle), { integratedTime: String(Number(entry(bundle).integratedTime) - 5) }),
      'has a log entry that no log of the trust root has signed',
    ],
    ['to have no proof', (bundle) => void delete entry(bundle).inclusionProof, 'is not a Sigstore bundle'],
    [
      'to have another’s timestamp',
      (bundle, other) =>
        set(bundle.verificationMaterial, {
          timestampVerificationData: other.verificationMaterial.timestampVerificationData,
        }),
      'has a timestamp that no authority of the trust root has signed',
    ],
    [
      'to have a broken timestamp',
      (bundle) =>
        set(bundle.verificationMaterial, {
          timestampVerificationData: {
            rfc3161Timestamps: [{ signedTimestamp: 'AAAA' }],
          },
        }),
      'cannot be read',
    ],
    [
      'to have no time',
      (bundle) => {
        bundle.verificationMaterial.timestampVerificationData = { rfc3161Timestamps: [] }
        delete entry(bundle).inclusionPromise
      },
      'has nothing that proves when it was signed',
    ],
    [
      'to have a chain',
      (bundle) => {
        bundle.verificationMaterial.x509CertificateChain = { certificates: [bundle.verificationMaterial.certificate] }
        delete bundle.verificationMaterial.certificate
      },
      'is not a Sigstore bundle',
    ],
    [
      'to name a key',
      (bundle) => {
        delete bundle.verificationMaterial.certificate
        bundle.verificationMaterial.publicKey = { hint: 'x' }
      },
      'was signed with a key, not with a certificate',
    ],
    [
      'to have two signatures',
      (bundle, other) => void envelope(bundle).signatures.push(...envelope(other).signatures),
      'is not a Sigstore bundle',
    ],
    ['to have no signature', (bundle) => set(envelope(bundle), { signatures: [] }), 'is not a Sigstore bundle'],
    [
      'to sign bytes',
      (bundle) => {
        delete bundle.dsseEnvelope
        bundle.messageSignature = {
          messageDigest: { algorithm: 'SHA2_256', digest: base64('x') },
          signature: base64('x'),
        }
      },
      'signs bytes, not a statement about an image',
    ],
    [
      'to be of another version',
      (bundle) => set(bundle, { mediaType: 'application/vnd.dev.sigstore.bundle.v0.9+json' }),
      'is a Sigstore bundle of a version that is not known',
    ],
    ['to be of another type', (bundle) => set(bundle, { mediaType: 'application/json' }), 'is not a Sigstore bundle'],
    [
      'to have a broken certificate',
      (bundle) => set(bundle.verificationMaterial, { certificate: { rawBytes: 'AAAA' } }),
      'has a certificate that cannot be read',
    ],
    [
      'to have the authority’s own certificate',
      (bundle) => {
        const root = JSON.parse(ours.trustedRoot) as {
          certificateAuthorities: { certChain: { certificates: { rawBytes: string }[] } }[]
        }
        bundle.verificationMaterial.certificate = root.certificateAuthorities[0]?.certChain.certificates[0] as {
          rawBytes: string
        }
      },
      'has a certificate that is not for signing code',
    ],
    [
      'to have many log entries',
      (bundle) => set(bundle.verificationMaterial, { tlogEntries: Array.from({ length: 9 }, () => entry(bundle)) }),
      'has more than 8 log entries or timestamps',
    ],
    [
      'to have the same time twice',
      (bundle) => void bundle.verificationMaterial.tlogEntries.push(entry(bundle)),
      'duplicate timestamp',
    ],
    [
      'to have a number without end',
      (bundle) => set(entry(bundle), { logIndex: '9'.repeat(1000) }),
      'has a log entry with an odd checkpoint',
    ],
    [
      'to have a regular expression for a name',
      (bundle) => {
        const proof = entry(bundle).inclusionProof as NonNullable<ReturnType<typeof entry>['inclusionProof']>
        proof.checkpoint.envelope = proof.checkpoint.envelope.replace(/\u2014 \S+ /, '\u2014 ((.*)*)*x ')
      },
      'has a log entry with an odd checkpoint',
    ],
  ])('%s proves nothing', async (_, change, message) => {
    expect(await failure(changed(change))).toContain(message)
  })

  test('in any byte proves nothing', async () => {
    const whole = JSON.stringify(await attest())
    const places: readonly ((bundle: Bundle) => [object, string])[] = [
      (bundle) => [envelope(bundle), 'payload'],
      (bundle) => [envelope(bundle).signatures[0] as object, 'sig'],
      (bundle) => [bundle.verificationMaterial.certificate as object, 'rawBytes'],
      (bundle) => [entry(bundle), 'canonicalizedBody'],
      (bundle) => [entry(bundle).inclusionPromise as object, 'signedEntryTimestamp'],
    ]
    const change = fc.record({ place: fc.constantFrom(...places), at: fc.nat(), bit: fc.nat(7) })
    await fc.assert(
      fc.asyncProperty(change, async ({ place, at, bit }) => {
        const bundle = JSON.parse(whole) as Bundle
        const [holder, name] = place(bundle) as [Record<string, string>, string]
        const bytes = Buffer.from(holder[name] ?? '', 'base64')
        // What a certificate's issuer has signed; behind it, OpenSSL overlooks how many bits of the signature do not count.
        const [from, length] = name === 'rawBytes' ? [4, 4 + bytes.readUInt16BE(6)] : [0, bytes.length]
        const index = from + (at % length)
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit)
        holder[name] = bytes.toString('base64')
        expect(await failure(verify([bundle]))).toContain('satisfies the policy')
      }),
      { numRuns: 150 },
    )
  })

  test.each(['null', '5', '"text"', '[]', '{}', '{"mediaType":5}', '{"verificationMaterial":{"tlogEntries":{}}}'])(
    'to %s proves nothing',
    async (text) => {
      expect(await failure(verify([JSON.parse(text)]))).toContain('attestation 1 of 1 is not a Sigstore bundle')
    },
  )
})

describe('time', () => {
  test('is not what a log of the second version says', async () => {
    const message = await failure(verify([await attest({ log: 'version 2', timestamp: false })]))
    expect(message).toContain('has nothing that proves when it was signed')
  })

  test('a certificate counts only for what was signed while it was valid', async () => {
    const at = new Date(ours.issuedAt.getTime() + 30 * 60 * 1000)
    const message = await failure(verify([await attest({ at })]))
    expect(message).toContain(`that was valid from ${ours.issuedAt.toISOString()} to `)
    expect(message).toContain(`only, signed at ${at.toISOString()}`)
  })

  test('what was signed in the future was not signed', async () => {
    const message = await failure(verify([await attest()], { now: new Date(ours.issuedAt.getTime() - 60 * 60 * 1000) }))
    expect(message).toContain('which is in the future')
  })

  test('but it counts for good, long after the certificate has expired', async () => {
    const now = new Date(ours.issuedAt.getTime() + 20 * 365 * 24 * 60 * 60 * 1000)
    expect(await verify([await attest()], { now })).toMatchObject({ digest })
  })
})
