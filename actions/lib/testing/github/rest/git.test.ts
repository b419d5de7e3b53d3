// Every operation on git's own objects, through Octokit, held against what git says of the same repository.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmulatedRepository, type GitHubEmulator, startGitHub } from '../index.ts'
import { octokitFor } from '../octokit.ts'

let github: GitHubEmulator
let repository: EmulatedRepository
let rest: ReturnType<typeof octokitFor>['rest']
const named = { owner: 'your-org', repo: 'app' }

beforeAll(async () => {
  github = await startGitHub({
    repositories: {
      'your-org/app': {
        'README.md': 'Hello\n',
        'bin/run': { executable: '#!/bin/sh\n' },
        'deep/er/file.txt': 'deep\n',
        latest: { symlink: 'README.md' },
        'bytes.bin': new Uint8Array([0, 255, 10, 128]),
      },
    },
  })
  repository = github.repository('your-org/app')
  rest = octokitFor(github).rest
})
afterAll(() => github.stop())

/** What a refusal says. */
const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const { status, response } = error as { status: number; response: { data: { message: string } } }
  return [status, response.data.message]
}

describe('references', () => {
  test('a branch is where git has it', async () => {
    const { data } = await rest.git.getRef({ ...named, ref: 'heads/main' })
    expect(data).toMatchObject({
      ref: 'refs/heads/main',
      object: { type: 'commit', sha: await repository.git('rev-parse', 'main') },
    })
  })

  test('references outside heads and tags are there, listed, moved and deleted', async () => {
    const head = await repository.head()
    await rest.git.createRef({ ...named, ref: 'refs/seaworthy/locks/a', sha: head })
    await rest.git.createRef({ ...named, ref: 'refs/seaworthy/locks/b', sha: head })
    expect(await repository.git('for-each-ref', '--format=%(refname)', 'refs/seaworthy')).toBe(
      'refs/seaworthy/locks/a\nrefs/seaworthy/locks/b',
    )
    expect((await rest.git.getRef({ ...named, ref: 'seaworthy/locks/a' })).data.object.sha).toBe(head)
    const matching = await rest.git.listMatchingRefs({ ...named, ref: 'seaworthy/locks' })
    expect(matching.data.map(({ ref }) => ref)).toEqual(['refs/seaworthy/locks/a', 'refs/seaworthy/locks/b'])
    expect((await rest.git.listMatchingRefs({ ...named, ref: 'nothing' })).data).toEqual([])
    await rest.git.deleteRef({ ...named, ref: 'seaworthy/locks/a' })
    await rest.git.deleteRef({ ...named, ref: 'seaworthy/locks/b' })
    expect(await repository.git('for-each-ref', 'refs/seaworthy')).toBe('')
  })

  test('a branch moves forward only, unless forced', async () => {
    const head = await repository.head()
    const tree = await repository.git('rev-parse', 'main^{tree}')
    const { data: next } = await rest.git.createCommit({ ...named, message: 'next', tree, parents: [head] })
    const { data: other } = await rest.git.createCommit({ ...named, message: 'other', tree, parents: [] })
    await rest.git.createRef({ ...named, ref: 'refs/heads/moving', sha: head })
    await rest.git.updateRef({ ...named, ref: 'heads/moving', sha: next.sha })
    expect(await repository.head('moving')).toBe(next.sha)
    const backwards = rest.git.updateRef({ ...named, ref: 'heads/moving', sha: other.sha })
    expect(await refusal(backwards)).toEqual([422, 'Update is not a fast forward'])
    await rest.git.updateRef({ ...named, ref: 'heads/moving', sha: other.sha, force: true })
    expect(await repository.head('moving')).toBe(other.sha)
  })

  test.each([
    ['a branch that is not there', () => rest.git.getRef({ ...named, ref: 'heads/none' }), 404, 'Not Found'],
    ['git’s own notation', () => rest.git.getRef({ ...named, ref: 'heads/main~0' }), 404, 'Not Found'],
    [
      'a second one of the name',
      async () => rest.git.createRef({ ...named, ref: 'refs/heads/main', sha: await repository.head() }),
      422,
      'Reference already exists',
    ],
    [
      'one below a branch',
      async () => rest.git.createRef({ ...named, ref: 'refs/heads/main/sub', sha: await repository.head() }),
      422,
      'Reference cannot be created',
    ],
    [
      'an object that is not there',
      () => rest.git.createRef({ ...named, ref: 'refs/heads/x', sha: 'a'.repeat(40) }),
      422,
      'Object does not exist',
    ],
    [
      'moving what is not there',
      async () => rest.git.updateRef({ ...named, ref: 'heads/none', sha: await repository.head() }),
      422,
      'Reference does not exist',
    ],
    [
      'deleting what is not there',
      () => rest.git.deleteRef({ ...named, ref: 'heads/none' }),
      422,
      'Reference does not exist',
    ],
  ])('%s is refused', async (_, call, status, message) => {
    expect(await refusal(call())).toEqual([status, message])
  })
})

describe('objects', () => {
  test('a tree is what git lists', async () => {
    const { data } = await rest.git.getTree({ ...named, tree_sha: 'main', recursive: '1' })
    const listed = data.tree.map(({ mode, type, sha, path }) => `${mode} ${type} ${sha}\t${path}`)
    expect(listed.join('\n')).toBe(await repository.git('ls-tree', '-r', '-t', 'main'))
    expect(data.truncated).toBe(false)
    const flat = await rest.git.getTree({ ...named, tree_sha: await repository.git('rev-parse', 'main^{tree}') })
    expect(flat.data.tree.map(({ path }) => path)).toEqual(['README.md', 'bin', 'bytes.bin', 'deep', 'latest'])
  })

  test('a large tree is truncated, and says so', async () => {
    repository.settings.treeLimit = 3
    const { data } = await rest.git.getTree({ ...named, tree_sha: 'main', recursive: '1' })
    repository.settings.treeLimit = 100_000
    expect([data.tree.length, data.truncated]).toEqual([3, true])
  })

  test('blobs come and go byte for byte', async () => {
    const content = Buffer.from([0, 1, 2, 250, 251, 252, 13, 10])
    const { data: made } = await rest.git.createBlob({
      ...named,
      content: content.toString('base64'),
      encoding: 'base64',
    })
    const { data: read } = await rest.git.getBlob({ ...named, file_sha: made.sha })
    expect(Buffer.from(read.content, 'base64').equals(content)).toBe(true)
    expect(await repository.git('cat-file', '-s', made.sha)).toBe('8')
    // Octokit would read the raw bytes as text, since GitHub says that they are UTF-8.
    const headers = { authorization: 'Bearer token', accept: 'application/vnd.github.raw+json' }
    const raw = await fetch(`${github.url}/repos/your-org/app/git/blobs/${made.sha}`, { headers })
    expect(Buffer.from(await raw.arrayBuffer()).equals(content)).toBe(true)
  })

  test('a tree on top of another keeps modes, adds and removes', async () => {
    const base = await repository.git('rev-parse', 'main^{tree}')
    const { data } = await rest.git.createTree({
      ...named,
      base_tree: base,
      tree: [
        { path: 'deep/er/file.txt', mode: '100755', type: 'blob', content: 'new\n' },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    })
    expect(await repository.git('diff-tree', '-r', '--name-status', base, data.sha)).toBe(
      'D\tREADME.md\nM\tdeep/er/file.txt',
    )
    expect(await repository.git('ls-tree', data.sha, 'deep/er/file.txt')).toMatch(/^100755/)
  })

  test('a commit without an author is signed by GitHub, one with an author is not', async () => {
    const [parent, tree] = [await repository.head(), await repository.git('rev-parse', 'main^{tree}')]
    const content = { ...named, message: 'by REST\n\nbody', tree, parents: [parent] }
    const { data: signed } = await rest.git.createCommit(content)
    const author = { name: 'Ada', email: 'ada@example.com', date: '2026-02-03T04:05:06Z' }
    const { data: own } = await rest.git.createCommit({ ...content, author })
    expect([signed.verification.verified, signed.verification.reason]).toEqual([true, 'valid'])
    expect([own.verification.verified, own.verification.reason]).toEqual([false, 'unsigned'])
    expect(await repository.git('show', '-s', '--format=%an|%ae|%at|%B', own.sha)).toBe(
      'Ada|ada@example.com|1770091506|by REST\n\nbody',
    )
    expect(await repository.git('cat-file', 'commit', signed.sha)).toContain('gpgsig -----BEGIN PGP SIGNATURE-----')
    expect((await rest.git.getCommit({ ...named, commit_sha: own.sha })).data).toEqual(own)
  })

  test.each([
    [
      'a blob that is a commit',
      async () => rest.git.getBlob({ ...named, file_sha: await repository.head() }),
      404,
      'Not Found',
    ],
    ['a tree without a tree', () => rest.git.getTree({ ...named, tree_sha: 'a'.repeat(40) }), 404, 'Not Found'],
    [
      'a path that leaves',
      () => rest.git.createTree({ ...named, tree: [{ path: '../x', mode: '100644', type: 'blob', content: '' }] }),
      422,
      'tree.path contains a malformed path component',
    ],
    [
      'a commit of no tree',
      () => rest.git.createCommit({ ...named, message: 'm', tree: 'a'.repeat(40) }),
      422,
      'Tree SHA does not exist',
    ],
    [
      'a commit of no parent',
      async () =>
        rest.git.createCommit({
          ...named,
          message: 'm',
          tree: await repository.git('rev-parse', 'main^{tree}'),
          parents: ['a'.repeat(40)],
        }),
      422,
      'Parent SHA does not exist or is not a commit object',
    ],
  ])('%s is refused', async (_, call, status, message) => {
    expect(await refusal(call())).toEqual([status, message])
  })
})

test('git finds nothing wrong with what was written', async () => {
  expect(await repository.git('fsck', '--strict', '--no-dangling', '--no-progress')).toBe('')
})
