import { describe, expect, test } from 'vitest'
import { openRepository } from '../registry/repository.ts'
import { startRegistry, type TestRegistry } from '../testing/registry/registry.ts'
import { attest, digest, failure, verify } from '../testing/sigstore/github-build.ts'
import { UserError } from '../toolkit/user-error.ts'
import type { SignatureSources } from './candidates.ts'

const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const repository = 'team/api'

describe('where it is found', () => {
  const pushed = async (
    registry: TestRegistry,
    bundles: readonly { bytes: Buffer; says?: string; subject?: string }[],
  ) => {
    registry.store.putManifest(repository, 'application/vnd.oci.image.manifest.v1+json', Buffer.from('{}'))
    for (const { bytes, says, subject = digest } of bundles)
      registry.attach({
        repository,
        subject,
        artifactType: bundleType,
        layers: [{ mediaType: bundleType, bytes }],
        ...(says !== undefined && { annotations: { 'dev.sigstore.bundle.predicateType': says } }),
      })
    return { repository: openRepository({ registry: registry.host, repository, wait: async () => {} }) }
  }
  const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))
  const says = 'https://slsa.dev/provenance/v1'
  const verifyIn = (sources: SignatureSources, more = {}) => verify([], { sources, ...more })

  test('in the registry', async () => {
    await using registry = await startRegistry()
    const sources = await pushed(registry, [{ bytes: bytes(await attest()) }])
    expect(await verifyIn(sources)).toMatchObject({ digest })
  })

  test('in the registry, when GitHub does not answer', async () => {
    await using registry = await startRegistry()
    const sources = await pushed(registry, [{ bytes: bytes(await attest()) }])
    const attestations = () => Promise.reject(new UserError('GitHub did not answer.'))
    expect(await verifyIn({ ...sources, attestations })).toMatchObject({ digest })
    expect(await failure(verifyIn({ attestations }))).toContain(
      'the attestations cannot be read: GitHub did not answer.',
    )
  })

  test('a bug in the caller’s function is no verdict', async () => {
    await expect(verifyIn({ attestations: () => Promise.reject(new TypeError('oops')) })).rejects.toThrow(TypeError)
  })

  test('behind hundreds of others, when it says what it is', async () => {
    await using registry = await startRegistry()
    const others = Array.from({ length: 300 }, (_, index) => ({
      bytes: bytes({ index }),
      says: 'https://spdx.dev/Document',
    }))
    const sources = await pushed(registry, [...others, { bytes: bytes(await attest()), says }])
    expect(await verifyIn(sources)).toMatchObject({ digest })
    expect(registry.requests.length).toBeLessThan(10)
  })

  test('not behind hundreds that say the same', async () => {
    await using registry = await startRegistry()
    const others = Array.from({ length: 300 }, (_, index) => ({ bytes: bytes({ index }), says }))
    const sources = await pushed(registry, [...others, { bytes: bytes(await attest()), says }])
    const message = await failure(verifyIn(sources))
    expect(message).toContain('is not a Sigstore bundle')
    expect(message).toContain('and 45 more')
    expect(message).toContain('251 or more were not looked at')
    expect(registry.requests.length).toBeLessThan(110)
  })

  test('among those that another image has', async () => {
    await using registry = await startRegistry()
    const stray = `sha256:${'e'.repeat(64)}`
    const sources = await pushed(registry, [{ bytes: bytes(await attest()), subject: stray }])
    const manifests = registry.store.referrers(repository, stray)
    const index = 'application/vnd.oci.image.index.v1+json'
    registry.store.putManifest(
      repository,
      index,
      bytes({ schemaVersion: 2, mediaType: index, manifests }),
      digest.replace(':', '-'),
    )
    expect(await failure(verifyIn(sources))).toContain('refers to another image')
  })

  test('not in 100 MB, announced', async () => {
    await using registry = await startRegistry()
    const sources = await pushed(registry, [{ bytes: Buffer.alloc(100 * 1024 * 1024, ' ') }])
    expect(await failure(verifyIn(sources))).toContain('has 104857600 bytes; bundles are read up to 4194304')
    expect(registry.requests.some(({ path }) => path.includes('/blobs/'))).toBe(false)
  })

  test('not in 100 MB that were announced as few', async () => {
    const part = Buffer.alloc(1024 * 1024, ' ')
    await using registry = await startRegistry({
      fault: ({ path }) =>
        path.includes('/blobs/')
          ? (response) => {
              response.writeHead(200)
              for (let count = 0; count < 100; count += 1) response.write(part)
              response.end()
            }
          : undefined,
    })
    const sources = await pushed(registry, [{ bytes: bytes({}) }])
    expect(await failure(verifyIn(sources))).toContain('The registry’s answer is longer than 4194304 bytes')
  })

  test.each([
    ['no JSON', [{ bytes: Buffer.from('{') }], /is not JSON/],
    ['nothing', [], /The image has no build provenance from GitHub: nothing is attached to its digest/],
  ])('in %s', async (_, bundles, message) => {
    await using registry = await startRegistry()
    expect(await failure(verifyIn(await pushed(registry, bundles)))).toMatch(message)
  })

  test('not in an artifact without a bundle', async () => {
    await using registry = await startRegistry()
    const sources = await pushed(registry, [])
    registry.attach({
      repository,
      subject: digest,
      artifactType: bundleType,
      layers: [{ mediaType: 'text/plain', bytes: bytes({}) }],
    })
    expect(await failure(verifyIn(sources))).toContain('holds no Sigstore bundle')
  })

  test('nowhere, when the registry fails', async () => {
    await using registry = await startRegistry({ fault: () => ({ status: 500 }) })
    expect(await failure(verifyIn(await pushed(registry, [])))).toMatch(
      /the referrers cannot be read: .* status 500 each time/,
    )
  })
})
