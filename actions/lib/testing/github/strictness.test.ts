// What the emulator refuses, what it reports when it ends, and that it notices its own mistakes.
import { get } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { type GitHubEmulator, startGitHub } from './index.ts'
import { undescribedFields } from './undescribed.ts'

const headers = { authorization: 'Bearer token' }

async function withGitHub(work: (github: GitHubEmulator) => Promise<void>): Promise<string> {
  const github = await startGitHub({ repositories: { 'your-org/app': { 'a.txt': 'a\n' } } })
  await work(github).catch(async (error: unknown) => {
    await github.stop().catch(() => {})
    throw error
  })
  return github.stop().then(
    () => '',
    (error: Error) => error.message,
  )
}

const post = (github: GitHubEmulator, path: string, body: string) =>
  fetch(`${github.url}/repos/your-org/app/${path}`, { method: 'POST', headers, body })

test('a request that fits is nothing to speak of', async () => {
  const said = await withGitHub(async (github) => {
    expect((await post(github, 'git/blobs', '{"content":"x"}')).status).toBe(201)
  })
  expect(said).toBe('')
})

test.each([
  ['a field that is missing', 'issues', '{}', 422, 'Invalid request.\n\n"title" wasn\'t supplied.'],
  ['fields that are missing', 'pulls', '{}', 422, 'Invalid request.\n\n"head", "base" weren\'t supplied.'],
  [
    'a number for a text',
    'git/refs',
    '{"ref":1,"sha":"x"}',
    422,
    "Invalid request.\n\nFor 'properties/ref', 1 is not a string.",
  ],
  ['a word that is not allowed', 'statuses/main', '{"state":"fine"}', 422, "For 'properties/state',"],
  ['no JSON', 'git/blobs', '{"content":', 400, 'Problems parsing JSON'],
  ['no object', 'git/blobs', '[1]', 400, 'Body should be a JSON object'],
])('%s is refused', async (_, path, body, status, message) => {
  const said = await withGitHub(async (github) => {
    const answer = await post(github, path, body)
    expect(answer.status).toBe(status)
    expect(((await answer.json()) as { message: string }).message).toContain(message)
  })
  expect(said).toBe('')
})

test.each([
  [
    'an operation that it does not serve',
    (github: GitHubEmulator) => fetch(`${github.url}/repos/your-org/app/topics`, { headers }),
    'GET /repos/your-org/app/topics: no operation',
  ],
  [
    'a parameter that GitHub does not know',
    (github: GitHubEmulator) => fetch(`${github.url}/repos/your-org/app/commits?perpage=5`, { headers }),
    'GitHub knows no parameter perpage here',
  ],
  [
    'a field that GitHub does not know',
    (github: GitHubEmulator) => post(github, 'git/blobs', '{"content":"x","enc":"base64"}'),
    'GitHub knows no parameter /enc here',
  ],
])('%s is reported', async (_, request, words) => {
  const said = await withGitHub(async (github) => void (await request(github)))
  expect(said).toContain(words)
})

test('a required field of GraphQL that it does not have is reported', async () => {
  const said = await withGitHub(async (github) => {
    const query = '{ repository(owner: "your-org", name: "app") { forkCount } }'
    await fetch(github.graphqlUrl, { method: 'POST', headers, body: JSON.stringify({ query }) })
  })
  expect(said).toContain('the emulator does not have Repository.forkCount')
})

test('an answer that is not as GitHub describes it is reported', async () => {
  const said = await withGitHub(async (github) => {
    const repository = github.repository('your-org/app')
    const sha = await repository.head()
    const broken = {
      id: 1,
      sha,
      state: 'success',
      context: 'ci',
      description: null,
      targetUrl: null,
      login: 'a',
      createdAt: new Date(),
    } as const
    repository.statuses.push({ ...broken, id: 'one' as unknown as number })
    await fetch(`${github.url}/repos/your-org/app/commits/main/statuses`, { headers })
  })
  expect(said).toContain("the emulator's answer 200 is not what GitHub describes: /0/id must be integer")
})

test('a client that goes away in the middle of its request is nothing to speak of', async () => {
  const said = await withGitHub(async (github) => {
    const { hostname, port } = new URL(github.url)
    const socket = connect(Number(port), hostname)
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"query":')
    await new Promise<void>((resolve) => socket.end(() => resolve()))
    socket.destroy()
    expect((await fetch(github.url, { headers })).status).toBe(200)
  })
  expect(said).toBe('')
})

test('who does not say what it is, is turned away', async () => {
  const said = await withGitHub(async (github) => {
    const status = await new Promise((resolve, reject) => {
      get(github.url, { headers }, ({ statusCode }) => resolve(statusCode)).on('error', reject)
    })
    expect(status).toBe(403)
  })
  expect(said).toBe('')
})

test('it stops once, whoever asks', async () => {
  const github = await startGitHub({ repositories: {} })
  await Promise.all([github.stop(), github.stop(), github[Symbol.asyncDispose]()])
  await expect(fetch(github.url)).rejects.toThrow()
})

test.each([
  ['a name that is described', { a: 1 }, []],
  ['a name that is not', { a: 1, z: 1 }, ['/z']],
  ['in a list', { list: [{ b: 1 }, { c: 1 }] }, ['/list/1/c']],
  ['by way of a reference and alternatives', { either: { x: 1, y: 1, z: 1 } }, ['/either/z']],
  ['in what may hold anything', { open: { any: { thing: 1 } } }, []],
])('fields that are not described: %s', (_, value, wanted) => {
  const schemas = { item: { type: 'object', properties: { b: {} } }, x: { properties: { x: {} } } }
  const schema = {
    properties: {
      a: { type: 'integer' },
      list: { type: 'array', items: { $ref: '#/schemas/item' } },
      either: { anyOf: [{ $ref: '#/schemas/x' }, { properties: { y: {} } }] },
      open: { type: 'object', additionalProperties: true },
    },
  }
  expect(undescribedFields(schemas, schema, value)).toEqual(wanted)
})
