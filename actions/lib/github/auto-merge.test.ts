import { describe, expect, it } from 'vitest'
import type { BranchRules, GitHubEmulator } from '../testing/github/index.ts'
import { name, propose, start, tagOn } from './testing/proposing.ts'
import { type TestClient, testClient } from './testing/test-client.ts'

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
