import { describe, expect, it } from 'vitest'
import { UserError } from '../toolkit/user-error.ts'
import { land, type Prepared } from './land.ts'
import type { RemoteTree } from './remote-tree.ts'
import { countUp, ourCommits, repository, start, write } from './testing/landing.ts'
import { errorOf, testClient } from './testing/test-client.ts'

it('twenty writers of the same line all land, and none undoes another', async () => {
  await using github = await start()
  const results = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const { client, log } = testClient(github.url, { random: Math.random })
      return land({ client, repository, branch: 'main', prepare: countUp, log, deadlineMs: 3_600_000 })
    }),
  )
  expect(results.map(({ value }) => value).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  expect(await github.repository(repository).file('values.yaml')).toBe('name: web\ncount: 20\n')
  const git = github.repository(repository).git
  expect(await git('rev-list', '--count', '--first-parent', 'main')).toBe('21')
  expect(new Set(await ourCommits(github)).size).toBe(20)
  expect(Math.max(...results.map(({ attempts }) => attempts))).toBeGreaterThan(1)
}, 120_000)

it('nor when answers are lost all the time', async () => {
  await using github = await start()
  const on = { route: 'createCommitOnBranch' }
  github.faults.add({ on, every: 3, times: Infinity, effect: { type: 'lost-answer' } })
  github.faults.add({ on, every: 4, times: Infinity, effect: { type: 'truncated' } })
  github.faults.add({ on, every: 5, times: Infinity, effect: { type: 'status', status: 502 } })
  const results = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const { client, log } = testClient(github.url, { random: Math.random })
      return land({ client, repository, branch: 'main', prepare: countUp, log, deadlineMs: 3_600_000 })
    }),
  )
  expect(results.map(({ value }) => value).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await github.repository(repository).file('values.yaml')).toBe('name: web\ncount: 10\n')
  expect(await github.repository(repository).git('rev-list', '--count', 'main')).toBe('11')
  const commits = results.map((result) => result.type === 'landed' && result.commit)
  expect(new Set(commits).size).toBe(10)
}, 120_000)

describe('when somebody else is faster', () => {
  it('makes the change again for what is there now', async () => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, times: 2, effect: { type: 'stale-head' } })
    const { client, log, lines, slept } = testClient(github.url)
    const heads: string[] = []
    const prepare = (tree: RemoteTree, head: string) => {
      heads.push(head)
      return countUp(tree)
    }
    const result = await land({ client, repository, branch: 'main', prepare, log })
    expect(result).toMatchObject({ type: 'landed', attempts: 3, verified: true, value: 1 })
    expect(new Set(heads).size).toBe(3)
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(`attempt 1: main moved to ${heads[1]?.slice(0, 7)} while editing; again after 0.1 s`)
    expect(slept[0]).toBeLessThan(500)
    expect(slept[1]).toBeGreaterThan(slept[0] ?? 0)
    const git = github.repository(repository).git
    expect(await git('rev-list', '--count', 'main')).toBe('4')
    expect(await git('diff-tree', '--no-commit-id', '--name-only', '-r', 'main')).toBe('values.yaml')
  })

  it('gives up at the deadline, having written nothing, and says against whom', async () => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, times: Infinity, effect: { type: 'stale-head' } })
    const { client, log } = testClient(github.url)
    const error = await errorOf(land({ client, repository, branch: 'main', prepare: countUp, log, deadlineMs: 20_000 }))
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(
      /did not get onto main of your-org\/platform within 20 s: \d+ attempts, \d+ times somebody else/,
    )
    const head = await github.repository(repository).head()
    expect(error.message).toContain(head.slice(0, 7))
    expect(error.message).toContain('Somebody else was quicker')
    expect(error.message).toContain('next: ')
    expect(await ourCommits(github)).toEqual([])
  })
})

describe('when the answer is lost', () => {
  it.each([
    ['a gateway’s error', { type: 'lost-answer' }],
    ['a cut connection', { type: 'lost-answer', drop: true }],
    ['half an answer', { type: 'truncated' }],
  ] as const)('%s: finds its commit and does not write it again', async (_name, effect) => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, effect })
    const { client, log, lines } = testClient(github.url)
    const result = await land({ client, repository, branch: 'main', prepare: countUp, log })
    const head = await github.repository(repository).head()
    expect(result).toMatchObject({ type: 'landed', commit: head, attempts: 1, verified: true, value: 1 })
    expect(result).toHaveProperty('url', expect.stringContaining(head))
    expect(await ourCommits(github)).toHaveLength(1)
    expect(lines.at(-1)).toContain('not written again')
  })

  it('finds it below commits of others', async () => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, effect: { type: 'lost-answer' } })
    const { client, log, whileSleeping } = testClient(github.url)
    whileSleeping.push(async () => {
      for (let n = 0; n < 3; n += 1)
        await github.repository(repository).commit('Another', { 'values.yaml': `count: ${n}\n` })
    })
    const result = await land({ client, repository, branch: 'main', prepare: countUp, log })
    const commit = await github.repository(repository).git('rev-parse', 'main~3')
    expect(result).toMatchObject({ type: 'landed', commit, attempts: 1, value: 1 })
    expect(await ourCommits(github)).toHaveLength(1)
  })

  it.each([
    ['a gateway’s error', { type: 'status', status: 502 }],
    ['a reset connection', { type: 'reset' }],
  ] as const)('%s before GitHub had begun: writes it once', async (_name, effect) => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, times: 2, effect })
    const { client, log } = testClient(github.url)
    const result = await land({ client, repository, branch: 'main', prepare: countUp, log })
    expect(result).toMatchObject({ type: 'landed', attempts: 3 })
    expect(await ourCommits(github)).toHaveLength(1)
  })

  it('and nothing was written, but the branch has moved: makes it again', async () => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, effect: { type: 'status', status: 502 } })
    const { client, log, whileSleeping } = testClient(github.url)
    whileSleeping.push(() => github.repository(repository).commit('Another', { 'values.yaml': 'count: 7\n' }))
    const result = await land({ client, repository, branch: 'main', prepare: countUp, log })
    expect(result).toMatchObject({ type: 'landed', attempts: 2, value: 8 })
  })

  it('until the deadline: says that it may be there, and how to find it', async () => {
    await using github = await start()
    github.faults.add({
      on: { route: 'createCommitOnBranch' },
      times: Infinity,
      effect: { type: 'status', status: 502 },
    })
    const { client, log } = testClient(github.url)
    const error = await errorOf(land({ client, repository, branch: 'main', prepare: countUp, log, deadlineMs: 20_000 }))
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toContain('may be on main all the same')
    expect(error.message).toMatch(/Seaworthy-Change: [0-9a-f]{20}/)
  })

  it('and GitHub is gone afterwards: says so too', async () => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, effect: { type: 'lost-answer' } })
    const { client, log, whileSleeping } = testClient(github.url)
    whileSleeping.push(async () => {
      github.faults.add({ on: { route: 'git/get-ref' }, times: Infinity, effect: { type: 'status', status: 503 } })
    })
    const error = await errorOf(land({ client, repository, branch: 'main', prepare: countUp, log }))
    expect(error.message).toContain('HTTP 503')
    expect(error.message).toContain('may be on main all the same')
  })
})

describe('when GitHub holds it back', () => {
  it('waits as long as it says', async () => {
    await using github = await start()
    github.faults.add({
      on: { route: 'createCommitOnBranch' },
      effect: { type: 'secondary-limit', retryAfterSeconds: 37 },
    })
    const { client, log, slept, lines } = testClient(github.url)
    const result = await land({ client, repository, branch: 'main', prepare: countUp, log })
    expect(result).toMatchObject({ type: 'landed', attempts: 2 })
    expect(slept.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(37_000)
    expect(lines[0]).toContain('rate limit')
    expect(await ourCommits(github)).toHaveLength(1)
  })

  it('a minute when it does not say how long', async () => {
    await using github = await start()
    github.faults.add({ on: { route: 'createCommitOnBranch' }, effect: { type: 'secondary-limit' } })
    const { client, log, slept } = testClient(github.url)
    await land({ client, repository, branch: 'main', prepare: countUp, log })
    expect(slept.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(60_000)
  })

  it('ends at once when that is longer than it has time', async () => {
    await using github = await start()
    github.faults.add({
      on: { route: 'createCommitOnBranch' },
      times: Infinity,
      effect: { type: 'primary-limit', resetSeconds: 3000 },
    })
    const { client, log, slept } = testClient(github.url)
    const error = await errorOf(land({ client, repository, branch: 'main', prepare: countUp, log }))
    expect(error.message).toContain('once GitHub’s rate limit held it back')
    expect(slept).toEqual([])
  })
})

describe('the commit', () => {
  it('is not made when the files are so already', async () => {
    await using github = await start()
    const { client, log } = testClient(github.url)
    const prepare = write('values.yaml', 'name: web\ncount: 0\n')
    expect(await land({ client, repository, branch: 'main', prepare, log })).toEqual({
      type: 'nothing',
      attempts: 1,
      value: 'values.yaml',
    })
    expect(await github.repository(repository).git('rev-list', '--count', 'main')).toBe('1')
  })

  it('has the files, the deletions and the message, with ours as the last trailer', async () => {
    await using github = await start({ old: 'x' })
    const { client, log } = testClient(github.url)
    const bytes = Uint8Array.from([0, 255, 13, 10, 239, 187, 191])
    const prepare = async (): Promise<Prepared<undefined>> => ({
      type: 'commit',
      headline: 'Two\nlines',
      body: 'Text.\n\nSource: your-org/web@1a2b3c4',
      additions: [{ path: 'new folder/binary', bytes }],
      deletions: ['old', 'not there'],
      value: undefined,
    })
    await land({ client, repository, branch: 'main', prepare, log })
    const { git } = github.repository(repository)
    expect(await git('log', '-1', '--format=%B', 'main')).toMatch(
      /^Two lines\n\nText\.\n\nSource: your-org\/web@1a2b3c4\nSeaworthy-Change: [0-9a-f]{20}$/,
    )
    expect(await git('ls-tree', '-r', '--name-only', 'main')).toBe('new folder/binary\nvalues.yaml')
    expect(await git('cat-file', '-s', 'main:new folder/binary')).toBe('7')
  })
})
