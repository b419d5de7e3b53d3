// What GraphQL reads, and what it says of questions that GitHub does not know. Held against git.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmulatedRepository, type GitHubEmulator, startGitHub } from '../index.ts'

let github: GitHubEmulator
let repository: EmulatedRepository

beforeAll(async () => {
  github = await startGitHub({
    repositories: {
      'your-org/app': { 'a.txt': 'héllo\n', 'b.bin': new Uint8Array([1, 0, 2]), 'big.txt': 'x'.repeat(2000) },
    },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { contents: 'write', pull_requests: 'read' } },
      blind: { login: 'your-app[bot]', permissions: {} },
    },
  })
  repository = github.repository('your-org/app')
  for (const n of [1, 2, 3]) await repository.commit(`change ${n}\n\nbody ${n}`, { 'a.txt': `${n}\n` })
  await repository.commit('beside', { 'c.txt': '' })
})
afterAll(() => github.stop())

type Answer = {
  readonly data?: { readonly repository: Record<string, unknown> | null }
  readonly errors?: readonly Record<string, unknown>[]
}
async function ask(body: unknown, token: string | undefined = 'token', status = 200): Promise<Answer> {
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: token === '' ? {} : { authorization: `bearer ${token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  expect(response.status).toBe(status)
  return (await response.json()) as Answer
}
const inRepository = async (fields: string, token?: string) =>
  (await ask({ query: `{ repository(owner: "your-org", name: "app") { ${fields} } }` }, token)).data?.repository

describe('objects', () => {
  test('a file by its path, as text', async () => {
    const found = await inRepository(
      'object(expression: "main:a.txt") { __typename oid ... on Blob { text isBinary isTruncated byteSize } }',
    )
    expect(found).toEqual({
      object: {
        __typename: 'Blob',
        oid: await repository.git('rev-parse', 'main:a.txt'),
        text: '3\n',
        isBinary: false,
        isTruncated: false,
        byteSize: 2,
      },
    })
  })

  test('a binary file has no text, a large one only its beginning', async () => {
    repository.settings.blobTextLimit = 1000
    const found = await inRepository(
      'bin: object(expression: "main:b.bin") { ... on Blob { text isBinary } } big: object(expression: "main:big.txt") { ... on Blob { text isTruncated byteSize } }',
    )
    expect(found).toEqual({
      bin: { text: null, isBinary: true },
      big: { text: 'x'.repeat(1000), isTruncated: true, byteSize: 2000 },
    })
  })

  test('what is not there is null', async () => {
    const query = `a: object(expression: "main:none") { oid } b: object(oid: "${'a'.repeat(40)}") { oid } c: ref(qualifiedName: "refs/heads/none") { name }`
    expect(await inRepository(query)).toEqual({ a: null, b: null, c: null })
  })

  test('a tree with its entries, modes as numbers', async () => {
    const found = await inRepository('object(expression: "main:") { ... on Tree { entries { name mode type size } } }')
    const { object } = found as { object: { entries: object[] } }
    expect(object.entries[0]).toEqual({
      name: 'a.txt',
      mode: 0o100644,
      type: 'blob',
      size: 2,
    })
  })

  test('a history of a path, in pages, with its messages', async () => {
    const fields =
      'totalCount pageInfo { hasNextPage endCursor } nodes { oid messageHeadline messageBody signature { isValid } }'
    const page = async (after: string) =>
      (
        await inRepository(
          `object(expression: "main") { ... on Commit { history(first: 3, path: "a.txt"${after}) { ${fields} } } }`,
        )
      )?.object as {
        history: {
          totalCount: number
          pageInfo: { hasNextPage: boolean; endCursor: string }
          nodes: { oid: string; messageHeadline: string; messageBody: string }[]
        }
      }
    const { history: first } = await page('')
    const { history: second } = await page(`, after: "${first.pageInfo.endCursor}"`)
    expect([...first.nodes, ...second.nodes].map(({ oid }) => oid)).toEqual(
      (await repository.git('log', '--format=%H', 'main', '--', 'a.txt')).split('\n'),
    )
    expect(first.nodes[0]).toMatchObject({ messageHeadline: 'change 3', messageBody: 'body 3', signature: null })
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([4, true, false])
  })

  test('references, the default branch and the viewer', async () => {
    const { data } = (await ask({
      query:
        '{ viewer { login } repository(owner: "your-org", name: "app") { autoMergeAllowed defaultBranchRef { name target { oid } } ref(qualifiedName: "main") { prefix } mergeQueue(branch: "main") { id } } }',
    })) as { data: unknown }
    expect(data).toEqual({
      viewer: { login: 'your-app[bot]' },
      repository: {
        autoMergeAllowed: false,
        defaultBranchRef: { name: 'main', target: { oid: await repository.head() } },
        ref: { prefix: 'refs/heads/' },
        mergeQueue: null,
      },
    })
  })
})

describe('refusals', () => {
  const query = (fields: string) => ask({ query: `{ repository(owner: "your-org", name: "app") { ${fields} } }` })

  test.each([
    ['a field that GitHub does not have', 'nope', "Field 'nope' doesn't exist on type 'Repository'", 'undefinedField'],
    [
      'an argument that it does not take',
      'ref(name: "x", qualifiedName: "x") { name }',
      "Field 'ref' doesn't accept argument 'name'",
      'argumentNotAccepted',
    ],
    [
      'an argument that is missing',
      'ref { name }',
      "Field 'ref' is missing required arguments: qualifiedName",
      'missingRequiredArguments',
    ],
  ])('%s', async (_, fields, message, code) => {
    const { data, errors } = await query(fields)
    if (fields !== 'ref { name }') expect(data).toBeUndefined()
    expect(errors?.[0]).toMatchObject({ message, extensions: { code } })
  })

  test('a connection without a size', async () => {
    const { errors } = await query('object(expression: "main") { ... on Commit { history { totalCount } } }')
    expect(errors?.[0]).toMatchObject({ type: 'MISSING_PAGINATION_BOUNDARIES' })
  })

  test('a repository or a pull request that is not there', async () => {
    const { data, errors } = await ask({ query: '{ repository(owner: "your-org", name: "none") { id } }' })
    expect(data).toEqual({ repository: null })
    expect(errors).toEqual([
      {
        type: 'NOT_FOUND',
        path: ['repository'],
        locations: [{ line: 1, column: 3 }],
        message: "Could not resolve to a Repository with the name 'your-org/none'.",
      },
    ])
    expect((await query('pullRequest(number: 9) { id }')).errors?.[0]).toMatchObject({
      type: 'NOT_FOUND',
      path: ['repository', 'pullRequest'],
      message: 'Could not resolve to a PullRequest with the number of 9.',
    })
  })

  test('a token that may not read', async () => {
    const { data, errors } = await ask(
      { query: '{ repository(owner: "your-org", name: "app") { name object(expression: "main") { oid } } }' },
      'blind',
    )
    expect(data).toEqual({ repository: { name: 'app', object: null } })
    expect(errors?.[0]).toMatchObject({
      type: 'FORBIDDEN',
      path: ['repository', 'object'],
      message: 'Resource not accessible by integration',
      extensions: { saml_failure: false },
    })
  })

  test('no token, a wrong token, no JSON, no query, no GraphQL', async () => {
    expect(await ask({ query: '{ viewer { login } }' }, '', 401)).toMatchObject({
      message: 'This endpoint requires you to be authenticated.',
    })
    expect(await ask({ query: '{ viewer { login } }' }, 'wrong', 401)).toMatchObject({ message: 'Bad credentials' })
    expect(await ask('{"query":', 'token', 400)).toMatchObject({ message: 'Problems parsing JSON' })
    expect((await ask({})).errors).toEqual([{ message: 'A query attribute must be specified and must be a string.' }])
    expect((await ask({ query: '{ viewer ' })).errors?.[0]?.message).toMatch(/^Parse error: /)
  })
})
