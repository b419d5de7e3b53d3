// What has to hold for a state wherever it is kept: two at once, an interruption, a killed reader and a killed tool.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { type ApplyRun, applyPlan } from '../apply.ts'
import type { ToolEvent } from '../events.ts'
import { initRoot } from '../init.ts'
import { planRoot } from '../plan.ts'
import type { PreparedRoot } from '../prepared-root.ts'
import { type RootOnDisk, rootOnDisk, testTool } from './root-on-disk.ts'
import { slowRoot } from './slow-root.ts'
import type { StateBackend } from './state-backends.ts'

const script = fileURLToPath(new URL('./apply-until-killed.ts', import.meta.url))

/** Declares the tests for one backend. They run beside each other. */
export function stateSuite(name: string, create: () => Promise<StateBackend>): void {
  const start = async (seconds: number) => {
    const backend = await create()
    const disk = rootOnDisk({ 'infra/main/main.tf': backend.configuration + slowRoot(seconds) })
    const environment = { ...process.env, ...backend.variables }
    const options = { environment, variables: Object.keys(backend.variables) }
    const prepared = await disk.prepare({}, options)
    expect(await initRoot(prepared, { lockFile: false })).toMatchObject({ exitCode: 0 })
    const planFile = (await planRoot(prepared)).planFile ?? ''
    /** Somebody else's run for the same root. */
    const other = async () => {
      const second = await disk.prepare({ name: 'other' }, options)
      await initRoot(second, { lockFile: false })
      return second
    }
    const end = async () => {
      disk[Symbol.dispose]()
      await backend[Symbol.asyncDispose]()
    }
    return { backend, disk, prepared, planFile, options, other, [Symbol.asyncDispose]: end }
  }
  const names = async (backend: StateBackend, disk: RootOnDisk) =>
    (await backend.state(disk))?.resources.map((resource) => resource.name).sort() ?? []

  describe.concurrent(`a state in ${name}`, () => {
    test('of two applies at once the second says who holds the lock, or waits', async () => {
      await using made = await start(2)
      const { backend, disk, prepared, planFile } = made
      const second = await made.other()
      const secondPlan = (await planRoot(second)).planFile ?? ''
      const { run } = await inTheMiddle(prepared, planFile)
      const stopped = await applyPlan(second, secondPlan, { lockTimeout: '0s' })
      expect(stopped).toMatchObject({ outcome: 'failed', failure: { kind: 'locked' }, applied: [] })
      expect(stopped.lock?.id).toMatch(/^[0-9a-f-]{36}$/)
      if (backend.tellsHolder(testTool)) {
        expect(stopped.lock).toMatchObject({ operation: 'OperationTypeApply', who: expect.stringContaining('@') })
        expect(stopped.failure?.error.message).toContain(`is locked by ${stopped.lock?.who} for apply since 20`)
      } else {
        expect(stopped.lock).toEqual({ id: stopped.lock?.id })
      }
      expect(stopped.failure?.error.message).toContain(`force-unlock ${stopped.lock?.id}`)
      // It waits for the first, and then its plan is for a state that is no more.
      const waited = await applyPlan(second, secondPlan, { lockTimeout: '60s' })
      expect(waited).toMatchObject({ outcome: 'stale', failure: { kind: 'stale' }, applied: [] })
      expect((await run).outcome).toBe('applied')
      expect(await names(backend, disk)).toEqual(['first', 'last', 'slow'])
    })

    test('an interruption in the middle of an apply loses nothing', async () => {
      await using made = await start(60)
      const { backend, disk, planFile } = made
      const controller = new AbortController()
      const { run } = await inTheMiddle({ ...made.prepared, stop: controller.signal }, planFile)
      controller.abort()
      controller.abort()
      const result = await run
      expect(result).toMatchObject({ outcome: 'interrupted', interrupted: true, leftRunning: false })
      expect(result.applied).toEqual([{ address: 'terraform_data.first', action: 'create' }])
      expect(result.failed).toEqual([{ address: 'terraform_data.slow', action: 'create' }])
      expect(await names(backend, disk)).toEqual(['first', 'slow'])
      expect(await backend.locked(disk)).toBe(false)
      expect(disk.log.join('\n')).toMatch(/Gracefully shutting down/)
      expect(disk.log.join('\n')).not.toMatch(/Two interrupts/i)
    })

    test('an apply whose reader was killed goes on to its end', async () => {
      await using made = await start(2)
      const { backend, disk, prepared, planFile } = made
      const reader = spawn(process.execPath, [script, JSON.stringify({ prepared, planFile })], { stdio: 'pipe' })
      await says(reader, 'in the middle')
      reader.kill('SIGKILL')
      await once(reader, 'exit')
      expect(await names(backend, disk)).not.toContain('last')
      await vi.waitFor(async () => expect(await names(backend, disk)).toEqual(['first', 'last', 'slow']), 20_000)
      await vi.waitFor(async () => expect(await backend.locked(disk)).toBe(false), 20_000)
    })

    test('after an apply that was killed the next run says what to do', async () => {
      await using made = await start(60)
      const { backend, disk, prepared, planFile } = made
      const args = ['apply', '-json', '-input=false', planFile]
      const tool = spawn(prepared.executable.path, args, {
        cwd: prepared.folder,
        env: prepared.environment,
        detached: true,
      })
      await says(tool, 'provision_progress')
      // With its group: the sleep would live on.
      process.kill(-(tool.pid ?? 0), 'SIGKILL')
      await once(tool, 'close')
      const next = await planRoot(await made.other(), { lockTimeout: '0s' })
      if (!backend.lockOutlivesHolder) {
        // Terraform writes a local state after each step, OpenTofu at the end: what it had done is lost.
        if (testTool === 'terraform') expect(await names(backend, disk)).toContain('first')
        expect(next).toMatchObject({ outcome: 'planned', changes: true })
        return
      }
      expect(next).toMatchObject({ outcome: 'failed', failure: { kind: 'locked' } })
      expect(next.failure?.error.next).toContain(
        `if no run holds it any more (it was killed), \`${testTool} init\` and then \`${testTool} force-unlock ${next.lock?.id}\` in infra/main`,
      )
    })
  })
}

/** Starts an apply and comes back when it stands still. */
async function inTheMiddle(prepared: PreparedRoot, planFile: string): Promise<{ readonly run: Promise<ApplyRun> }> {
  return new Promise((resolve, reject) => {
    const onEvent = (event: ToolEvent) => {
      if (event.type === 'provision-start') resolve({ run })
    }
    const run = applyPlan(prepared, planFile, { onEvent })
    run.then(() => reject(new Error('it never stood still')), reject)
  })
}

async function says(child: ChildProcess, words: string): Promise<void> {
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.includes(words)) return
  }
  throw new Error(`it never said ${words}: ${said}`)
}
