// Issues, labels and comments, through Octokit.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmulatedRepository, type GitHubEmulator, seedComment, seedIssue, startGitHub } from '../index.ts'
import { octokitFor } from '../octokit.ts'

let github: GitHubEmulator
let repository: EmulatedRepository
let octokit: ReturnType<typeof octokitFor>
const named = { owner: 'your-org', repo: 'app' }

beforeAll(async () => {
  github = await startGitHub({ repositories: { 'your-org/app': { 'a.txt': 'a' } } })
  repository = github.repository('your-org/app')
  octokit = octokitFor(github)
})
afterAll(() => github.stop())

test('an issue is opened, labelled, found, closed and opened again', async () => {
  const { rest } = octokit
  const { data: made } = await rest.issues.create({
    ...named,
    title: 'Drift',
    body: 'found',
    labels: ['drift'],
    assignees: ['ada'],
  })
  const issue = { ...named, issue_number: made.number }
  expect(made).toMatchObject({
    state: 'open',
    user: { login: 'your-app[bot]', type: 'Bot' },
    assignees: [{ login: 'ada' }],
  })
  const labels = (await rest.issues.addLabels({ ...issue, labels: ['drift', 'prod'] })).data.map(({ name }) => name)
  expect(labels).toEqual(['drift', 'prod'])
  const found = await rest.issues.listForRepo({ ...named, labels: 'drift,prod', state: 'open' })
  expect(found.data.map(({ number }) => number)).toEqual([made.number])
  expect((await rest.issues.listForRepo({ ...named, labels: 'none' })).data).toEqual([])
  const { data: closed } = await rest.issues.update({ ...issue, state: 'closed', title: 'Drift, mended' })
  expect(closed).toMatchObject({ state: 'closed', state_reason: 'completed', title: 'Drift, mended' })
  expect(closed.closed_at).not.toBeNull()
  expect((await rest.issues.listForRepo({ ...named })).data).toEqual([])
  const { data: again } = await rest.issues.update({ ...issue, state: 'open' })
  expect(again).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null })
  expect((await rest.issues.get(issue)).data.title).toBe('Drift, mended')
  expect(repository.issues[0]?.labels).toEqual(['drift', 'prod'])
})

test('comments come in pages, oldest first, and can be changed and deleted', async () => {
  const { rest } = octokit
  const issue = seedIssue(repository, { title: 'Discussed' })
  for (let n = 1; n <= 150; n += 1) seedComment(repository, { number: issue.number, body: `comment ${n}` })
  const on = { ...named, issue_number: issue.number }
  const all = await octokit.paginate(rest.issues.listComments, { ...on, per_page: 100 })
  expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 150 }, (_, index) => `comment ${index + 1}`))
  const first = await rest.issues.listComments(on)
  expect(first.data).toHaveLength(30)
  expect(first.headers.link).toMatch(/page=2>; rel="next", <[^>]+page=5>; rel="last"/)
  const { data: made } = await rest.issues.createComment({ ...on, body: 'mine' })
  expect((await rest.issues.updateComment({ ...named, comment_id: made.id, body: 'mine, changed' })).data.body).toBe(
    'mine, changed',
  )
  expect(repository.comments.at(-1)).toMatchObject({
    body: 'mine, changed',
    login: 'your-app[bot]',
    number: issue.number,
  })
  await rest.issues.deleteComment({ ...named, comment_id: made.id })
  expect(repository.comments).toHaveLength(150)
})

test.each([
  [
    'a comment on nothing',
    () => octokit.rest.issues.createComment({ ...named, issue_number: 999, body: 'x' }),
    404,
    'Not Found',
  ],
  [
    'an empty comment',
    () => octokit.rest.issues.createComment({ ...named, issue_number: 1, body: ' ' }),
    422,
    'Body cannot be blank',
  ],
  [
    'a comment of 65,537 characters',
    () => octokit.rest.issues.createComment({ ...named, issue_number: 1, body: 'x'.repeat(65537) }),
    422,
    'Body is too long (maximum is 65536 characters)',
  ],
  [
    'a comment that is gone',
    () => octokit.rest.issues.updateComment({ ...named, comment_id: 1, body: 'x' }),
    404,
    'Not Found',
  ],
  ['an issue without a title', () => octokit.rest.issues.create({ ...named, title: '' }), 422, 'missing_field'],
])('%s is refused', async (_, call, status, words) => {
  const error = await call().then(
    () => undefined,
    (reason: { status: number; message: string }) => reason,
  )
  expect(error?.status).toBe(status)
  expect(error?.message).toContain(words)
})
