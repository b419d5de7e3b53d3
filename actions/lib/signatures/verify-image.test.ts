import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openRepository } from '../registry/repository.ts'
import { startRegistry } from '../testing/registry/registry.ts'
import { digest, failure, later, ours, statement, verify } from '../testing/sigstore/github-build.ts'
import { createSigstore, newKey, type Signer, type Signing } from '../testing/sigstore/sigstore.ts'
import type { KeylessPolicy, KeyPolicy, SignaturePolicy } from './policy.ts'

const repository = 'team/api'
const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const payloadType = 'application/vnd.dev.cosign.simplesigning.v1+json'
const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const issuer = 'https://token.actions.githubusercontent.com'
const subject = 'https://github.com/your-org/api/.github/workflows/build.yml@refs/tags/v1.2.3'

const keyless: KeylessPolicy = { type: 'keyless', issuer, subject }
const pair = newKey()
const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()
const byKey: KeyPolicy = { type: 'key', publicKeys: [pem(pair.publicKey)] }
const keySigner: Signer = { kind: 'key', privateKey: pair.privateKey }

/** What cosign 3 signs. Seen in what it writes; its own verdict is in cosign.tools.test.ts. */
const cosignStatement = (more: object = {}) =>
  statement({ predicateType: 'https://sigstore.dev/cosign/sign/v1', predicate: {}, ...more })

/** What cosign signed before. Source: sigstore/cosign, specs/SIGNATURE_SPEC.md. */
const cosignPayload = (image = digest, type = 'cosign container image signature') =>
  JSON.stringify({
    critical: {
      identity: { 'docker-reference': 'ghcr.io/team/api' },
      image: { 'docker-manifest-digest': image },
      type,
    },
    optional: null,
  })

type Attached = { readonly signing: Partial<Signing>; readonly change?: (annotations: Record<string, string>) => void }

/** Attaches a bundle, or a signature of the old format, and verifies the image by it. */
async function verifyAttached(format: 'bundle' | 'classic', policy: SignaturePolicy, attached: Attached, more = {}) {
  await using registry = await startRegistry()
  const { change = () => {}, signing } = attached
  const signer = signing.signer ?? keySigner
  if (format === 'bundle') {
    const bundle = await ours.signEnvelope({ signer, payload: cosignStatement(), ...signing })
    const layers = [{ mediaType: bundleType, bytes: Buffer.from(JSON.stringify(bundle)) }]
    registry.attach({ repository, subject: digest, artifactType: bundleType, layers })
  } else {
    const payload = signing.payload ?? cosignPayload()
    const annotations = await ours.signClassic({ signer, payload, ...signing })
    change(annotations)
    const layer = registry.store.putBlob(repository, Buffer.from(payload))
    const layers = [{ mediaType: payloadType, digest: layer, size: payload.length, annotations }]
    const manifest = { schemaVersion: 2, mediaType: manifestType, layers }
    const tag = `${digest.replace(':', '-')}.sig`
    registry.store.putManifest(repository, manifestType, Buffer.from(JSON.stringify(manifest)), tag)
  }
  const sources = { repository: openRepository({ registry: registry.host, repository }) }
  return await verify([], { policy, sources, ...more })
}

const certified = (more: { subject?: string; issuer?: string } = {}) =>
  ours.certify({ subject: more.subject ?? subject, extensions: { 8: more.issuer ?? issuer } })

describe.each(['bundle', 'classic'] as const)('a certificate, %s', (format) => {
  test.each([subject, 'https://github.com/your-org/api/*', `${subject.slice(0, -5)}*`])('of %s', async (wanted) => {
    const attached = { signing: { signer: await certified() } }
    expect(await verifyAttached(format, { ...keyless, subject: wanted }, attached)).toEqual({
      digest,
      method: 'keyless',
      identity: subject,
      summary: `signed by ${subject} (${issuer})`,
      signedAt: new Date(ours.issuedAt.getTime() + 60_000),
    })
  })

  test.each([
    [{}, { subject: 'https://github.com/your-org/web/*' }, /has the subject .*api.*, wanted is .*web/],
    [{}, { subject: subject.slice(0, -1) }, /has the subject .*v1\.2\.3, wanted is .*v1\.2\.\n/],
    [{ subject: 'https://github.com/your-org/api-evil/x' }, { subject: 'https://github.com/your-org/api/*' }, /evil/],
    [{ issuer: 'https://accounts.example.com' }, {}, /has the issuer https:\/\/accounts.example.com, wanted is https/],
  ])('with %j is not what %j wants', async (made, wishes, message) => {
    const attached = { signing: { signer: await certified(made) } }
    expect(await failure(verifyAttached(format, { ...keyless, ...wishes }, attached))).toMatch(message)
  })

  test('is no key', async () => {
    const message = await failure(verifyAttached(format, byKey, { signing: { signer: await certified() } }))
    expect(message).toContain('was signed with a certificate, not with one of the keys')
  })

  test('must have signed while it was valid', async () => {
    const at = new Date(ours.issuedAt.getTime() + 60 * 60 * 1000)
    const message = await failure(verifyAttached(format, keyless, { signing: { signer: await certified(), at } }))
    expect(message).toMatch(/has a certificate that was valid from .* to .* only, signed at/)
  })

  test('must be in the log', async () => {
    const message = await failure(
      verifyAttached(format, keyless, { signing: { signer: await certified(), log: false } }),
    )
    expect(message).toContain('has no entry of a transparency log')
  })

  test('needs a trust root', async () => {
    const attached = { signing: { signer: await certified() } }
    const message = await failure(verifyAttached(format, keyless, attached, { trustedRoot: undefined }))
    expect(message).toMatch(/^Nothing was verified: /)
    const { trustedRoot } = await createSigstore({ timestamps: false })
    expect(await failure(verifyAttached(format, keyless, attached, { trustedRoot }))).toContain('satisfies the policy')
  })
})

describe.each(['bundle', 'classic'] as const)('a key, %s', (format) => {
  const others = [newKey(), newKey()].map(({ publicKey }) => pem(publicKey))

  test.each([
    ['logged', byKey, {}],
    ['not logged, when nobody minds', { ...byKey, transparencyLog: false }, { log: false, timestamp: false }],
    ['one of several', { ...byKey, publicKeys: [...others, ...byKey.publicKeys] }, {}],
  ])('%s', async (_, policy, signing) => {
    const found = await verifyAttached(format, policy, { signing })
    expect(found).toMatchObject({ digest, method: 'key', identity: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
  })

  test('needs no trust root when it need not be logged, and then says no time', async () => {
    const policy = { ...byKey, transparencyLog: false }
    const found = await verifyAttached(format, policy, { signing: {} }, { trustedRoot: undefined })
    expect(found).toMatchObject({ digest })
    expect(found).not.toHaveProperty('signedAt')
  })

  test.each([
    [
      'another',
      { ...byKey, publicKeys: others },
      {},
      /was not signed with one of the 2 keys, or its contents were changed/,
    ],
    ['not logged', byKey, { log: false }, /has no entry of a transparency log, and must have one/],
    ['for no certificate', keyless, {}, /was signed with a key, not with a certificate/],
  ] as const)('%s', async (_, policy, signing, message) => {
    expect(await failure(verifyAttached(format, policy, { signing }))).toMatch(message)
  })

  test('needs a trust root for the log', async () => {
    const message = await failure(verifyAttached(format, byKey, { signing: {} }, { trustedRoot: undefined }))
    expect(message).toMatch(/^Nothing was verified: signatures with a key must be in a transparency log unless/)
    const { trustedRoot } = await createSigstore({ log: false })
    const nowhere = { signing: { log: false, timestamp: false } }
    expect(await failure(verifyAttached(format, byKey, nowhere, { trustedRoot }))).toContain('has no entry of a transp')
    expect(await failure(verifyAttached(format, byKey, { signing: { timestamp: false } }, { trustedRoot }))).toContain(
      'has a log entry that no log of the trust root has signed',
    )
  })
})

/** Another signature with the same key about the same image. */
const stranger = await ours.signClassic({ signer: keySigner, payload: cosignPayload() })

describe('what cosign signed', () => {
  test.each([
    ['another digest', cosignStatement({ subject: [{ digest: { sha256: 'e'.repeat(64) } }] }), /is about sha256:eee/],
    [
      'a report, not the image',
      statement(),
      /is of the type https:\/\/slsa.dev\/provenance\/v1, wanted is .*cosign\/sign/,
    ],
  ])('in a bundle, about %s', async (_, payload, message) => {
    expect(await failure(verifyAttached('bundle', byKey, { signing: { payload } }))).toMatch(message)
  })

  test.each([
    ['another digest', cosignPayload(`sha256:${'e'.repeat(64)}`), /is about sha256:eee.*, not about sha256:ddd/],
    ['something else', cosignPayload(digest, 'atomic container signature'), /has a payload of the type atomic/],
    ['nothing', '{}', /has a payload of the type undefined/],
    ['no JSON', '', /has a payload that is not JSON/],
  ])('in its old format, about %s', async (_, payload, message) => {
    expect(await failure(verifyAttached('classic', byKey, { signing: { payload } }))).toMatch(message)
  })

  const swap = (name: string) => (annotations: Record<string, string>) => {
    annotations[name] = stranger[name] ?? ''
  }
  const set = (name: string, value: string) => (annotations: Record<string, string>) => {
    annotations[name] = value
  }
  const log = 'dev.sigstore.cosign/bundle'
  const signature = 'dev.cosignproject.cosign/signature'
  const certificate = 'dev.sigstore.cosign/certificate'
  const time = 'dev.sigstore.cosign/rfc3161timestamp'
  const entry = JSON.parse(stranger[log] ?? '') as { SignedEntryTimestamp: string; Payload: Record<string, unknown> }
  const entryWith = (change: object) => JSON.stringify({ ...entry, Payload: { ...entry.Payload, ...change } })
  const rekord = Buffer.from(JSON.stringify({ kind: 'rekord', apiVersion: '0.0.1', spec: {} })).toString('base64')
  test.each([
    ['another’s log entry', swap(log), /has a log entry about something else \(signature mismatch\)/],
    ['another’s signature', swap(signature), /has a timestamp that no authority/],
    ['another’s time', swap(time), /has a timestamp that no authority/],
    [
      'another log entry’s time',
      set(log, entryWith({ integratedTime: 1 })),
      /has a log entry that no log of the trust/,
    ],
    ['another log', set(log, entryWith({ logID: '00' })), /has a log entry that no log of the trust root has signed/],
    ['an entry of another kind', set(log, entryWith({ body: rekord })), /has a log entry of the kind rekord/],
    ['an entry without a body', set(log, entryWith({ body: 5 })), /has a log entry that cannot be read/],
    ['an empty entry', set(log, '{}'), /has a log entry that cannot be read/],
    ['no JSON for an entry', set(log, '{'), /has a log entry that is not JSON/],
    ['no JSON for a time', set(time, '{'), /has a timestamp that is not JSON/],
    ['no signature', set(signature, ''), /has no signature/],
    ['a broken signature', set(signature, 'AAAA'), /satisfies the policy/],
    ['a broken certificate', set(certificate, 'x'), /has a certificate that cannot be read/],
  ])('in its old format, with %s', async (_, change, message) => {
    expect(await failure(verifyAttached('classic', byKey, { signing: {}, change }))).toMatch(message)
  })
})

describe('policies that are a mistake', () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' })
  const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const root = JSON.parse(ours.trustedRoot).certificateAuthorities[0].certChain.certificates[0].rawBytes as string
  const authority = new X509Certificate(Buffer.from(root, 'base64')).toString()
  const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

  test.each<[string, SignaturePolicy, RegExp]>([
    ['no key', { type: 'key', publicKeys: [] }, /it has no public key, or too many/],
    [
      'many keys',
      { type: 'key', publicKeys: Array.from({ length: 21 }, () => pem(rsa)) },
      /no public key, or too many/,
    ],
    [
      'a private key',
      { type: 'key', publicKeys: [pem(rsa), secret] },
      /A private key stands where[\s\S]*public key 2 of 2/,
    ],
    ['a certificate', { type: 'key', publicKeys: [authority] }, /This is not a public key/],
    ['text', { type: 'key', publicKeys: ['-----BEGIN PUBLIC KEY-----\nx'] }, /This is not a public key/],
    ['a short key', { type: 'key', publicKeys: [pem(weak.publicKey)] }, /This kind of key is not accepted/],
    ['an odd curve', { type: 'key', publicKeys: [pem(koblitz.publicKey)] }, /This kind of key is not accepted/],
    ['every subject', { ...keyless, subject: '*' }, /lets in strangers/],
    ['every owner that begins alike', { ...keyless, subject: 'https://github.com/your-org*' }, /lets in strangers/],
    ['every mail address', { ...keyless, subject: 'someone@*' }, /lets in strangers/],
    ['two stars', { ...keyless, subject: 'https://github.com/*/api/*' }, /is not a subject/],
    ['no subject', { ...keyless, subject: '' }, /is not a subject/],
    ['no issuer', { ...keyless, issuer: '' }, /is not the URL of an issuer/],
    ['an issuer with a star', { ...keyless, issuer: 'https://*' }, /is not the URL of an issuer/],
  ])('%s', async (_, policy, message) => {
    const said = await failure(verify([], { policy }))
    expect(said).toMatch(message)
    expect(said).not.toContain(secret.split('\n')[1])
  })
})

test('an image without a signature has none', async () => {
  await using registry = await startRegistry()
  registry.pushImage({ repository, tag: '1' })
  const sources = { repository: openRepository({ registry: registry.host, repository }) }
  expect(await failure(verify([], { policy: byKey, sources, now: later(ours) }))).toMatch(
    /^The image has no signature with a key: nothing is attached to its digest\.\n {2}at: ghcr\.io\/your-org\/api@sha256:d/,
  )
})
