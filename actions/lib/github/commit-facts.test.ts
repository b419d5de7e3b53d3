import { describe, expect, it } from 'vitest'
import { startGitHub } from '../testing/github/index.ts'
import { compareCommits } from './compare.ts'
import { commitsTouching, findHead, readHead } from './history.ts'
import { setCommitStatus } from './status.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const name = 'your-org/platform'
const start = () =>
  startGitHub({
    repositories: { [name]: { a: '1' }, 'your-org/other': { a: '1' } },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { contents: 'write', statuses: 'write' }, repositories: [name] },
      reader: { login: 'your-app[bot]', permissions: { contents: 'read' }, repositories: [name] },
    },
  })

describe('compareCommits', () => {
  it('tells how two commits stand to each other', async () => {
    await using github = await start()
    const repository = github.repository(name)
    const first = await repository.head()
    const side = await repository.commit('side', { b: '1' }, 'side')
    const second = await repository.commit('second', { c: '1' })
    const { client } = testClient(github.url)
    expect(await compareCommits(client, name, first, first)).toMatchObject({ type: 'identical', changesFiles: false })
    expect(await compareCommits(client, name, first, second)).toMatchObject({
      type: 'ahead',
      aheadBy: 1,
      changesFiles: true,
    })
    expect(await compareCommits(client, name, 'main', first)).toMatchObject({ type: 'behind', behindBy: 1 })
    expect(await compareCommits(client, name, second, side)).toMatchObject({
      type: 'diverged',
      aheadBy: 1,
      behindBy: 1,
    })
  })

  it.each([
    ['a commit that is not there', name, 'f'.repeat(40)],
    ['a repository that it cannot see', 'your-org/other', 'main'],
  ])('does not know about %s', async (_case, repository, head) => {
    await using github = await start()
    const comparison = await compareCommits(testClient(github.url).client, repository, 'main', head)
    expect(comparison).toEqual({ type: 'unknown', reason: expect.stringContaining('Not Found') })
  })

  it('does not take an outage for an answer', async () => {
    await using github = await start()
    github.faults.add({ on: {}, times: Infinity, effect: { type: 'status', status: 502 } })
    await errorOf(compareCommits(testClient(github.url).client, name, 'main', 'main'))
  })
})

describe('history', () => {
  it('lists commits that touched a path, the newest first', async () => {
    await using github = await start()
    const repository = github.repository(name)
    const two = await repository.commit('two\n\nKey: value', { 'apps/web.yaml': '1' })
    await repository.commit('three', { other: '1' })
    const four = await repository.commit('four', { 'apps/web.yaml': '2' })
    const { client } = testClient(github.url)
    const commits = await commitsTouching(client, name, 'main', 'apps/web.yaml', 10)
    expect(commits.map(({ id, message }) => [id, message])).toEqual([
      [four, 'four'],
      [two, 'two\n\nKey: value'],
    ])
    expect(await commitsTouching(client, name, two, 'apps', 10)).toHaveLength(1)
    expect(await commitsTouching(client, name, 'main', '', 2)).toHaveLength(2)
  })

  it('reads the head of a branch, whatever its name', async () => {
    await using github = await start()
    const id = await github
      .repository(name)
      .commit('x', { a: '2' }, 'bump/web app#1')
      .catch(() => github.repository(name).commit('x', { a: '2' }, 'bump/web'))
    const { client } = testClient(github.url)
    expect(await findHead(client, name, 'bump/web')).toBe(id)
    expect(await findHead(client, name, 'bump')).toBeUndefined()
    expect((await errorOf(readHead(client, name, 'bump'))).message).toContain(
      'there is no branch bump in your-org/platform',
    )
  })
})

describe('setCommitStatus', () => {
  it('sets it, with the description cut', async () => {
    await using github = await start()
    const commit = await github.repository(name).head()
    const { client } = testClient(github.url)
    await setCommitStatus(client, {
      repository: name,
      commit,
      state: 'success',
      context: 'seaworthy/bump',
      description: `landed\n${'🚢'.repeat(200)}`,
      targetUrl: 'https://example.com/run',
    })
    const [status] = github.repository(name).statuses
    expect(status).toMatchObject({
      sha: commit,
      state: 'success',
      context: 'seaworthy/bump',
      targetUrl: 'https://example.com/run',
    })
    expect(status?.description?.length).toBeLessThanOrEqual(140)
    expect(status?.description).toMatch(/^landed 🚢+/u)
    expect(status?.description?.isWellFormed()).toBe(true)
  })

  it('says which permission is missing', async () => {
    await using github = await start()
    const { client } = testClient(github.url, { token: 'reader' })
    const commit = await github.repository(name).head()
    const status = { repository: name, commit, state: 'pending', context: 'c', description: 'd' } as const
    expect((await errorOf(setCommitStatus(client, status))).message).toContain('`statuses: write`')
  })
})
