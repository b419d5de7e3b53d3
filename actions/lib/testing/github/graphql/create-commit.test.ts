// createCommitOnBranch: what lands, who wins, and what GitHub says to the others. Held against git.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EmulatedRepository, type GitHubEmulator, startGitHub } from '../index.ts'
import { octokitFor } from '../octokit.ts'

let github: GitHubEmulator
let repository: EmulatedRepository
let head: string

beforeAll(async () => {
  github = await startGitHub({
    repositories: {
      'your-org/gitops': { 'app/values.yaml': 'tag: 1\n', 'run.sh': { executable: '#!/bin/sh\n' }, 'old.txt': 'old\n' },
      'your-org/other': { 'a.txt': '' },
    },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { contents: 'write' } },
      reader: { login: 'your-app[bot]', permissions: { contents: 'read' } },
      elsewhere: { login: 'your-app[bot]', permissions: { contents: 'write' }, repositories: ['your-org/other'] },
    },
  })
  repository = github.repository('your-org/gitops')
})
afterAll(() => github.stop())
beforeEach(async () => {
  head = await repository.head()
})

const mutation = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) {
    commit { oid url message signature { isValid wasSignedByGitHub } author { name user { login } } }
    ref { name prefix target { oid } }
  }
}`
const base64 = (text: string) => Buffer.from(text).toString('base64')

type Answer = {
  readonly data?: { readonly createCommitOnBranch: { readonly commit: { readonly oid: string } } | null }
  readonly errors?: readonly {
    readonly type?: string
    readonly message: string
    readonly path?: readonly string[]
    readonly locations?: unknown
  }[]
}

async function send(input: object, token = 'token'): Promise<Answer> {
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: mutation, variables: { input } }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}

const onMain = { repositoryNameWithOwner: 'your-org/gitops', branchName: 'main' }
const adding = (path: string, text: string) => ({ additions: [{ path, contents: base64(text) }] })
const commit = (fileChanges: object, more: object = {}) =>
  send({ branch: onMain, expectedHeadOid: head, message: { headline: 'Bump' }, fileChanges, ...more })
const refusal = ({ data, errors }: Answer) => {
  expect(data).toEqual({ createCommitOnBranch: null })
  expect(errors?.[0]).toMatchObject({ path: ['createCommitOnBranch'], locations: [{ line: 2, column: 3 }] })
  return [errors?.[0]?.type, errors?.[0]?.message]
}

describe('a commit', () => {
  test('through Octokit lands on the branch, by the App, signed by GitHub', async () => {
    const { createCommitOnBranch: made } = await octokitFor(github).graphql<{
      createCommitOnBranch: Record<string, object>
    }>(mutation, {
      input: {
        branch: onMain,
        expectedHeadOid: head,
        message: { headline: 'Bump app', body: 'Source: 1\n' },
        fileChanges: { ...adding('app/values.yaml', 'tag: 2\n'), deletions: [{ path: 'old.txt' }] },
      },
    })
    const oid = await repository.head()
    expect(made).toMatchObject({
      commit: {
        oid,
        signature: { isValid: true, wasSignedByGitHub: true },
        author: { name: 'your-app[bot]', user: null },
      },
      ref: { name: 'main', prefix: 'refs/heads/', target: { oid } },
    })
    expect(await repository.git('show', '-s', '--format=%P|%an|%cn|%ce|%B', oid)).toBe(
      `${head}|your-app[bot]|GitHub|noreply@github.com|Bump app\n\nSource: 1`,
    )
    expect(await repository.git('diff-tree', '-r', '--name-status', head, oid)).toBe('M\tapp/values.yaml\nD\told.txt')
  })

  test('writes plain files: an executable loses its bit', async () => {
    await commit(adding('run.sh', '#!/bin/sh\nexit 0\n'))
    expect(await repository.git('ls-tree', 'main', 'run.sh')).toMatch(/^100644 /)
  })

  test('keeps every byte', async () => {
    const contents = Buffer.from([0, 13, 10, 255, 195]).toString('base64')
    await commit({ additions: [{ path: 'new/bytes.bin', contents }] })
    const oid = await repository.git('rev-parse', 'main:new/bytes.bin')
    expect(await repository.git('hash-object', '--stdin-paths', '--no-filters').catch(() => '')).toBe('')
    expect(await repository.git('cat-file', '-s', oid)).toBe('5')
  })

  test('may have nothing in it, and may name its branch by id', async () => {
    const { repository: found } = await octokitFor(github).graphql<{ repository: { ref: { id: string } } }>(
      '{ repository(owner: "your-org", name: "gitops") { ref(qualifiedName: "refs/heads/main") { id } } }',
    )
    const { data } = await send({ branch: { id: found.ref.id }, expectedHeadOid: head, message: { headline: 'Empty' } })
    expect(data?.createCommitOnBranch?.commit.oid).toBe(await repository.head())
    expect(await repository.git('diff-tree', '-r', head, 'main')).toBe('')
  })
})

describe('a race', () => {
  test('of twenty with one expected head has one winner', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => commit(adding(`race/${n}.txt`, `${n}`))))
    const winners = answers.flatMap(({ data }) => data?.createCommitOnBranch?.commit.oid ?? [])
    expect(winners).toEqual([await repository.head()])
    expect(await repository.git('rev-list', '--count', `${head}..main`)).toBe('1')
    expect(await repository.git('rev-parse', 'main^')).toBe(head)
    const words = answers.flatMap(
      ({ errors }) => errors?.map(({ message }) => message.replaceAll(/[0-9a-f]{40}/g, 'OID')) ?? [],
    )
    expect(words).toHaveLength(19)
    // The check before the work has one wording, the one at the reference another.
    const known = [
      'Expected branch to point to "OID" but it did not.  Pull and try again.',
      'Ref refs/heads/main is at OID but expected OID',
    ]
    expect(words.filter((word) => !known.includes(word))).toEqual([])
  })

  test('of twenty-five that try again loses nothing', async () => {
    const untilItLands = async (n: number) => {
      for (;;) {
        const { errors } = await send({
          branch: onMain,
          expectedHeadOid: await repository.head(),
          message: { headline: `writer ${n}` },
          fileChanges: adding(`writers/${n}.txt`, `${n}\n`),
        })
        if (errors === undefined) return
      }
    }
    await Promise.all(Array.from({ length: 25 }, (_, n) => untilItLands(n)))
    expect(await repository.git('rev-list', '--count', '--first-parent', `${head}..main`)).toBe('25')
    expect((await repository.git('ls-tree', '--name-only', 'main', 'writers/')).split('\n')).toHaveLength(25)
  })

  test('with a push past the API is decided by git', async () => {
    const pushed = commit(adding('pushed.txt', ''))
    const oid = await repository.commit('pushed', { 'theirs.txt': '' })
    await pushed
    expect((await repository.git('rev-list', 'main')).split('\n')).toContain(oid)
  })
})

describe('refusals', () => {
  test('a stale head, in GitHub’s words, two spaces included', async () => {
    const stale = await commit(adding('a', ''), { expectedHeadOid: 'a'.repeat(40) })
    expect(refusal(stale)).toEqual([
      'STALE_DATA',
      `Expected branch to point to "${'a'.repeat(40)}" but it did not.  Pull and try again.`,
    ])
  })

  test('classic protection and rulesets have their own types and words', async () => {
    repository.protect('main', { requirePullRequest: true })
    expect(refusal(await commit(adding('a', '')))).toEqual([
      'BRANCH_PROTECTION_RULE_VIOLATION',
      "protected branch 'main' check failed:\n  Changes must be made through a pull request.",
    ])
    repository.protect('main', { requiredChecks: ['a', 'b', 'c'], ruleset: true })
    expect(refusal(await commit(adding('a', '')))).toEqual([
      'FORBIDDEN',
      'Repository rule violations found\n\n3 of 3 required status checks are expected.\n\n',
    ])
    repository.protect('main', { requireSignatures: true })
    expect((await commit(adding('signed.txt', ''))).errors).toBeUndefined()
    repository.protections.delete('main')
  })

  test.each([
    [
      'a branch that is not there',
      () => commit(adding('a', ''), { branch: { ...onMain, branchName: 'none' } }),
      'NOT_FOUND',
      'Branch not found',
    ],
    [
      'a repository that is not there',
      () => commit(adding('a', ''), { branch: { ...onMain, repositoryNameWithOwner: 'your-org/none' } }),
      'NOT_FOUND',
      "Could not resolve to a Repository with the name 'your-org/none'.",
    ],
    [
      'a token that may only read',
      () => send({ branch: onMain, expectedHeadOid: head, message: { headline: 'x' } }, 'reader'),
      'FORBIDDEN',
      'Resource not accessible by integration',
    ],
    [
      'a token for another repository',
      () => send({ branch: onMain, expectedHeadOid: head, message: { headline: 'x' } }, 'elsewhere'),
      'NOT_FOUND',
      "Could not resolve to a Repository with the name 'your-org/gitops'.",
    ],
    [
      'the deletion of what is not there',
      () => commit({ deletions: [{ path: 'none.txt' }] }),
      'NOT_FOUND',
      /^A path was requested for deletion which does not exist as of commit oid `[0-9a-f]{40}`$/,
    ],
    [
      'the deletion of a folder',
      () => commit({ deletions: [{ path: 'app' }] }),
      'NOT_FOUND',
      /^A path was requested for deletion/,
    ],
    [
      'one path twice',
      () =>
        commit({
          additions: [
            { path: 'x', contents: '' },
            { path: 'x', contents: '' },
          ],
        }),
      'UNPROCESSABLE',
      'Path must be unique: x',
    ],
    ['a file below a file', () => commit(adding('app/values.yaml/x', '')), 'UNPROCESSABLE', /subdirectory/],
    ['a file in place of a folder', () => commit(adding('app', '')), 'UNPROCESSABLE', /subdirectory/],
    ['a path that leaves', () => commit(adding('../x', '')), 'UNPROCESSABLE', /not a valid path/],
    ['git’s own folder', () => commit(adding('.git/config', '')), 'UNPROCESSABLE', /not a valid path/],
  ])('%s is refused', async (_, call, type, message) => {
    const [found, said] = refusal(await call())
    expect(found).toBe(type)
    expect(said).toMatch(message)
    expect(await repository.head()).toBe(head)
  })

  test.each([
    ['what is not base64', { additions: [{ path: 'a', contents: 'no base64!' }] }, 'fileChanges.additions.0.contents'],
    [
      'a field that is not there',
      { additions: [{ path: 'a', contents: '', mode: '100755' }] },
      'fileChanges.additions.0.mode',
    ],
  ])('%s is refused before any work', async (_, fileChanges, at) => {
    const { data, errors } = await commit(fileChanges)
    expect(data).toBeUndefined()
    expect(errors?.[0]?.message).toContain(
      `Variable $input of type CreateCommitOnBranchInput! was provided invalid value for ${at} (`,
    )
  })
})

test('git finds nothing wrong with what was written', async () => {
  expect(await repository.git('fsck', '--strict', '--no-dangling', '--no-progress')).toBe('')
})
