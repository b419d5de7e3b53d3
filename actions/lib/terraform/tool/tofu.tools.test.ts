// The tests of this folder by OpenTofu, in a process of their own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { runTool } from '../../toolkit/exec.ts'
import { findExecutable } from './executable.ts'

const root = resolve(import.meta.dirname, '../../../..')

const tofu = await findExecutable('tofu', {
  searchPath: process.env.PATH ?? '',
  folder: root,
  stop: new AbortController().signal,
}).catch((error: unknown) => {
  if (process.env.CI === 'true') throw error
  return undefined
})

test.skipIf(tofu === undefined)('all of it holds for OpenTofu', async () => {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
  const report = join(mkdtempSync(join(tmpdir(), 'seaworthy-tofu-')), 'report.json')
  const args = [vitest, 'run', '--reporter=json', `--outputFile=${report}`, 'actions/lib/terraform/tool']
  const { stderr } = await runTool({
    tool: process.execPath,
    args,
    cwd: root,
    env: { SEAWORTHY_TEST_TOOL: 'tofu' },
    inherit: ['CI'],
    acceptExitCodes: [0, 1],
  })
  const result: { numPassedTests: number; numFailedTests: number; testResults: readonly Failed[] } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  rmSync(dirname(report), { recursive: true })
  const failed = result.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  )
  expect(failed, stderr).toEqual([])
  expect(result.numPassedTests).toBeGreaterThan(40)
})

type Failed = { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }
