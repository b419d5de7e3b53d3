// The two Terraform actions as their workflows call them, against GitHub's emulator, with the real tool.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { seedComment, seedWorkflowRun } from '../../actions/lib/testing/github/index.ts'
import { stateOf } from './testing/terraform-canary.ts'
import { type Applied, rootFile, startTerraformWorld, type TerraformWorld } from './testing/terraform-world.ts'

const note = (input: string) => `resource "terraform_data" "note" {\n  input = ${input}\n}\n`
const idOutput = 'output "id" {\n  value = terraform_data.note.id\n}\n'
const reads = (lasting: string, root: string) =>
  `data "terraform_remote_state" "up" {\n  backend = "local"\n  config = {\n    path = "${lasting}/${root}.tfstate"\n  }\n}\n${note('data.terraform_remote_state.up.outputs.id')}`

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/terraform-report.schema.json', import.meta.url), 'utf8'),
) as object
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)

function expectValid(text: string | undefined) {
  expect(validate(JSON.parse(text ?? '')) ? [] : validate.errors).toEqual([])
}

const outcomes = ({ results }: Applied) =>
  results.map(({ root, outcome, mode }) => [root, outcome, mode].join(' ').trim())

/** What the reviewers of an environment have said of run 77. */
const letIn = (world: TerraformWorld, environment: string) =>
  seedWorkflowRun(world.repository, {
    id: 77,
    headSha: '0'.repeat(40),
    path: '.github/workflows/main.yml',
    approvals: [{ environments: [environment], state: 'approved', login: 'reviewer', comment: '' }],
  })

test('from a pull request over several roots to what was reviewed being applied', async () => {
  const before = (lasting: string) => ({
    'infra/app/main.tf': rootFile(lasting, 'app', ''),
    'infra/net/main.tf': rootFile(lasting, 'net', note('"zero"')),
    'infra/same/main.tf': rootFile(lasting, 'same', note('"zero"')),
    'infra/up/main.tf': rootFile(lasting, 'up', ''),
    'infra/user/main.tf': rootFile(lasting, 'user', ''),
    'infra/other/main.tf': rootFile(lasting, 'other', note('"zero"')),
  })
  await using world = await startTerraformWorld(before)
  const { lasting, repository } = world
  for (const root of ['net', 'same']) writeFileSync(join(lasting, `${root}.tfstate`), stateOf({ note: 'zero' }))
  const first = await world.open({
    'infra/app/main.tf': rootFile(lasting, 'app', note('"none"')),
    'infra/net/main.tf': rootFile(lasting, 'net', note('"one"')),
    'infra/same/main.tf': `# Only words.\n${rootFile(lasting, 'same', note('"zero"'))}`,
    'infra/up/main.tf': rootFile(lasting, 'up', `${note('"up"')}${idOutput}`),
    'infra/user/main.tf': rootFile(lasting, 'user', reads(lasting, 'up')),
  })
  // Looks like ours and is not: nobody reads it, and nobody touches it.
  const forged = seedComment(repository, {
    number: first.number,
    body: '<!-- seaworthy:terraform-plan -->\nNo changes.',
  })

  const tried = await world.plan(first)
  expect(tried, tried.stdout).toMatchObject({ exitCode: 0, outputs: { outcome: 'changes' } })
  const pull = await world.push(first, { 'infra/app/main.tf': rootFile(lasting, 'app', note('"first"')) })
  const planned = await world.plan(pull)

  expect(planned).toMatchObject({ exitCode: 0, outputs: { outcome: 'changes', changes: 'true' } })
  const waves = JSON.parse(planned.outputs.waves ?? '[]') as { include: { root: string; 'waits-for': string[] }[] }[]
  expect(waves.map(({ include }) => include.map((one) => [one.root, ...one['waits-for']].join(' after ')))).toEqual([
    ['infra/app', 'infra/net', 'infra/same', 'infra/up'],
    ['infra/user after infra/up'],
  ])
  const roots = JSON.parse(planned.outputs.roots ?? '[]') as {
    root: string
    outcome: string
    wave: number
    counts?: object
  }[]
  expect(Object.fromEntries(roots.map(({ root, outcome, wave }) => [root, `${outcome} ${wave}`]))).toEqual({
    'infra/app': 'planned 1',
    'infra/net': 'planned 1',
    'infra/same': 'planned 1',
    'infra/up': 'planned 1',
    'infra/user': 'deferred 2',
  })
  const counts = Object.fromEntries(roots.map(({ root, counts: own }) => [root, own]))
  expect(counts).toMatchObject({
    'infra/app': { create: 1, update: 0 },
    'infra/net': { create: 0, update: 1 },
    'infra/same': { create: 0, update: 0 },
  })
  expectValid(planned.report['report.json'])
  const [own, ...others] = repository.comments.filter(({ id }) => id !== forged.id)
  expect(others).toEqual([])
  expect(own?.body).toContain('"first"')
  expect(own?.body).not.toContain('"none"')
  const checks = repository.checkRuns.filter(({ headSha }) => headSha === pull.head)
  expect(checks.map(({ name, conclusion }) => `${name} ${conclusion}`).sort()).toEqual([
    'terraform plan: infra/app success',
    'terraform plan: infra/net success',
    'terraform plan: infra/same success',
    'terraform plan: infra/up success',
    'terraform plan: infra/user neutral',
  ])

  world.approve(pull)
  const push = await world.merge(pull)
  // Somebody has written the state anew without a change of it.
  writeFileSync(join(lasting, 'net.tfstate'), stateOf({ note: 'zero' }, 4))
  const applied = await world.apply(push)

  expect(applied).toMatchObject({ exitCode: 0, outputs: { outcome: 'waiting', waiting: '["infra/user"]' } })
  expect(outcomes(applied).sort()).toEqual([
    'infra/app applied replay',
    'infra/net applied reconcile',
    'infra/same nothing-to-do',
    'infra/up applied replay',
    'infra/user waiting',
  ])
  expect(JSON.parse(applied.outputs.outputs ?? '{}')['infra/up'].id).toMatch(/^[0-9a-f-]{36}$/)
  expect(world.state('app')).toContain('"first"')
  expect(world.state('user')).toBeUndefined()
  expectValid(applied.report['report.json'])
  expect(Object.keys(applied.plans)).toHaveLength(1)

  letIn(world, 'production-approval')
  const { folder, env } = world.download(applied.plans)
  const approved = await world.apply(push, {
    inputs: { 'plans-folder': folder, 'approval-environment': 'production-approval' },
    ...(env && { env }),
  })
  expect(approved).toMatchObject({ exitCode: 0, outputs: { outcome: 'applied', applied: '["infra/user"]' } })
  expect(outcomes(approved)).toContain('infra/user applied replay')
  expect(world.state('user')).toContain(JSON.parse(applied.outputs.outputs ?? '{}')['infra/up'].id)
  // One record of the run, and the forged comment as it was.
  expect(repository.comments.map(({ body }) => body.split('\n', 1)[0])).toEqual([
    '<!-- seaworthy:terraform-plan -->',
    '<!-- seaworthy:terraform-plan -->',
    '<!-- seaworthy:terraform-apply-77 -->',
  ])
  expect(repository.comments.find(({ id }) => id === forged.id)).toEqual(forged)
})

test('without a pull request: named, planned, let in, applied; and what was never applied has an issue until it is', async () => {
  await using world = await startTerraformWorld((lasting) => ({
    '.github/seaworthy.yaml': 'terraform:\n  apply: { deferred: apply }\n',
    'infra/up/main.tf': rootFile(lasting, 'up', `${note('"up"')}${idOutput}`),
    'infra/user/main.tf': rootFile(lasting, 'user', reads(lasting, 'up')),
  }))
  const { repository } = world
  const drift = () => world.planBranch({ inputs: { mode: 'drift', roots: 'infra/up' } })
  expect(await drift()).toMatchObject({ exitCode: 0, outputs: { outcome: 'drift' } })
  expect(repository.issues).toMatchObject([{ state: 'open', title: 'Drift of infra/up' }])
  expect(repository.issues[0]?.body).toContain('never applied')

  const [{ number: issue = 0 } = {}] = repository.issues
  await repository.commit('Another', {
    'infra/up/main.tf': rootFile(world.lasting, 'up', `${note('"high"')}${idOutput}`),
  })
  await drift()
  expect(repository.issues).toMatchObject([{ number: issue, state: 'open' }])
  expect(repository.issues[0]?.body).toContain('"high"')

  const after = await repository.head()
  const dispatch = { eventName: 'workflow_dispatch', inputs: { base: '', roots: 'infra/up\ninfra/user' } }
  const push = { before: after, after }
  const asked = await world.apply(push, dispatch)
  expect(asked, asked.stdout).toMatchObject({ exitCode: 1 })
  expect(outcomes(asked), asked.stdout).toEqual(['infra/up waiting', 'infra/user skipped'])
  expect(world.state('up')).toBeUndefined()

  letIn(world, 'production-approval')
  const { folder, env } = world.download(asked.plans)
  const approved = await world.apply(push, {
    ...dispatch,
    inputs: { ...dispatch.inputs, 'plans-folder': folder, 'approval-environment': 'production-approval' },
    ...(env && { env }),
  })
  expect(approved).toMatchObject({ exitCode: 0, outputs: { outcome: 'applied' } })
  // The settings let it be applied unseen.
  expect(outcomes(approved)).toEqual(['infra/up applied replay', 'infra/user applied fresh'])

  expect(await drift()).toMatchObject({ exitCode: 0, outputs: { outcome: 'clean' } })
  expect(repository.issues).toMatchObject([{ state: 'closed', stateReason: 'completed' }])
})
