import { describe, expect, it } from 'vitest'
import type { GitHubEmulator } from '../testing/github/index.ts'
import { UserError } from '../toolkit/user-error.ts'
import { land, type Prepared } from './land.ts'
import { ourCommits, repository, start, write } from './testing/landing.ts'
import { errorOf, testClient } from './testing/test-client.ts'

describe('what will not change ends it at once', () => {
  const landWith = async (
    github: GitHubEmulator,
    prepare: () => Promise<Prepared<unknown>>,
    token = 'token',
    branch = 'main',
  ) => {
    const { client, log } = testClient(github.url, { token })
    const error = await errorOf(land({ client, repository, branch, prepare, log }))
    expect(error).toBeInstanceOf(UserError)
    expect(github.requests.filter(({ route }) => route === 'createCommitOnBranch').length).toBeLessThanOrEqual(1)
    return error.message
  }

  it.each([
    { requirePullRequest: true },
    { requirePullRequest: true, ruleset: true },
    { requiredChecks: ['build'], ruleset: true },
  ])('a protected branch: %j', async (rules) => {
    await using github = await start()
    github.repository(repository).protect('main', rules)
    const message = await landWith(github, write('values.yaml', 'x'))
    expect(message).toContain('main of your-org/platform takes no direct commits')
    expect(message).toContain('pull-request')
  })

  it('a token that may not write', async () => {
    await using github = await start()
    const message = await landWith(github, write('values.yaml', 'x'), 'reader')
    expect(message).toContain('Resource not accessible by integration')
    expect(message).toContain('`contents: write`')
  })

  it('a branch that is not there', async () => {
    await using github = await start()
    expect(await landWith(github, write('values.yaml', 'x'), 'token', 'release')).toContain('no branch release')
  })

  it('an error of the edit itself', async () => {
    await using github = await start()
    const message = await landWith(github, async () => {
      throw new UserError('image web is in no file')
    })
    expect(message).toBe('image web is in no file')
  })

  it.each([
    ['run.sh', 'it is executable'],
    ['link.yaml', 'it is a symlink'],
    ['folder', 'it is a folder'],
    ['values.yaml/below', 'values.yaml is not a folder'],
    ['../outside', 'not a path inside the repository'],
    ['/etc/passwd', 'not a path inside the repository'],
    ['a/.git/config', 'not a path inside the repository'],
    ['a//b', 'not a path inside the repository'],
    ['a\nb', 'not a path inside the repository'],
  ])('a file that the API cannot write: %j', async (path, reason) => {
    await using github = await start({
      'run.sh': { executable: 'echo\n' },
      'link.yaml': { symlink: 'values.yaml' },
      'folder/file': 'x',
    })
    expect(await landWith(github, write(path, 'y'))).toContain(reason)
    expect(await ourCommits(github)).toEqual([])
  })
})
