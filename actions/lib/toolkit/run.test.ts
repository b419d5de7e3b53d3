import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runAction } from '../testing/run-action.ts'

const probe = join(import.meta.dirname, '__fixtures__/probe.ts')
const runProbe = (behaviour: string, inputs: Record<string, string> = {}, env: Record<string, string> = {}) =>
  runAction(probe, { inputs: { behaviour, ...inputs }, env })

test('a run without a fault sets outputs, summary and annotations and exits with 0', async () => {
  const ran = await runProbe('', { behaviour: 'none', 'in-full': 'TRUE' })
  expect(ran.exitCode).toBe(0)
  expect(ran.outputs).toEqual({ verdict: 'fit', report: 'two\nlines' })
  expect(ran.summary).toBe('# done true without token\n')
  expect(ran.annotations).toEqual([{ severity: 'warning', message: 'watch: 100%\nout', file: 'a,b.yaml', line: 2 }])
})

test('a UserError is reported once, by its message, and the safe defaults of the outputs are there', async () => {
  const ran = await runProbe('user-error')
  expect(ran.exitCode).toBe(1)
  expect(ran.annotations).toEqual([
    { severity: 'error', message: 'The file is broken.\n  at: a.yaml:3\n  next: mend it' },
  ])
  expect(ran.outputs).toEqual({ verdict: 'unjudged', report: '' })
})

test('anything else is our bug and shows its stack', async () => {
  const ran = await runProbe('bug')
  expect(ran.exitCode).toBe(1)
  expect(ran.annotations).toHaveLength(1)
  expect(ran.annotations[0]?.message).toMatch(/bug in Seaworthy.*TypeError: x is not a function\n +at main/s)
})

test('an error thrown outside main is reported once as well', async () => {
  const ran = await runProbe('stray')
  expect(ran.exitCode).toBe(1)
  expect(ran.annotations.filter(({ severity }) => severity === 'error')).toHaveLength(1)
})

test('outputs and summary are written before the step fails', async () => {
  const ran = await runProbe('unfit')
  expect(ran.exitCode).toBe(1)
  expect(ran.outputs.verdict).toBe('fit')
  expect(ran.summary).not.toBe('')
})

test('an open handle does not keep the process', async () => {
  const ran = await runProbe('linger')
  expect(ran.exitCode).toBe(0)
  expect(ran.outputs.verdict).toBe('fit')
})

test('a secret is masked on a runner and printed nowhere else', async () => {
  const onRunner = await runProbe('none', { token: 'hunter2' })
  expect(onRunner.stdout).toContain('::add-mask::hunter2')
  const elsewhere = await runProbe(
    'none',
    { token: 'hunter2' },
    { GITHUB_ACTIONS: '', GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' },
  )
  expect(elsewhere.exitCode).toBe(0)
  expect(elsewhere.stdout + elsewhere.stderr).not.toContain('hunter2')
})

test('outside GitHub an error goes to stderr as plain text', async () => {
  const ran = await runProbe('user-error', {}, { GITHUB_ACTIONS: '', GITHUB_OUTPUT: '' })
  expect(ran.exitCode).toBe(1)
  expect(ran.stdout).toBe('')
  expect(ran.stderr).toBe('error: The file is broken.\n  at: a.yaml:3\n  next: mend it\n')
})
