// One root by the real tool, from `init` to its outputs.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { applyPlan } from './apply.ts'
import { initRoot } from './init.ts'
import { planRoot } from './plan.ts'
import { showPlanJson, showPlanText } from './show.ts'
import { readOutputs, readStateIdentity } from './state.ts'
import { redactorOf, rootOnDisk } from './testing/root-on-disk.ts'

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
    command = "echo $VISIBLE; env"
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
    { environment: { ...process.env, TF_VAR_password: 'hunter2' }, redactor: redactorOf('module.part') },
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
  // What the provisioner printed, the whole environment, is nowhere.
  expect(disk.log.join('\n')).not.toContain('hunter2')
})
