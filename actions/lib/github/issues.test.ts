// One issue for a key, whatever happens to it, and never somebody else's.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GitHubEmulator, seedIssue, startGitHub } from '../testing/github/index.ts'
import { UserError } from '../toolkit/user-error.ts'
import { closeIssue, upsertIssue } from './issues.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const name = 'your-org/platform'
const marker = '<!-- seaworthy:drift:terraform/network -->'

let github: GitHubEmulator

beforeAll(async () => {
  const issues = { issues: 'write' } as const
  github = await startGitHub({
    repositories: { [name]: { a: '1' } },
    tokens: {
      token: { login: 'github-actions[bot]', permissions: issues },
      person: { login: 'alice', permissions: issues },
      reader: { login: 'github-actions[bot]', permissions: { issues: 'read' } },
    },
  })
})
afterAll(() => github.stop())

/** The repository as if nothing had happened yet, and what is said of it. */
async function start() {
  const repository = github.repository(name)
  for (const state of [repository.issues, repository.comments]) state.length = 0
  const drift = {
    repository: name,
    key: 'drift:terraform/network',
    title: 'Drift in network',
    body: 'One is gone.',
    labels: ['drift'],
  }
  const client = (token = 'token') => testClient(github.url, { token }).client
  const say = (more: Partial<typeof drift> = {}) => upsertIssue(client(), { ...drift, ...more })
  const end = (comment = 'All is as it should be.') => closeIssue(client(), { ...drift, comment })
  const asPerson = (number: number, change: object) =>
    client('person').request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
      owner: 'your-org',
      repo: 'platform',
      issue_number: number,
      ...change,
    })
  return { github, repository, drift, client, say, end, asPerson }
}

test('is opened, left as long as it says the same, changed, closed and opened again', async () => {
  const at = await start()
  const made = await at.say()
  expect(made).toMatchObject({ type: 'created', number: 1 })
  expect(at.repository.issues[0]).toMatchObject({
    title: 'Drift in network',
    body: `${marker}\nOne is gone.`,
    labels: ['drift'],
  })
  await at.asPerson(1, { labels: ['drift', 'known'] })
  const before = at.github.requests.length
  expect(await at.say({ body: 'One is gone.\n' })).toEqual({ ...made, type: 'unchanged' })
  expect(at.github.requests.slice(before).every(({ method, route }) => method === 'GET' || route === 'viewer')).toBe(
    true,
  )
  expect(await at.say({ body: 'Two are gone.' })).toEqual({ ...made, type: 'updated' })
  expect(await at.end()).toEqual({ number: 1, url: made.url })
  expect(at.repository.issues[0]).toMatchObject({
    state: 'closed',
    stateReason: 'completed',
    labels: ['drift', 'known'],
  })
  expect(at.repository.comments.map(({ body }) => body)).toEqual(['All is as it should be.'])
  expect(await at.end()).toBeUndefined()
  expect(await at.say({ body: 'Two are gone.' })).toEqual({ ...made, type: 'reopened' })
  expect(at.repository.issues).toHaveLength(1)
})

test('stays closed when a person closed it as not planned, until there is something else to say', async () => {
  const at = await start()
  await at.say()
  await at.asPerson(1, { state: 'closed', state_reason: 'not_planned' })
  expect((await at.say()).type).toBe('muted')
  expect(at.repository.issues[0]?.state).toBe('closed')
  expect((await at.say({ body: 'Two are gone.' })).type).toBe('reopened')
  expect(at.repository.issues[0]?.state).toBe('open')
})

test('never touches an issue of somebody else’s, one of another key, or a pull request', async () => {
  const at = await start()
  const login = 'github-actions[bot]'
  seedIssue(at.repository, { title: 'Forged', body: `${marker}\nforged`, login: 'stranger' })
  seedIssue(at.repository, { title: 'Quoted', body: `See ${marker}`, login })
  seedIssue(at.repository, { title: 'Longer', body: `${marker} and more`, login })
  await at.say({ key: 'drift:terraform/identity' })
  expect(await at.say()).toMatchObject({ type: 'created', number: 5 })
  expect(await at.end()).toMatchObject({ number: 5 })
  expect(at.repository.issues.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'open', 'closed'])
})

test.each([{ type: 'lost-answer' }, { type: 'truncated' }, { type: 'reset' }] as const)(
  'is there once after %j',
  async (effect) => {
    const at = await start()
    at.github.faults.add({ on: { route: 'issues/create' }, effect })
    expect((await at.say()).number).toBe(1)
    expect(at.repository.issues).toHaveLength(1)
  },
)

test('of two that are opened at the same time, the older one stays', async () => {
  const at = await start()
  const said = await Promise.all([at.say(), at.say(), at.say()])
  expect(at.repository.issues.filter(({ state }) => state === 'open').map(({ number }) => number)).toEqual([1])
  expect(said.map(({ number }) => number)).toEqual([1, 1, 1])
})

test('is cut where it is longer than GitHub takes', async () => {
  const at = await start()
  await at.say({ title: 'x'.repeat(300), body: 'many words\n'.repeat(10_000) })
  expect(at.repository.issues[0]?.title).toHaveLength(256)
  expect(at.repository.issues[0]?.body).toMatch(/lines are left out/)
})

test('says what is wrong', async () => {
  const at = await start()
  const error = await errorOf(upsertIssue(at.client('reader'), at.drift))
  expect(error.message).toContain('`issues: write`')
  at.github.faults.add({
    on: { route: 'issues/create' },
    effect: { type: 'status', status: 410, message: 'Issues has been disabled in this repository.' },
  })
  expect((await errorOf(at.say())).message).toContain('switched off')
  for (const key of ['', 'a b', 'a-->', 'a-', 'a\nb']) expect(await errorOf(at.say({ key }))).toBeInstanceOf(UserError)
})
