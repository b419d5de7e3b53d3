// Who sees and does what, in GitHub's words.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GitHubEmulator, startGitHub } from './index.ts'
import { operations } from './openapi.ts'
import { operationIds } from './operation-ids.ts'

let github: GitHubEmulator

beforeAll(async () => {
  github = await startGitHub({
    repositories: { 'your-org/app': { 'a.txt': 'a\n' }, 'your-org/open': { 'a.txt': 'a\n' } },
    tokens: {
      none: { login: 'your-app[bot]', permissions: {} },
      reader: { login: 'your-app[bot]', permissions: { contents: 'read' } },
      writer: { login: 'your-app[bot]', permissions: { contents: 'write' } },
      elsewhere: { login: 'your-app[bot]', permissions: { contents: 'write' }, repositories: ['Your-Org/Open'] },
      here: { login: 'your-app[bot]', permissions: { contents: 'write' }, repositories: ['your-org/app'] },
    },
  })
  github.repository('your-org/open').settings.private = false
})
afterAll(() => github.stop())
beforeEach(() => {
  github.repository('your-org/app').settings.archived = false
})

async function call(token: string | undefined, method: string, path: string, body?: object) {
  const response = await fetch(`${github.url}${path}`, {
    method,
    headers: token === undefined ? {} : { authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const said = (await response.json()) as { message?: string }
  return [response.status, said.message, response.headers.get('x-accepted-github-permissions')]
}

const inApp = '/repos/your-org/app/git/ref/heads/main'
const inOpen = '/repos/your-org/open/git/ref/heads/main'

test.each<[string, string | undefined, string, number, string | undefined]>([
  ['a token that GitHub does not know', 'unknown', inApp, 401, 'Bad credentials'],
  ['nobody, in private', undefined, inApp, 404, 'Not Found'],
  ['nobody, in public', undefined, inOpen, 200, undefined],
  ['a token for another repository, in private', 'elsewhere', inApp, 404, 'Not Found'],
  ['a token without the permission, in private', 'none', inApp, 403, 'Resource not accessible by integration'],
  ['a token without the permission, in public', 'none', inOpen, 200, undefined],
  ['a token with it', 'reader', inApp, 200, undefined],
  ['names in another spelling', 'reader', inApp.replace('your-org/app', 'Your-Org/APP'), 200, undefined],
  ['a repository that is not there', 'reader', inApp.replace('app', 'none'), 404, 'Not Found'],
])('reading: %s', async (_, token, path, status, message) => {
  expect((await call(token, 'GET', path)).slice(0, 2)).toEqual([status, message])
})

test.each<[string, string | undefined, string, number, string | undefined]>([
  ['nobody, in public', undefined, 'open', 401, 'Requires authentication'],
  ['a token that may read', 'reader', 'app', 403, 'Resource not accessible by integration'],
  ['a token for another repository, in public', 'here', 'open', 403, 'Resource not accessible by integration'],
  ['a token for this repository, in public', 'elsewhere', 'open', 201, undefined],
  ['a token for another repository, in private', 'elsewhere', 'app', 404, 'Not Found'],
  ['a token that may write', 'writer', 'app', 201, undefined],
])('writing: %s', async (_, token, repository, status, message) => {
  const answer = await call(token, 'POST', `/repos/your-org/${repository}/git/blobs`, { content: 'x' })
  expect(answer.slice(0, 2)).toEqual([status, message])
})

test('a refusal names the permission that would do', async () => {
  expect((await call('reader', 'POST', '/repos/your-org/app/git/blobs', { content: 'x' }))[2]).toBe('contents=write')
  const [, , accepted] = await call('reader', 'POST', '/repos/your-org/app/issues/1/comments', { body: 'x' })
  expect(accepted).toBe('issues=write; pull_requests=write')
})

test('an archived repository is read-only', async () => {
  github.repository('your-org/app').settings.archived = true
  expect((await call('reader', 'GET', inApp))[0]).toBe(200)
  const answer = await call('writer', 'POST', '/repos/your-org/app/git/blobs', { content: 'x' })
  expect(answer.slice(0, 2)).toEqual([403, 'Repository was archived so is read-only.'])
})

test.each(operationIds.filter((id) => operations[id].path.startsWith('/repos/{owner}')))(
  '%s tells nobody of a private repository',
  async (id) => {
    const { method, path } = operations[id]
    const known: Record<string, string> = { owner: 'your-org', repo: 'app' }
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '1')
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    expect((await call('elsewhere', method, filled, body)).slice(0, 2)).toEqual([404, 'Not Found'])
  },
)
