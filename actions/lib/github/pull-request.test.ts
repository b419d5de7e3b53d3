import { describe, expect, it } from 'vitest'
import { type BranchRules, type GitHubEmulator, startGitHub } from '../testing/github/index.ts'
import type { Prepared } from './land.ts'
import { landByPullRequest, type ProposeOptions } from './pull-request.ts'
import type { RemoteTree } from './remote-tree.ts'
import { errorOf, type TestClient, testClient } from './testing/test-client.ts'

const name = 'your-org/platform'
const all = { contents: 'write', pull_requests: 'write', issues: 'write' } as const
const files = {
  'web.yaml': ['name: web', 'replicas: 1', 'one: 1', 'two: 2', 'three: 3', 'tag: v1', ''].join('\n'),
  'api.yaml': 'name: api\ntag: v1\n',
}

const start = () =>
  startGitHub({
    repositories: { [name]: files },
    tokens: {
      token: { login: 'your-app[bot]', permissions: all },
      workflow: { login: 'github-actions[bot]', permissions: all },
      alice: { login: 'alice', permissions: all },
      unlabelled: { login: 'your-app[bot]', permissions: { contents: 'write', pull_requests: 'write' } },
    },
  })

type Value = { readonly tag: string }

/** Sets the tag in a file, and leaves the rest as it is. */
const setTag =
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

function propose(
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

const labelled = ({ tag }: Value) => ({ title: `Bump web to ${tag}`, body: `To ${tag}.`, labels: ['bump'] })

const asPerson = (github: GitHubEmulator) => testClient(github.url, { token: 'alice' }).client
const where = { owner: 'your-org', repo: 'platform' }
const pull = (github: GitHubEmulator, number: number) =>
  github.repository(name).pulls.find((one) => one.number === number)
const tagOn = async (github: GitHubEmulator, branch: string, path = 'web.yaml') =>
  /tag: (.*)/.exec(await github.repository(name).file(path, branch))?.[1]

async function close(github: GitHubEmulator, number: number) {
  await asPerson(github).request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...where,
    pull_number: number,
    state: 'closed',
  })
}

async function merge(github: GitHubEmulator, number: number, method: 'merge' | 'squash') {
  await asPerson(github).request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
    ...where,
    pull_number: number,
    merge_method: method,
  })
}

describe('one pull request for a group', () => {
  it('is opened, with its text and labels, and base is left alone', async () => {
    await using github = await start()
    const result = await propose(github, 'v2', { describe: labelled })
    expect(result).toMatchObject({ type: 'opened', branch: 'bump/web', verified: true, value: { tag: 'v2' } })
    if (result.type !== 'opened') return
    const opened = pull(github, result.number)
    expect(opened).toMatchObject({
      title: 'Bump web to v2',
      head: 'bump/web',
      base: 'main',
      state: 'open',
      labels: ['bump'],
    })
    expect(opened?.body).toMatch(/^To v2\.\n/)
    expect([await tagOn(github, 'main'), await tagOn(github, 'bump/web')]).toEqual(['v1', 'v2'])
  })

  it('takes the next change too, and then nothing twice', async () => {
    await using github = await start()
    const first = await propose(github, 'v2')
    const second = await propose(github, 'v3')
    expect(second).toMatchObject({ type: 'updated', number: (first as { number: number }).number })
    expect(await propose(github, 'v3')).toMatchObject({ type: 'unchanged', commit: undefined })
    expect(github.repository(name).pulls.map(({ title }) => title)).toEqual(['Bump web to v3'])
    expect(await tagOn(github, 'bump/web')).toBe('v3')
    expect(await github.repository(name).git('rev-list', '--count', 'main..bump/web')).toBe('2')
  })

  it('has base merged into it when it lags behind, and keeps the changes of others on it', async () => {
    await using github = await start()
    await propose(github, 'v2')
    await github.repository(name).commit('review', { 'notes.md': 'by a person\n' }, 'bump/web')
    await github
      .repository(name)
      .commit('scale', { 'web.yaml': files['web.yaml'].replace('replicas: 1', 'replicas: 2') })
    expect(await propose(github, 'v3')).toMatchObject({ type: 'updated' })
    const { git, file } = github.repository(name)
    expect(await git('rev-list', '--count', 'bump/web..main')).toBe('0')
    expect(await file('web.yaml', 'bump/web')).toContain('replicas: 2')
    expect(await file('notes.md', 'bump/web')).toBe('by a person\n')
    expect(await git('diff', '--name-only', 'main...bump/web')).toBe('notes.md\nweb.yaml')
  })

  it('is not opened when base has it already', async () => {
    await using github = await start()
    expect(await propose(github, 'v1')).toEqual({ type: 'nothing', value: { tag: 'v1' } })
    expect(await github.repository(name).git('branch', '--list')).not.toContain('bump')
  })

  it('is closed when the change is taken back', async () => {
    await using github = await start()
    await propose(github, 'v2')
    const result = await propose(github, 'v1')
    expect(result.type).toBe('emptied')
    expect(github.repository(name).pulls.map(({ state }) => state)).toEqual(['closed'])
    expect(github.repository(name).comments.at(-1)?.body).toContain('nothing is left')
    expect(await propose(github, 'v2')).toMatchObject({ type: 'opened' })
  })

  it('is one, however many runs open it at the same time', async () => {
    await using github = await start()
    const results = await Promise.all(
      ['v2', 'v3', 'v4'].map((tag) => propose(github, tag, { test: testClient(github.url, { random: Math.random }) })),
    )
    expect(github.repository(name).pulls).toHaveLength(1)
    expect(new Set(results.map((result) => 'number' in result && result.number)).size).toBe(1)
    expect(await github.repository(name).git('rev-list', '--count', 'main..bump/web')).toBe('3')
  })

  it.each(['pulls/create', 'git/create-ref', 'createCommitOnBranch'])('survives a lost answer of %s', async (route) => {
    await using github = await start()
    github.faults.add({ on: { route }, effect: { type: 'lost-answer' } })
    const result = await propose(github, 'v2')
    expect(['opened', 'updated']).toContain(result.type)
    expect(github.repository(name).pulls).toHaveLength(1)
    expect(await github.repository(name).git('rev-list', '--count', 'main..bump/web')).toBe('1')
  })

  it('is there although its labels are refused', async () => {
    await using github = await start()
    github.faults.add({
      on: { route: 'issues/add-labels' },
      effect: { type: 'status', status: 403, message: 'Resource not accessible by integration' },
    })
    const test = testClient(github.url)
    expect(await propose(github, 'v2', { test, describe: labelled })).toMatchObject({ type: 'opened' })
    expect(test.lines.join('\n')).toMatch(/warning: could not label #\d+/)
  })

  it('cannot be opened by the workflow’s own token where that is switched off, and says where', async () => {
    await using github = await start()
    const error = await errorOf(propose(github, 'v2', { test: testClient(github.url, { token: 'workflow' }) }))
    expect(error.message).toContain('Allow GitHub Actions to create and approve pull requests')
  })

  it('has a text that GitHub takes, however long', async () => {
    await using github = await start()
    const describe = () => ({ title: `Bump ${'x'.repeat(300)}`, body: 'line of text\n'.repeat(9000) })
    await propose(github, 'v2', { describe })
    const [opened] = github.repository(name).pulls
    expect(opened?.body?.length).toBeLessThanOrEqual(65_536)
    expect(opened?.title.length).toBeLessThanOrEqual(256)
  })
})

describe('a branch of the group that is there already', () => {
  it.each(['merge', 'squash'] as const)('is used again after its pull request was merged (%s)', async (method) => {
    await using github = await start()
    const first = await propose(github, 'v2')
    await merge(github, (first as { number: number }).number, method)
    await github.repository(name).commit('other', { 'api.yaml': 'name: api\ntag: v9\n' })
    const second = await propose(github, 'v3')
    expect(second).toMatchObject({ type: 'opened', branch: 'bump/web' })
    expect(await github.repository(name).git('diff', '--name-only', 'main...bump/web')).toBe('web.yaml')
    expect(await tagOn(github, 'bump/web', 'api.yaml')).toBe('v9')
    expect(await github.repository(name).git('rev-list', '--count', 'main..bump/web')).toBe('1')
  })

  it('is left alone when somebody went on working there after the merge', async () => {
    await using github = await start()
    const first = await propose(github, 'v2')
    await merge(github, (first as { number: number }).number, 'squash')
    const theirs = await github.repository(name).commit('more', { 'notes.md': 'x' }, 'bump/web')
    expect(await propose(github, 'v3')).toMatchObject({ type: 'opened', branch: 'bump/web-2' })
    expect(await github.repository(name).head('bump/web')).toBe(theirs)
  })

  it('is taken up when a run ended before it could open the pull request', async () => {
    await using github = await start()
    await github
      .repository(name)
      .commit('Bump to v2', { 'web.yaml': files['web.yaml'].replace('v1', 'v2') }, 'bump/web')
    await github.repository(name).commit('other', { 'api.yaml': 'name: api\ntag: v9\n' })
    expect(await propose(github, 'v2')).toMatchObject({ type: 'opened', branch: 'bump/web', commit: undefined })
    expect(github.repository(name).pulls.map(({ title }) => title)).toEqual(['Bump web to v2'])
  })
})

describe('when base and the branch contradict each other', () => {
  it('a new branch takes the place, and the old pull request says so', async () => {
    await using github = await start()
    const first = (await propose(github, 'v2')) as { number: number }
    await github.repository(name).commit('by hand', { 'web.yaml': files['web.yaml'].replace('v1', 'v1.5') })
    const before = await github.repository(name).head('bump/web')
    const second = await propose(github, 'v3')
    expect(second).toMatchObject({ type: 'opened', branch: 'bump/web-2', supersedes: first.number })
    if (second.type !== 'opened') return
    expect(pull(github, first.number)?.state).toBe('closed')
    expect(github.repository(name).comments.map(({ number, body }) => [number, body])).toEqual([
      [first.number, expect.stringContaining(`#${second.number} takes its place`)],
    ])
    expect(await github.repository(name).head('bump/web')).toBe(before)
    expect(await tagOn(github, 'bump/web-2')).toBe('v3')
    expect(await propose(github, 'v4')).toMatchObject({ type: 'updated', number: second.number, branch: 'bump/web-2' })
  })

  it('what only the old one changes is not lost: it stays open and names it', async () => {
    await using github = await start()
    const first = (await propose(github, 'v2')) as { number: number }
    await propose(github, 'v2', { prepare: setTag('v2', 'api.yaml') })
    await github.repository(name).commit('by hand', { 'web.yaml': files['web.yaml'].replace('v1', 'v1.5') })
    const test = testClient(github.url)
    await propose(github, 'v3', { test })
    expect(pull(github, first.number)?.state).toBe('open')
    expect(github.repository(name).comments.at(-1)?.body).toContain('- `api.yaml`')
    expect(test.lines.join('\n')).toContain(`warning: #${first.number} stays open`)
  })
})

describe('a pull request that a person closed', () => {
  it('is respected for the same change', async () => {
    await using github = await start()
    const first = (await propose(github, 'v2')) as { number: number }
    await close(github, first.number)
    const test = testClient(github.url)
    expect(await propose(github, 'v2', { test })).toMatchObject({ type: 'declined', number: first.number, by: 'alice' })
    expect(github.repository(name).pulls).toHaveLength(1)
    expect(test.lines.join('\n')).toContain('closed by alice')
  })

  it('also for an earlier change of it', async () => {
    await using github = await start()
    const first = (await propose(github, 'v2')) as { number: number }
    await propose(github, 'v3')
    await close(github, first.number)
    expect(await propose(github, 'v2')).toMatchObject({ type: 'declined' })
    expect(await propose(github, 'v3')).toMatchObject({ type: 'declined' })
  })

  it('does not stand in the way of another change, which begins on a branch of its own', async () => {
    await using github = await start()
    const first = (await propose(github, 'v2')) as { number: number }
    await close(github, first.number)
    const second = await propose(github, 'v3')
    expect(second).toMatchObject({ type: 'opened', branch: 'bump/web-2' })
    expect(await github.repository(name).git('rev-list', '--count', 'main..bump/web-2')).toBe('1')
  })

  it('what is the same, the caller may say', async () => {
    await using github = await start()
    const fingerprint = () => 'web v2'
    const first = (await propose(github, 'v2', { fingerprint })) as { number: number }
    await close(github, first.number)
    await github
      .repository(name)
      .commit('scale', { 'web.yaml': files['web.yaml'].replace('replicas: 1', 'replicas: 2') })
    expect(await propose(github, 'v2', { fingerprint })).toMatchObject({ type: 'declined' })
    expect(await propose(github, 'v2')).toMatchObject({ type: 'opened' })
  })
})

describe('auto-merge', () => {
  const proposeMerging = async (rules: BranchRules, test: (github: GitHubEmulator) => TestClient, more = {}) => {
    const github = await start()
    Object.assign(github.repository(name).settings, {
      allowAutoMerge: true,
      allowActionsToCreatePullRequests: true,
      ...more,
    })
    github.repository(name).protect('main', rules)
    const client = test(github)
    const result = await propose(github, 'v2', { autoMerge: 'squash', test: client })
    return { github, result, lines: client.lines.join('\n'), [Symbol.asyncDispose]: () => github.stop() }
  }
  const app = (github: GitHubEmulator) => testClient(github.url)
  const workflow = (github: GitHubEmulator) => testClient(github.url, { token: 'workflow' })

  it('waits for what base requires', async () => {
    await using at = await proposeMerging({ requiredChecks: ['build'] }, app)
    expect(at.result).toMatchObject({ type: 'opened', autoMerge: { type: 'enabled' } })
    expect(at.github.repository(name).pulls[0]?.autoMerge).toMatchObject({ method: 'squash' })
    expect(await tagOn(at.github, 'main')).toBe('v1')
  })

  it('merges at once where nothing is required', async () => {
    await using at = await proposeMerging({}, app)
    expect(at.result).toMatchObject({ type: 'opened', autoMerge: { type: 'merged' } })
    expect(await tagOn(at.github, 'main')).toBe('v2')
  })

  it('goes through a merge queue', async () => {
    await using at = await proposeMerging({ mergeQueue: true }, app)
    expect(at.result).toMatchObject({ type: 'opened', autoMerge: { type: 'queued' } })
    expect(at.github.repository(name).mergeQueue).toHaveLength(1)
  })

  it('goes into the queue later, when it is not ready yet', async () => {
    await using at = await proposeMerging({ mergeQueue: true, requiredChecks: ['build'] }, app)
    expect(at.result).toMatchObject({ type: 'opened' })
    const { type } = (at.result as { autoMerge: { type: string } }).autoMerge
    expect(['queued', 'enabled']).toContain(type)
  })

  it.each([{ mergeQueue: true }, { requiredChecks: ['build'] }])(
    'is not asked for with the workflow’s own token, whose checks would never come: %j',
    async (rules) => {
      await using at = await proposeMerging(rules, workflow)
      expect(at.result).toMatchObject({ type: 'opened', autoMerge: { type: 'refused' } })
      expect(at.lines).toContain('Use the token of a GitHub App')
      expect(at.github.repository(name).mergeQueue).toEqual([])
      expect(at.github.repository(name).pulls.map(({ state, autoMerge }) => [state, autoMerge])).toEqual([
        ['open', null],
      ])
    },
  )

  it('says where it is switched off', async () => {
    await using at = await proposeMerging({ requiredChecks: ['build'] }, app, { allowAutoMerge: false })
    expect(at.result).toMatchObject({ type: 'opened', autoMerge: { type: 'refused' } })
    expect(at.lines).toContain('Allow auto-merge')
  })
})
