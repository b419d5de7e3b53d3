// A plan file that was put in place of the reviewed one by somebody who has the key, with the real tool.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgePlan } from '../planning/judge-plan.ts'
import { initRoot } from '../tool/init.ts'
import { planRoot } from '../tool/plan.ts'
import type { PreparedRoot } from '../tool/prepared-root.ts'
import { showPlanJson } from '../tool/show.ts'
import { rootOnDisk } from '../tool/testing/root-on-disk.ts'
import { planFileProblem } from './prove-plan-file.ts'

const configuration = (input: string, command: string) => `
module "part" {
  source = "../part"
}
resource "terraform_data" "a" {
  input = "${input}"
  provisioner "local-exec" {
    command = "${command}"
  }
}
`
const part = (command: string) =>
  `resource "terraform_data" "b" {\n  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\n`
const innocent = { 'infra/main/main.tf': configuration('one', 'true'), 'infra/part/main.tf': part('true') }

/** Beside the checkout, as an apply puts it. */
function keep(prepared: PreparedRoot, plan: Uint8Array): string {
  const file = join(prepared.privateFolder, 'forged')
  writeFileSync(file, plan)
  return file
}

const judge = (json: string) =>
  judgePlan(
    json,
    { head: { configuration: [], lock: [] }, policy: { protect: [], protectTypes: [], severities: {} } },
    { key: new Uint8Array(32).fill(5), secrets: [] },
  )

async function planOf(prepared: PreparedRoot): Promise<string> {
  expect((await initRoot(prepared, { lockFile: false })).failure).toBeUndefined()
  return (await planRoot(prepared)).planFile ?? ''
}

test.each([
  ['the very plan', {}, undefined],
  ['another value', { 'infra/main/main.tf': configuration('two', 'true') }, /is not what was shown/],
  [
    'another command in the root module',
    { 'infra/main/main.tf': configuration('one', 'evil') },
    /has another main\.tf/,
  ],
  ['another command in a module', { 'infra/part/main.tf': part('evil') }, /the module part has another main\.tf/],
  [
    'a module from another folder, with the same name and content',
    {
      'infra/main/main.tf': configuration('one', 'true').replace('../part', '../copy'),
      'infra/copy/main.tf': part('true'),
    },
    /its modules are others/,
  ],
])('%s', async (_, forged, expected) => {
  using disk = rootOnDisk({ ...innocent, ...forged })
  const plan = readFileSync(await planOf(await disk.prepare()))
  // What is checked out, and what people saw, is the innocent one.
  disk.write(innocent)
  const prepared = await disk.prepare()
  const planFile = await planOf(prepared)
  const reviewed = judge((await showPlanJson(prepared, planFile)).bytes.toString('utf8'))
  const problem = await planFileProblem(prepared, keep(prepared, plan), reviewed, judge)
  if (expected === undefined) expect(problem).toBeUndefined()
  else expect(problem).toMatch(expected)
})
