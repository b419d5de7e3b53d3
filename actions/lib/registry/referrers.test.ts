import { describe, expect, test } from 'vitest'
import { startRegistry, type TestRegistry } from '../testing/registry/registry.ts'
import { listReferrers } from './referrers.ts'
import { openRepository } from './repository.ts'

const repository = 'team/api'
const index = 'application/vnd.oci.image.index.v1+json'
const wait = async () => {}

const open = (registry: TestRegistry) => openRepository({ registry: registry.host, repository, wait })

const attachment = (subject: string, text: string) => ({
  repository,
  subject,
  artifactType: 'application/vnd.example+json',
  layers: [{ mediaType: 'application/json', bytes: Buffer.from(text) }],
  annotations: { note: text },
})

/** The index that clients keep for a registry without the API. */
function pushFallback(registry: TestRegistry, subject: string): void {
  const manifests = registry.store.referrers(repository, subject)
  const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: index, manifests }))
  registry.store.putManifest(repository, index, body, subject.replace(':', '-'))
}

describe('referrers', () => {
  test.each([
    ['from the API', { referrersApi: true }],
    ['from the tag', { referrersApi: false }],
    [
      'from the tag, when the registry redirects to a page instead of answering',
      {
        referrersApi: true,
        fault: ({ path }: { readonly path: string }) =>
          path.includes('/referrers/') ? { status: 303, headers: { location: 'https://example.com/' } } : undefined,
      },
    ],
    [
      'from the tag, when the registry answers something else',
      {
        referrersApi: true,
        fault: ({ path }: { readonly path: string }) =>
          path.includes('/referrers/')
            ? { status: 200, headers: { 'content-type': 'text/html' }, body: '' }
            : undefined,
      },
    ],
  ])('%s', async (_, options) => {
    await using registry = await startRegistry(options)
    const { digest } = registry.pushImage({ repository, tag: '1' })
    const other = registry.pushImage({ repository, tag: '2', content: 'other' })
    const mine = [registry.attach(attachment(digest, 'one')), registry.attach(attachment(digest, 'two'))]
    registry.attach(attachment(other.digest, 'three'))
    pushFallback(registry, digest)
    const found = await listReferrers(open(registry), digest)
    expect(found.truncated).toBe(false)
    expect(found.descriptors.map((one) => one.digest)).toEqual(mine)
    expect(found.descriptors[0]).toMatchObject({
      artifactType: 'application/vnd.example+json',
      annotations: { note: 'one' },
    })
  })

  test.each([true, false])('there may be none, with the API: %s', async (referrersApi) => {
    await using registry = await startRegistry({ referrersApi })
    const { digest } = registry.pushImage({ repository, tag: '1' })
    expect(await listReferrers(open(registry), digest)).toEqual({ descriptors: [], truncated: false })
  })

  test('behind the tag only, in a registry that has got the API since', async () => {
    await using registry = await startRegistry()
    const { digest } = registry.pushImage({ repository, tag: '1' })
    const manifests = [
      { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: `sha256:${'1'.repeat(64)}`, size: 3 },
    ]
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: index, manifests }))
    registry.store.putManifest(repository, index, body, digest.replace(':', '-'))
    expect((await listReferrers(open(registry), digest)).descriptors).toHaveLength(1)
  })

  test('an image’s own platforms are none, where the registry takes the tag for the digest', async () => {
    await using registry = await startRegistry({ referrersApi: false })
    const { digest } = registry.pushImage({ repository, platforms: ['linux/amd64', 'linux/arm64'] })
    const stored = registry.store.manifest(repository, digest)
    registry.store.putManifest(repository, index, stored?.bytes ?? Buffer.alloc(0), digest.replace(':', '-'))
    expect(await listReferrers(open(registry), digest)).toEqual({ descriptors: [], truncated: false })
  })

  test('a page after the other, in the repository that was asked for only', async () => {
    const page = (name: string, link?: string) => ({
      status: 200,
      headers: { 'content-type': index, ...(link !== undefined && { link }) },
      body: JSON.stringify({ manifests: [{ mediaType: 'a/b', digest: name, size: 1 }] }),
    })
    await using registry = await startRegistry({
      fault: ({ query }) =>
        query === ''
          ? page('first', '<https://evil.example.com/v2/x/referrers/y?n=1&last=a>; rel="next"')
          : page('last'),
    })
    const found = await listReferrers(open(registry), `sha256:${'0'.repeat(64)}`)
    expect(found.descriptors.map(({ digest }) => digest)).toEqual(['first', 'last'])
    expect(registry.requests.map(({ path, query }) => [path, query])).toEqual([
      [`/v2/team/api/referrers/sha256:${'0'.repeat(64)}`, ''],
      [`/v2/team/api/referrers/sha256:${'0'.repeat(64)}`, 'n=1&last=a'],
    ])
  })

  test('pages without end are left', async () => {
    const body = JSON.stringify({ manifests: [{ mediaType: 'a/b', digest: 'x', size: 1 }] })
    await using registry = await startRegistry({
      fault: () => ({ status: 200, headers: { 'content-type': index, link: '</x?n=1>; rel="next"' }, body }),
    })
    const found = await listReferrers(open(registry), `sha256:${'0'.repeat(64)}`)
    expect(found.truncated).toBe(true)
    expect(registry.requests).toHaveLength(5)
  })

  test('thousands are cut off', async () => {
    const manifests = Array.from({ length: 1500 }, () => ({ mediaType: 'a/b', digest: 'x', size: 1 }))
    await using registry = await startRegistry({
      fault: () => ({ status: 200, headers: { 'content-type': index }, body: JSON.stringify({ manifests }) }),
    })
    const found = await listReferrers(open(registry), `sha256:${'0'.repeat(64)}`)
    expect([found.descriptors.length, found.truncated]).toEqual([1000, true])
  })

  test.each([403, 429, 500])('status %i is an error, not an empty list', async (status) => {
    await using registry = await startRegistry({ fault: () => ({ status }) })
    await expect(listReferrers(open(registry), `sha256:${'0'.repeat(64)}`)).rejects.toThrow(/^127\.0\.0\.1:\d+ /)
  })
})

describe('blobs', () => {
  test('are checked', async () => {
    await using registry = await startRegistry({
      fault: ({ path }) => (path.endsWith('1') ? { status: 200, body: 'other' } : undefined),
    })
    const digest = registry.store.putBlob(repository, Buffer.from('hello'))
    expect((await open(registry).blob(digest, 5)).toString()).toBe('hello')
    await expect(open(registry).blob(digest, 4)).rejects.toThrow(/longer than 4 bytes/)
    await expect(open(registry).blob(`sha256:${'1'.repeat(64)}`, 100)).rejects.toThrow(/sent other bytes/)
    await expect(open(registry).blob(`sha256:${'2'.repeat(64)}`, 100)).rejects.toThrow(/has no blob sha256:222/)
    await expect(open(registry).blob('sha256:../../x', 100)).rejects.toThrow(/is not a digest/)
  })
})
