// The two Terraform actions as their workflows call them, against GitHub's emulator, with the real tool.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rootFile, startTerraformWorld } from './testing/terraform-world.ts'

const note = (input: string) => `resource "terraform_data" "note" {\n  input = "${input}"\n}\n`

test('what was reviewed is applied after the merge', async () => {
  await using world = await startTerraformWorld((lasting) => ({ 'infra/app/main.tf': rootFile(lasting, 'app', '') }))
  const pull = await world.open({ 'infra/app/main.tf': rootFile(world.lasting, 'app', note('one')) })
  const planned = await world.plan(pull)

  expect(planned).toMatchObject({ exitCode: 0, outputs: { outcome: 'changes' } })
  world.approve(pull)
  const applied = await world.apply(await world.merge(pull))

  expect(applied).toMatchObject({ exitCode: 0, outputs: { outcome: 'applied' } })
  expect(existsSync(join(world.lasting, 'app.tfstate'))).toBe(true)
  expect(readFileSync(join(world.lasting, 'app.tfstate'), 'utf8')).toContain('one')
})
