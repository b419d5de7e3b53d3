import { describe, expect, it } from 'vitest'
import type { BumpCall, CallOutcome } from '../lib/bump/prepare.ts'
import { type Ask, requestOf } from '../lib/bump/testing/bumped.ts'
import type { LandedBump } from './land-bump.ts'
import { statusesOf } from './report-status.ts'

const sha = 'a'.repeat(40)
const call = (commit: string | undefined, ...asks: readonly Ask[]): BumpCall => ({
  requests: asks.map(requestOf),
  build: commit === undefined ? undefined : { repository: 'your-org/api', commit },
  allowDowngrade: false,
})
const outcomeOf = (outcome: CallOutcome['outcome']): CallOutcome => ({
  outcome,
  sites: [],
  refusals: outcome === 'refused' ? [{ image: 'api', message: 'it is held' }] : [],
  notes: [],
  bumps: [],
  requests: [],
})
function landed(outcomes: readonly CallOutcome['outcome'][], more: Partial<LandedBump> = {}): LandedBump {
  const commit = { id: 'c'.repeat(40), url: 'https://github.com/c', verified: true }
  const prepared = { calls: outcomes.map(outcomeOf), files: [] }
  return { prepared, diff: '', commit, attempts: 1, pullRequest: undefined, ...more }
}
const said = (calls: readonly BumpCall[], result: LandedBump) =>
  statusesOf(calls, result, 'https://github.com/run').map(({ context, state, description, targetUrl }) => [
    context,
    state,
    description,
    targetUrl,
  ])
const staging = { environments: ['staging'] }

describe('statuses', () => {
  it.each([
    ['changed', 'success', 'written as cccccccccccc', 'https://github.com/c'],
    ['already-there', 'success', 'already there', 'https://github.com/run'],
    ['superseded', 'success', 'skipped: a newer build is deployed', 'https://github.com/run'],
    ['refused', 'failure', 'refused: it is held', 'https://github.com/run'],
  ] as const)('of our own request that is %s', (outcome, ...status) => {
    expect(said([call(sha, staging)], landed([outcome]))).toEqual([['seaworthy/bump (api in staging)', ...status]])
  })

  it('of requests that waited only where they were written', () => {
    const outcomes = ['refused', 'changed', 'refused', 'already-there', 'superseded'] as const
    const calls = outcomes.map((_, index) => call(`${index}`.repeat(40), staging))
    expect(statusesOf(calls, landed(outcomes), undefined).map(({ commit, state }) => [commit[0], state])).toEqual([
      ['0', 'failure'],
      ['1', 'success'],
    ])
  })

  it('one for each image and place', () => {
    const asks = [{ environments: ['staging'], applications: ['x'] }]
    const web = asks.map((ask) => ({ ...ask, image: 'ghcr.io/your-org/web' }))
    expect(said([call(sha, ...asks, ...web)], landed(['changed'])).map(([context]) => context)).toEqual([
      'seaworthy/bump (api in staging)',
      'seaworthy/bump (web in staging)',
      'seaworthy/bump (api in x)',
      'seaworthy/bump (web in x)',
    ])
    expect(said([call(sha, { files: ['a.yaml'] })], landed(['changed']))[0]?.[0]).toBe('seaworthy/bump (api)')
  })

  it.each([
    [30, 1, 1],
    [30, 15, 15],
    [1, 30, 1],
  ])('%i images in %i places are %i statuses: not more than anybody reads', (images, places, count) => {
    const environments = Array.from({ length: places }, (_, index) => `e${index}`)
    const asks = Array.from({ length: images }, (_, index) => ({ image: `ghcr.io/your-org/i${index}`, environments }))
    expect(said([call(sha, ...asks)], landed(['changed']))).toHaveLength(count)
  })

  it('of a change that a person declined', () => {
    const pullRequest = { number: 7, url: 'https://github.com/p/7', note: '#7 was closed without merging' }
    const result = landed(['changed', 'changed'], { commit: undefined, pullRequest })
    expect(said([call(sha, staging), call('b'.repeat(40), staging)], result)).toEqual([
      ['seaworthy/bump (api in staging)', 'failure', '#7 was closed without merging', 'https://github.com/p/7'],
    ])
  })

  it('of nobody where the build is not known', () => {
    expect(said([call(undefined, staging)], landed(['changed']))).toEqual([])
  })
})
