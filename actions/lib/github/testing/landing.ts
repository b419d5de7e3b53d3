// A repository with a number in a file, edits of it, and a look at what landed: for the tests of `land`.
import { type GitHubEmulator, startGitHub } from '../../testing/github/index.ts'
import { changeTrailer, type Prepared } from '../land.ts'
import type { RemoteTree } from '../remote-tree.ts'
import { trailerValues } from '../trailers.ts'

export const repository = 'your-org/platform'
export const start = (files = {}) =>
  startGitHub({
    repositories: { [repository]: { 'values.yaml': 'name: web\ncount: 0\n', ...files } },
    tokens: {
      token: { login: 'your-app[bot]', permissions: { contents: 'write' } },
      reader: { login: 'github-actions[bot]', permissions: { contents: 'read' } },
    },
  })

/** An edit that depends on what it finds: whoever writes over somebody else's loses a number. */
export async function countUp(tree: RemoteTree): Promise<Prepared<number>> {
  const entry = await tree.read('values.yaml')
  if (entry.type !== 'file') throw new Error(entry.type)
  const text = Buffer.from(entry.bytes).toString()
  const count = Number(/count: (\d+)/.exec(text)?.[1]) + 1
  const bytes = Buffer.from(text.replace(/count: \d+/, `count: ${count}`))
  return {
    type: 'commit',
    headline: 'Count up',
    body: 'By one.',
    additions: [{ path: 'values.yaml', bytes }],
    value: count,
  }
}

export const write = (path: string, text: string) => async (): Promise<Prepared<string>> => ({
  type: 'commit',
  headline: `Write ${path}`,
  body: '',
  additions: [{ path, bytes: Buffer.from(text) }],
  value: path,
})

export async function ourCommits(github: GitHubEmulator): Promise<readonly string[]> {
  const log = await github.repository(repository).git('log', '--format=%B%x00', 'main')
  return log.split('\0').flatMap((message) => trailerValues(message.trim(), changeTrailer))
}
