import { describe, expect, it } from 'vitest'
import { type FaultEffect, startGitHub } from '../testing/github/index.ts'
import { silentLogger } from '../toolkit/logger.ts'
import { UserError } from '../toolkit/user-error.ts'
import { createClient, type GitHubClient } from './client.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const [owner, repo] = ['your-org', 'platform']
const start = () =>
  startGitHub({
    repositories: { 'your-org/platform': { a: '1' } },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { contents: 'write' } },
      weak: { login: 'github-actions[bot]', permissions: { metadata: 'read' }, repositories: ['your-org/platform'] },
      foreign: { login: 'github-actions[bot]', permissions: { contents: 'write' }, repositories: ['your-org/other'] },
    },
  })

const read = ({ request }: GitHubClient) =>
  request('GET /repos/{owner}/{repo}/git/ref/{ref}', { owner, repo, ref: 'heads/main' })
const query = ({ graphql }: GitHubClient) => graphql<{ viewer: { login: string } }>('query { viewer { login } }')
const write = (client: GitHubClient, sha: string) =>
  client.request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref: 'refs/heads/new', sha })

const passing: readonly FaultEffect[] = [
  { type: 'status', status: 500 },
  { type: 'status', status: 502 },
  { type: 'status', status: 503, headers: { 'retry-after': '3' } },
  { type: 'lost-answer' },
  { type: 'lost-answer', drop: true },
  { type: 'truncated' },
  { type: 'reset' },
  { type: 'secondary-limit', retryAfterSeconds: 5 },
  { type: 'secondary-limit', status: 429 },
  { type: 'primary-limit', resetSeconds: 20 },
]

describe('a read is sent again', () => {
  it.each(passing)('%j', async (effect) => {
    await using github = await start()
    github.faults.add({ on: { route: 'git/get-ref' }, times: 2, effect })
    const { client, lines } = testClient(github.url)
    expect((await read(client)).data.object.sha).toBe(await github.repository('your-org/platform').head())
    expect(github.requests).toHaveLength(3)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^GitHub: .+; will call GET .+ again in [\d.]+ (s|min)$/)
  })

  it.each(passing)('also a query of GraphQL: %j', async (effect) => {
    await using github = await start()
    github.faults.add({ on: { route: 'viewer' }, effect })
    expect((await query(testClient(github.url).client)).viewer.login).toBe('your-app[bot]')
    expect(github.requests).toHaveLength(2)
  })

  it('not for ever', async () => {
    await using github = await start()
    github.faults.add({ on: {}, times: Infinity, effect: { type: 'status', status: 502 } })
    const error = await errorOf(read(testClient(github.url).client))
    expect(error.message).toMatch(/HTTP 502 \(tried 6 times in \d+ s\)/)
    expect(github.requests).toHaveLength(6)
  })

  it('not beyond the deadline', async () => {
    await using github = await start()
    github.faults.add({ on: {}, times: Infinity, effect: { type: 'primary-limit', resetSeconds: 1800 } })
    const { client, slept } = testClient(github.url, { deadline: Date.now() + 60_000 })
    const error = await errorOf(read(client))
    expect(error.message).toMatch(/asks to wait 3\d min/)
    expect(slept).toEqual([])
    expect(github.requests).toHaveLength(1)
  })
})

describe('a write', () => {
  it.each(passing.slice(0, 7))('is sent once: %j', async (effect) => {
    await using github = await start()
    github.faults.add({ on: { route: 'git/create-ref' }, effect })
    const sha = await github.repository('your-org/platform').head()
    const error = await errorOf(write(testClient(github.url).client, sha))
    expect(error).toMatchObject({ failure: { type: 'unreachable' } })
    expect(github.requests).toHaveLength(1)
  })

  it.each(passing.slice(7))('is sent again where GitHub has not begun it: %j', async (effect) => {
    await using github = await start()
    github.faults.add({ on: { route: 'git/create-ref' }, effect })
    const sha = await github.repository('your-org/platform').head()
    expect((await write(testClient(github.url).client, sha)).status).toBe(201)
    expect(github.requests).toHaveLength(2)
  })
})

describe('when GitHub wants to be left alone', () => {
  it('no other request is sent', async () => {
    await using github = await start()
    github.faults.add({ on: { route: 'git/get-ref' }, effect: { type: 'secondary-limit', retryAfterSeconds: 50 } })
    const { client, slept, whileSleeping } = testClient(github.url)
    whileSleeping.push(async () => {
      expect(github.requests).toHaveLength(1)
      const error = await errorOf(query(client.before(client.clock.now() - (slept[0] ?? 0) + 1000)))
      expect(error).toMatchObject({ failure: { type: 'limited' } })
      expect(github.requests).toHaveLength(1)
    })
    await read(client)
    expect(slept[0]).toBeGreaterThanOrEqual(50_000)
  })
})

describe('says what is missing', () => {
  it.each([
    ['a wrong token', 'wrong-token', 'does not accept the token'],
    ['a missing permission', 'weak', '`contents: write`'],
    ['a repository that it cannot see', 'foreign', 'a workflow’s own token reaches no repository but its own'],
  ])('%s', async (_name, token, expected) => {
    await using github = await start()
    const { client } = testClient(github.url, { token })
    const sha = await github.repository('your-org/platform').head()
    const asked = { purpose: 'make the branch new', permission: 'contents: write' }
    const error = await errorOf(
      client.request('POST /repos/{owner}/{repo}/git/refs', { owner, repo, ref: 'refs/heads/new', sha }, asked),
    )
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toContain('could not make the branch new')
    expect(error.message).toContain(expected)
    expect(JSON.stringify([error.message, error.stack, error])).not.toContain(token === 'weak' ? 'token weak' : token)
    expect(github.requests).toHaveLength(1)
  })

  it('and what GitHub says about an input', async () => {
    await using github = await start()
    const error = await errorOf(write(testClient(github.url).client, 'f'.repeat(40)))
    expect(error.message).toContain('Object does not exist')
  })

  it.each([
    ['Repository was archived so is read-only.', 403, 'do what that says'],
    ['Resource protected by organization SAML enforcement. You must grant…', 403, 'single sign-on'],
    ['Must have admin rights to Repository.', 403, 'permission'],
  ])('%s', async (message, status, expected) => {
    await using github = await start()
    github.faults.add({ on: {}, effect: { type: 'status', status, message } })
    const error = await errorOf(read(testClient(github.url).client))
    expect(error.message).toContain(message)
    expect(error.message.split('next: ')[1]).toContain(expected)
  })

  it('an answer that repeats the token does not show it', async () => {
    await using github = await start()
    const message = 'you sent token-1234\n::error::forged'
    github.faults.add({ on: {}, effect: { type: 'status', status: 400, message } })
    const error = await errorOf(read(testClient(github.url, { token: 'token-1234' }).client))
    expect(error.message).toContain('you sent *** : :error::forged')
  })
})

it.each(['', 'a b', 'token\n', 'tökén'])('refuses %j as a token', (token) => {
  expect(() => createClient({ token, apiUrl: 'https://api.github.com', log: silentLogger })).toThrow(UserError)
})

describe('pages', () => {
  it('reads all, a number, or until something is found', async () => {
    await using github = await start()
    for (let n = 0; n < 7; n += 1) await github.repository('your-org/platform').commit(`number ${n}`, { a: `${n}` })
    const { client } = testClient(github.url)
    const list = (options?: { limit?: number; until?: (message: string) => boolean }) =>
      client.paginate(
        'GET /repos/{owner}/{repo}/commits',
        { owner, repo, per_page: 3 },
        {
          ...(options?.limit !== undefined && { limit: options.limit }),
          ...(options?.until !== undefined && { until: ({ commit }) => options.until?.(commit.message) === true }),
        },
      )
    expect((await list()).map(({ commit }) => commit.message)).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((n) => `number ${n}`).concat('First commit'),
    )
    expect(github.requests).toHaveLength(3)
    expect(await list({ limit: 4 })).toHaveLength(4)
    expect(github.requests).toHaveLength(5)
    expect(await list({ until: (message) => message === 'number 5' })).toHaveLength(3)
    expect(github.requests).toHaveLength(6)
  })
})
