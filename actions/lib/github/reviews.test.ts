// What people said of a pull request, and who they are.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type EmulatedRepository,
  type GitHubEmulator,
  seedIssue,
  seedLabelEvent,
  seedMergedPull,
  seedReview,
  startGitHub,
} from '../testing/github/index.ts'
import { UserError } from '../toolkit/user-error.ts'
import { listLabelEvents } from './label-events.ts'
import { isMember, readPeople, readPermission } from './people.ts'
import { listReviews } from './reviews.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const name = 'your-org/platform'
let github: GitHubEmulator
let repository: EmulatedRepository
let headOid: string

beforeAll(async () => {
  const own = { contents: 'read', pull_requests: 'write', issues: 'write' } as const
  github = await startGitHub({
    repositories: { [name]: { a: '1' } },
    teams: { 'your-org/platform': ['Alice', 'bob'] },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { ...own, members: 'read' } },
      workflow: { login: 'github-actions[bot]', permissions: own },
      blind: { login: 'your-app[bot]', permissions: { contents: 'read' } },
    },
  })
  repository = github.repository(name)
  headOid = await repository.head()
  repository.collaborators.set('alice', 'maintain').set('bob', 'triage').set('carol', 'admin')
})
afterAll(() => github.stop())

const client = (token = 'token') => testClient(github.url, { token }).client
const pull = () => seedMergedPull(repository, { head: 'x', headOid, baseOid: headOid, mergeCommitOid: headOid }).number

describe('reviews', () => {
  test('come whole: by whom, when, of which commit, and whether the text is still theirs', async () => {
    const number = pull()
    const at = new Date('2026-11-20T11:00:00Z')
    seedReview(repository, { number, login: 'alice', commitOid: headOid, body: 'good', submittedAt: at })
    seedReview(repository, { number, login: 'bob', state: 'CHANGES_REQUESTED', editedAt: at })
    seedReview(repository, { number, login: 'github-actions[bot]', state: 'COMMENTED' })
    seedReview(repository, { number, login: null, state: 'DISMISSED' })
    seedReview(repository, { number, login: 'carol', state: 'PENDING', submittedAt: null })
    seedReview(repository, { number: pull(), login: 'of another one' })
    const since = '2026-01-01T00:00:00Z'
    expect(await listReviews(client(), name, number)).toEqual([
      {
        by: 'alice',
        state: 'approved',
        submittedAt: '2026-11-20T11:00:00Z',
        commit: headOid,
        body: 'good',
        isEdited: false,
      },
      { by: 'bob', state: 'changes-requested', submittedAt: since, body: '', isEdited: true },
      { by: 'github-actions[bot]', state: 'commented', submittedAt: since, body: '', isEdited: false },
      { state: 'dismissed', submittedAt: since, body: '', isEdited: false },
    ])
  })

  test('come page by page', async () => {
    const number = pull()
    for (let n = 0; n < 130; n += 1) seedReview(repository, { number, login: `user${n}` })
    const found = await listReviews(client(), name, number)
    expect(found.map(({ by }) => by)).toEqual(Array.from({ length: 130 }, (_, n) => `user${n}`))
  })

  test('of what is not there are an error', async () => {
    expect((await errorOf(listReviews(client(), name, 999))).message).toContain('read the reviews of #999')
  })
})

test('labels: who put them on and took them off', async () => {
  const { number } = seedIssue(repository, { title: 'x', labels: ['old'] })
  const where = { owner: 'your-org', repo: 'platform', issue_number: number }
  await client('workflow').request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    ...where,
    labels: ['new', 'old'],
  })
  await client().request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { ...where, labels: ['new'] })
  for (let n = 0; n < 120; n += 1) seedLabelEvent(repository, { number, label: `l${n}`, login: 'alice' })
  const events = await listLabelEvents(client(), name, number)
  expect(events).toHaveLength(122)
  expect(events.slice(0, 3)).toEqual([
    { type: 'labeled', label: 'new', by: 'github-actions[bot]', at: expect.stringMatching(/Z$/) },
    { type: 'unlabeled', label: 'old', by: 'your-app[bot]', at: expect.stringMatching(/Z$/) },
    { type: 'labeled', label: 'l0', by: 'alice', at: '2026-01-01T00:00:00Z' },
  ])
  expect((await errorOf(listLabelEvents(client('blind'), name, number))).message).toContain('`pull-requests: read`')
})

describe('people', () => {
  test('are in a team or not', async () => {
    expect(await isMember(client(), 'your-org/platform', 'alice')).toBe(true)
    expect(await isMember(client(), 'Your-Org/Platform', 'BOB')).toBe(true)
    expect(await isMember(client(), 'your-org/platform', 'carol')).toBe(false)
  })

  test.each<[string, string, string, RegExp]>([
    ['a team that is not there', 'your-org/nobody', 'token', /no team your-org\/nobody, or the token cannot see it/],
    ['a workflow’s own token', 'your-org/platform', 'workflow', /members: read.*name people \(`users`\)/],
    ['a token without the permission', 'your-org/platform', 'blind', /members: read/],
    ['no name of a team', 'platform', 'token', /“platform” is not the name of a team/],
  ])('says what is wrong: %s', async (_, team, token, words) => {
    const error = await errorOf(isMember(client(token), team, 'alice'))
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(words)
  })

  test('may do what their role says', async () => {
    const logins = ['alice', 'bob', 'carol', 'your-org', 'stranger']
    const all = async () => Promise.all(logins.map((login) => readPermission(client('workflow'), name, login)))
    expect(await all()).toEqual(['write', 'read', 'admin', 'admin', 'none'])
    repository.settings.private = false
    expect(await all()).toEqual(['write', 'read', 'admin', 'admin', 'read'])
    repository.settings.private = true
  })

  test('are asked for once, and Apps not at all', async () => {
    const before = github.requests.length
    const people = await readPeople(client(), {
      repository: name,
      logins: ['alice', 'Alice', 'your-app[bot]', 'carol'],
      teams: ['your-org/platform'],
    })
    expect(people).toEqual([
      { login: 'Alice', permission: 'write', teams: ['your-org/platform'] },
      { login: 'your-app[bot]', permission: 'none', teams: [] },
      { login: 'carol', permission: 'admin', teams: [] },
    ])
    expect(
      github.requests
        .slice(before)
        .map(({ path }) => path)
        .filter((path) => path.includes('app')),
    ).toEqual([])
  })
})
