// What holds for terraform, run with OpenTofu: the suites of the tool, the states in S3, and the content platform.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { providerMirror } from '../provider-stand-in/build-mirror.ts'
import { platformCopy } from '../provider-stand-in/testing/platform-copy.ts'
import { tofuFolder } from './build-tofu.ts'

const folder = await tofuFolder()
const mirror = await providerMirror()
const root = resolve(import.meta.dirname, '../..')

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Runs test files in a process of their own, in which `tofu` is the tool. Returns how many passed, and what failed. */
async function runSuites(
  config: string,
  filter: string,
): Promise<{ readonly passed: number; readonly failed: string[] }> {
  const scratch = mkdtempSync(join(tmpdir(), 'seaworthy-suites-'))
  const output = join(scratch, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--config', config, '--reporter=json', `--outputFile=${output}`, filter]
  const env = { ...process.env, SEAWORTHY_TEST_TOOL: 'tofu', PATH: `${folder}:${process.env.PATH}` }
  try {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
    await once(child, 'close')
    const report: Report = JSON.parse(readFileSync(output, 'utf8'))
    const failed = report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
    return {
      passed: report.numPassedTests,
      failed: failed.map(({ fullName, failureMessages }) => [fullName, ...failureMessages].join('\n')),
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

describe.skipIf(folder === undefined)('OpenTofu', () => {
  it('passes the suites of the tool', { timeout: 300_000 }, async () => {
    const { passed, failed } = await runSuites('vitest.config.ts', 'actions/lib/terraform/tool/')
    expect(failed).toEqual([])
    expect(passed).toBeGreaterThan(40)
  })

  it('keeps its state in S3', { timeout: 300_000 }, async () => {
    const { passed, failed } = await runSuites('vitest.tools.config.ts', 'scripts/s3-stand-in/')
    expect(failed).toEqual([])
    expect(passed).toBe(5)
  })

  it.skipIf(mirror === undefined)('tests, plans and applies the content platform', async () => {
    await using copy = await platformCopy(mirror ?? '', join(folder ?? '', 'tofu'))
    expect((await copy.run('test')).output).toContain('12 passed, 0 failed')
    expect((await copy.plan()).output).toContain('21 to add, 0 to change, 0 to destroy')
    expect(await copy.apply()).toMatchObject({ code: 0 })
    expect(await copy.plan()).toMatchObject({ code: 0 })
    expect(copy.state()).not.toContain(copy.passwords.postgres)
  })
})
