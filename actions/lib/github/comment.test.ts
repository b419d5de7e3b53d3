import { describe, expect, it } from 'vitest'
import { startGitHub } from '../testing/github/index.ts'
import { UserError } from '../toolkit/user-error.ts'
import { updateComment, upsertComment } from './comment.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const name = 'your-org/platform'

async function start() {
  const write = { contents: 'write', pull_requests: 'write', issues: 'write' } as const
  const github = await startGitHub({
    repositories: { [name]: { a: '1' } },
    tokens: {
      token: { login: 'github-actions[bot]', permissions: write },
      stranger: { login: 'stranger', permissions: write },
      reader: {
        login: 'github-actions[bot]',
        permissions: { contents: 'read', pull_requests: 'read', issues: 'read' },
      },
    },
  })
  const repository = github.repository(name)
  const { client } = testClient(github.url)
  const { data } = await client.request('POST /repos/{owner}/{repo}/issues', {
    owner: 'your-org',
    repo: 'platform',
    title: 'x',
  })
  const sticky = { repository: name, issue: data.number, marker: 'validate' }
  const comment = async (token: string, body: string) =>
    testClient(github.url, { token }).client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      owner: 'your-org',
      repo: 'platform',
      issue_number: sticky.issue,
      body,
    })
  const written = () =>
    github.requests.filter(({ method, route }) => method !== 'GET' && route.includes('comment')).length
  const bodies = () => repository.comments.map(({ login, body }) => `${login}: ${body}`)
  return { github, client, sticky, comment, written, bodies, [Symbol.asyncDispose]: () => github.stop() }
}

it('is written once, changed in its place, and left when it says the same', async () => {
  await using at = await start()
  const first = await upsertComment(at.client, { ...at.sticky, body: 'one' })
  expect(first.type).toBe('created')
  const second = await upsertComment(at.client, { ...at.sticky, body: 'two\n\n' })
  expect(second).toEqual({ ...first, type: 'updated' })
  const writes = at.written()
  expect(await upsertComment(at.client, { ...at.sticky, body: 'two' })).toEqual({ ...first, type: 'unchanged' })
  expect(at.written()).toBe(writes)
  await upsertComment(at.client, { ...at.sticky, marker: 'other', body: 'three' })
  expect(at.bodies()).toEqual([
    'github-actions[bot]: <!-- seaworthy:validate -->\ntwo\n\n',
    'github-actions[bot]: <!-- seaworthy:other -->\nthree',
  ])
})

it('is not made where only a change of it is asked for', async () => {
  await using at = await start()
  expect(await updateComment(at.client, { ...at.sticky, body: 'one' })).toBeUndefined()
  expect(at.bodies()).toEqual([])
  const { id } = await upsertComment(at.client, { ...at.sticky, body: 'one' })
  expect(await updateComment(at.client, { ...at.sticky, body: 'two' })).toMatchObject({ type: 'updated', id })
  expect(at.bodies()).toEqual(['github-actions[bot]: <!-- seaworthy:validate -->\ntwo'])
})

it('never touches a comment of somebody else’s, nor one that only quotes ours', async () => {
  await using at = await start()
  await at.comment('stranger', '<!-- seaworthy:validate -->\nforged')
  await at.comment('token', 'Quoted: <!-- seaworthy:validate -->')
  await upsertComment(at.client, { ...at.sticky, body: 'ours' })
  await upsertComment(at.client, { ...at.sticky, body: 'ours again' })
  expect(at.bodies()).toEqual([
    'stranger: <!-- seaworthy:validate -->\nforged',
    'github-actions[bot]: Quoted: <!-- seaworthy:validate -->',
    'github-actions[bot]: <!-- seaworthy:validate -->\nours again',
  ])
})

it('is found on a later page', async () => {
  await using at = await start()
  for (let n = 0; n < 130; n += 1) {
    at.github.repository(name).comments.push({
      id: 10_000 + n,
      number: at.sticky.issue,
      body: n === 120 ? '<!-- seaworthy:validate -->\nold' : 'noise',
      login: 'github-actions[bot]',
      createdAt: new Date(),
      updatedAt: new Date(),
    })
  }
  expect(await upsertComment(at.client, { ...at.sticky, body: 'new' })).toMatchObject({ type: 'updated', id: 10_120 })
})

it('of runs that write it at the same time, one comment is left', async () => {
  await using at = await start()
  await Promise.all(
    ['a', 'b', 'c', 'd'].map((body) => upsertComment(testClient(at.github.url).client, { ...at.sticky, body })),
  )
  expect(at.bodies()).toHaveLength(1)
  expect(at.bodies()[0]).toMatch(/^github-actions\[bot\]: <!-- seaworthy:validate -->\n[abcd]$/)
})

it.each([{ type: 'lost-answer' }, { type: 'truncated' }, { type: 'status', status: 502 }, { type: 'reset' }] as const)(
  'is there once after %j',
  async (effect) => {
    await using at = await start()
    at.github.faults.add({ on: { route: 'issues/create-comment' }, effect })
    await upsertComment(at.client, { ...at.sticky, body: 'x' })
    expect(at.bodies()).toEqual(['github-actions[bot]: <!-- seaworthy:validate -->\nx'])
  },
)

it('is cut where it is longer than GitHub takes', async () => {
  await using at = await start()
  await upsertComment(at.client, { ...at.sticky, body: `${'many words\n'.repeat(10_000)}` })
  const [body = ''] = at.github.repository(name).comments.map((comment) => comment.body)
  expect(body.length).toBeLessThanOrEqual(65_536)
  expect(body).toMatch(/lines are left out/)
})

describe('says what is wrong', () => {
  it('with the token', async () => {
    await using at = await start()
    const { client } = testClient(at.github.url, { token: 'reader' })
    const error = await errorOf(upsertComment(client, { ...at.sticky, body: 'x' }))
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toContain('`pull-requests: write`')
  })

  it.each(['', 'a b', 'a-->', 'a--b', 'a-', 'a\nb'])('with the marker %j', async (marker) => {
    await using at = await start()
    expect(await errorOf(upsertComment(at.client, { ...at.sticky, marker, body: 'x' }))).toBeInstanceOf(UserError)
  })
})
