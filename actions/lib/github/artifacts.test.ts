// Artifacts as GitHub lists and keeps them: found, fetched without the token, and refused when something is wrong with them.
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type EmulatedRepository,
  type GitHubEmulator,
  seedArtifact,
  seedWorkflowRun,
  startGitHub,
} from '../testing/github/index.ts'
import { UserError } from '../toolkit/user-error.ts'
import { downloadArtifact, listArtifacts } from './artifacts.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const name = 'your-org/platform'
let github: GitHubEmulator
let repository: EmulatedRepository
let headSha: string

beforeAll(async () => {
  github = await startGitHub({
    repositories: { [name]: { a: '1' } },
    tokens: {
      token: { login: 'github-actions[bot]', permissions: { actions: 'read' } },
      blind: { login: 'github-actions[bot]', permissions: { contents: 'read' } },
    },
  })
  repository = github.repository(name)
  headSha = await repository.head()
})
afterAll(() => github.stop())

const client = () => testClient(github.url).client
const content = zipSync({ 'plan.bin': strToU8('the plan') })

/** One artifact of a run of its own, as it is listed. */
async function listed(more: Partial<Parameters<typeof seedArtifact>[1]> = {}) {
  const run = seedWorkflowRun(repository, { headSha })
  const made = seedArtifact(repository, { name: 'plan', content, ...more, workflowRunId: run.id })
  const found = (await listArtifacts(client(), { repository: name, run: run.id })).find(({ id }) => id === made.id)
  if (found === undefined) throw new Error('it is not listed')
  return found
}

test('are listed by name and by run, the newest first, forks’ among them', async () => {
  const run = seedWorkflowRun(repository, { headSha })
  const fork = seedWorkflowRun(repository, { headSha, headRepository: { id: 66, fullName: 'stranger/platform' } })
  const seed = (workflowRunId: number) => seedArtifact(repository, { name: 'listed', content, workflowRunId }).id
  const ids = [seed(run.id), seed(fork.id), seed(run.id)]
  seedArtifact(repository, { name: 'other', content, workflowRunId: run.id })
  const all = await listArtifacts(client(), { repository: name, name: 'listed' })
  expect(all.map(({ id, headRepositoryId }) => [id, headRepositoryId === all[0]?.repositoryId])).toEqual([
    [ids[2], true],
    [ids[1], false],
    [ids[0], true],
  ])
  const ofRun = await listArtifacts(client(), { repository: name, name: 'listed', run: run.id })
  expect(ofRun.map(({ id }) => id)).toEqual([ids[2], ids[0]])
  expect(ofRun[0]).toMatchObject({ run: run.id, headSha, bytes: content.length, expired: false })
  expect((await listArtifacts(client(), { repository: name, run: run.id })).map((one) => one.name)).toContain('other')
})

test('one is fetched from another host, where the token does not go', async () => {
  const files = await downloadArtifact(client(), name, await listed())
  expect([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual([['plan.bin', 'the plan']])
})

test('one that was not packed is a file, also when it looks like a zip', async () => {
  const files = await downloadArtifact(client(), name, await listed({ unpacked: 'plan ü.zip' }))
  expect([...files.keys()]).toEqual(['plan ü.zip'])
  expect(Buffer.from(files.get('plan ü.zip') ?? [])).toEqual(Buffer.from(content))
})

test('the name of a file that was not packed is no path', async () => {
  const files = await downloadArtifact(client(), name, await listed({ unpacked: '../../etc/passwd' }))
  expect([...files.keys()]).toEqual(['passwd'])
})

test('one without a digest is taken, as they were of old', async () => {
  expect((await downloadArtifact(client(), name, await listed({ digest: undefined }))).size).toBe(1)
})

describe('says what is wrong', () => {
  test.each<[string, Partial<Parameters<typeof seedArtifact>[1]>, object, RegExp]>([
    ['it has expired', { expired: true }, {}, /artifact plan \(\d+\) of your-org\/platform has expired/],
    ['it is not what its digest says', { digest: `sha256:${'0'.repeat(64)}` }, {}, /not what GitHub’s digest/],
    ['its digest is of another kind', { digest: 'md5:0' }, {}, /digest of a kind that is not known/],
    ['it is too large', {}, { packedBytes: 10 }, /is larger than/],
    ['it is too large unpacked', {}, { bytes: 3 }, /0.0 MiB unpacked/],
    ['it is no zip', { content: strToU8('no zip') }, {}, /is not a zip/],
  ])('%s', async (_, more, limits, words) => {
    const error = await errorOf(downloadArtifact(client(), name, await listed(more), limits))
    expect(error).toBeInstanceOf(UserError)
    expect(error.message).toMatch(words)
  })

  test('it expired since it was listed', async () => {
    const artifact = await listed()
    for (const one of repository.artifacts) if (one.id === artifact.id) one.expired = true
    expect((await errorOf(downloadArtifact(client(), name, artifact))).message).toContain('has expired')
  })

  test('the token may not', async () => {
    const blind = testClient(github.url, { token: 'blind' }).client
    const artifact = await listed()
    const works = [() => listArtifacts(blind, { repository: name }), () => downloadArtifact(blind, name, artifact)]
    for (const work of works) expect((await errorOf(work())).message).toContain('`actions: read`')
  })
})
