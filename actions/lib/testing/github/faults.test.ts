// Every fault: whom it befalls, how often, and what it does to git and to the client.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type EmulatedRepository, type Fault, type GitHubEmulator, startGitHub } from './index.ts'

let github: GitHubEmulator
let repository: EmulatedRepository

beforeEach(async () => {
  github = await startGitHub({ repositories: { 'your-org/app': { 'a.txt': 'a\n' } } })
  onTestFinished(() => github.stop())
  repository = github.repository('your-org/app')
})

const headers = { authorization: 'Bearer token' }
const getRef = () => fetch(`${github.url}/repos/your-org/app/git/ref/heads/main`, { headers })
const query = 'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }'

async function commit(expectedHeadOid: string): Promise<Response> {
  const branch = { repositoryNameWithOwner: 'your-org/app', branchName: 'main' }
  const fileChanges = { additions: [{ path: 'mine.txt', contents: '' }] }
  const input = { branch, expectedHeadOid, message: { headline: 'mine' }, fileChanges }
  return fetch(github.graphqlUrl, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input } }) })
}

/** The statuses of some requests, one after the other. */
async function statuses(count: number): Promise<readonly number[]> {
  const found: number[] = []
  for (let n = 0; n < count; n += 1) found.push((await getRef()).status)
  return found
}

describe('whom it befalls', () => {
  const effect = { type: 'status', status: 503 } as const
  test.each<[string, Omit<Fault, 'effect'>, readonly number[]]>([
    ['once, unless it says otherwise', { on: { route: 'git/get-ref' } }, [503, 200, 200, 200]],
    ['as often as it says', { on: { route: 'git/get-ref' }, times: 2 }, [503, 503, 200, 200]],
    ['for ever', { on: {}, times: Infinity }, [503, 503, 503, 503]],
    ['every second one', { on: { method: 'GET' }, every: 2, times: Infinity }, [200, 503, 200, 503]],
    ['those of a path', { on: { path: /\/git\/ref\/heads\/main$/g } }, [503, 200, 200, 200]],
    ['not those of another route', { on: { route: 'git/get-tree' } }, [200, 200, 200, 200]],
    ['not those of another method', { on: { route: 'git/get-ref', method: 'POST' } }, [200, 200, 200, 200]],
  ])('%s', async (_, fault, wanted) => {
    github.faults.add({ ...fault, effect })
    expect(await statuses(4)).toEqual(wanted)
  })

  test('nobody any more when they are cleared', async () => {
    github.faults.add({ on: {}, times: Infinity, effect })
    github.faults.clear()
    expect(await statuses(1)).toEqual([200])
  })
})

describe('what it does', () => {
  test('somebody else is quicker: the commit does not land, theirs does', async () => {
    const head = await repository.head()
    github.faults.add({
      on: { route: 'createCommitOnBranch' },
      effect: { type: 'stale-head', files: { 'theirs.txt': 'first\n' } },
    })
    expect(await (await commit(head)).json()).toMatchObject({ errors: [{ type: 'STALE_DATA' }] })
    expect(await repository.file('theirs.txt')).toBe('first\n')
    expect(await (await commit(await repository.head())).json()).not.toHaveProperty('errors')
    expect(await repository.git('log', '--format=%s', 'main')).toBe('mine\nSomebody else was quicker\nFirst commit')
  })

  test('somebody else is quicker at the last moment: GitHub says it in other words', async () => {
    const head = await repository.head()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, effect: { type: 'stale-head', late: true } })
    const { errors } = (await (await commit(head)).json()) as { errors: { message: string }[] }
    expect(errors[0]?.message).toBe(`Ref refs/heads/main is at ${await repository.head()} but expected ${head}`)
    expect(await repository.git('log', '--format=%s', 'main')).toBe('Somebody else was quicker\nFirst commit')
  })

  test('somebody else is quicker on the way of a reference', async () => {
    const [head, tree] = [await repository.head(), await repository.git('rev-parse', 'main^{tree}')]
    const post = (path: string, method: string, body: object) =>
      fetch(`${github.url}/repos/your-org/app/git/${path}`, { method, headers, body: JSON.stringify(body) })
    const made = (await (await post('commits', 'POST', { message: 'm', tree, parents: [head] })).json()) as {
      sha: string
    }
    github.faults.add({ on: { route: 'git/update-ref' }, effect: { type: 'stale-head' } })
    const answer = await post('refs/heads/main', 'PATCH', { sha: made.sha })
    expect([answer.status, await answer.json()]).toMatchObject([422, { message: 'Update is not a fast forward' }])
  })

  test('a status with its message and headers, and no work', async () => {
    const head = await repository.head()
    github.faults.add({
      on: {},
      effect: { type: 'status', status: 500, message: 'Ouch', headers: { 'x-test': 'yes' } },
    })
    const answer = await commit(head)
    expect([answer.status, answer.headers.get('x-test'), await answer.json()]).toMatchObject([
      500,
      'yes',
      { message: 'Ouch' },
    ])
    expect(await repository.head()).toBe(head)
  })

  test.each([
    ['by a status', { type: 'lost-answer' } as const, 502],
    ['by another status', { type: 'lost-answer', status: 504 } as const, 504],
    ['by a cut connection', { type: 'lost-answer', drop: true } as const, undefined],
  ])('the answer is lost %s, the commit is not', async (_, effect, status) => {
    const head = await repository.head()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, effect })
    const answer = await commit(head).catch(() => undefined)
    expect(answer?.status).toBe(status)
    expect(await repository.git('rev-parse', 'main^')).toBe(head)
    expect(await repository.git('show', '-s', '--format=%s', 'main')).toBe('mine')
  })

  test('a connection that is reset before any work', async () => {
    const head = await repository.head()
    github.faults.add({ on: {}, effect: { type: 'reset' } })
    await expect(commit(head)).rejects.toThrow()
    expect(await repository.head()).toBe(head)
    expect(github.requests[0]?.status).toBeUndefined()
  })

  test('an answer that ends in the middle', async () => {
    github.faults.add({ on: {}, effect: { type: 'truncated' } })
    const answer = await getRef()
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow()
  })

  test('the secondary limit, with and without how long to wait', async () => {
    github.faults.add({ on: {}, effect: { type: 'secondary-limit', retryAfterSeconds: 7 } })
    github.faults.add({ on: {}, effect: { type: 'secondary-limit', status: 429 } })
    const [first, second] = [await getRef(), await getRef()]
    // Both struck the first request: the first that answers does.
    expect([first.status, first.headers.get('retry-after'), second.status]).toEqual([403, '7', 200])
    expect(await first.json()).toMatchObject({
      message: expect.stringMatching(/^You have exceeded a secondary rate limit/),
    })
    github.faults.add({ on: {}, effect: { type: 'secondary-limit', status: 429 } })
    const third = await getRef()
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, null])
  })

  test('the primary limit, in REST and in GraphQL', async () => {
    github.faults.add({ on: {}, times: 2, effect: { type: 'primary-limit', resetSeconds: 90 } })
    const before = Math.floor(Date.now() / 1000)
    const [rest, graphql] = [await getRef(), await commit('a'.repeat(40))]
    expect([rest.status, rest.headers.get('x-ratelimit-remaining'), graphql.status]).toEqual([403, '0', 200])
    expect(Number(rest.headers.get('x-ratelimit-reset')) - before).toBeGreaterThanOrEqual(90)
    expect(await rest.json()).toMatchObject({ message: expect.stringContaining('API rate limit exceeded') })
    expect(await graphql.json()).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] })
    expect(graphql.headers.get('x-ratelimit-resource')).toBe('graphql')
  })

  test('an error of GraphQL', async () => {
    github.faults.add({
      on: { route: 'createCommitOnBranch' },
      effect: { type: 'graphql-error', errorType: 'SERVICE_UNAVAILABLE', message: 'later' },
    })
    expect(await (await commit('a'.repeat(40))).json()).toEqual({
      data: { createCommitOnBranch: null },
      errors: [
        {
          type: 'SERVICE_UNAVAILABLE',
          path: ['createCommitOnBranch'],
          locations: [{ line: 1, column: 1 }],
          message: 'later',
        },
      ],
    })
  })

  test('a slow answer does not come while the others do', async () => {
    github.faults.add({ on: { path: /main/ }, effect: { type: 'slow', ms: 3_600_000 } })
    const waiting = new AbortController()
    const slow = fetch(`${github.url}/repos/your-org/app/git/ref/heads/main`, { headers, signal: waiting.signal })
    await expect.poll(() => github.requests.length).toBe(1)
    expect((await fetch(`${github.url}/repos/your-org/app`, { headers })).status).toBe(200)
    expect(github.requests.map(({ status }) => status)).toEqual([undefined, 200])
    waiting.abort()
    await expect(slow).rejects.toThrow()
  })

  test('a slow answer comes all the same', async () => {
    github.faults.add({ on: {}, effect: { type: 'slow', ms: 5 } })
    expect((await getRef()).status).toBe(200)
  })
})

test('requests are logged with what they asked and got', async () => {
  await commit(await repository.head())
  await getRef()
  expect(github.requests).toMatchObject([
    {
      method: 'POST',
      route: 'createCommitOnBranch',
      path: '/graphql',
      status: 200,
      login: 'your-app[bot]',
      body: { query },
    },
    {
      method: 'GET',
      route: 'git/get-ref',
      path: '/repos/your-org/app/git/ref/heads/main',
      status: 200,
      body: undefined,
    },
  ])
})
