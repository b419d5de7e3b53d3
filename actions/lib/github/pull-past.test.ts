import { describe, expect, it } from 'vitest'
import { close, files, name, propose, pull, setTag, start, tagOn } from './testing/proposing.ts'
import { testClient } from './testing/test-client.ts'

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
