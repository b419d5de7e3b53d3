// Every way to bring in a plan that nobody has reviewed, and the sentence that refuses it.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Envelope } from '../envelope/envelope.ts'
import type { ArtifactEvidence, PullEvidence, RunEvidence } from './evidence.ts'
import { type Expectations, type Provenance, proveProvenance } from './prove-provenance.ts'

const [head, other] = ['a'.repeat(40), 'b'.repeat(40)]
const repository = 'your-org/platform'
const workflow = '.github/workflows/pull-request.yml'

const artifact: ArtifactEvidence = {
  id: 900,
  name: 'terraform-plan-network',
  createdAt: '2026-11-20T10:05:00Z',
  expired: false,
  run: 42,
  repositoryId: 7,
  headRepositoryId: 7,
  headSha: head,
}
const run: RunEvidence = {
  id: 42,
  attempt: 1,
  repository,
  repositoryId: 7,
  headRepository: repository,
  headRepositoryId: 7,
  workflow,
  headSha: head,
  event: 'pull_request',
  status: 'completed',
  conclusion: 'success',
  createdAt: '2026-11-20T10:00:00Z',
  startedAt: '2026-11-20T10:00:00Z',
}
const pull: PullEvidence = {
  number: 12,
  headSha: head,
  headRepository: repository,
  baseBranch: 'main',
  mergedAt: '2026-11-20T12:00:00Z',
}
const none = 0
const envelope: Envelope = {
  format: 1,
  root: 'network',
  path: 'terraform/network',
  tool: 'terraform',
  toolVersion: '1.11.4',
  workspace: 'default',
  filesHash: '0'.repeat(64),
  repository,
  head,
  pullRequest: 12,
  run: '42',
  runAttempt: '1',
  workflow,
  event: 'pull_request',
  createdAt: '2026-11-20T10:04:00Z',
  counts: {
    create: 1,
    update: none,
    replace: none,
    delete: none,
    read: none,
    forget: none,
    move: none,
    import: none,
    outputs: none,
    invoke: none,
    deferred: none,
    other: none,
    drift: none,
    failedChecks: none,
    unchanged: none,
  },
  needsApply: true,
  guards: [],
  fingerprint: 'f'.repeat(64),
  encryption: { cipher: 'aes-256-gcm', keyId: 'k1' },
  contents: [],
}
const expectations: Expectations = {
  repository,
  repositoryId: 7,
  workflow,
  event: 'pull_request',
  root: 'network',
  path: 'terraform/network',
  head,
  artifact: 'terraform-plan-network',
  lastRun: 42,
  lastArtifact: 900,
}

type Changes = {
  readonly artifact?: object
  readonly run?: object
  readonly pull?: object
  readonly envelope?: object
  readonly expectations?: object
}

const given = (changes: Changes = {}): Provenance => ({
  artifact: { ...artifact, ...changes.artifact },
  run: { ...run, ...changes.run },
  pull: { ...pull, ...changes.pull },
  envelope: { ...envelope, ...changes.envelope },
  expectations: { ...expectations, ...changes.expectations },
})

test('the plan that was reviewed is proved', () => {
  expect(proveProvenance(given())).toEqual([])
})

test.each<[string, Changes]>([
  ['names in another case', { run: { repository: 'Your-Org/Platform', headRepository: 'YOUR-ORG/platform' } }],
  ['a run that failed for another root', { run: { conclusion: 'failure' } }],
  [
    'a workflow as GITHUB_WORKFLOW_REF has it',
    { envelope: { workflow: `${repository}/${workflow}@refs/pull/12/merge` } },
  ],
  ['a runner whose clock is three minutes late', { envelope: { createdAt: '2026-11-20T09:57:00Z' } }],
  ['a runner whose clock is three minutes early', { envelope: { createdAt: '2026-11-20T10:08:00Z' } }],
  ['other jobs run again: this one’s plan stays', { run: { attempt: 2, startedAt: '2026-11-20T10:30:00Z' } }],
  [
    'the job itself run again',
    {
      run: { attempt: 2, startedAt: '2026-11-20T10:30:00Z' },
      artifact: { createdAt: '2026-11-20T10:35:00Z' },
      envelope: { runAttempt: '2', createdAt: '2026-11-20T10:34:00Z' },
    },
  ],
])('also with %s', (_, changes) => {
  expect(proveProvenance(given(changes))).toEqual([])
})

test('before the download, without the envelope', () => {
  expect(proveProvenance({ ...given(), envelope: undefined })).toEqual([])
  expect(proveProvenance({ ...given({ run: { headSha: other } }), envelope: undefined })).not.toEqual([])
})

test('of a run by hand, which belongs to no pull request', () => {
  const byHand = given({
    run: { event: 'workflow_dispatch' },
    expectations: { event: 'workflow_dispatch' },
    envelope: { event: 'workflow_dispatch', pullRequest: undefined },
  })
  expect(proveProvenance({ ...byHand, pull: undefined })).toEqual([])
  expect(proveProvenance({ ...given({ envelope: { pullRequest: undefined } }), pull: undefined })).toEqual([
    'No pull request is known that the plan was made for.',
  ])
})

const planted = '2026-11-20T10:04:30Z'

describe('refused', () => {
  test.each<[string, Changes, ...string[]]>([
    [
      'planted by a fork’s pull request, which runs in this repository',
      {
        artifact: { headRepositoryId: 66, headSha: other },
        run: { headRepository: 'stranger/platform', headRepositoryId: 66, headSha: other },
      },
      'The artifact terraform-plan-network was made for a fork.',
      'The artifact terraform-plan-network is for bbbbbbb, not for aaaaaaa.',
      'Run 42 is of a fork (stranger/platform).',
      'Run 42 is for bbbbbbb, not for aaaaaaa.',
    ],
    [
      'planted by a fork that has the same commit',
      { artifact: { headRepositoryId: 66 }, run: { headRepository: 'stranger/platform', headRepositoryId: 66 } },
      'The artifact terraform-plan-network was made for a fork.',
      'Run 42 is of a fork (stranger/platform).',
    ],
    [
      'planted by a fork that is gone',
      {
        artifact: { headRepositoryId: undefined },
        run: { headRepository: undefined, headRepositoryId: undefined },
      },
      'The artifact terraform-plan-network was made for a fork.',
      'Run 42 is of a fork (deleted since).',
    ],
    [
      'by a fork that was renamed to our name elsewhere',
      { run: { headRepositoryId: 66 } },
      'Run 42 is of a fork (your-org/platform).',
    ],
    [
      'of a run that GitHub lists, but that is of another repository',
      { artifact: { repositoryId: 8 }, run: { repository: 'your-org/other', repositoryId: 8 } },
      'The artifact terraform-plan-network is of another repository.',
      'Run 42 is of the repository your-org/other, not of your-org/platform.',
    ],
    [
      'of another workflow of the same repository',
      { run: { workflow: '.github/workflows/planted.yml' } },
      'Run 42 is of the workflow .github/workflows/planted.yml, not of .github/workflows/pull-request.yml.',
      'The plan says that the workflow .github/workflows/pull-request.yml made it, and it was in a run of .github/workflows/planted.yml.',
    ],
    [
      'of a workflow whose path only ends the same',
      {
        run: { workflow: 'other/.github/workflows/pull-request.yml' },
        envelope: { workflow: 'other/.github/workflows/pull-request.yml' },
      },
      'Run 42 is of the workflow other/.github/workflows/pull-request.yml, not of .github/workflows/pull-request.yml.',
    ],
    [
      'of the right workflow on another event',
      { run: { event: 'pull_request_target' }, envelope: { event: 'pull_request_target' } },
      'Run 42 was started by pull_request_target, not by pull_request.',
    ],
    [
      'of another commit, all else right',
      { artifact: { headSha: other }, run: { headSha: other }, envelope: { head: other } },
      'The artifact terraform-plan-network is for bbbbbbb, not for aaaaaaa.',
      'Run 42 is for bbbbbbb, not for aaaaaaa.',
      'The plan is for bbbbbbb, not for aaaaaaa.',
    ],
    [
      'an old plan of this pull request in an artifact of the new run',
      { envelope: { head: other, run: '41', createdAt: '2026-11-19T08:00:00Z' } },
      'The plan is for bbbbbbb, not for aaaaaaa.',
      'The plan says that run 41 made it, and it was in run 42.',
      'The plan says that it was made 2026-11-19T08:00:00Z, and its run began 2026-11-20T10:00:00Z and had uploaded it 2026-11-20T10:05:00Z.',
    ],
    [
      'an old plan of the same commit: there is a later run',
      { expectations: { lastRun: 43 } },
      'Run 42 is not the last one of .github/workflows/pull-request.yml for aaaaaaa: 43 is.',
    ],
    [
      'the plan of another root under this root’s name',
      { envelope: { root: 'identity', path: 'terraform/identity' } },
      'The plan is for the root identity, not for network.',
      'The plan is for the folder terraform/identity, not for terraform/network.',
    ],
    [
      'the plan of a root that has the same name and another folder',
      { envelope: { path: 'terraform/old-network' } },
      'The plan is for the folder terraform/old-network, not for terraform/network.',
    ],
    [
      'another root’s artifact',
      { artifact: { name: 'terraform-plan-identity' } },
      'The artifact 900 is named terraform-plan-identity, not terraform-plan-network.',
    ],
    [
      'another pull request’s plan of the same commit',
      { envelope: { pullRequest: 13 } },
      'The plan is for #13, not for #12.',
    ],
    [
      'a plan by hand, brought in as one of a pull request',
      { envelope: { pullRequest: undefined } },
      'The plan is for no pull request, not for #12.',
    ],
    [
      'a plan of another repository',
      { envelope: { repository: 'your-org/other' } },
      'The plan is for the repository your-org/other.',
    ],
    [
      'a plan whose run is another than the one it came from',
      { envelope: { run: '43' } },
      'The plan says that run 43 made it, and it was in run 42.',
    ],
    [
      'an artifact of another run than the one that is looked at',
      { artifact: { run: 43 } },
      'The artifact terraform-plan-network is of run 43, not of run 42.',
    ],
    [
      'an artifact of no run',
      { artifact: { run: undefined } },
      'The artifact terraform-plan-network is of run unknown, not of run 42.',
    ],
    [
      'the first attempt’s plan, uploaded again by the second',
      { run: { attempt: 2, startedAt: '2026-11-20T10:04:45Z' } },
      'The plan says that attempt 1 made it, and it was not uploaded during that attempt of run 42.',
    ],
    [
      'a plan that says it is of the second attempt, uploaded by the first',
      { run: { attempt: 2, startedAt: '2026-11-20T10:30:00Z' }, envelope: { runAttempt: '2' } },
      'The plan says that attempt 2 made it, and it was not uploaded during that attempt of run 42.',
    ],
    [
      'a plan of an attempt that never was',
      { envelope: { runAttempt: '2' } },
      'The plan says that attempt 2 made it, and it was not uploaded during that attempt of run 42.',
    ],
    [
      'an attempt that is no number',
      { envelope: { runAttempt: '1e0' } },
      'The plan says that attempt 1e0 made it, and it was not uploaded during that attempt of run 42.',
    ],
    [
      'the first attempt’s plan when there is a second one',
      { run: { attempt: 2, startedAt: '2026-11-20T10:30:00Z' }, expectations: { lastArtifact: 901 } },
      'The artifact terraform-plan-network (900) is not the last of its name in run 42: 901 is.',
    ],
    [
      'a plan that was made after the merge',
      {
        run: { attempt: 2, startedAt: '2026-11-20T12:10:00Z' },
        artifact: { createdAt: '2026-11-20T12:12:00Z' },
        envelope: { runAttempt: '2', createdAt: '2026-11-20T12:11:00Z' },
      },
      'The artifact terraform-plan-network was uploaded after #12 was merged, so nobody has reviewed it.',
    ],
    [
      'one second after the merge: GitHub’s clock is one',
      { pull: { mergedAt: '2026-11-20T10:04:59Z' } },
      'The artifact terraform-plan-network was uploaded after #12 was merged, so nobody has reviewed it.',
    ],
    [
      'a run that goes on',
      { run: { status: 'in_progress', conclusion: undefined } },
      'Run 42 did not end as one that makes plans does: in_progress.',
    ],
    [
      'a run that was cancelled',
      { run: { conclusion: 'cancelled' } },
      'Run 42 did not end as one that makes plans does: cancelled.',
    ],
    [
      'a run that waited for approval',
      { run: { conclusion: 'action_required' } },
      'Run 42 did not end as one that makes plans does: action_required.',
    ],
    [
      'an artifact that has expired',
      { artifact: { expired: true } },
      'The artifact terraform-plan-network has expired.',
    ],
    [
      'an artifact older than its run',
      { artifact: { createdAt: '2026-11-20T09:59:00Z' }, envelope: { createdAt: planted } },
      'The artifact terraform-plan-network is older than the run 42 that it is of.',
      'The plan says that attempt 1 made it, and it was not uploaded during that attempt of run 42.',
      'The plan says that it was made 2026-11-20T10:04:30Z, and its run began 2026-11-20T10:00:00Z and had uploaded it 2026-11-20T09:59:00Z.',
    ],
    [
      'a plan from the future',
      { envelope: { createdAt: '2026-11-20T10:11:00Z' } },
      'The plan says that it was made 2026-11-20T10:11:00Z, and its run began 2026-11-20T10:00:00Z and had uploaded it 2026-11-20T10:05:00Z.',
    ],
    [
      'a time that is none',
      { envelope: { createdAt: '20 Nov 2026 10:04' } },
      'The plan says that it was made 20 Nov 2026 10:04, and its run began 2026-11-20T10:00:00Z and had uploaded it 2026-11-20T10:05:00Z.',
    ],
    [
      'a pull request of a fork',
      { pull: { headRepository: 'stranger/platform' } },
      '#12 is from a fork (stranger/platform).',
    ],
    ['a pull request with another head', { pull: { headSha: other } }, 'The head of #12 is bbbbbbb, not aaaaaaa.'],
  ])('%s', (_, changes, ...sentences) => {
    expect(proveProvenance(given(changes))).toEqual(sentences)
  })
})

test('no single fact may be another one', () => {
  const facts: readonly [keyof Changes, Readonly<Record<string, unknown>>][] = [
    [
      'artifact',
      { id: 1, name: '', createdAt: '', expired: true, run: 1, repositoryId: 1, headRepositoryId: 1, headSha: '' },
    ],
    [
      'run',
      {
        id: 1,
        attempt: 0,
        repository: 'your-org/platforms',
        repositoryId: 1,
        headRepository: '',
        headRepositoryId: 1,
        workflow: '',
        headSha: '',
        event: 'push',
        status: 'queued',
        conclusion: 'skipped',
        createdAt: '',
        startedAt: '',
      },
    ],
    ['pull', { number: 1, headSha: '', headRepository: '', mergedAt: '' }],
    [
      'envelope',
      {
        root: '',
        path: '',
        repository: '',
        head: '',
        pullRequest: 1,
        run: '1',
        runAttempt: '0',
        workflow: '',
        event: 'push',
        createdAt: '',
      },
    ],
  ]
  for (const [part, wrong] of facts)
    for (const [field, value] of Object.entries(wrong))
      expect(proveProvenance(given({ [part]: { [field]: value } })), `${part}.${field}`).not.toEqual([])
})

test('whatever is said of workflows and runs, only the expected ones pass', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom(workflow, '42', '042', ' 42', '__proto__', `${workflow}@x`))
  fc.assert(
    fc.property(text, text, (saidWorkflow, saidRun) => {
      const problems = proveProvenance(given({ envelope: { workflow: saidWorkflow, run: saidRun } }))
      const isRight = saidRun === '42' && saidWorkflow.split('@')[0] === workflow
      expect(problems.length === 0).toBe(isRight)
    }),
  )
})
