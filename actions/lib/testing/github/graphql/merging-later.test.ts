// Auto-merge and the merge queue through GraphQL, and references made, moved and deleted there.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type EmulatedRepository, type GitHubEmulator, startGitHub } from '../index.ts'
import { octokitFor } from '../octokit.ts'

let github: GitHubEmulator
let repository: EmulatedRepository
let octokit: ReturnType<typeof octokitFor>
let pullRequestId: string
const named = { owner: 'your-org', repo: 'app' }

beforeEach(async () => {
  const permissions = { contents: 'write', pull_requests: 'write', statuses: 'write' } as const
  github = await startGitHub({
    repositories: { 'your-org/app': { 'a.txt': 'a\n' } },
    tokens: { token: { login: 'your-app[bot]', permissions }, workflow: { login: 'github-actions[bot]', permissions } },
  })
  onTestFinished(() => github.stop())
  repository = github.repository('your-org/app')
  octokit = octokitFor(github)
  await repository.commit('bump', { 'b.txt': '' }, 'bump')
  pullRequestId = (await octokit.rest.pulls.create({ ...named, title: 'Bump', head: 'bump', base: 'main' })).data
    .node_id
})

type Failure = { readonly errors: readonly { readonly type: string; readonly message: string }[] }
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ errors }: Failure) => [errors[0]?.type, errors[0]?.message],
  )
const state = async () => (await octokit.rest.pulls.get({ ...named, pull_number: 1 })).data.state

describe('auto-merge', () => {
  const enable = (more: object = {}) =>
    octokit.graphql(
      'mutation ($input: EnablePullRequestAutoMergeInput!) { enablePullRequestAutoMerge(input: $input) { pullRequest { autoMergeRequest { mergeMethod enabledBy { login } } mergeStateStatus } } }',
      { input: { pullRequestId, ...more } },
    )

  test('is refused where the repository does not allow it, and where it could be merged at once', async () => {
    expect(await refusal(enable())).toEqual(['UNPROCESSABLE', 'Auto merge is not allowed for this repository'])
    repository.settings.allowAutoMerge = true
    expect(await refusal(enable())).toEqual(['UNPROCESSABLE', 'Pull request Pull request is in clean status'])
  })

  test('merges when the last required check has passed', async () => {
    repository.settings.allowAutoMerge = true
    repository.protect('main', { requiredChecks: ['ci', 'e2e'], requirePullRequest: true })
    expect(await enable({ mergeMethod: 'SQUASH' })).toEqual({
      enablePullRequestAutoMerge: {
        pullRequest: {
          autoMergeRequest: { mergeMethod: 'SQUASH', enabledBy: { login: 'your-app' } },
          mergeStateStatus: 'BLOCKED',
        },
      },
    })
    const sha = await repository.head('bump')
    await octokit.rest.repos.createCommitStatus({ ...named, sha, context: 'ci', state: 'success' })
    expect(await state()).toBe('open')
    await octokit.rest.repos.createCommitStatus({ ...named, sha, context: 'e2e', state: 'success' })
    expect(await state()).toBe('closed')
    expect(await repository.git('show', '-s', '--format=%s', 'main')).toBe('Bump (#1)')
  })

  test('is refused for a head that is not the expected one', async () => {
    repository.settings.allowAutoMerge = true
    repository.protect('main', { requiredChecks: ['ci'] })
    expect((await refusal(enable({ expectedHeadOid: 'a'.repeat(40) })))?.[0]).toBe('UNPROCESSABLE')
  })
})

describe('the merge queue', () => {
  const enqueue = (client = octokit) =>
    client.graphql(
      'mutation ($input: EnqueuePullRequestInput!) { enqueuePullRequest(input: $input) { mergeQueueEntry { position state } } }',
      {
        input: { pullRequestId },
      },
    )

  test('takes a pull request once, on a branch that has a queue', async () => {
    expect(await refusal(enqueue())).toEqual(['UNPROCESSABLE', 'Base branch does not have a merge queue enabled'])
    repository.protect('main', { mergeQueue: true })
    expect(await enqueue()).toEqual({ enqueuePullRequest: { mergeQueueEntry: { position: 1, state: 'QUEUED' } } })
    expect(await refusal(enqueue())).toEqual(['UNPROCESSABLE', 'Pull request is already in the queue'])
    const { repository: seen } = await octokit.graphql<{ repository: object }>(
      '{ repository(owner: "your-org", name: "app") { mergeQueue(branch: "main") { entries(first: 5) { totalCount nodes { pullRequest { number } } } } pullRequest(number: 1) { isInMergeQueue } } }',
    )
    expect(seen).toEqual({
      mergeQueue: { entries: { totalCount: 1, nodes: [{ pullRequest: { number: 1 } }] } },
      pullRequest: { isInMergeQueue: true },
    })
    await repository.landMergeQueue()
    expect(await state()).toBe('closed')
    expect(await repository.git('ls-tree', '--name-only', 'main')).toContain('b.txt')
  })

  test('drops what the workflow’s own token put there', async () => {
    repository.protect('main', { mergeQueue: true })
    await enqueue(octokitFor(github, 'workflow'))
    await repository.landMergeQueue()
    expect(await state()).toBe('open')
    expect(repository.notes).toEqual([expect.stringContaining('no merge_group run starts')])
  })
})

describe('references', () => {
  const ids = async () =>
    octokit.graphql<{ repository: { id: string; ref: { id: string } } }>(
      '{ repository(owner: "your-org", name: "app") { id ref(qualifiedName: "bump") { id } } }',
    )
  const run = (name: string, input: object) =>
    octokit.graphql(
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { clientMutationId } }`,
      { input },
    )

  test('are made once, moved forward, and deleted', async () => {
    const [{ repository: found }, oid] = [await ids(), await repository.head()]
    const make = { repositoryId: found.id, name: 'refs/heads/new', oid }
    await run('createRef', make)
    expect(await repository.head('new')).toBe(oid)
    expect(await refusal(run('createRef', make))).toEqual([
      'UNPROCESSABLE',
      'A ref named "refs/heads/new" already exists in the repository.',
    ])
    expect((await refusal(run('updateRef', { refId: found.ref.id, oid })))?.[0]).toBe('UNPROCESSABLE')
    await run('updateRef', { refId: found.ref.id, oid, force: true })
    expect(await repository.head('bump')).toBe(oid)
    await run('deleteRef', { refId: found.ref.id })
    await expect(repository.head('bump')).rejects.toThrow('has no refs/heads/bump')
  })
})
