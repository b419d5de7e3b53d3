import { describe, expect, test } from 'vitest'
import { attest, digest, failure, later, ours, verify } from '../testing/sigstore/github-build.ts'
import { createSigstore, type JsonObject } from '../testing/sigstore/sigstore.ts'

describe('trust roots', () => {
  test('strangers’ authorities do not count', async () => {
    const theirs = await createSigstore()
    const message = await failure(verify([await attest({}, theirs)], { now: later(theirs) }))
    expect(message).toContain('has a timestamp that no authority of the trust root has signed')
    const bare = await attest({ timestamp: false }, theirs)
    expect(await failure(verify([bare], { now: later(theirs) }))).toMatch(
      /has a certificate from .*sigstore\.mock.*, which is not an authority of the trust root, signed at/,
    )
  })

  test('without logs, as GitHub has it for private repositories, timestamps count alone', async () => {
    const github = await createSigstore({ log: false, certificateLog: false })
    const bundle = await attest({}, github)
    const trustedRoot = github.trustedRoot
    expect(await verify([bundle], { trustedRoot })).toMatchObject({ digest, repository: 'your-org/api' })
    const message = await failure(verify([await attest({ timestamp: false }, github)], { trustedRoot }))
    expect(message).toContain('has nothing that proves when it was signed')
  })

  test('with a certificate log, certificates must be logged', async () => {
    const unlogged = await createSigstore({ certificateLog: false })
    const logged = JSON.parse(ours.trustedRoot) as JsonObject
    const trustedRoot = JSON.stringify({ ...JSON.parse(unlogged.trustedRoot), ctlogs: logged.ctlogs })
    expect(await failure(verify([await attest({}, unlogged)], { trustedRoot }))).toContain(
      'has a certificate without the mark of a certificate log that the trust root lists',
    )
  })

  test('may be several, one a line, each for itself', async () => {
    const github = await createSigstore({ log: false, certificateLog: false })
    const trustedRoot = `${ours.trustedRoot}\n${github.trustedRoot}\n`
    for (const sigstore of [ours, github])
      expect(await verify([await attest({}, sigstore)], { trustedRoot })).toMatchObject({ digest })
    // What one demands cannot be avoided through another.
    const bundle = (await attest()) as { verificationMaterial: { tlogEntries: unknown[] } } & JsonObject
    bundle.verificationMaterial.tlogEntries = []
    expect(await failure(verify([bundle], { trustedRoot }))).toMatch(
      /has no entry of a transparency log, and must have one; by another trust root it has a timestamp that no/,
    )
  })

  test('without one nothing is verified', async () => {
    const message = await failure(verify([await attest()], { trustedRoot: undefined }))
    expect(message).toMatch(/^Nothing was verified: .*next: keep the output of gh attestation trusted-root/s)
  })

  test.each([
    ['', 'it holds 0 of them'],
    ['{', 'it is not JSON'],
    ['{}', 'its mediaType is not that of a Sigstore trusted root'],
    ['null', 'its mediaType is not that of a Sigstore trusted root'],
    [
      '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
      'its mediaType is not that of a Sigstore trusted root',
    ],
    [
      '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1","tlogs":[{}]}',
      'The trust root cannot be read',
    ],
    [`${ours.trustedRoot}\n`.repeat(11), 'it holds 11 of them'],
    [' '.repeat(5_000_000), 'it is longer than'],
  ])('%.40s is none', async (trustedRoot, message) => {
    expect(await failure(verify([], { trustedRoot }))).toContain(message)
  })

  test('an empty one trusts nobody', async () => {
    const trustedRoot = '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}'
    expect(await failure(verify([await attest({ timestamp: false })], { trustedRoot }))).toContain(
      'not an authority of',
    )
  })
})
