import { describe, expect, it } from 'vitest'
import { testClient } from '../lib/github/testing/test-client.ts'
import { seedWorkflowRun, startGitHub } from '../lib/testing/github/index.ts'
import { waitingCalls } from './waiting-runs.ts'

const repository = 'your-org/platform'
const workflow = '.github/workflows/bump-image.yml'
const request = (tag: string, more = {}) =>
  JSON.stringify({ images: [{ image: 'ghcr.io/your-org/api', tag }], environments: ['staging'], ...more })

/** The tags that waiting runs of these titles ask for, and what was logged. */
async function waiting(titles: readonly string[], seed: Partial<Parameters<typeof seedWorkflowRun>[1]> = {}) {
  await using github = await startGitHub({ repositories: { [repository]: { 'a.yaml': '' } } })
  const run = {
    path: workflow,
    event: 'repository_dispatch',
    status: 'pending',
    conclusion: null,
    headSha: 'b'.repeat(40),
  }
  for (const name of titles) seedWorkflowRun(github.repository(repository), { ...run, name, ...seed })
  const { client, log, lines } = testClient(github.url)
  const calls = await waitingCalls({ client, repository, workflow, branch: 'main', ownRun: undefined, log })
  return { tags: calls.flatMap(({ requests }) => requests.map(({ version }) => version.tag)), lines }
}

describe('requests of waiting runs', () => {
  it('are taken in the order of the runs, fifty at most', async () => {
    const titles = Array.from({ length: 60 }, (_, index) => `Bump ${request(`1.${index}`)}`)
    const { tags } = await waiting(titles)
    expect(tags).toEqual(Array.from({ length: 50 }, (_, index) => `1.${index}`))
  })

  it.each([
    ['Bump { "images": [ cut off'],
    ['Bump something by hand'],
    [`Bump ${request('1 2')}`],
    [`Bump ${request('1', { environments: [] })}`],
    [`Bump ${request('1', { unknown: true })}`],
    [`Bump ${request('1', { from: 'staging' })}`],
  ])('are left to their own runs where they are no request: %s', async (title) => {
    expect((await waiting([title, `Bump ${request('2')}`])).tags).toEqual(['2'])
  })

  it.each([
    ['another event', { event: 'pull_request' }],
    ['another workflow', { path: '.github/workflows/other.yml' }],
    ['another branch', { headBranch: 'other' }],
    ['a run that runs', { status: 'in_progress' }],
  ])('are not those of %s', async (_, seed) => {
    expect((await waiting([`Bump ${request('1')}`], seed)).tags).toEqual([])
  })
})
