import { describe, expect, test } from 'vitest'
import { startRegistry, type TestRegistry } from '../testing/registry/registry.ts'
import { readChallenge } from './challenge.ts'
import { type Credentials, readDockerConfig } from './credentials.ts'
import { repositoryUrl } from './endpoint.ts'
import { openRepository } from './repository.ts'
import { resolveImage } from './resolve-image.ts'

const repository = 'team/api'
const robot = { username: 'robot', password: 'correct horse' }
const wrong = { username: 'robot', password: 'hunter2-not-to-be-seen' }
const wait = async () => {}

const ask = (registry: TestRegistry, credentials?: Credentials) =>
  resolveImage({ registry: registry.host, repository, tag: '1', wait, credentials })

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  )

describe('logging in', () => {
  test.each([
    ['a password', { auth: 'basic' }, robot],
    ['a token for a password', { auth: 'token' }, robot],
    ['a token for nothing', { auth: 'token', anonymous: true }, undefined],
    ['a token for an identity token', { auth: 'token', identityToken: 'refresh-me' }, { identityToken: 'refresh-me' }],
  ] as const)('with %s', async (_, options, credentials) => {
    await using registry = await startRegistry(options)
    const { digest } = registry.pushImage({ repository, tag: '1' })
    expect(await ask(registry, credentials)).toMatchObject({ digest })
    const [first] = registry.requests
    expect(first?.headers.authorization).toBeUndefined()
    expect(registry.requests.filter(({ path }) => path === '/token').length).toBe(options.auth === 'token' ? 1 : 0)
  })

  test.each([
    ['no credentials', { auth: 'basic' }, undefined, /asks for a name and a password, and there are none/],
    ['no credentials', { auth: 'token' }, undefined, /gives nobody without credentials access to team\/api/],
    ['a wrong password', { auth: 'basic' }, wrong, /does not let these credentials read team\/api/],
    ['a wrong password', { auth: 'token' }, wrong, /does not accept the credentials for team\/api \(status 401\)/],
    ['an identity token', { auth: 'basic' }, { identityToken: 'x' }, /asks for a name and a password/],
    ['an old identity token', { auth: 'token', identityToken: 'new' }, { identityToken: 'old' }, /does not accept/],
  ] as const)('with %s, %j: refused', async (_, options, credentials, message) => {
    await using registry = await startRegistry(options)
    registry.pushImage({ repository, tag: '1' })
    const said = await failure(ask(registry, credentials))
    expect(said).toMatch(message)
    expect(said).not.toContain('hunter2')
  })

  test('the registry’s words show no secret that it repeats', async () => {
    const secret = Buffer.from(`${wrong.username}:${wrong.password}`).toString('base64')
    const errors = [{ code: 'DENIED', message: `bad ${wrong.password} in ${secret}` }]
    await using registry = await startRegistry({ fault: () => ({ status: 403, body: JSON.stringify({ errors }) }) })
    expect(await failure(ask(registry, wrong))).toContain('(DENIED: bad *** in ***)')
  })

  test.each([
    'http://auth.example.com/token',
    'ftp://127.0.0.1/token',
    'https://name:password@auth.example.com/token',
    '//auth.example.com',
    'file:///etc/passwd',
  ])('no credentials go to %s', async (realm) => {
    await using registry = await startRegistry({ auth: 'token', realm })
    expect(await failure(ask(registry, robot))).toContain('wants tokens to be fetched from')
  })

  test('a registry elsewhere may not send credentials to this machine', async () => {
    const seen: string[] = []
    const answer = async (input: string | URL | Request) => {
      seen.push(String(input))
      return new Response('', { status: 401, headers: { 'www-authenticate': 'Bearer realm="http://127.0.0.1:1/t"' } })
    }
    const asked = resolveImage({ registry: 'ghcr.io', repository, tag: '1', credentials: robot, fetch: answer })
    expect(await failure(asked)).toContain('nothing was sent there')
    expect(seen).toEqual(['https://ghcr.io/v2/team/api/manifests/1'])
  })

  test('the token service may not redirect', async () => {
    await using other = await startRegistry()
    await using registry = await startRegistry({
      auth: 'token',
      fault: ({ path }) =>
        path === '/token' ? { status: 307, headers: { location: `http://${other.host}/token` } } : undefined,
    })
    expect(await failure(ask(registry, robot))).toContain('redirects are not followed with credentials')
    expect(other.requests).toHaveLength(0)
  })

  test.each(['{}', '{"token":5}', '{"token":"a\\r\\nx: y"}', 'not JSON', '[]', 'null'])(
    'a token service that answers %s',
    async (body) => {
      const fault = ({ path }: { readonly path: string }) => (path === '/token' ? { status: 200, body } : undefined)
      await using registry = await startRegistry({ auth: 'token', fault })
      expect(await failure(ask(registry, robot))).toContain('answered without a token')
    },
  )
})

describe('redirects', () => {
  test.each(['manifests', 'blobs'])('of %s lead elsewhere without credentials', async (kind) => {
    await using storage = await startRegistry()
    await using registry = await startRegistry({
      auth: 'token',
      fault: ({ path, query, headers }) =>
        path.includes(`/${kind}/`) && headers.authorization !== undefined
          ? { status: 307, headers: { location: `http://${storage.host}${path}?${query}` } }
          : undefined,
    })
    const image = { repository, tag: '1' }
    const { digest } = registry.pushImage(image)
    storage.pushImage(image)
    const asked = { registry: registry.host, repository, tag: '1', platform: 'linux/amd64', credentials: robot }
    expect(await resolveImage(asked)).toMatchObject({ digest, platforms: ['linux/amd64'] })
    expect(storage.requests.length).toBeGreaterThan(0)
    expect(storage.requests.flatMap(({ headers }) => headers.authorization ?? [])).toEqual([])
  })

  test.each([
    ['without end', (host: string) => `http://${host}/v2/team/api/manifests/1`, /redirects without end/],
    ['to plain HTTP', () => 'http://storage.example.com/x', /redirects to a place that is not at an https/],
    ['to a file', () => 'file:///etc/passwd', /redirects to a place that is not at an https/],
    ['to nothing', () => 'https://', /redirects to a place that is not at an https/],
  ])('%s', async (_, location, message) => {
    await using registry = await startRegistry({
      fault: ({ headers }) => ({ status: 302, headers: { location: location(headers.host ?? '') } }),
    })
    expect(await failure(ask(registry))).toMatch(message)
  })
})

describe('endpoints', () => {
  test.each([
    ['docker.io', 'library/nginx', 'https://registry-1.docker.io/v2/library/nginx'],
    ['index.docker.io', 'library/nginx', 'https://registry-1.docker.io/v2/library/nginx'],
    ['ghcr.io', 'a/b/c', 'https://ghcr.io/v2/a/b/c'],
    ['registry.example.com:5000', 'a', 'https://registry.example.com:5000/v2/a'],
    ['localhost:5000', 'a', 'http://localhost:5000/v2/a'],
    ['127.0.0.1:5000', 'a__b/c-d.e', 'http://127.0.0.1:5000/v2/a__b/c-d.e'],
    ['[::1]:5000', 'a', 'http://[::1]:5000/v2/a'],
    ['127.0.0.1.example.com', 'a', 'https://127.0.0.1.example.com/v2/a'],
    ['localhost.example.com', 'a', 'https://localhost.example.com/v2/a'],
  ])('%s and %s', (registry, path, url) => {
    expect(repositoryUrl({ registry, repository: path })).toBe(url)
  })
})

describe('challenges', () => {
  // The first is the example of distribution/distribution's "Token Authentication Specification".
  test.each([
    [
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:samalba/my-app:pull,push"',
      {
        scheme: 'bearer',
        realm: 'https://auth.docker.io/token',
        service: 'registry.docker.io',
        scope: 'repository:samalba/my-app:pull,push',
      },
    ],
    ['Basic realm="Registry, \\"ours\\""', { scheme: 'basic' }],
    ['basic', { scheme: 'basic' }],
    ['Basic realm="a", Bearer realm="https://b/",service=c', { scheme: 'bearer', realm: 'https://b/', service: 'c' }],
    ['Negotiate, BEARER Realm = "https://b/"', { scheme: 'bearer', realm: 'https://b/' }],
    ['Bearer service="x"', undefined],
    ['Negotiate', undefined],
    ['', undefined],
    ['====', undefined],
    ['Bearer realm="https://b/'.padEnd(9000, 'x'), undefined],
  ])('%s', (header, challenge) => {
    expect(readChallenge(header)).toEqual(challenge)
  })
})

describe('the Docker configuration', () => {
  const auth = Buffer.from('robot:a:b').toString('base64')
  const config = readDockerConfig(
    JSON.stringify({
      auths: {
        'https://index.docker.io/v1/': { auth },
        'ghcr.io': { auth: Buffer.from('x:org-wide').toString('base64') },
        'ghcr.io/org/special': { auth: Buffer.from('x:special').toString('base64') },
        'azure.example.com': { auth: Buffer.from('0000:').toString('base64'), identitytoken: 'refresh' },
        'https://plain.example.com/v2/': { username: 'u', password: 'p' },
        'broken.example.com': { auth: 'bm8tY29sb24=' },
        'stored.example.com': {},
      },
      credHelpers: { 'helped.example.com': 'ecr-login' },
      credsStore: 'desktop',
    }),
  )
  const of = (registry: string, path = 'a') => config.credentialsFor({ registry, repository: path })
  test.each([
    ['docker.io', 'a', { username: 'robot', password: 'a:b' }],
    ['registry-1.docker.io', 'a', { username: 'robot', password: 'a:b' }],
    ['ghcr.io', 'org/other', { username: 'x', password: 'org-wide' }],
    ['ghcr.io', 'org/special', { username: 'x', password: 'special' }],
    ['ghcr.io', 'org/special/deeper', { username: 'x', password: 'special' }],
    ['ghcr.io', 'org/specialty', { username: 'x', password: 'org-wide' }],
    ['azure.example.com', 'a', { identityToken: 'refresh' }],
    ['plain.example.com', 'a', { username: 'u', password: 'p' }],
    ['unknown.example.com', 'a', undefined],
  ])('%s/%s', (registry, path, credentials) => {
    expect(of(registry, path)).toEqual(credentials)
  })

  test.each([
    ['helped.example.com', /docker-credential-ecr-login, which is not run here/],
    ['stored.example.com', /docker-credential-desktop, which is not run here/],
    ['broken.example.com', /"auth" is not base64 of name:password/],
  ])('%s is an error', (registry, message) => {
    expect(() => of(registry)).toThrow(message)
  })

  test.each(['', '[]', 'null', '{"auths": {"ghcr.io": {"auth": "c2VjcmV0"', '5'])('%s is no configuration', (text) => {
    expect(() => readDockerConfig(text)).toThrow(/is not a JSON object/)
    expect(() => readDockerConfig(text)).not.toThrow(/c2VjcmV0/)
  })

  test.each(['{}', '{"auths": null}', '{"auths": {"ghcr.io": null}}', '{"auths": 5, "credHelpers": []}'])(
    '%s has no credentials',
    (text) => {
      expect(readDockerConfig(text).credentialsFor({ registry: 'ghcr.io', repository: 'a' })).toBeUndefined()
    },
  )
})

test('one token serves all requests of a repository', async () => {
  await using registry = await startRegistry({ auth: 'token' })
  const { digest } = registry.pushImage({ repository, tag: '1' })
  const opened = openRepository({ registry: registry.host, repository, credentials: robot })
  for (let count = 0; count < 3; count += 1) await opened.get({ path: `manifests/${digest}`, maxBytes: 10_000 })
  expect(registry.requests.filter(({ path }) => path === '/token')).toHaveLength(1)
})
