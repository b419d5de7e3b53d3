// A repository with a tag in a file, and changes of it by pull requests: for the tests of `landByPullRequest`.
import { type GitHubEmulator, startGitHub } from '../../testing/github/index.ts'
import type { Prepared } from '../land.ts'
import { landByPullRequest, type ProposeOptions } from '../pull-request.ts'
import type { RemoteTree } from '../remote-tree.ts'
import { type TestClient, testClient } from './test-client.ts'

export const name = 'your-org/platform'
export const all = { contents: 'write', pull_requests: 'write', issues: 'write' } as const
export const files = {
  'web.yaml': ['name: web', 'replicas: 1', 'one: 1', 'two: 2', 'three: 3', 'tag: v1', ''].join('\n'),
  'api.yaml': 'name: api\ntag: v1\n',
}

export const start = () =>
  startGitHub({
    repositories: { [name]: files },
    tokens: {
      token: { login: 'your-app[bot]', permissions: all },
      workflow: { login: 'github-actions[bot]', permissions: all },
      alice: { login: 'alice', permissions: all },
      unlabelled: { login: 'your-app[bot]', permissions: { contents: 'write', pull_requests: 'write' } },
    },
  })

export type Value = { readonly tag: string }

/** Sets the tag in a file, and leaves the rest as it is. */
export const setTag =
  (tag: string, path = 'web.yaml') =>
  async (tree: RemoteTree): Promise<Prepared<Value>> => {
    const entry = await tree.read(path)
    if (entry.type !== 'file') throw new Error(entry.type)
    const before = Buffer.from(entry.bytes).toString()
    const after = before.replace(/tag: .*/, `tag: ${tag}`)
    if (after === before) return { type: 'nothing', value: { tag } }
    return {
      type: 'commit',
      headline: `Bump to ${tag}`,
      body: '',
      additions: [{ path, bytes: Buffer.from(after) }],
      value: { tag },
    }
  }

export function propose(
  github: GitHubEmulator,
  tag: string,
  more: Partial<ProposeOptions<Value>> & { readonly test?: TestClient } = {},
) {
  const { client, log } = more.test ?? testClient(github.url)
  return landByPullRequest<Value>({
    client,
    log,
    repository: name,
    base: 'main',
    branch: 'bump/web',
    prepare: setTag(tag),
    describe: (value) => ({ title: `Bump web to ${value.tag}`, body: `To ${value.tag}.` }),
    ...more,
  })
}

export const labelled = ({ tag }: Value) => ({ title: `Bump web to ${tag}`, body: `To ${tag}.`, labels: ['bump'] })

export const asPerson = (github: GitHubEmulator) => testClient(github.url, { token: 'alice' }).client
export const where = { owner: 'your-org', repo: 'platform' }
export const pull = (github: GitHubEmulator, number: number) =>
  github.repository(name).pulls.find((one) => one.number === number)
export const tagOn = async (github: GitHubEmulator, branch: string, path = 'web.yaml') =>
  /tag: (.*)/.exec(await github.repository(name).file(path, branch))?.[1]

export async function close(github: GitHubEmulator, number: number) {
  await asPerson(github).request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...where,
    pull_number: number,
    state: 'closed',
  })
}

export async function merge(github: GitHubEmulator, number: number, method: 'merge' | 'squash') {
  await asPerson(github).request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
    ...where,
    pull_number: number,
    merge_method: method,
  })
}
