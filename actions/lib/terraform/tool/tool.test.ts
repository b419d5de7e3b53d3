// One root by the real tool, from `init` to its outputs.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryRepository } from '../../testing/temporary-repository.ts'
import { applyPlan } from './apply.ts'
import { initRoot } from './init.ts'
import { planRoot } from './plan.ts'
import { field } from './record.ts'
import { showPlanJson, showPlanText } from './show.ts'
import { readOutputs, readStateIdentity } from './state.ts'
import { redactorOf, rootOnDisk } from './testing/root-on-disk.ts'

/** What a runner's step has, beside what the tool needs. */
const runner = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  GITHUB_TOKEN: 'hunter2',
  ACTIONS_RUNTIME_TOKEN: 'hunter2',
  INPUT_ENCRYPTION_KEY: 'hunter2',
  TF_CLI_ARGS_plan: '-destroy',
  TF_LOG: 'trace',
  UNRELATED: 'hunter2',
}

const configuration = `
variable "name" {}
variable "password" {
  sensitive = true
}
module "part" {
  source = "../parts/one"
}
resource "terraform_data" "a" {
  input = var.name
  provisioner "local-exec" {
    command = "env; env | cut -d= -f1 > ../../names"
  }
}
output "name" {
  value = terraform_data.a.output
}
output "password" {
  value     = var.password
  sensitive = true
}
check "name" {
  assert {
    condition     = var.name == "other"
    error_message = "not the name"
  }
}
`

test('a root is planned, shown and applied, and nothing but its state is left in its folder', async () => {
  using disk = rootOnDisk({
    'infra/main/main.tf': configuration,
    'infra/parts/one/main.tf': 'resource "terraform_data" "b" {\n  input = path.module\n}\n',
    'infra/vars/prod.tfvars': 'name = "käse"\n',
  })
  const prepared = await disk.prepare(
    { varFiles: ['infra/vars/prod.tfvars'] },
    { environment: { ...runner, TF_VAR_password: 'hunter2' }, redactor: redactorOf('module.part') },
  )
  expect(await initRoot(prepared, { lockFile: false })).toMatchObject({ exitCode: 0, diagnostics: [] })
  const planned = await planRoot(prepared)
  expect(planned).toMatchObject({ outcome: 'planned', changes: true, interrupted: false })
  expect(planned.diagnostics).toEqual([
    {
      severity: 'warning',
      summary: 'Check block assertion failed',
      detail: 'not the name',
      at: { file: 'infra/main/main.tf', line: 24, column: 21, endLine: 24, endColumn: 40 },
    },
  ])
  const planFile = planned.planFile ?? ''
  const { json } = await showPlanJson(prepared, planFile)
  expect(json).toMatchObject({
    resource_changes: [
      { address: 'terraform_data.a', change: { after: { input: 'käse' } } },
      { address: 'module.part.terraform_data.b', change: { after: { input: '../parts/one' } } },
    ],
  })
  expect(await showPlanText(prepared, planFile)).toContain('2 to add, 0 to change, 0 to destroy.')
  expect(await readStateIdentity(prepared)).toBeUndefined()

  const applied = await applyPlan(prepared, planFile)
  expect(applied).toMatchObject({ outcome: 'applied', failed: [], counts: { add: 2, change: 0, remove: 0 } })
  expect(applied.applied.toSorted((a, b) => a.address.localeCompare(b.address))).toEqual([
    { address: 'module.part.terraform_data.b', action: 'create' },
    { address: 'terraform_data.a', action: 'create' },
  ])
  expect(await readOutputs(prepared)).toEqual([
    { name: 'name', sensitive: false, value: 'käse' },
    { name: 'password', sensitive: true },
  ])
  const again = await applyPlan(prepared, planFile)
  expect(again.outcome).toBe('stale')
  expect(again.failure?.error.message).toContain('next: plan again')
  const state = await readStateIdentity(prepared)
  expect(state?.serial).toBeGreaterThan(0)

  expect(readdirSync(prepared.folder).sort()).toEqual(['main.tf', 'terraform.tfstate'])
  expect(existsSync(join(prepared.privateFolder, 'data'))).toBe(true)
  expect(disk.log).toContain('infra/main: creating terraform_data.a')
  expect(disk.log).toContain('infra/main: creating (sensitive).terraform_data.b')
  // What the provisioner printed, the whole environment, is nowhere; and that environment is what we gave.
  expect(disk.log.join('\n')).not.toContain('hunter2')
  const seen = readFileSync(join(disk.repository, 'names'), 'utf8').trim().split('\n')
  const shell = ['PWD', 'OLDPWD', 'SHLVL', '_']
  expect(seen.filter((name) => !shell.includes(name)).sort()).toEqual([
    'CHECKPOINT_DISABLE',
    'GIT_TERMINAL_PROMPT',
    'HOME',
    'PATH',
    'TF_CLI_CONFIG_FILE',
    'TF_DATA_DIR',
    'TF_INPUT',
    'TF_IN_AUTOMATION',
    'TF_VAR_password',
  ])
})

test('a module from elsewhere has the same path in plans wherever the checkout is', async () => {
  await using remote = temporaryRepository({ 'main.tf': 'resource "terraform_data" "a" {\n  input = path.module\n}\n' })
  const main = `module "far" {\n  source = "git::file://${remote.path}"\n}\n`
  const inputs = [1, 2].map(async () => {
    using disk = rootOnDisk({ 'infra/main/main.tf': main })
    const prepared = await disk.prepare()
    expect(await initRoot(prepared, { lockFile: false })).toMatchObject({ exitCode: 0 })
    const { json } = await showPlanJson(prepared, (await planRoot(prepared)).planFile ?? '')
    return field(field(field(json, 'planned_values'), 'root_module'), 'child_modules')
  })
  const [first, second] = await Promise.all(inputs)
  expect(JSON.stringify(first)).toContain('data/modules/far')
  expect(second).toEqual(first)
})

test('what cannot be shown, or is too much, is said in the words of the tool, without secrets', async () => {
  using disk = rootOnDisk({ 'infra/main/main.tf': 'output "a" {\n  value = "b"\n}\n', 'infra/main/hunter2': 'no plan' })
  const prepared = await disk.prepare({}, { redactor: redactorOf('hunter2') })
  await initRoot(prepared, { lockFile: false })
  await expect(showPlanJson(prepared, 'hunter2')).rejects.toThrow(
    /failed with exit code 1\.\n {2}at: \w+ show in infra\/main\n {2}next: it said:\n[\s\S]*\(sensitive\)/,
  )
  const { planFile = '' } = await planRoot(prepared)
  await expect(showPlanJson(prepared, planFile, { maxBytes: 100 })).rejects.toThrow(/wrote more than 0 MB/)
  await expect(showPlanJson({ ...prepared, stop: AbortSignal.abort() }, planFile)).rejects.toThrow('was interrupted')
})
