import { describe, expect, it } from 'vitest'
import { files, labelled, merge, name, propose, pull, start, tagOn } from './testing/proposing.ts'
import { errorOf, testClient } from './testing/test-client.ts'

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
