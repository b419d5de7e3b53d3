// Runs, what pull request brought a commit, and what a repository is: the facts that a proof is made of.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type EmulatedRepository,
  type GitHubEmulator,
  seedMergedPull,
  seedWorkflowRun,
  startGitHub,
} from '../testing/github/index.ts'
import { authorsOfPull } from './pull-authors.ts'
import { mergedPullOf } from './pulls-of-commit.ts'
import { readRepository } from './repository.ts'
import { listRunApprovals } from './run-approvals.ts'
import { errorOf, testClient } from './testing/test-client.ts'
import { readRun, runsOfCommit } from './workflow-runs.ts'

const name = 'your-org/platform'
const where = { owner: 'your-org', repo: 'platform' }
const workflow = '.github/workflows/pull-request.yml'
const fork = { id: 66, fullName: 'stranger/platform' }
let github: GitHubEmulator
let repository: EmulatedRepository

beforeAll(async () => {
  const all = { actions: 'read', contents: 'write', pull_requests: 'write', issues: 'write' } as const
  github = await startGitHub({
    repositories: { [name]: { a: '1' } },
    tokens: {
      token: { login: 'your-app[bot]', permissions: all },
      blind: { login: 'your-app[bot]', permissions: { contents: 'read' } },
    },
  })
  repository = github.repository(name)
})
afterAll(() => github.stop())

const client = (token = 'token') => testClient(github.url, { token }).client

/** A pull request with commits of its own, opened and, unless it stays open, merged. */
async function pull(branch: string, messages: readonly string[], method?: 'merge' | 'squash' | 'rebase') {
  for (const message of messages) await repository.commit(message, { [`${branch} ${message}`]: message }, branch)
  const { data } = await client().request('POST /repos/{owner}/{repo}/pulls', {
    ...where,
    title: branch,
    head: branch,
    base: 'main',
  })
  const { number } = data
  const headSha = await repository.head(branch)
  await repository.commit(`Meanwhile, before ${branch}`, { [`meanwhile ${branch}`]: '1' })
  const baseSha = await repository.head()
  if (method !== undefined)
    await client().request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
      ...where,
      pull_number: number,
      merge_method: method,
    })
  return { number, headSha, baseSha, commit: await repository.head() }
}

describe('a run', () => {
  test('with all that tells where it is from', async () => {
    const { number, headSha } = await pull('open', ['one'])
    const seeded = seedWorkflowRun(repository, {
      headSha,
      event: 'pull_request',
      path: `${workflow}@refs/pull/1/merge`,
      headBranch: 'open',
      runAttempt: 2,
      conclusion: 'failure',
      startedAt: new Date('2026-01-02T00:00:00Z'),
    })
    expect(await readRun(client(), name, seeded.id)).toEqual({
      id: seeded.id,
      attempt: 2,
      repository: name,
      repositoryId: expect.any(Number),
      headRepository: name,
      headRepositoryId: expect.any(Number),
      workflow,
      headSha,
      headBranch: 'open',
      event: 'pull_request',
      status: 'completed',
      conclusion: 'failure',
      createdAt: '2026-01-01T00:00:00Z',
      startedAt: '2026-01-02T00:00:00Z',
      url: expect.stringContaining(`/actions/runs/${seeded.id}`),
      actor: 'somebody-else',
      triggeringActor: 'somebody-else',
      pullRequests: [number],
    })
  })

  test('of a fork, and of one that is gone', async () => {
    const headSha = await repository.head()
    const of = async (headRepository: typeof fork | null) =>
      readRun(client(), name, seedWorkflowRun(repository, { headSha, headRepository }).id)
    expect(await of(fork)).toMatchObject({
      repository: name,
      headRepository: 'stranger/platform',
      headRepositoryId: 66,
      pullRequests: [],
    })
    const gone = await of(null)
    expect([gone.headRepository, gone.headRepositoryId]).toEqual([undefined, undefined])
  })

  test('goes on, or is not there', async () => {
    const run = seedWorkflowRun(repository, {
      headSha: await repository.head(),
      status: 'in_progress',
      conclusion: null,
    })
    expect(await readRun(client(), name, run.id)).not.toHaveProperty('conclusion')
    expect((await errorOf(readRun(client(), name, 1))).message).toContain('read the run 1 of your-org/platform')
  })

  test('of a commit and a workflow’s file, the newest first', async () => {
    const headSha = await repository.commit('For its runs', { runs: '1' }, 'runs')
    const seed = (more: object) =>
      seedWorkflowRun(repository, { headSha, event: 'pull_request', path: workflow, ...more }).id
    const [first, second] = [seed({}), seed({})]
    seed({ headSha: await repository.head() })
    seed({ path: '.github/workflows/other.yml' })
    const byHand = seed({ event: 'workflow_dispatch' })
    const wanted = { repository: name, workflow, headSha }
    expect((await runsOfCommit(client(), wanted)).map(({ id }) => id)).toEqual([byHand, second, first])
    const events = await runsOfCommit(client(), { ...wanted, event: 'pull_request' })
    expect(events.map(({ id }) => id)).toEqual([second, first])
  })

  test('was let into its environments', async () => {
    const approvals = [
      { environments: ['production', 'dns'], state: 'approved' as const, login: 'alice', comment: 'go' },
    ]
    const run = seedWorkflowRun(repository, { headSha: await repository.head(), approvals })
    expect(await listRunApprovals(client(), name, run.id)).toEqual([
      { by: 'alice', state: 'approved', environments: ['production', 'dns'], comment: 'go' },
    ])
  })
})

describe('the pull request of a commit', () => {
  test.each([
    ['merge', ['one', 'two']],
    ['squash', ['one']],
    ['squash', ['one', 'two']],
    ['rebase', ['one', 'two', 'three']],
  ] as const)('by %s of %j', async (method, messages) => {
    const made = await pull(`${method}-${messages.length}`, messages, method)
    expect(await mergedPullOf(client(), { repository: name, commit: made.commit, base: 'main' })).toMatchObject({
      number: made.number,
      author: 'your-app[bot]',
      headSha: made.headSha,
      headRepository: name,
      baseBranch: 'main',
      baseSha: made.baseSha,
      mergeCommit: made.commit,
      labels: [],
    })
  })

  test('of a fork, or of one that is gone', async () => {
    const baseOid = await repository.head()
    const headOid = await repository.commit('From afar', { afar: '1' })
    const merged = { head: 'patch', headOid, baseOid, mergeCommitOid: headOid, labels: ['terraform'] }
    const seeded = seedMergedPull(repository, { ...merged, headRepository: fork })
    const find = () => mergedPullOf(client(), { repository: name, commit: headOid, base: 'main' })
    expect(await find()).toMatchObject({
      number: seeded.number,
      headRepository: 'stranger/platform',
      labels: ['terraform'],
    })
    seeded.headRepository = null
    expect(await find()).not.toHaveProperty('headRepository')
  })

  test('is none of a push, of another branch, or in the middle of a rebased one', async () => {
    const find = (commit: string, base = 'main') => mergedPullOf(client(), { repository: name, commit, base })
    const made = await pull('several', ['one', 'two'], 'rebase')
    expect(await find(made.commit, 'release')).toBeUndefined()
    expect(await find(await repository.git('rev-parse', `${made.commit}^`))).toBeUndefined()
    expect(await find(await repository.commit('A push', { pushed: '1' }))).toBeUndefined()
    const { headSha } = await pull('still-open', ['one'])
    expect(await find(headSha)).toBeUndefined()
  })

  test('says which permission is missing', async () => {
    const error = await errorOf(
      mergedPullOf(client('blind'), { repository: name, commit: await repository.head(), base: 'main' }),
    )
    expect(error.message).toContain('`pull-requests: read`')
  })
})

test('who wrote a pull request: not only who opened it', async () => {
  const { number } = await pull('written', ['one', 'two'])
  expect(await authorsOfPull(client(), name, number)).toEqual([])
  await client().request('POST /repos/{owner}/{repo}/merges', { ...where, base: 'written', head: 'main' })
  expect(await authorsOfPull(client(), name, number)).toEqual(['your-app[bot]'])
})

test('a repository is public, private or internal', async () => {
  const { settings } = repository
  const seen = []
  for (const [isPrivate, internal] of [
    [true, false],
    [true, true],
    [false, false],
  ] as const) {
    Object.assign(settings, { private: isPrivate, internal })
    seen.push((await readRepository(client(), name)).visibility)
  }
  Object.assign(settings, { private: true, internal: false })
  expect(seen).toEqual(['private', 'internal', 'public'])
  expect(await readRepository(client(), 'Your-Org/PLATFORM')).toMatchObject({
    name,
    defaultBranch: 'main',
    isFork: false,
  })
})
