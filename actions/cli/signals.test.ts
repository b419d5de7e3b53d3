import { expect, it } from 'vitest'
import { createSignals } from './signals.ts'

function watched() {
  const ended: number[] = []
  const said: string[] = []
  const signals = createSignals(
    (code) => ended.push(code),
    (text) => said.push(text),
  )
  return { ...signals, ended, said }
}

it.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the process with %i where nothing is held', (name, code) => {
  const { receive, ended } = watched()
  receive(name)
  expect(ended).toEqual([code])
})

it('asks once what is held, says so the second time, and keeps the exit code of the first', () => {
  const { receive, hold, exitCode, ended, said } = watched()
  const { signal } = hold()
  expect(exitCode()).toBeUndefined()
  receive('SIGTERM')
  expect([signal.aborted, signal.reason, said.length]).toEqual([true, 'SIGTERM', 0])
  receive('SIGINT')
  expect([ended, said.length, exitCode()]).toEqual([[], 1, 143])
})

it('ends the process again once nothing is held', () => {
  const { receive, hold, ended } = watched()
  {
    using held = hold()
    expect(held.signal.aborted).toBe(false)
  }
  receive('SIGINT')
  expect(ended).toEqual([130])
})
