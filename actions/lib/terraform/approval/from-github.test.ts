// From what GitHub says to what an apply may do: attacks as they look in a repository, and the honest way beside them.
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { downloadArtifact, listArtifacts } from '../../github/artifacts.ts'
import { upsertComment } from '../../github/comment.ts'
import { listLabelEvents } from '../../github/label-events.ts'
import { readPeople } from '../../github/people.ts'
import { mergedPullOf } from '../../github/pulls-of-commit.ts'
import { listReviews } from '../../github/reviews.ts'
import { testClient } from '../../github/testing/test-client.ts'
import { readRun, runsOfCommit } from '../../github/workflow-runs.ts'
import {
  type EmulatedRepository,
  type GitHubEmulator,
  seedArtifact,
  seedComment,
  seedLabelEvent,
  seedMergedPull,
  seedReview,
  seedWorkflowRun,
  startGitHub,
} from '../../testing/github/index.ts'
import type { Envelope } from '../envelope/envelope.ts'
import { findOverride, peopleInvolved } from './find-override.ts'
import { judgeApproval } from './judge-approval.ts'
import { overrideToken } from './override-token.ts'
import { proveProvenance } from './prove-provenance.ts'

const name = 'your-org/platform'
const workflow = '.github/workflows/pull-request.yml'
const artifactName = 'terraform-plan-network'
const at = (time: string) => new Date(`2026-11-20T${time}Z`)

let github: GitHubEmulator
let repository: EmulatedRepository
let [headOid, older, mergeCommitOid] = ['', '', '']
let number = 0

beforeAll(async () => {
  const read = { actions: 'read', contents: 'read', issues: 'write', pull_requests: 'write', members: 'read' } as const
  github = await startGitHub({
    repositories: { [name]: { a: '1' } },
    teams: { 'your-org/platform': ['alice'] },
    tokens: { token: { login: 'your-app[bot]', permissions: read } },
  })
  repository = github.repository(name)
  repository.collaborators.set('alice', 'write').set('bob', 'write')
  // Squashed, of two commits; the first of them was planned and approved too.
  const baseOid = await repository.head()
  older = await repository.commit('First try', { a: '2' }, 'change')
  headOid = await repository.commit('Second try', { a: '3' }, 'change')
  mergeCommitOid = await repository.commit('Squashed', { a: '3' })
  const pull = { head: 'change', headOid, baseOid, mergeCommitOid, mergedAt: at('12:00:00') }
  number = seedMergedPull(repository, pull).number
})
afterAll(() => github.stop())

beforeEach(() => {
  const { artifacts, workflowRuns, reviews, labelEvents, comments } = repository
  for (const state of [artifacts, workflowRuns, reviews, labelEvents, comments]) state.length = 0
})

const client = () => testClient(github.url).client

type Planned = {
  readonly head?: string
  readonly root?: string
  readonly run?: object
  readonly artifact?: object
  readonly envelope?: object
}

/** A run that leaves a plan behind, at ten o'clock. */
function plan({ head = headOid, root = 'network', run = {}, artifact = {}, envelope = {} }: Planned = {}): number {
  const times = { createdAt: at('10:00:00'), startedAt: at('10:00:00') }
  const seeded = seedWorkflowRun(repository, {
    headSha: head,
    path: `${workflow}@refs/pull/${number}/merge`,
    event: 'pull_request',
    ...times,
    ...run,
  })
  const said: Partial<Envelope> = {
    root,
    path: `terraform/${root}`,
    repository: name,
    head,
    pullRequest: number,
    run: String(seeded.id),
    runAttempt: '1',
    workflow,
    event: 'pull_request',
    createdAt: '2026-11-20T10:04:00Z',
    ...envelope,
  }
  const content = zipSync({ 'envelope.json': strToU8(JSON.stringify(said)) })
  seedArtifact(repository, {
    name: artifactName,
    content,
    workflowRunId: seeded.id,
    createdAt: at('10:05:00'),
    ...artifact,
  })
  return seeded.id
}

/** What an apply does with the newest artifact of the name, as a careless one would choose it. */
async function prove(): Promise<readonly string[]> {
  const [artifact] = await listArtifacts(client(), { repository: name, name: artifactName })
  const pull = await mergedPullOf(client(), { repository: name, commit: mergeCommitOid, base: 'main' })
  if (artifact?.run === undefined || pull === undefined) throw new Error('nothing to prove')
  const run = await readRun(client(), name, artifact.run)
  const files = await downloadArtifact(client(), name, artifact)
  const envelope = JSON.parse(Buffer.from(files.get('envelope.json') ?? []).toString()) as Envelope
  const [last] = await runsOfCommit(client(), {
    repository: name,
    workflow,
    headSha: pull.headSha,
    event: 'pull_request',
  })
  const ofRun = await listArtifacts(client(), { repository: name, run: run.id, name: artifactName })
  return proveProvenance({
    artifact,
    run,
    pull,
    envelope,
    expectations: {
      repository: name,
      repositoryId: run.repositoryId,
      workflow,
      event: 'pull_request',
      root: 'network',
      path: 'terraform/network',
      head: pull.headSha,
      artifact: artifactName,
      ...(last !== undefined && { lastRun: last.id }),
      ...(ofRun[0] !== undefined && { lastArtifact: ofRun[0].id }),
    },
  })
}

test('the plan of the merged pull request is proved', async () => {
  plan({ head: older })
  plan()
  expect(await prove()).toEqual([])
})

const fork = { headRepository: { id: 66, fullName: 'stranger/platform' } }

test.each<[string, () => unknown, RegExp]>([
  [
    'planted by a fork after the honest one',
    () => [plan(), plan({ run: fork })],
    /is of a fork \(stranger\/platform\)/,
  ],
  [
    'planted by a fork that was deleted',
    () => [plan(), plan({ run: { headRepository: null } })],
    /is of a fork \(deleted since\)/,
  ],
  [
    'planted by another workflow',
    () => [plan(), plan({ run: { path: '.github/workflows/planted.yml' } })],
    /of the workflow \.github\/workflows\/planted\.yml, not/,
  ],
  ['planted by a push', () => [plan(), plan({ run: { event: 'push' } })], /started by push, not by pull_request/],
  ['the older commit’s plan, uploaded last', () => [plan(), plan({ head: older })], /is for [0-9a-f]{7}, not for/],
  [
    'the older commit’s plan, brought along by a new run',
    () => plan({ envelope: { head: older } }),
    /The plan is for [0-9a-f]{7}, not for/,
  ],
  ['another root’s plan under this name', () => plan({ root: 'identity' }), /for the root identity, not for network/],
  ['a plan that another run made', () => plan({ envelope: { run: '1' } }), /says that run 1 made it/],
  [
    'one that a second attempt uploaded again',
    () => plan({ run: { runAttempt: 2, startedAt: at('10:04:30') } }),
    /not uploaded during that attempt/,
  ],
  [
    'one that was uploaded after the merge',
    () => plan({ artifact: { createdAt: at('12:00:01') } }),
    /uploaded after #\d+ was merged/,
  ],
])('refused: %s', async (_, happen, words) => {
  happen()
  expect((await prove()).join('\n')).toMatch(words)
})

/** What an apply knows of approvals and overrides. */
async function judge() {
  const [reviews, labelEvents] = await Promise.all([
    listReviews(client(), name, number),
    listLabelEvents(client(), name, number),
  ])
  const teams = ['your-org/platform']
  const people = await readPeople(client(), { repository: name, logins: peopleInvolved(reviews, labelEvents), teams })
  const shared = { reviews, labelEvents, people, authors: ['author'], headSha: headOid }
  const policy = { teams, users: [] }
  return {
    approval: judgeApproval({
      ...shared,
      planCreatedAt: '2026-11-20T10:05:00Z',
      policy: { ...policy, required: 1, afterPlan: true },
    }),
    override: findOverride({ ...shared, root: 'network', fingerprint: 'f', since: '2026-11-20T10:05:00Z', policy }),
  }
}

test('approved and let through by the team, after the plan', async () => {
  seedReview(repository, { number, login: 'alice', commitOid: headOid, submittedAt: at('11:00:00') })
  seedLabelEvent(repository, {
    number,
    login: 'alice',
    label: overrideToken('network', 'f'),
    createdAt: at('11:00:00'),
  })
  const { approval, override } = await judge()
  expect(approval).toEqual({ type: 'approved', by: ['alice'] })
  expect(override).toMatchObject({ type: 'found', override: { by: 'alice', fingerprint: 'f' } })
})

test.each<[string, object, RegExp]>([
  ['an approval of the older commit', { login: 'alice', commitOid: 'older' }, /is for [0-9a-f]{7}, not for/],
  [
    'an approval from before the plan',
    { login: 'alice', submittedAt: at('10:00:00') },
    /must be approved after it was made/,
  ],
  ['an approval that was dismissed', { login: 'alice', state: 'DISMISSED' }, /was dismissed/],
  ['the author’s own', { login: 'author' }, /is an author/],
  ['somebody’s outside of the team', { login: 'bob' }, /bob is not in your-org\/platform/],
  ['the workflow’s own', { login: 'github-actions[bot]' }, /is an App/],
])('not approved: %s', async (_, review, words) => {
  const seed = { number, login: 'alice', commitOid: headOid, submittedAt: at('11:00:00'), ...review }
  seedReview(repository, { ...seed, commitOid: seed.commitOid === 'older' ? older : seed.commitOid })
  const { approval } = await judge()
  expect(approval.type).toBe('refused')
  expect(JSON.stringify(approval)).toMatch(words)
})

test('a comment that somebody else forged in our name is neither taken for ours nor touched', async () => {
  const body = `<!-- seaworthy:terraform -->\nApproved plan: ${'f'.repeat(64)}`
  seedComment(repository, { number, body, login: 'stranger' })
  const sticky = { repository: name, issue: number, marker: 'terraform', body: 'ours' }
  expect((await upsertComment(client(), sticky)).type).toBe('created')
  expect(repository.comments.filter((one) => one.number === number).map((one) => one.body)).toEqual([
    body,
    '<!-- seaworthy:terraform -->\nours',
  ])
})
