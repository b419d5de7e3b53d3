// Pull requests from their opening to their merge, through Octokit, held against git.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type EmulatedRepository, type GitHubEmulator, seedStatus, startGitHub } from '../index.ts'
import { octokitFor } from '../octokit.ts'

let github: GitHubEmulator
let repository: EmulatedRepository
let rest: ReturnType<typeof octokitFor>['rest']
const named = { owner: 'your-org', repo: 'app' }

beforeEach(async () => {
  github = await startGitHub({
    repositories: { 'your-org/app': { 'a.txt': 'a\n' } },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { contents: 'write', pull_requests: 'write' } },
      workflow: { login: 'github-actions[bot]', permissions: { contents: 'write', pull_requests: 'write' } },
    },
  })
  onTestFinished(() => github.stop())
  repository = github.repository('your-org/app')
  rest = octokitFor(github).rest
})

async function opened(branch = 'bump') {
  await repository.commit(`on ${branch}`, { 'b.txt': `${branch}\n` }, branch)
  return (await rest.pulls.create({ ...named, title: `Bump ${branch}`, head: branch, base: 'main', body: 'why' })).data
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ status, message }: { status: number; message: string }) => [status, message.replace(/ - https.*/, '')],
  )

test('one is opened, found, changed and closed', async () => {
  const pull = await opened()
  const of = { ...named, pull_number: pull.number }
  expect(pull).toMatchObject({ number: 1, state: 'open', commits: 1, changed_files: 1, additions: 1, mergeable: null })
  expect(await repository.git('rev-parse', 'refs/pull/1/head')).toBe(pull.head.sha)
  // GitHub begins to work out whether it merges when it is first asked.
  expect((await rest.pulls.get(of)).data).toMatchObject({ mergeable: true, mergeable_state: 'clean' })
  const found = (head: string) => rest.pulls.list({ ...named, head, state: 'all' }).then(({ data }) => data.length)
  expect([await found('your-org:bump'), await found('your-org:none'), await found('else:bump')]).toEqual([1, 0, 0])
  expect((await rest.pulls.listFiles(of)).data.map(({ filename, status }) => [filename, status])).toEqual([
    ['b.txt', 'added'],
  ])
  const { data: changed } = await rest.pulls.update({ ...of, title: 'New', state: 'closed' })
  expect(changed).toMatchObject({ title: 'New', state: 'closed', merged: false })
  expect((await rest.issues.get({ ...named, issue_number: 1 })).data.closed_by?.login).toBe('your-app[bot]')
  expect((await rest.pulls.update({ ...of, state: 'open' })).data.state).toBe('open')
  await rest.issues.update({ ...named, issue_number: 1, state: 'closed', labels: ['no'] })
  const listed = await rest.pulls.list({ ...named, state: 'closed' })
  expect(listed.data.map(({ labels }) => labels.map(({ name }) => name))).toEqual([['no']])
  expect((await rest.pulls.list(named)).data).toEqual([])
})

test('its head follows its branch', async () => {
  const { number } = await opened()
  const next = await repository.commit('more', { 'c.txt': '' }, 'bump')
  expect((await rest.pulls.get({ ...named, pull_number: number })).data.head.sha).toBe(next)
})

test('one whose branch is deleted is closed, and stays so', async () => {
  const { number, head } = await opened()
  await rest.git.deleteRef({ ...named, ref: 'heads/bump' })
  const of = { ...named, pull_number: number }
  expect((await rest.pulls.get(of)).data).toMatchObject({ state: 'closed', merged: false, head: { sha: head.sha } })
  const [status, message] = (await refusal(rest.pulls.update({ ...of, state: 'open' }))) ?? []
  expect(status).toBe(422)
  expect(message).toContain('The bump branch has been deleted.')
})

test('one whose commits are pushed onto its base is merged', async () => {
  const { number, head } = await opened()
  await rest.git.updateRef({ ...named, ref: 'heads/main', sha: head.sha })
  const { data } = await rest.pulls.get({ ...named, pull_number: number })
  expect(data).toMatchObject({ state: 'closed', merged: true, merge_commit_sha: head.sha })
})

describe('merging', () => {
  test.each([
    ['merge', 2, 'Merge pull request #1 from your-org/bump\n\nBump bump'],
    ['squash', 1, 'Bump bump (#1)'],
    ['rebase', 1, 'on bump'],
  ] as const)('by %s gives a commit with %i parents', async (merge_method, parents, message) => {
    const pull = await opened()
    await repository.commit('meanwhile', { 'm.txt': '' })
    const { data } = await rest.pulls.merge({ ...named, pull_number: pull.number, merge_method, sha: pull.head.sha })
    expect(data.merged).toBe(true)
    expect(await repository.head()).toBe(data.sha)
    expect((await repository.git('show', '-s', '--format=%P', 'main')).split(' ')).toHaveLength(parents)
    expect(await repository.git('show', '-s', '--format=%B', 'main')).toBe(message)
    expect(await repository.git('ls-tree', '--name-only', 'main')).toBe('a.txt\nb.txt\nm.txt')
    expect((await rest.pulls.get({ ...named, pull_number: 1 })).data).toMatchObject({
      merged: true,
      state: 'closed',
      merge_commit_sha: data.sha,
    })
    expect(await repository.git('fsck', '--strict', '--no-dangling', '--no-progress')).toBe('')
  })

  test('deletes the branch where the repository is set so', async () => {
    repository.settings.deleteBranchOnMerge = true
    await opened()
    await rest.pulls.merge({ ...named, pull_number: 1 })
    await expect(repository.head('bump')).rejects.toThrow('has no refs/heads/bump')
  })

  const merge = (more: object = {}) => rest.pulls.merge({ ...named, pull_number: 1, ...more })
  test.each([
    [
      'a head that moved',
      async () => {},
      { sha: 'a'.repeat(40) },
      409,
      'Head branch was modified. Review and try the merge again.',
    ],
    [
      'a method that is off',
      async () => Object.assign(repository.settings, { allowSquashMerge: false }),
      { merge_method: 'squash' },
      405,
      'Squash merges are not allowed on this repository.',
    ],
    ['a conflict', () => repository.commit('clash', { 'b.txt': 'other\n' }), {}, 405, 'Pull Request is not mergeable'],
    [
      'a check that has not spoken',
      async () => repository.protect('main', { requiredChecks: ['ci'] }),
      {},
      405,
      'Required status check "ci" is expected.',
    ],
    [
      'a queue',
      async () => repository.protect('main', { mergeQueue: true }),
      {},
      405,
      'Changes must be made through the merge queue',
    ],
    [
      'a ruleset’s queue',
      async () => repository.protect('main', { mergeQueue: true, ruleset: true }),
      {},
      405,
      'Repository rule violations found\n\nChanges must be made through the merge queue',
    ],
  ])('%s stops it', async (_, arrange, more, status, message) => {
    await opened()
    await arrange()
    expect(await refusal(merge(more))).toEqual([status, message])
  })

  test('waits for a required check, and goes on when it has passed', async () => {
    const pull = await opened()
    repository.protect('main', { requiredChecks: ['ci'], requirePullRequest: true })
    seedStatus(repository, { sha: pull.head.sha, state: 'success', context: 'ci' })
    expect((await merge()).data.merged).toBe(true)
  })
})

describe('opening', () => {
  test.each([
    ['from a branch that is not there', 'none', 'main', 'head'],
    ['onto a branch that is not there', 'bump', 'none', 'base'],
  ])('%s is refused', async (_, head, base, field) => {
    await repository.commit('x', { 'b.txt': '' }, 'bump')
    const [status, message] = (await refusal(rest.pulls.create({ ...named, title: 't', head, base }))) ?? []
    expect(status).toBe(422)
    expect(message).toContain(`"field":"${field}","code":"invalid"`)
  })

  test('twice from one branch, or without a difference, is refused', async () => {
    await opened()
    const again = await refusal(rest.pulls.create({ ...named, title: 't', head: 'your-org:bump', base: 'main' }))
    expect(again?.[1]).toContain('A pull request already exists for your-org:bump.')
    await rest.git.createRef({ ...named, ref: 'refs/heads/same', sha: await repository.head() })
    const same = await refusal(rest.pulls.create({ ...named, title: 't', head: 'same', base: 'main' }))
    expect(same?.[1]).toContain('No commits between main and same')
  })

  test('with the workflow’s own token needs the repository’s leave', async () => {
    await repository.commit('x', { 'b.txt': '' }, 'bump')
    const workflow = octokitFor(github, 'workflow').rest
    const open = () => workflow.pulls.create({ ...named, title: 't', head: 'bump', base: 'main' })
    expect(await refusal(open())).toEqual([403, 'GitHub Actions is not permitted to create or approve pull requests.'])
    repository.settings.allowActionsToCreatePullRequests = true
    expect((await open()).status).toBe(201)
  })
})
