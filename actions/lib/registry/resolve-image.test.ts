import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Fault, type RegistryOptions, startRegistry, type TestRegistry } from '../testing/registry/registry.ts'
import { UserError } from '../toolkit/user-error.ts'
import { type ImageRequest, resolveImage } from './resolve-image.ts'

const repository = 'team/api'
const json = { 'content-type': 'application/json' }
const oci = 'application/vnd.oci.image.manifest.v1+json'
const missing = `sha256:${'0'.repeat(64)}`

/** A request that never waits for long, and counts how long it would have. */
function ask(registry: TestRegistry, request: Partial<ImageRequest> = {}, waited: number[] = []) {
  const wait = async (milliseconds: number) => void waited.push(milliseconds)
  return resolveImage({ registry: registry.host, repository, tag: '1.2.3', wait, ...request })
}

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    (value) => new Error(`no error but ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UserError)) throw error
  return error.message
}

const errors = (status: number, code: string, message = ''): Fault => ({
  status,
  headers: json,
  body: JSON.stringify({ errors: [{ code, message }] }),
})

describe('what a tag names', () => {
  test('is the digest of the index, when there are several platforms', async () => {
    await using registry = await startRegistry()
    const platforms = ['linux/amd64', 'linux/arm64/v8']
    const annotations = { 'org.opencontainers.image.revision': 'abc' }
    const pushed = registry.pushImage({ repository, tag: '1.2.3', platforms, annotations })
    const found = await ask(registry)
    const stored = registry.store.manifest(repository, '1.2.3')?.bytes ?? Buffer.alloc(0)
    expect(found).toEqual({
      digest: `sha256:${createHash('sha256').update(stored).digest('hex')}`,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      size: stored.length,
      platforms,
      annotations,
    })
    expect(found.digest).toBe(pushed.digest)
    expect(registry.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'HEAD /v2/team/api/manifests/1.2.3',
      `GET /v2/team/api/manifests/${pushed.digest}`,
    ])
  })

  test.each([
    ['with the header', true, false],
    ['without the header', false, false],
    ['when HEAD is not allowed', true, true],
  ])('is found %s', async (_, digestHeader, noHead) => {
    const fault: RegistryOptions['fault'] = ({ method }) => (noHead && method === 'HEAD' ? { status: 405 } : undefined)
    await using registry = await startRegistry({ digestHeader, fault })
    const pushed = registry.pushImage({ repository, tag: '1.2.3' })
    expect(await ask(registry)).toMatchObject({ digest: pushed.digest, mediaType: oci, platforms: undefined })
  })

  test('is never the header alone', async () => {
    const lie = (method: string): Fault | undefined =>
      method === 'HEAD'
        ? { status: 200, headers: { 'content-type': oci, 'docker-content-digest': missing } }
        : undefined
    await using registry = await startRegistry({
      fault: ({ method, path }) =>
        lie(method) ??
        (path.endsWith(missing) ? { status: 200, headers: { 'content-type': oci }, body: '{}' } : undefined),
    })
    registry.pushImage({ repository, tag: '1.2.3' })
    expect(await failure(ask(registry))).toMatch(/sent other bytes than those asked for: they hash to sha256:44136fa3/)
  })

  test('must agree with the header of the answer that brings the bytes', async () => {
    await using registry = await startRegistry({
      fault: ({ method }) =>
        method === 'HEAD'
          ? { status: 404 }
          : {
              status: 200,
              headers: { 'content-type': oci, 'docker-content-digest': missing },
              body: '{"schemaVersion":2}',
            },
    })
    expect(await failure(ask(registry))).toContain('sent other bytes than those asked for')
  })

  test('is a digest when that is what is given', async () => {
    await using registry = await startRegistry()
    const { digest } = registry.pushImage({ repository, tag: '1.2.3' })
    expect(await ask(registry, { tag: undefined, digest })).toMatchObject({ digest })
    expect(registry.requests.map(({ method }) => method)).toEqual(['GET'])
  })

  test('must be the digest that stands beside it', async () => {
    await using registry = await startRegistry()
    const old = registry.pushImage({ repository, tag: '1.2.3', content: 'old' })
    const now = registry.pushImage({ repository, tag: '1.2.3', content: 'new' })
    expect(await ask(registry, { digest: now.digest })).toMatchObject({ digest: now.digest })
    expect(await failure(ask(registry, { digest: old.digest }))).toContain(
      `Tag 1.2.3 of ${registry.host}/team/api is ${now.digest} now, not ${old.digest}.`,
    )
    expect(await ask(registry, { digest: old.digest, tagMayMove: true })).toMatchObject({ digest: old.digest })
  })
})

describe('platforms', () => {
  const many = ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'unknown/unknown']
  test.each([
    [many, 'linux/amd64', true],
    [many, 'linux/arm64/v8', true],
    [many, 'linux/arm/v7', true],
    [many, 'linux/arm', true],
    [many, 'linux/arm/v6', false],
    [many, 'linux/amd64/v3', false],
    [many, 'windows/amd64', false],
    [['linux/arm64/v8'], 'linux/arm64', true],
    [['linux/arm64/v8'], 'linux/amd64', false],
  ])('%j and %s: %s', async (platforms, platform, has) => {
    await using registry = await startRegistry()
    registry.pushImage({ repository, tag: '1.2.3', platforms })
    const listed = platforms.filter((one) => one !== 'unknown/unknown')
    if (has) expect(await ask(registry, { platform })).toMatchObject({ platforms: listed })
    else
      expect(await failure(ask(registry, { platform }))).toContain(
        `The image is not for ${platform}: it has ${listed.join(', ')}.`,
      )
  })

  test.each(['amd64', 'linux/amd64/v1/x', '../etc', ''])('%j is not a platform', async (platform) => {
    await using registry = await startRegistry()
    registry.pushImage({ repository, tag: '1.2.3' })
    expect(await failure(ask(registry, { platform }))).toContain('is not a platform')
  })
})

describe('what goes wrong is said', () => {
  const image = (body: unknown, type = oci): Fault => ({
    status: 200,
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const list = 'application/vnd.oci.image.index.v1+json'
  test.each<[string, Fault, RegExp]>([
    ['no such tag', errors(404, 'MANIFEST_UNKNOWN'), /team\/api has no tag 1\.2\.3\.[\s\S]*\(MANIFEST_UNKNOWN\)/],
    ['no such repository', errors(404, 'NAME_UNKNOWN'), /team\/api does not exist\./],
    [
      'forbidden',
      errors(403, 'DENIED', 'requested access is denied'),
      /does not let these credentials read[\s\S]*DENIED: req/,
    ],
    ['an error of the server', { status: 503 }, /answered with status 503 each time/],
    ['an odd status', { status: 418 }, /status 418/],
    ['a login page', image('<html>', 'text/html; charset=utf-8'), /answered with a web page/],
    ['the old format', image('{}', 'application/vnd.docker.distribution.manifest.v1+prettyjws'), /format of 2014/],
    ['a foreign type', image('{}', 'application/x-tar'), /"application\/x-tar", which is not an image/],
    ['no type', { status: 200, body: '{}' }, /content without a type/],
    ['no JSON', image('{'), /whose contents are something else/],
    ['another type inside', image({ schemaVersion: 2, mediaType: list }), /whose contents are something else/],
    [
      'both an image and an index',
      image({ schemaVersion: 2, layers: [], manifests: [] }),
      /contents are something else/,
    ],
    [
      'an index with layers',
      image({ schemaVersion: 2, layers: [], manifests: [] }, list),
      /contents are something else/,
    ],
    ['schema 1', image({ schemaVersion: 1 }), /contents are something else/],
    ['a refusal without a challenge', { status: 401 }, /refuses access without saying how to log in/],
    ['a broken connection', 'drop', /cannot be reached: /],
  ])('%s', async (_, fault, message) => {
    await using registry = await startRegistry({ digestHeader: false, fault: () => fault })
    expect(await failure(ask(registry))).toMatch(message)
  })

  test.each([
    ['announced', (size: number) => ({ 'content-length': String(size) })],
    ['not announced', () => ({})],
  ])('more than 4 MiB, %s', async (_, headers) => {
    const part = Buffer.alloc(1024 * 1024, ' ')
    let sent = 0
    await using registry = await startRegistry({
      fault:
        ({ method }) =>
        (response) => {
          response.writeHead(method === 'HEAD' ? 404 : 200, { 'content-type': oci, ...headers(100 * part.length) })
          if (method === 'HEAD') return void response.end()
          const more = () => {
            while (sent < 100 && !response.destroyed) {
              sent += 1
              if (!response.write(part)) return void response.once('drain', more)
            }
            response.end()
          }
          more()
        },
    })
    expect(await failure(ask(registry))).toContain('longer than 4194304 bytes')
    expect(sent).toBeLessThan(100)
  })

  test('a registry that never answers', async () => {
    await using registry = await startRegistry({ fault: () => 'hang' })
    const message = await failure(ask(registry, { timeouts: { requestMs: 50 } }))
    expect(message).toContain(`${registry.host} did not answer within 0.05 s.`)
    expect(registry.requests).toHaveLength(3)
  })

  test('a registry that is not there', async () => {
    const registry = await startRegistry()
    await registry.close()
    expect(await failure(ask(registry))).toMatch(/cannot be reached: .*ECONNREFUSED/)
  })

  test.each([
    [{ registry: 'registry.example.com/..', repository }, /cannot be the name of an image/],
    [{ registry: 'user:password@registry.example.com', repository }, /cannot be the name of an image/],
    [{ repository: '../../etc' }, /cannot be the name of an image/],
    [{ repository: 'Team/API' }, /cannot be the name of an image/],
    [{ tag: '../blobs/x' }, /cannot be a tag/],
    [{ tag: 'a'.repeat(129) }, /cannot be a tag/],
    [{ tag: undefined }, /has neither a tag nor a digest/],
    [{ digest: 'sha256:abc' }, /is not a digest that can be checked/],
    [{ digest: `sha512:${'0'.repeat(128)}` }, /is not a digest that can be checked/],
  ])('%j is refused before anything is asked', async (request, message) => {
    await using registry = await startRegistry()
    expect(await failure(ask(registry, request))).toMatch(message)
    expect(registry.requests).toHaveLength(0)
  })
})

describe('what may pass is tried again', () => {
  test.each<[string, Fault]>([
    ['an error of the server', { status: 502 }],
    ['a broken connection', 'drop'],
    ['too many requests', { status: 429 }],
  ])('%s', async (_, fault) => {
    await using registry = await startRegistry({ fault: (__, before) => (before.length < 2 ? fault : undefined) })
    const { digest } = registry.pushImage({ repository, tag: '1.2.3' })
    const waited: number[] = []
    expect(await ask(registry, {}, waited)).toMatchObject({ digest })
    expect(waited).toHaveLength(2)
    expect(waited.every((milliseconds) => milliseconds < 2000)).toBe(true)
  })

  test('after the time that the registry asks for', async () => {
    const fault: Fault = { status: 429, headers: { 'retry-after': '7' } }
    await using registry = await startRegistry({ fault: (_, before) => (before.length < 1 ? fault : undefined) })
    const { digest } = registry.pushImage({ repository, tag: '1.2.3' })
    const waited: number[] = []
    expect(await ask(registry, {}, waited)).toMatchObject({ digest })
    expect(waited).toEqual([7000])
  })

  test('but not when that is long', async () => {
    await using registry = await startRegistry({
      fault: () => ({ ...(errors(429, 'TOOMANYREQUESTS') as object), status: 429, headers: { 'retry-after': '3600' } }),
    })
    const waited: number[] = []
    expect(await failure(ask(registry, {}, waited))).toContain('too many requests from here; it asks to wait 3600 s')
    expect(waited).toEqual([])
    expect(registry.requests).toHaveLength(1)
  })
})
