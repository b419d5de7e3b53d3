import { describe, expect, it } from 'vitest'
import { openPull } from '../lib/github/pulls.ts'
import { testClient } from '../lib/github/testing/test-client.ts'
import { startGitHub } from '../lib/testing/github/index.ts'
import { completeDescription } from './complete-description.ts'

const repository = 'your-org/platform'
const branch = 'seaworthy/bump/release'
const trailer = (name: string, environments: string) =>
  `Seaworthy-Bump: image=ghcr.io/your-org/${name} tag=1.5.0 environments=${environments}`
const message = (line: string) => `Bump\n\n- a place\n\n${line}\nSeaworthy-Change: 0123`
const marker = '<!-- seaworthy-content: 0123456789abcdef -->'

/** A pull request that tells of the first of two commits of its branch. */
async function halfTold() {
  const permissions = { contents: 'write', pull_requests: 'write' } as const
  const github = await startGitHub({
    repositories: { [repository]: { 'a.yaml': '1\n' } },
    tokens: { token: { login: 'your-app[bot]', permissions } },
  })
  const { commit, git, head, pulls } = github.repository(repository)
  await git('branch', branch, await head())
  const first = await commit(message(trailer('api', 'staging')), { 'a.yaml': '2\n' }, branch)
  const second = await commit(message(trailer('web', 'production')), { 'a.yaml': '3\n' }, branch)
  const { client } = testClient(github.url)
  const body = `A table.\n\n${trailer('api', 'staging')}\n\n${marker}`
  const opened = await openPull(client, repository, { branch, base: 'main' }, { title: 'Bump api', body })
  const number = opened?.pull.number ?? 0
  const complete = (described: string | undefined) =>
    completeDescription(client, repository, { base: 'main', branch, number, commit: described })
  return { github, complete, first, second, pulls, body, [Symbol.asyncDispose]: () => github.stop() }
}

describe('a pull request that tells less than it merges', () => {
  it.each([['of an older head'], ['of none']])('is described anew where its text is %s', async (which) => {
    await using half = await halfTold()
    await half.complete(which === 'of none' ? undefined : half.first)
    const [pull] = half.pulls
    expect(pull?.title).toBe('Bump 2 images in production, staging')
    // Nothing is forgotten of what a person may decline.
    expect(pull?.body?.split('\n').slice(-4)).toEqual([
      trailer('api', 'staging'),
      trailer('web', 'production'),
      '',
      marker,
    ])
  })

  it('is left alone where nobody has written since', async () => {
    await using half = await halfTold()
    await half.complete(half.second)
    expect(half.pulls[0]?.body).toBe(half.body)
  })

  it('is left alone when it is closed', async () => {
    await using half = await halfTold()
    Object.assign(half.pulls[0] ?? {}, { state: 'closed' })
    await half.complete(half.first)
    expect(half.pulls[0]?.body).toBe(half.body)
  })
})
