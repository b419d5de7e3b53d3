// The backend takes the lock and then not the state.
import { execFile } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { applyPlan, erroredStateFile } from './apply.ts'
import { initRoot } from './init.ts'
import { planRoot } from './plan.ts'
import { httpState } from './testing/http-state.ts'
import { rootOnDisk, testTool } from './testing/root-on-disk.ts'

test.each(['refuse-writes', 'error-after-write'] as const)(
  '%s: the state is kept in a file, and we say so',
  async (kind) => {
    await using server = await httpState()
    const main = `${server.configuration('s')}resource "terraform_data" "a" {\n  input = "x"\n}\n`
    using disk = rootOnDisk({ 'infra/main/main.tf': main })
    const prepared = await disk.prepare()
    await initRoot(prepared, { lockFile: false })
    const { planFile = '' } = await planRoot(prepared)
    server.setFault({ kind })
    const result = await applyPlan(prepared, planFile)
    const file = join(prepared.folder, erroredStateFile)
    expect(result).toMatchObject({ outcome: 'failed', erroredState: file, failure: { kind: 'errored-state' } })
    expect(result.applied).toEqual([{ address: 'terraform_data.a', action: 'create' }])
    expect(result.failure?.error.next).toContain(`${testTool} state push ${erroredStateFile}\` in infra/main`)
    server.setFault(undefined)
    await expect(applyPlan(prepared, planFile)).rejects.toThrow('could not be written to its backend')

    // What we tell to do is right.
    await promisify(execFile)(prepared.executable.path, ['state', 'push', erroredStateFile], {
      cwd: prepared.folder,
      env: prepared.environment,
    })
    rmSync(file)
    expect(await planRoot(prepared)).toMatchObject({ outcome: 'planned', changes: false })
    expect(existsSync(file)).toBe(false)
  },
)

test('waiting for a lock can be interrupted', async () => {
  await using server = await httpState()
  const main = `${server.configuration('s')}output "a" {\n  value = 1\n}\n`
  using disk = rootOnDisk({ 'infra/main/main.tf': main })
  const controller = new AbortController()
  const prepared = await disk.prepare({}, { stop: controller.signal })
  await initRoot(prepared, { lockFile: false })
  await fetch(server.address('s'), { method: 'LOCK', body: '{"ID":"held-by-somebody"}' })
  const events: string[] = []
  const run = planRoot(prepared, { lockTimeout: '10m', onEvent: ({ type }) => events.push(type) })
  while (!events.includes('lock-wait')) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(events).toEqual(['version', 'lock-wait'])
  controller.abort()
  expect(await run).toMatchObject({ outcome: 'failed', interrupted: true, leftRunning: false })
  expect(server.lock('s')).toEqual({ ID: 'held-by-somebody' })
})
