import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const start = (args: readonly string[], stdout: 'pipe' | number = 'pipe') =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'index.ts'), ...args], {
    stdio: ['ignore', stdout, 'pipe'],
    encoding: 'utf8',
  })

it('ends with the exit code of the command, each stream in its place', () => {
  expect(start(['--help'])).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining('Usage: seaworthy'),
  })
  expect(start(['chek'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('did you mean check?'),
  })
})

it.runIf(existsSync('/dev/full'))('says so in a line when the answer cannot be written', async () => {
  const { openSync, closeSync } = await import('node:fs')
  const full = openSync('/dev/full', 'w')
  const { status, stderr } = start(['--help'], full)
  closeSync(full)
  expect(status).toBe(2)
  expect(stderr).toMatch(/^seaworthy: The report cannot be written: ENOSPC.*\n$/)
})
