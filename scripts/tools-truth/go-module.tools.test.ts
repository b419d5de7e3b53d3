// The engine's own Go tests, which hold it to the API server's libraries, and the vet of its sources.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const engine = resolve(import.meta.dirname, '../../actions/kubeconform-wasm')

const go = (...args: readonly string[]) =>
  spawnSync('go', ['-C', join(engine), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })

const hasGo = go('version').status === 0
if (!hasGo && process.env.CI === 'true') throw new Error('the tests of the engine need Go')

it.skipIf(!hasGo)('passes go vet', { timeout: 600_000 }, () => {
  const { status, stderr } = go('vet', './...')
  expect(status, stderr).toBe(0)
})

it.skipIf(!hasGo)('passes go test', { timeout: 600_000 }, () => {
  const { status, stdout, stderr } = go('test', '-json', './...')
  const events = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { Action: string; Package?: string; Test?: string; Output?: string })
  const ended = (action: string) => events.filter((event) => event.Test !== undefined && event.Action === action)
  console.info(
    `go test: ${ended('pass').length} passed, ${ended('skip').length} skipped, ${ended('fail').length} failed`,
  )
  const failed = ended('fail').map(({ Package, Test }) => `${Package} ${Test}`)
  expect(failed).toEqual([])
  expect(status, stderr).toBe(0)
  expect(ended('pass').length).toBeGreaterThan(50)
})
