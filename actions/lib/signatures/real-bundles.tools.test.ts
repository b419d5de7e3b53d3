// Bundles from the world outside, which the tests of sigstore-go hold.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkBuild } from './provenance.ts'
import { prove, readBundle } from './sigstore.ts'
import { readTrustRoots } from './trust-root.ts'

/** The folder of a Go module; undefined where it cannot be had. */
function goModule(module: string): string | undefined {
  try {
    return JSON.parse(execFileSync('go', ['mod', 'download', '-json', module], { cwd: tmpdir(), encoding: 'utf8' })).Dir
  } catch (error) {
    if (process.env.CI === 'true') throw error
    return undefined
  }
}

const samples = goModule('github.com/sigstore/sigstore-go@v1.2.2')

describe.skipIf(samples === undefined)('real bundles, under the real trust root of Sigstore', () => {
  const read = (path: string) => readFileSync(join(samples ?? '', path), 'utf8')
  const roots = () => readTrustRoots(read('examples/trusted-root-public-good.json'))
  const proof = async (path: string) => {
    const bundle = await readBundle(JSON.parse(read(path)))
    return { bundle, proof: await prove(bundle, undefined, { kind: 'certificate', roots: await roots() }, new Date()) }
  }

  test('provenance that GitHub Actions wrote for a package', async () => {
    const { bundle, proof: found } = await proof('pkg/testing/data/bundles/sigstore.js@2.0.0-provenance.sigstore.json')
    const { content } = bundle
    const payload = content.$case === 'dsseEnvelope' ? content.dsseEnvelope.payload : Buffer.alloc(0)
    const { predicate } = JSON.parse(payload.toString('utf8'))
    expect(found.signedAt?.toISOString()).toBe('2023-08-18T16:05:35.000Z')
    if (found.certificate === undefined) throw new Error('no certificate')
    const policy = {
      type: 'provenance',
      repository: 'sigstore/sigstore-js',
      ref: 'refs/heads/main',
      hosted: true,
    } as const
    expect(checkBuild(policy, found.certificate, predicate)).toEqual({
      repository: 'sigstore/sigstore-js',
      workflow: '.github/workflows/release.yml',
      ref: 'refs/heads/main',
      sourceCommit: 'f0b49a04e5a62250e0f60fb128004a73110fe311',
    })
    const { certificate } = found
    expect(() => checkBuild({ ...policy, repository: 'sigstore/sigstore' }, certificate, predicate)).toThrow(
      /source repo/,
    )
  })

  test('a signature by somebody with a mail address', async () => {
    const { proof: found } = await proof('pkg/testing/data/bundles/dsse.sigstore.json')
    expect(found.certificate).toMatchObject({
      subject: expect.stringContaining('@'),
      issuer: 'https://github.com/login/oauth',
    })
  })

  test.each([
    ['with two signatures', 'pkg/testing/data/bundles/dsse-2sigs.sigstore.json', /is not a Sigstore bundle/],
    [
      'with another kind of name',
      'pkg/testing/data/bundles/othername.sigstore.json',
      /does not name exactly one e-mail/,
    ],
    ['with a key', 'examples/bundle-publish.json', /was signed with a key, not with a certificate/],
  ])('refused %s', async (_, path, message) => {
    await expect(proof(path)).rejects.toThrow(message)
  })
})
