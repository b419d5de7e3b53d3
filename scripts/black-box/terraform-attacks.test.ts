// What could be put in place of the plan that was reviewed. Each attempt is refused with its reason, and nothing is started;
// what is left when all of them are taken away is applied.
import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKeys } from '../../actions/lib/terraform/envelope/keys.ts'
import { openPlan } from '../../actions/lib/terraform/envelope/open.ts'
import { type SealInput, sealPlan } from '../../actions/lib/terraform/envelope/seal.ts'
import { seedArtifact, seedWorkflowRun } from '../../actions/lib/testing/github/index.ts'
import { canaryRoot, settingsWithCanary, sung, watchedTool } from './testing/terraform-canary.ts'
import {
  type Applied,
  key,
  type Overrides,
  type PlannedPull,
  type Pull,
  type Push,
  planWorkflow,
  startTerraformWorld,
  type TerraformWorld,
} from './testing/terraform-world.ts'

const keys = readKeys(key, 'tests')
const fork = { id: 4242, fullName: 'somebody/platform' }

let world: TerraformWorld
let tool: ReturnType<typeof watchedTool>
let old: PlannedPull
let planned: PlannedPull
let pull: Pull
let push: Push

const label = (text: string) => `output "label" {\n  value = "${text}"\n}\n`
const appRoot = (input: string) =>
  canaryRoot(world.lasting, 'app', input, 'module "label" {\n  source = "../../modules/label"\n}\n')
const netRoot = (input: string) => canaryRoot(world.lasting, 'net', input)

beforeAll(async () => {
  world = await startTerraformWorld((lasting) => ({
    '.github/seaworthy.yaml': settingsWithCanary(),
    [planWorkflow]: 'name: Pull request\n',
    'infra/app/main.tf': canaryRoot(lasting, 'app', 'zero', 'module "label" {\n  source = "../../modules/label"\n}\n'),
    'infra/net/main.tf': canaryRoot(lasting, 'net', 'zero'),
    'modules/label/main.tf': label('one'),
  }))
  tool = watchedTool(world.lasting, { starts: true })
  const first = await world.open({ 'infra/app/main.tf': appRoot('bad'), 'infra/net/main.tf': netRoot('one') })
  old = await world.plan(first)
  pull = await world.push(first, { 'infra/app/main.tf': appRoot('one') })
  planned = await world.plan(pull)
  world.approve(pull)
  push = await world.merge(pull)
})

afterAll(() => world[Symbol.asyncDispose]())

const apply = (more: Overrides = {}, of = push) => world.apply(of, { ...more, env: { ...tool.env, ...more.env } })

const reasons = ({ results, stdout, stderr }: Applied) =>
  results.length === 0 ? stdout + stderr : results.map(({ root, reason }) => `${root}: ${reason}`).join('\n')

/** Nothing was started, so that nothing can have been applied. */
function expectNothing(applied: Applied, expected: readonly RegExp[]) {
  for (const reason of expected) expect(reasons(applied)).toMatch(reason)
  expect(applied.exitCode).toBe(1)
  expect(applied.results.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'skipped')).toEqual([])
  expect(applied.outputs.applied).toBe('[]')
  expect(tool.started()).toBe('')
  expect(sung(world.lasting)).toBe('')
  expect([world.state('app'), world.state('net')]).toEqual([undefined, undefined])
}

const fileOf = (plans: PlannedPull['plans'], root: string) =>
  Object.keys(plans).find((file) => file.includes(root)) as string

const lastArtifact = () => {
  const found = world.repository.artifacts.find(({ workflowRunId }) => workflowRunId === planned.run)
  if (found === undefined) throw new Error('the plans were not uploaded')
  return found
}

const lastRun = () => world.repository.workflowRuns.find(({ id }) => id === planned.run) as { headSha: string }

/** Puts other files into the artifact, as somebody could who may write it. */
function upload(plans: Readonly<Record<string, Uint8Array>>) {
  const content = Buffer.from(zipSync({ ...plans }))
  Object.assign(lastArtifact(), { content, digest: `sha256:${createHash('sha256').update(content).digest('hex')}` })
}

const now = () => new Date(Math.floor(Date.now() / 1000) * 1000)

/** The artifact of another run of the same workflow, newer than the real one. */
function plant(run: Partial<Parameters<typeof seedWorkflowRun>[1]>) {
  const { repository } = world
  const seeded = seedWorkflowRun(repository, {
    headSha: pull.head,
    headBranch: pull.branch,
    path: planWorkflow,
    event: 'pull_request',
    createdAt: now(),
    ...run,
  })
  const content = Buffer.from(zipSync(planned.plans))
  seedArtifact(repository, { name: 'terraform-plans', workflowRunId: seeded.id, content, createdAt: now() })
}

const withoutRealRun = () => {
  world.repository.workflowRuns.splice(0)
  world.repository.artifacts.splice(0)
}

type Plans = PlannedPull['plans']

const only = (root: string, plans: Plans): Plans => ({ [fileOf(plans, root)]: bytesOf(root, plans) })
const bytesOf = (root: string, plans: Plans) => plans[fileOf(plans, root)] as Uint8Array

/** The plan of a root, sealed again after its envelope was changed, by somebody who has the key. */
function resealed(root: string, change: object, sealWith: SealInput['key'] = keys[0]): Plans {
  const { envelope, parts } = openPlan(bytesOf(root, planned.plans), keys)
  return { [fileOf(planned.plans, root)]: sealPlan({ envelope: { ...envelope, ...change }, parts, key: sealWith }) }
}

function flipped(root: string, plans: Plans): Plans {
  const bytes = Buffer.from(bytesOf(root, plans))
  bytes.writeUInt8((bytes.at(-1) as number) ^ 1, bytes.length - 1)
  return { [fileOf(plans, root)]: bytes }
}

/** The envelope of `root`, with as much of what `from` has sealed as fits. */
function bodyOf(from: string, root: string, plans: Plans): Plans {
  const bytes = Buffer.from(bytesOf(root, plans))
  bytes.set(bytesOf(from, plans).slice(-1000), bytes.length - 1000)
  return { [fileOf(plans, root)]: bytes }
}

/** A plan that names another root wherever it names its own. Both names have the same length. */
function renamed(from: string, to: string, plans: Plans): Plans {
  const bytes = Buffer.from(bytesOf(from, plans))
  for (const { index } of bytes.toString('latin1').matchAll(new RegExp(`infra/${from}`, 'g')))
    bytes.write(`infra/${to}`, index, 'latin1')
  return { [fileOf(plans, to)]: bytes }
}

describe('what makes the plans', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'a run of a fork for the same commit',
      () => {
        withoutRealRun()
        plant({ headRepository: fork })
      },
      /has no run for the head of #1/,
    ],
    ['a run of another branch with the same commit', () => plant({ headBranch: 'copy' }), /is for the branch copy/],
    [
      'a run of another workflow',
      () => {
        withoutRealRun()
        plant({ path: '.github/workflows/other.yml' })
      },
      /has no run for the head of #1/,
    ],
    [
      'a run for another commit',
      () => Object.assign(lastRun(), { headSha: push.before }),
      /has no run for the head of #1/,
    ],
    [
      'an artifact that came after the merge',
      () => Object.assign(lastArtifact(), { createdAt: new Date(now().getTime() + 60_000) }),
      /was uploaded after #1 was merged/,
    ],
    [
      'bytes that are not those of the digest',
      () => Object.assign(lastArtifact(), { digest: `sha256:${'0'.repeat(64)}` }),
      /digest/,
    ],
  ])('%s', async (_, change, reason) => {
    expectNothing(await world.meanwhile(change, apply), [reason])
  })
})

describe('the sealed plan', () => {
  const another = createHash('sha256').update('another').digest('base64')
  // Two attempts in one run: one for each root.
  test.each<[string, (plans: Plans) => Plans, readonly RegExp[], Overrides?]>([
    [
      'is of an older commit; has another bit',
      (plans) => ({ ...plans, ...only('app', old.plans), ...flipped('net', plans) }),
      [
        /app: The plan is for [0-9a-f]{7}, not for [0-9a-f]{7}\..*The plan says that run \d+ made it/,
        /net: The sealed plan was changed after it was made/,
      ],
    ],
    [
      'is not encrypted; has the body of another root',
      (plans) => ({ ...plans, ...resealed('app', {}, 'unencrypted'), ...bodyOf('app', 'net', plans) }),
      [/app: The plan is not encrypted/, /net: The sealed plan was changed after it was made/],
    ],
    [
      'is of another commit, of another folder, though sealed with the right key',
      (plans) => ({ ...plans, ...resealed('app', { head: push.before }), ...resealed('net', { path: 'infra/app' }) }),
      [/app: The plan is for [0-9a-f]{7}, not for/, /net: The plan is for the folder infra\/app/],
    ],
    [
      'was made with another lock file; is missing',
      () => resealed('app', { lockHash: 'a'.repeat(64) }),
      [/app: The lock file is another one/, /net: #1 has no plan of it/],
    ],
    [
      'is missing for one of the roots',
      (plans) => only('app', plans),
      [/net: #1 has no plan of it/, /app: Nothing was begun/],
    ],
    [
      'says that it is of another root',
      (plans) => ({ ...only('net', plans), ...renamed('net', 'app', plans) }),
      [/app: .*The sealed plan was changed after it was made/],
    ],
    [
      'is for another key',
      (plans) => plans,
      [/encrypted with the key [0-9a-f]{8}; there is [0-9a-f]{8}/],
      { inputs: { 'encryption-keys': another } },
    ],
    [
      'is opened without a key',
      (plans) => plans,
      [/encrypted with the key [0-9a-f]{8}; there is none/],
      { inputs: { 'encryption-keys': '' } },
    ],
    ['is none', (plans) => ({ ...plans, '0-app.plan': Buffer.from('PK') }), [/not a plan that Seaworthy has sealed/]],
  ])('%s', async (_, change, expected, more) => {
    const applied = await world.meanwhile(
      () => upload(change(planned.plans)),
      () => apply(more),
    )
    expectNothing(applied, expected)
  })
})

describe('the approval', () => {
  const like = (fields: object) => {
    const [real] = world.repository.reviews
    world.repository.reviews.push({ ...(real as NonNullable<typeof real>), ...fields })
  }
  test.each<[string, () => void, readonly RegExp[]]>([
    ['there is none', () => void world.repository.reviews.splice(0), [/It has 0 of 1 approvals/]],
    [
      'there are many, and none of them counts',
      () => {
        const writers = ['late', 'other', 'gone']
        for (const login of writers) world.repository.collaborators.set(login, 'write')
        like({ login: 'late', submittedAt: new Date(now().getTime() - 600_000) })
        like({ login: 'other', commitOid: push.before })
        like({ login: 'gone', state: 'DISMISSED' })
        like({ login: 'author' })
        like({ login: 'somebody' })
        like({ login: 'helper[bot]' })
        world.repository.reviews.shift()
      },
      [
        /It has 0 of 1 approvals/,
        /of late does not count: .*must be approved after it was made/,
        /of other does not count: it is for [0-9a-f]{7}, not for/,
        /of gone does not count: it was dismissed/,
        /author is an author of the change/,
        /somebody may not write/,
        /is an App/,
      ],
    ],
    [
      'somebody asks for changes',
      () => {
        world.repository.collaborators.set('second', 'write')
        like({ login: 'second', state: 'CHANGES_REQUESTED' })
      },
      [/second asks for changes/],
    ],
  ])('%s', async (_, attempt, expected) => {
    expectNothing(await world.meanwhile(attempt, apply), expected)
  })
})

describe('plans of this run', () => {
  test.each<[string, Overrides['inputs'], RegExp]>([
    ['nobody was asked', { 'approval-environment': '' }, /need the name of the environment/],
    ['the reviewers said no', { 'approval-environment': 'review' }, /Nobody has let run 77 into/],
    [
      'they are of another run',
      { 'approval-environment': 'other' },
      /Its run is \d+, not 77.*Its event is pull_request/,
    ],
  ])('%s', async (_, inputs, reason) => {
    const { folder, env } = world.download(planned.plans)
    const seed = () =>
      seedWorkflowRun(world.repository, {
        id: 77,
        headSha: push.after,
        path: '.github/workflows/main.yml',
        approvals: [
          { environments: ['other'], state: 'approved', login: 'reviewer', comment: '' },
          { environments: ['review'], state: 'rejected', login: 'reviewer', comment: '' },
        ],
      })
    expectNothing(
      await world.meanwhile(seed, () => apply({ inputs: { ...inputs, 'plans-folder': folder }, ...(env && { env }) })),
      [reason],
    )
  })
})

test('a root of no environment is not left out in silence by a job of one', async () => {
  expectNothing(await apply({ inputs: { environment: 'production' } }), [
    /app: It belongs to no environment, and this job applies those of production/,
    /net: It belongs to no environment/,
  ])
})

describe('what is left', () => {
  test('a fork’s run for the same commit hides no plan', async () => {
    const applied = await world.meanwhile(
      () => plant({ headRepository: fork }),
      () => world.apply(push, { inputs: { 'encryption-keys': createHash('sha256').update('none').digest('base64') } }),
    )
    // Found, and not opened: this run has another key.
    expect(reasons(applied)).toMatch(/app: .*key/)
    expect(reasons(applied)).not.toMatch(/no run|fork/)
  })

  test('file names prove nothing: a plan is for the root that its envelope names', async () => {
    const [app, net] = ['app', 'net'].map((root) => fileOf(planned.plans, root)) as [string, string]
    const swapped = { [app]: planned.plans[net] as Uint8Array, [net]: planned.plans[app] as Uint8Array }
    const applied = await world.meanwhile(() => upload(swapped), apply)
    expect(applied.results.map(({ root, outcome, mode }) => [root, outcome, mode])).toEqual([
      ['infra/app', 'applied', 'replay'],
      ['infra/net', 'applied', 'replay'],
    ])
    expect(sung(world.lasting).split('\n').sort().join(' ').trim()).toBe('app one net one')
  })

  test('a plan that was applied once is not applied again', async () => {
    const before = [sung(world.lasting), world.state('app'), world.state('net')]
    const again = await apply()
    expect(again.outputs.applied).toBe('[]')
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['nothing-to-do', 'nothing-to-do'])
    expect([sung(world.lasting), world.state('app'), world.state('net')]).toEqual(before)
  })
})

describe('the branch has moved on', () => {
  async function merged(files: Record<string, string>, elsewhere: Record<string, string>) {
    const other = await world.open(files)
    await world.plan(other)
    world.approve(other)
    await world.repository.commit('Somebody else', elsewhere)
    return world.merge(other)
  }

  test('in a way that touches the root', async () => {
    const after = await merged({ 'infra/app/main.tf': appRoot('two') }, { 'modules/label/main.tf': label('two') })
    const before = [sung(world.lasting), world.state('app')]
    const applied = await apply({}, after)
    expect(reasons(applied)).toMatch(/infra\/app: .*the branch has moved on in a way that touches it/)
    expect(applied).toMatchObject({ exitCode: 1, outputs: { outcome: 'refused' } })
    expect([sung(world.lasting), world.state('app')]).toEqual(before)
  })

  test('elsewhere', async () => {
    const after = await merged(
      { 'infra/net/main.tf': netRoot('two') },
      { 'README.md': 'two\n', 'infra/app/notes.txt': 'two' },
    )
    const applied = await apply({}, after)
    expect(applied.results.map(({ root, outcome, mode }) => [root, outcome, mode])).toEqual([
      ['infra/net', 'applied', 'replay'],
    ])
    expect(sung(world.lasting)).toContain('net two')
  })

  test('and the change makes its plans in another way', async () => {
    const after = await merged({ 'infra/net/main.tf': netRoot('three'), [planWorkflow]: 'name: Mine\n' }, {})
    const applied = await apply({}, after)
    expect(reasons(applied)).toMatch(/touches \.github\/workflows\/pull-request\.yml, which makes the plans/)
    expect(applied.exitCode).toBe(1)
    expect(sung(world.lasting)).not.toContain('net three')
  })
})
