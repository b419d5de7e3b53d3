// Holds our verdicts to cosign's: what it signs we accept, what our tests sign it judges as we do.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { goTool } from '../testing/native-tools.ts'
import type { TestRegistry } from '../testing/registry/registry.ts'
import { prepareCosign, registryWithImage, repository, ourVerdict as verdict } from '../testing/sigstore/cosign.ts'
import { ours } from '../testing/sigstore/github-build.ts'
import { identityToken, serveSigstore } from '../testing/sigstore/services.ts'
import { createSigstore, newKey, type Signer } from '../testing/sigstore/sigstore.ts'
import type { KeylessPolicy, KeyPolicy, SignaturePolicy } from './policy.ts'

const program = goTool('github.com/sigstore/cosign/v3/cmd/cosign', 'v3.1.3')
const cosign = prepareCosign(program ?? '')
afterAll(cosign.dispose)

const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const issuer = 'https://token.actions.githubusercontent.com'
const workflowRef = 'your-org/api/.github/workflows/build.yml@refs/heads/main'
const subject = `https://github.com/${workflowRef}`
const commit = 'c0ffee'.padEnd(40, '0')

const ourVerdict = (registry: TestRegistry, digest: string, policy: SignaturePolicy, sigstore = ours) =>
  verdict(registry, digest, policy, sigstore)

const passes = (promise: Promise<unknown>) =>
  promise.then(
    () => true,
    () => false,
  )

describe.skipIf(program === undefined)('what cosign signs, we accept', () => {
  const pairs = {
    'ecdsa-p256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    'ecdsa-p384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    'ecdsa-p521': () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
    'rsa-2048': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    'rsa-4096': () => generateKeyPairSync('rsa', { modulusLength: 4096 }),
  }
  const formats = [
    ['bundle', true, true],
    ['bundle behind the tag', true, false],
    ['classic', false, true],
  ] as const

  test.each(Object.keys(pairs).flatMap((kind) => formats.map((format) => [kind, ...format] as const)))(
    'with a key %s, as %s',
    async (kind, _, asBundle, referrersApi) => {
      const { registry, digest, image } = await registryWithImage({ referrersApi })
      await using __ = registry
      const { publicKey, privateKey } = pairs[kind as keyof typeof pairs]()
      const name = `${kind}-${asBundle}-${referrersApi}`
      cosign.file(`${name}.pem`, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
      await cosign.must('import-key-pair', '--key', `${name}.pem`, '--output-key-prefix', name)
      const how = ['--use-signing-config=false', '--tlog-upload=false', `--new-bundle-format=${asBundle}`]
      await cosign.must('sign', '--key', `${name}.key`, ...how, image)
      const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
      const policy: KeyPolicy = { type: 'key', publicKeys: [pem], transparencyLog: false }
      expect(await ourVerdict(registry, digest, policy)).toMatchObject({ digest, method: 'key' })
      const stranger = newKey().publicKey.export({ type: 'spki', format: 'pem' }).toString()
      await expect(ourVerdict(registry, digest, { ...policy, publicKeys: [stranger] })).rejects.toThrow(
        /not signed with/,
      )
      await expect(ourVerdict(registry, digest, { ...policy, transparencyLog: true })).rejects.toThrow(
        /no entry of a tr/,
      )
    },
  )

  test('with a workflow’s identity, and its provenance, through a registry that asks for a password', async () => {
    const sigstore = await createSigstore({ timestamps: false })
    await using services = await serveSigstore(sigstore)
    const { registry, digest, image } = await registryWithImage({ auth: 'token' })
    await using _ = registry
    cosign.file('config.json', JSON.stringify({ auths: { [registry.host]: { auth: btoa('robot:correct horse') } } }))
    const claims = {
      iss: issuer,
      sub: subject,
      repository: 'your-org/api',
      ref: 'refs/heads/main',
      sha: commit,
      workflow_ref: workflowRef,
      job_workflow_ref: workflowRef,
      runner_environment: 'github-hosted',
    }
    const workflow = {
      repository: 'https://github.com/your-org/api',
      path: '.github/workflows/build.yml',
      ref: 'refs/heads/main',
    }
    const predicate = cosign.file(
      'predicate.json',
      JSON.stringify({
        buildDefinition: {
          buildType: 'https://actions.github.io/buildtypes/workflow/v1',
          externalParameters: { workflow },
          resolvedDependencies: [],
        },
        runDetails: { builder: { id: subject } },
      }),
    )
    const common = [
      ...[
        '--identity-token',
        identityToken(claims),
        '--trusted-root',
        cosign.file('own-root.json', sigstore.trustedRoot),
      ],
      ...['--registry-username', 'robot', '--registry-password', 'correct horse'],
    ]
    const config = ['--signing-config', cosign.file('signing-config.json', services.signingConfig)]
    const policy = { type: 'provenance', repository: 'your-org/api', ref: 'refs/heads/main', hosted: true } as const
    const keyless: KeylessPolicy = { type: 'keyless', issuer, subject }
    await expect(ourVerdict(registry, digest, keyless, sigstore)).rejects.toThrow(/nothing is attached/)

    await cosign.must('attest', ...common, ...config, '--type', 'slsaprovenance1', '--predicate', predicate, image)
    expect(await ourVerdict(registry, digest, policy, sigstore)).toMatchObject({
      repository: 'your-org/api',
      workflow: '.github/workflows/build.yml',
      ref: 'refs/heads/main',
      sourceCommit: commit,
      identity: subject,
    })
    // Provenance is no signature of the image: that is what the policy asks for.
    await expect(ourVerdict(registry, digest, keyless, sigstore)).rejects.toThrow(/wanted is https:\/\/sigstore.dev/)

    await cosign.must('sign', ...common, ...config, image)
    expect(await ourVerdict(registry, digest, keyless, sigstore)).toMatchObject({ identity: subject })
    await expect(ourVerdict(registry, digest, keyless, ours)).rejects.toThrow(/not an authority of the trust root/)
  })

  test('with a workflow’s identity in the old format', async () => {
    const sigstore = await createSigstore({ timestamps: false })
    await using services = await serveSigstore(sigstore)
    const { registry, digest, image } = await registryWithImage()
    await using _ = registry
    const url = JSON.parse(services.signingConfig).caUrls[0].url as string
    const where = ['--use-signing-config=false', '--new-bundle-format=false', '--fulcio-url', url, '--rekor-url', url]
    const root = cosign.file('old-root.json', sigstore.trustedRoot)
    await cosign.must(
      'sign',
      ...where,
      '--trusted-root',
      root,
      '--identity-token',
      identityToken({ iss: issuer, sub: subject }),
      image,
    )
    const keyless: KeylessPolicy = { type: 'keyless', issuer, subject }
    expect(await ourVerdict(registry, digest, keyless, sigstore)).toMatchObject({ identity: subject })
  })
})

describe.skipIf(program === undefined)('what our tests sign, cosign judges as we do', async () => {
  const { privateKey, publicKey } = newKey()
  const key = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const root = ['--trusted-root', cosign.file('root.json', ours.trustedRoot)]
  const byKey = ['--key', cosign.file('key.pub', key)]
  const byIdentity = ['--certificate-identity', subject, '--certificate-oidc-issuer', issuer]
  const keySigner: Signer = { kind: 'key', privateKey }
  const signer = await ours.certify({ subject, extensions: { 1: issuer, 8: issuer } })
  const stranger = await ours.certify({ subject: `${subject}-evil`, extensions: { 1: issuer, 8: issuer } })
  const strangers = await createSigstore()
  const foreigner = await strangers.certify({ subject, extensions: { 1: issuer, 8: issuer } })

  const keyPolicy: KeyPolicy = { type: 'key', publicKeys: [key] }
  const keyless: KeylessPolicy = { type: 'keyless', issuer, subject }
  const good = { by: signer, sigstore: ours, signing: {} }
  const late = new Date(ours.issuedAt.getTime() + 60 * 60 * 1000)
  test.each<
    [string, boolean, { by: Signer; sigstore: typeof ours; signing: object; other?: boolean; tamper?: boolean }]
  >([
    ['a certificate', true, good],
    ['a key', true, { ...good, by: keySigner }],
    ['a certificate, with a log entry alone', true, { ...good, signing: { timestamp: false } }],
    ['another subject', false, { ...good, by: stranger }],
    ['another’s key', false, { ...good, by: { kind: 'key', privateKey: newKey().privateKey } }],
    ['a certificate of another Sigstore', false, { ...good, by: foreigner, sigstore: strangers }],
    ['a certificate that had expired', false, { ...good, signing: { at: late, timestamp: false } }],
    ['a certificate, not logged', false, { ...good, signing: { log: false } }],
    ['a key, not logged', false, { ...good, by: keySigner, signing: { log: false } }],
    ['a certificate, about another image', false, { ...good, other: true }],
    ['a certificate, changed since', false, { ...good, tamper: true }],
    ['a key, changed since', false, { ...good, by: keySigner, tamper: true }],
  ])('%s: %s', async (_, expected, { by, sigstore, signing, other = false, tamper = false }) => {
    const { registry, digest, image } = await registryWithImage()
    await using __ = registry
    const sha256 = other ? 'e'.repeat(64) : digest.slice(7)
    const predicateType = 'https://sigstore.dev/cosign/sign/v1'
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { sha256 } }],
      predicateType,
      predicate: {},
    }
    const bundle = await sigstore.signEnvelope({ signer: by, payload: JSON.stringify(statement), ...signing })
    if (tamper) {
      const envelope = bundle.dsseEnvelope as { payload: string }
      envelope.payload = btoa(JSON.stringify({ ...statement, predicate: { more: true } }))
    }
    const layers = [{ mediaType: bundleType, bytes: Buffer.from(JSON.stringify(bundle)) }]
    registry.attach({ repository, subject: digest, artifactType: bundleType, layers })
    const isKey = by.kind === 'key'
    const theirs = await cosign.run('verify', ...root, ...(isKey ? byKey : byIdentity), image)
    const mine = await passes(ourVerdict(registry, digest, isKey ? keyPolicy : keyless))
    expect({ cosign: theirs.passed, ours: mine }, theirs.said).toEqual({ cosign: expected, ours: expected })
  })

  test.each<[string, boolean, { by: Signer; other?: boolean; strangersLog?: boolean }]>([
    ['a certificate', true, { by: signer }],
    ['a key', true, { by: keySigner }],
    ['another subject', false, { by: stranger }],
    ['a certificate, about another image', false, { by: signer, other: true }],
    ['a key, about another image', false, { by: keySigner, other: true }],
    ['a key, with a strangers’ log', false, { by: keySigner, strangersLog: true }],
  ])('in the old format, %s: %s', async (_, expected, { by, other = false, strangersLog = false }) => {
    const { registry, digest, image } = await registryWithImage()
    await using __ = registry
    const payload = JSON.stringify({
      critical: {
        identity: { 'docker-reference': `${registry.host}/${repository}` },
        image: { 'docker-manifest-digest': other ? `sha256:${'e'.repeat(64)}` : digest },
        type: 'cosign container image signature',
      },
      optional: null,
    })
    const annotations = await (strangersLog ? strangers : ours).signClassic({ signer: by, payload, timestamp: false })
    const config = Buffer.from('{"architecture":"","os":"","config":{},"rootfs":{"type":"layers","diff_ids":[]}}')
    const manifestType = 'application/vnd.oci.image.manifest.v1+json'
    const manifest = {
      schemaVersion: 2,
      mediaType: manifestType,
      config: {
        mediaType: 'application/vnd.oci.image.config.v1+json',
        digest: registry.store.putBlob(repository, config),
        size: config.length,
      },
      layers: [
        {
          mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json',
          digest: registry.store.putBlob(repository, Buffer.from(payload)),
          size: payload.length,
          annotations,
        },
      ],
    }
    const tag = `${digest.replace(':', '-')}.sig`
    registry.store.putManifest(repository, manifestType, Buffer.from(JSON.stringify(manifest)), tag)
    const isKey = by.kind === 'key'
    const how = [...root, '--new-bundle-format=false', '--offline']
    const theirs = await cosign.run('verify', ...how, ...(isKey ? byKey : byIdentity), image)
    const mine = await passes(ourVerdict(registry, digest, isKey ? keyPolicy : keyless))
    expect({ cosign: theirs.passed, ours: mine }, theirs.said).toEqual({ cosign: expected, ours: expected })
  })
})
