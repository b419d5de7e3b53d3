import { expect, test, vi } from 'vitest'
import { consoleLogger } from '../../toolkit/logger.ts'
import { watchProgress } from './progress.ts'
import { redactorOf, rootAt } from './testing/root-on-disk.ts'

function watch() {
  const log: string[] = []
  const clock = { seconds: 0 }
  const logger = consoleLogger({ write: (line) => log.push(line) })
  const prepared = { root: rootAt('infra', { name: 'site' }), logger, redactor: redactorOf('hunter2') }
  return { log, clock, progress: watchProgress(prepared, '5m', () => clock.seconds * 1000) }
}

test('every ten seconds how far it is, and what it waits for the longest', () => {
  vi.useFakeTimers()
  try {
    const { log, clock, progress } = watch()
    for (const address of ['a', 'hunter2["k"]', 'c']) {
      progress.take({ type: 'refresh-start', address })
      clock.seconds += 1
    }
    progress.take({ type: 'refresh-complete', address: 'a' })
    progress.take({ type: 'planned-change', address: 'a', action: 'update' })
    clock.seconds = 31
    vi.advanceTimersByTime(10_000)
    expect(log).toEqual(['site: 1 object read, 1 change planned, waiting for (sensitive)["k"] since 30 s'])
    clock.seconds = 40
    progress.take({ type: 'refresh-complete', address: 'hunter2["k"]' })
    clock.seconds = 50
    progress.take({ type: 'refresh-complete', address: 'c' })
    expect(progress.slow()).toEqual([
      { address: 'c', seconds: 48 },
      { address: 'hunter2["k"]', seconds: 39 },
    ])
    expect(progress.refreshed()).toBe(3)
    progress.end()
    vi.advanceTimersByTime(60_000)
    expect(log).toHaveLength(1)
  } finally {
    vi.useRealTimers()
  }
})

test('a wait for the lock is told after ten seconds and then once a minute, until the tool is at work', () => {
  vi.useFakeTimers()
  try {
    const { log, clock, progress } = watch()
    const pass = (seconds: number) => {
      for (let step = 0; step < seconds; step += 10) {
        clock.seconds += 10
        vi.advanceTimersByTime(10_000)
      }
    }
    progress.take({ type: 'version', version: '1.11.4', ui: '1.2' })
    progress.take({ type: 'message', text: 'Initializing' })
    pass(10)
    expect(log).toEqual(['site: no answer yet, after 10 s'])
    progress.take({ type: 'lock-wait' })
    pass(120)
    const wait = (seconds: number) => `site: waiting for the lock of its state, it seems (${seconds} s of at most 5m)`
    expect(log.slice(1)).toEqual([wait(60), wait(120)])
    progress.take({ type: 'planned-change', address: 'a', action: 'update' })
    pass(60)
    expect(log.slice(3)).toEqual(Array.from({ length: 6 }, () => 'site: 0 objects read, 1 change planned'))
    progress.end()
  } finally {
    vi.useRealTimers()
  }
})

test('an apply says each step, and the tool its own words when it is interrupted', () => {
  const { log, progress } = watch()
  const step = { address: 'a', seconds: 0 }
  progress.take({ type: 'apply-start', ...step, action: 'delete' })
  progress.take({ type: 'apply-progress', ...step, action: 'delete' })
  progress.take({ type: 'apply-complete', address: 'a', seconds: 12, action: 'delete' })
  progress.take({ type: 'apply-errored', ...step, action: 'create' })
  progress.take({ type: 'provision-start', address: 'a', provisioner: 'local-exec' })
  progress.take({ type: 'message', text: 'Initializing the backend...' })
  progress.take({ type: 'message', text: '\nInterrupt received.\n::error::Please wait\n' })
  progress.end()
  expect(log).toEqual([
    'site: destroying a',
    'site: a destroyed after 12 s',
    'site: a failed',
    'site: a runs its provisioner local-exec',
    expect.stringMatching(/^site: +Interrupt received\./),
  ])
  expect(log.at(-1)).not.toContain('::error::')
})
