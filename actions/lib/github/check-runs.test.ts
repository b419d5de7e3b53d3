// Checks beside a commit: said once, with every annotation once, within what GitHub takes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GitHubEmulator, seedCheckRun, startGitHub } from '../testing/github/index.ts'
import { type CheckAnnotation, type CheckRun, upsertCheckRun } from './check-runs.ts'
import { errorOf, testClient } from './testing/test-client.ts'

const name = 'your-org/platform'

let github: GitHubEmulator

beforeAll(async () => {
  const checks = { checks: 'write' } as const
  github = await startGitHub({
    repositories: { [name]: { a: '1' } },
    tokens: {
      token: { login: 'github-actions[bot]', permissions: checks },
      person: { login: 'alice', permissions: checks },
      reader: { login: 'github-actions[bot]', permissions: { checks: 'read' } },
    },
  })
})
afterAll(() => github.stop())

/** The repository as if nothing had happened yet, and what is said of it. */
async function start() {
  const repository = github.repository(name)
  repository.checkRuns.length = 0
  const check: CheckRun = {
    repository: name,
    headSha: await repository.head(),
    name: 'terraform: network',
    conclusion: 'success',
    title: '1 to create',
    summary: 'One.',
    detailsUrl: 'https://example.com/run',
  }
  const say = (more: Partial<CheckRun> = {}, token = 'token') =>
    upsertCheckRun(testClient(github.url, { token }).client, { ...check, ...more })
  return { github, repository, check, say }
}

const remarks = (count: number): CheckAnnotation[] =>
  Array.from({ length: count }, (_, n) => ({ path: 'main.tf', line: n + 1, level: 'warning', message: `remark ${n}` }))
const sent = (annotations: readonly unknown[]) => annotations.map((one) => (one as { message: string }).message)

test('is made, left as long as it says the same, and changed', async () => {
  const at = await start()
  const made = await at.say()
  expect(made).toMatchObject({ type: 'created', annotationsLeftOut: 0 })
  expect(await at.say()).toEqual({ ...made, type: 'unchanged' })
  expect(await at.say({ conclusion: 'failure', text: 'More.' })).toEqual({ ...made, type: 'updated' })
  expect(at.repository.checkRuns).toMatchObject([
    {
      id: made.id,
      name: 'terraform: network',
      status: 'completed',
      conclusion: 'failure',
      detailsUrl: 'https://example.com/run',
      output: { title: '1 to create', summary: 'One.', text: 'More.' },
    },
  ])
  expect((await at.say({ name: 'terraform: identity' })).id).not.toBe(made.id)
})

test('annotations come in batches, and those of a run that has some are never doubled', async () => {
  const at = await start()
  const before = at.github.requests.length
  const made = await at.say({ annotations: remarks(120) })
  expect(sent(at.repository.checkRuns[0]?.output.annotations ?? [])).toEqual(remarks(120).map(({ message }) => message))
  const updates = () => at.github.requests.slice(before).filter(({ method }) => method === 'PATCH').length
  expect(updates()).toBe(2)
  expect((await at.say({ annotations: remarks(120) })).type).toBe('unchanged')
  expect(updates()).toBe(2)
  const again = await at.say({ annotations: remarks(3) })
  expect(again).toMatchObject({ type: 'created' })
  expect(again.id).not.toBe(made.id)
  expect(sent(at.repository.checkRuns.at(-1)?.output.annotations ?? [])).toHaveLength(3)
})

test('what was begun is finished the next time', async () => {
  const at = await start()
  at.github.faults.add({ on: { route: 'checks/update' }, effect: { type: 'status', status: 403, message: 'no' } })
  await errorOf(at.say({ annotations: remarks(70) }))
  expect(at.repository.checkRuns[0]?.output.annotations).toHaveLength(50)
  expect((await at.say({ annotations: remarks(70) })).type).toBe('updated')
  expect(at.repository.checkRuns).toHaveLength(1)
  expect(sent(at.repository.checkRuns[0]?.output.annotations ?? [])).toEqual(remarks(70).map(({ message }) => message))
})

test.each([
  ['checks/create', { type: 'lost-answer' }],
  ['checks/create', { type: 'reset' }],
  ['checks/update', { type: 'lost-answer' }],
  ['checks/update', { type: 'reset' }],
] as const)('is there once after %s with %j', async (route, effect) => {
  const at = await start()
  at.github.faults.add({ on: { route }, effect })
  expect((await at.say({ annotations: remarks(70) })).type).toBe('created')
  expect(at.repository.checkRuns).toHaveLength(1)
  expect(sent(at.repository.checkRuns[0]?.output.annotations ?? [])).toEqual(remarks(70).map(({ message }) => message))
})

test('a check of the same name of another App is left alone', async () => {
  const at = await start()
  seedCheckRun(at.repository, { name: at.check.name, headSha: at.check.headSha, login: 'other[bot]' })
  expect((await at.say()).type).toBe('created')
  expect(at.repository.checkRuns.map(({ login }) => login)).toEqual(['other[bot]', 'github-actions[bot]'])
})

test('stays within what GitHub takes, counted in bytes', async () => {
  const at = await start()
  const long = 'übermäßig\n'.repeat(20_000)
  const annotations = [
    ...remarks(510),
    { path: 'main.tf', line: 5, endLine: 2, level: 'failure' as const, message: ' ' },
  ]
  const made = await at.say({ title: 'x'.repeat(500), summary: long, text: long, annotations })
  expect(made.annotationsLeftOut).toBe(11)
  const [output] = at.repository.checkRuns.map((run) => run.output)
  expect(output?.title).toHaveLength(255)
  for (const text of [output?.summary, output?.text]) {
    expect(Buffer.byteLength(text ?? '')).toBeLessThanOrEqual(65_535)
    expect(text).toMatch(/lines are left out/)
  }
  expect(output?.annotations).toHaveLength(500)
})

test('an annotation without words or with lines in the wrong order is mended, for GitHub refuses it', async () => {
  const at = await start()
  await at.say({
    annotations: [{ path: 'main.tf', line: 5, endLine: 2, level: 'failure', message: ' ', title: 'a\nb' }],
  })
  expect(at.repository.checkRuns[0]?.output.annotations).toEqual([
    { path: 'main.tf', start_line: 5, end_line: 5, annotation_level: 'failure', message: '(no message)', title: 'a b' },
  ])
})

test('says what is wrong with the token', async () => {
  const at = await start()
  expect((await errorOf(at.say({}, 'reader'))).message).toContain('`checks: write`')
  expect((await errorOf(at.say({}, 'person'))).message).toContain('GitHub Apps only')
})
