// What is said of commits and runs: statuses, checks, deployments, dispatches, runs, artifacts, attestations. Through Octokit.
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  type EmulatedRepository,
  type GitHubEmulator,
  seedArtifact,
  seedCheckRun,
  seedWorkflowRun,
  startGitHub,
} from '../index.ts'
import { octokitFor } from '../octokit.ts'

let github: GitHubEmulator
let repository: EmulatedRepository
let rest: ReturnType<typeof octokitFor>['rest']
let sha: string
const named = { owner: 'your-org', repo: 'app' }
const statusOf = (promise: Promise<{ status: number }>) =>
  promise.then(
    ({ status }) => status,
    ({ status }) => status as number,
  )
const messageOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ message }: { message: string }) => message.replace(/ - https.*/, ''),
  )

const workflow = `on:
  workflow_dispatch:
    inputs:
      image: { required: true }
      environment: { type: choice, options: [staging, production], default: staging }
`

beforeEach(async () => {
  github = await startGitHub({
    repositories: {
      'your-org/app': { '.github/workflows/deploy.yml': workflow, '.github/workflows/push.yml': 'on: push\n' },
    },
  })
  onTestFinished(() => github.stop())
  repository = github.repository('your-org/app')
  rest = octokitFor(github).rest
  sha = await repository.head()
})

describe('statuses', () => {
  test('the last one of each context counts', async () => {
    const say = (context: string, state: 'pending' | 'success' | 'failure') =>
      rest.repos.createCommitStatus({
        ...named,
        sha,
        context,
        state,
        description: 'so',
        target_url: 'https://example.com/',
      })
    const combined = async () => (await rest.repos.getCombinedStatusForRef({ ...named, ref: 'main' })).data
    expect((await combined()).state).toBe('pending')
    await say('ci', 'failure')
    expect((await combined()).state).toBe('failure')
    await say('ci', 'success')
    await say('deploy', 'pending')
    expect(await combined()).toMatchObject({ state: 'pending', total_count: 2, sha })
    await say('deploy', 'success')
    expect((await combined()).state).toBe('success')
    const all = await rest.repos.listCommitStatusesForRef({ ...named, ref: 'heads/main' })
    expect(all.data.map(({ context, state }) => `${context} ${state}`)).toEqual([
      'deploy success',
      'deploy pending',
      'ci success',
      'ci failure',
    ])
  })

  test('of a commit that is not there, or with too long a description, are refused', async () => {
    expect(await messageOf(rest.repos.createCommitStatus({ ...named, sha: 'a'.repeat(40), state: 'success' }))).toBe(
      `No commit found for SHA: ${'a'.repeat(40)}`,
    )
    expect(
      await statusOf(rest.repos.createCommitStatus({ ...named, sha, state: 'success', description: 'x'.repeat(141) })),
    ).toBe(422)
  })
})

test('a check is made, goes on and ends; annotations add up', async () => {
  const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice' as const, message: 'm' }
  const output = { title: 't', summary: 's', annotations: [annotation] }
  const { data: made } = await rest.checks.create({
    ...named,
    name: 'verdict',
    head_sha: sha,
    status: 'in_progress',
    output,
  })
  expect(made).toMatchObject({ status: 'in_progress', conclusion: null, app: { slug: 'your-app' } })
  const { data: ended } = await rest.checks.update({ ...named, check_run_id: made.id, conclusion: 'failure', output })
  expect(ended).toMatchObject({ status: 'completed', conclusion: 'failure', output: { annotations_count: 2 } })
  await rest.checks.create({ ...named, name: 'verdict', head_sha: sha, conclusion: 'success' })
  const listed = async (filter: 'latest' | 'all') =>
    (await rest.checks.listForRef({ ...named, ref: 'main', check_name: 'verdict', filter })).data.check_runs.map(
      ({ conclusion }) => conclusion,
    )
  expect([await listed('latest'), await listed('all')]).toEqual([['success'], ['success', 'failure']])
  const foreign = seedCheckRun(repository, { name: 'theirs', headSha: sha })
  expect(await statusOf(rest.checks.update({ ...named, check_run_id: foreign.id, status: 'queued' }))).toBe(403)
})

describe('deployments', () => {
  const deploy = (more: object = {}) =>
    rest.repos.createDeployment({ ...named, ref: 'main', auto_merge: false, required_contexts: [], ...more })

  test('carry statuses, newest first, and retire each other', async () => {
    const first = (await deploy({ environment: 'staging', payload: { run: 1 } })).data
    const second = (await deploy({ environment: 'staging' })).data
    if (!('id' in first) || !('id' in second)) throw new Error('no deployment')
    const say = (deployment_id: number, state: 'in_progress' | 'success') =>
      rest.repos.createDeploymentStatus({ ...named, deployment_id, state, environment_url: 'https://app.example.com' })
    await say(first.id, 'in_progress')
    await say(first.id, 'success')
    await say(second.id, 'success')
    const states = (await rest.repos.listDeploymentStatuses({ ...named, deployment_id: first.id })).data.map(
      ({ state }) => state,
    )
    expect(states).toEqual(['inactive', 'success', 'in_progress'])
    const found = await rest.repos.listDeployments({ ...named, environment: 'staging', sha })
    expect(found.data.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(found.data[1]?.payload).toEqual({ run: 1 })
  })

  test('ask for green statuses unless told otherwise', async () => {
    await rest.repos.createCommitStatus({ ...named, sha, state: 'failure', context: 'ci' })
    expect(await statusOf(deploy({ required_contexts: undefined }))).toBe(409)
    expect(await statusOf(deploy())).toBe(201)
  })

  test('merge the default branch into a branch that lacks some of it, unless told otherwise', async () => {
    await repository.commit('side', { 's.txt': '' }, 'side')
    await repository.commit('main', { 'm.txt': '' })
    expect(await statusOf(deploy({ ref: 'side', auto_merge: undefined }))).toBe(202)
    expect(await repository.git('ls-tree', '--name-only', 'side')).toContain('m.txt')
    expect(repository.deployments).toEqual([])
  })
})

describe('dispatches', () => {
  test('an event with its payload', async () => {
    await rest.repos.createDispatchEvent({ ...named, event_type: 'bump', client_payload: { image: 'a', n: 1 } })
    expect(repository.dispatches).toEqual([
      {
        event: 'repository_dispatch',
        type: 'bump',
        payload: { image: 'a', n: 1 },
        workflow: null,
        ref: null,
        inputs: {},
        login: 'your-app[bot]',
      },
    ])
    const keys = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, 1]))
    expect(await statusOf(rest.repos.createDispatchEvent({ ...named, event_type: 'bump', client_payload: keys }))).toBe(
      422,
    )
  })

  const dispatch = (inputs: Record<string, string>, workflow_id = 'deploy.yml', ref = 'main') =>
    rest.actions.createWorkflowDispatch({ ...named, workflow_id, ref, inputs })

  test('a workflow starts a run', async () => {
    expect(await statusOf(dispatch({ image: 'x' }))).toBe(204)
    const runs = (
      await rest.actions.listWorkflowRuns({ ...named, workflow_id: 'deploy.yml', event: 'workflow_dispatch' })
    ).data
    expect(runs.workflow_runs).toMatchObject([{ status: 'queued', head_sha: sha, actor: { login: 'your-app[bot]' } }])
    const again = await rest.actions.createWorkflowDispatch({
      ...named,
      workflow_id: 'deploy.yml',
      ref: 'main',
      inputs: { image: 'y' },
      return_run_details: true,
    } as never)
    expect(again).toMatchObject({ status: 200, data: { workflow_run_id: repository.workflowRuns[1]?.id } })
  })

  test.each([
    ['without a required input', () => dispatch({}), "Required input 'image' not provided"],
    [
      'with an input that it does not have',
      () => dispatch({ image: 'x', tag: 'y' }),
      'Unexpected inputs provided: ["tag"]',
    ],
    [
      'with a value outside a choice',
      () => dispatch({ image: 'x', environment: 'mars' }),
      "Provided value 'mars' for input 'environment' not in the list of allowed values",
    ],
    ['that has no such trigger', () => dispatch({}, 'push.yml'), "Workflow does not have 'workflow_dispatch' trigger"],
    ['that is not there', () => dispatch({}, 'none.yml'), 'Not Found'],
    ['at a ref that is not there', () => dispatch({ image: 'x' }, 'deploy.yml', 'none'), 'No ref found for: none'],
  ])('a workflow %s does not start', async (_, call, message) => {
    expect(await messageOf(call())).toBe(message)
    expect(repository.dispatches).toEqual([])
  })
})

describe('runs and their artifacts', () => {
  const zip = new Uint8Array([80, 75, 5, 6, ...Array(18).fill(0)])

  test('are found and downloaded from another host, byte for byte', async () => {
    const run = seedWorkflowRun(repository, { headSha: sha, name: 'Plan' })
    seedArtifact(repository, { name: 'other', workflowRunId: run.id, content: zip })
    const seeded = seedArtifact(repository, { name: 'plan', workflowRunId: run.id, content: zip })
    expect((await rest.actions.getWorkflowRun({ ...named, run_id: run.id })).data).toMatchObject({
      name: 'Plan',
      head_sha: sha,
      conclusion: 'success',
    })
    const { data } = await rest.actions.listWorkflowRunArtifacts({ ...named, run_id: run.id, name: 'plan' })
    expect(data).toMatchObject({
      total_count: 1,
      artifacts: [{ id: seeded.id, size_in_bytes: 22, workflow_run: { id: run.id } }],
    })
    const artifact = { ...named, artifact_id: seeded.id }
    const digest = `sha256:${createHash('sha256').update(zip).digest('hex')}`
    expect((await rest.actions.getArtifact(artifact)).data).toMatchObject({ digest })
    const downloaded = await rest.actions.downloadArtifact({ ...artifact, archive_format: 'zip' })
    expect(new Uint8Array(downloaded.data as ArrayBuffer)).toEqual(zip)
    expect(new URL(downloaded.url).host).not.toBe(new URL(github.url).host)
    const refused = await fetch(downloaded.url, { headers: { authorization: 'Bearer token' } })
    expect(refused.status).toBe(403)
  })

  test('that have expired are gone', async () => {
    const seeded = seedArtifact(repository, { name: 'plan', workflowRunId: 1, content: zip, expired: true })
    expect(
      await statusOf(rest.actions.downloadArtifact({ ...named, artifact_id: seeded.id, archive_format: 'zip' })),
    ).toBe(410)
  })
})

test('attestations are found by their subject; none is a 404', async () => {
  const subject_digest = `sha256:${'a'.repeat(64)}`
  const bundle = {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {},
    dsseEnvelope: { payload: 'e30=' },
  }
  expect(await statusOf(rest.repos.listAttestations({ ...named, subject_digest }))).toBe(404)
  repository.attestations.push({
    subjectDigest: subject_digest,
    bundle,
    predicateType: 'https://slsa.dev/provenance/v1',
  })
  const { data } = await rest.repos.listAttestations({ ...named, subject_digest, predicate_type: 'provenance' })
  expect(data.attestations?.map((one) => one.bundle)).toEqual([bundle])
  expect(await statusOf(rest.repos.listAttestations({ ...named, subject_digest, predicate_type: 'sbom' }))).toBe(404)
})
