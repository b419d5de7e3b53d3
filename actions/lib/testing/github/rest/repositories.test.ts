// Repositories, contents, history, comparisons and merges, through Octokit, held against git.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmulatedRepository, type GitHubEmulator, startGitHub } from '../index.ts'
import { octokitFor } from '../octokit.ts'

let github: GitHubEmulator
let repository: EmulatedRepository
let rest: ReturnType<typeof octokitFor>['rest']
const named = { owner: 'your-org', repo: 'app' }
const statusOf = (promise: Promise<{ status: number }>) =>
  promise.then(
    ({ status }) => status,
    ({ status }) => status as number,
  )

beforeAll(async () => {
  github = await startGitHub({
    repositories: {
      'your-org/app': {
        'app/values.yaml': 'image: 1\n',
        'app/link': { symlink: 'values.yaml' },
        'app/away': { symlink: '../../etc/passwd' },
        'notes.txt': 'one\ntwo\n',
      },
    },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { contents: 'write' } },
      person: { login: 'ada', permissions: { contents: 'read' } },
    },
  })
  repository = github.repository('your-org/app')
  rest = octokitFor(github).rest
})
afterAll(() => github.stop())

describe('a repository', () => {
  test('shows how it merges to those who may write', async () => {
    repository.settings.allowAutoMerge = true
    expect((await rest.repos.get(named)).data).toMatchObject({
      full_name: 'your-org/app',
      private: true,
      allow_auto_merge: true,
    })
    const { data } = await octokitFor(github, 'person').rest.repos.get(named)
    expect(data.permissions).toMatchObject({ push: false, pull: true })
    expect(data).not.toHaveProperty('allow_auto_merge')
  })

  test('has branches with their protection', async () => {
    repository.protect('main', { requiredChecks: ['ci'] })
    const { data } = await rest.repos.getBranch({ ...named, branch: 'main' })
    repository.protections.delete('main')
    expect(data).toMatchObject({ protected: true, protection: { required_status_checks: { contexts: ['ci'] } } })
    expect(data.commit.sha).toBe(await repository.head())
    expect(await statusOf(rest.repos.getBranch({ ...named, branch: 'none' }))).toBe(404)
  })

  test('who asks: a person has a name, an App has none', async () => {
    expect((await octokitFor(github, 'person').rest.users.getAuthenticated()).data.login).toBe('ada')
    expect(await statusOf(rest.users.getAuthenticated())).toBe(403)
  })

  test('the API tells of itself', async () => {
    expect((await rest.meta.root()).data.rate_limit_url).toBe(`${github.url}/rate_limit`)
    expect((await rest.rateLimit.get()).data.rate.limit).toBe(5000)
  })
})

describe('contents', () => {
  test('a file, with its bytes', async () => {
    const { data } = await rest.repos.getContent({ ...named, path: 'app/values.yaml' })
    expect(data).toMatchObject({
      type: 'file',
      encoding: 'base64',
      size: 9,
      content: `${Buffer.from('image: 1\n').toString('base64')}\n`,
    })
    expect(data).toMatchObject({ sha: await repository.git('rev-parse', 'main:app/values.yaml') })
    const raw = await rest.repos.getContent({ ...named, path: 'app/values.yaml', mediaType: { format: 'raw' } })
    expect(raw.data).toBe('image: 1\n')
  })

  test('at a ref that is not the default branch', async () => {
    const old = await repository.head()
    await repository.commit('second', { 'notes.txt': 'changed\n' })
    const { data } = await rest.repos.getContent({
      ...named,
      path: 'notes.txt',
      ref: old,
      mediaType: { format: 'raw' },
    })
    expect(data).toBe('one\ntwo\n')
    expect(await repository.file('notes.txt')).toBe('changed\n')
  })

  test('a folder, with what is in it', async () => {
    const { data } = await rest.repos.getContent({ ...named, path: 'app' })
    expect((data as { name: string; type: string }[]).map(({ name, type }) => [name, type])).toEqual([
      ['away', 'symlink'],
      ['link', 'symlink'],
      ['values.yaml', 'file'],
    ])
    const root = await rest.repos.getContent({ ...named, path: '' })
    expect((root.data as { name: string }[]).map(({ name }) => name)).toEqual(['app', 'notes.txt'])
  })

  test('a link to a file is that file, a link out of the repository is itself', async () => {
    expect((await rest.repos.getContent({ ...named, path: 'app/link' })).data).toMatchObject({ type: 'file', size: 9 })
    const away = await rest.repos.getContent({ ...named, path: 'app/away' })
    expect(away.data).toMatchObject({ type: 'symlink', target: '../../etc/passwd' })
  })

  test('nothing there, no such ref', async () => {
    expect(await statusOf(rest.repos.getContent({ ...named, path: 'app/none' }))).toBe(404)
    expect(await statusOf(rest.repos.getContent({ ...named, path: 'app', ref: 'none' }))).toBe(404)
  })
})

describe('history', () => {
  test('of a path, in pages, as git log has it', async () => {
    for (const n of [1, 2, 3, 4, 5]) await repository.commit(`change ${n}`, { 'app/values.yaml': `image: ${n + 1}\n` })
    await repository.commit('beside', { 'other.txt': '' })
    const wanted = (await repository.git('log', '--format=%H', 'main', '--', 'app/values.yaml')).split('\n')
    expect(wanted).toHaveLength(6)
    const octokit = octokitFor(github)
    const pages = await octokit.paginate(octokit.rest.repos.listCommits, {
      ...named,
      path: 'app/values.yaml',
      per_page: 4,
    })
    expect(pages.map(({ sha }) => sha)).toEqual(wanted)
    const first = await rest.repos.listCommits({ ...named, path: 'app/values.yaml', per_page: 4 })
    expect(first.headers.link).toMatch(/page=2>; rel="next", <[^>]+page=2>; rel="last"/)
    const second = await rest.repos.listCommits({ ...named, path: 'app/values.yaml', per_page: 4, page: 2 })
    expect(second.headers.link).toMatch(/page=1>; rel="prev", <[^>]+page=1>; rel="first"/)
    expect(await statusOf(rest.repos.listCommits({ ...named, sha: 'none' }))).toBe(404)
  })

  test('one commit with what it changed', async () => {
    const oid = await repository.commit('rename', {
      'notes.txt': null,
      'moved.txt': 'changed\n',
      'added.txt': 'a\nb\n',
    })
    const { data } = await rest.repos.getCommit({ ...named, ref: 'main' })
    expect(data.sha).toBe(oid)
    expect(
      data.files?.map(({ filename, status, additions, previous_filename }) => [
        filename,
        status,
        additions,
        previous_filename,
      ]),
    ).toEqual([
      ['added.txt', 'added', 2, undefined],
      ['moved.txt', 'renamed', 0, 'notes.txt'],
    ])
    expect(data.files?.[0]?.patch).toBe('@@ -0,0 +1,2 @@\n+a\n+b')
    expect(data.commit.verification?.verified).toBe(false)
    const sha = await rest.repos.getCommit({ ...named, ref: 'main', mediaType: { format: 'sha' } })
    expect(sha.data).toBe(oid)
    expect(await statusOf(rest.repos.getCommit({ ...named, ref: 'b'.repeat(40) }))).toBe(422)
  })
})

describe('comparisons', () => {
  const compare = (basehead: string) => rest.repos.compareCommitsWithBasehead({ ...named, basehead })

  test('identical, ahead, behind, diverged, unrelated', async () => {
    const base = await repository.head()
    await repository.commit('on the side', { 'side.txt': 'side\n' }, 'side')
    const ahead = (await compare('main...side')).data
    expect(ahead).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0, total_commits: 1 })
    expect(ahead.files?.map(({ filename }) => filename)).toEqual(['side.txt'])
    expect((await compare('side...main')).data).toMatchObject({ status: 'behind', ahead_by: 0, behind_by: 1 })
    expect((await compare('main...main')).data).toMatchObject({ status: 'identical', ahead_by: 0, behind_by: 0 })
    await repository.commit('on main', { 'main.txt': '' })
    const diverged = (await compare('your-org:main...your-org:side')).data
    expect(diverged).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1 })
    expect(diverged.merge_base_commit.sha).toBe(base)
    const tree = await repository.git('rev-parse', 'main^{tree}')
    const { data: root } = await rest.git.createCommit({ ...named, message: 'root', tree, parents: [] })
    expect(await statusOf(compare(`main...${root.sha}`))).toBe(404)
    expect(await statusOf(compare('main...none'))).toBe(404)
  })

  test('commits come oldest first, in pages', async () => {
    for (const n of [1, 2, 3]) await repository.commit(`side ${n}`, { 'side.txt': `${n}` }, 'pages')
    const wanted = (await repository.git('rev-list', '--reverse', 'main..pages')).split('\n')
    expect((await compare('main...pages')).data.commits.map(({ sha }) => sha)).toEqual(wanted)
    const page = await rest.repos.compareCommitsWithBasehead({
      ...named,
      basehead: 'main...pages',
      per_page: 2,
      page: 2,
    })
    expect(page.data.commits.map(({ sha }) => sha)).toEqual(wanted.slice(2))
    expect(page.data.total_commits).toBe(3)
  })
})

describe('merging', () => {
  test('a branch into another, once', async () => {
    await repository.commit('feature', { 'feature.txt': 'f\n' }, 'feature')
    await repository.commit('meanwhile', { 'meanwhile.txt': 'm\n' })
    const merged = await rest.repos.merge({ ...named, base: 'main', head: 'feature', commit_message: 'together' })
    expect(merged.status).toBe(201)
    expect(await repository.git('show', '-s', '--format=%P|%B', 'main')).toBe(
      `${await repository.git('rev-parse', 'main^1')} ${await repository.head('feature')}|together`,
    )
    expect(await repository.file('feature.txt')).toBe('f\n')
    expect(merged.data.commit.verification?.verified).toBe(true)
    expect((await rest.repos.merge({ ...named, base: 'main', head: 'feature' })).status).toBe(204)
  })

  test('what contradicts, and what is not there', async () => {
    await repository.commit('theirs', { 'clash.txt': 'theirs\n' }, 'clash')
    await repository.commit('ours', { 'clash.txt': 'ours\n' })
    expect(await statusOf(rest.repos.merge({ ...named, base: 'main', head: 'clash' }))).toBe(409)
    expect(await statusOf(rest.repos.merge({ ...named, base: 'main', head: 'none' }))).toBe(404)
    expect(await statusOf(rest.repos.merge({ ...named, base: 'none', head: 'main' }))).toBe(404)
  })
})

test('git finds nothing wrong with what was written', async () => {
  expect(await repository.git('fsck', '--strict', '--no-dangling', '--no-progress')).toBe('')
})
