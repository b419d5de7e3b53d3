// What holds for terraform, run with OpenTofu: the suites of the tool, the states in S3, and the content platform.
import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { providerMirror } from '../provider-stand-in/build-mirror.ts'
import { platformCopy } from '../provider-stand-in/testing/platform-copy.ts'
import { tofuFolder } from './build-tofu.ts'

const folder = await tofuFolder()
const mirror = await providerMirror()
const root = resolve(import.meta.dirname, '../..')

type Suite = { readonly numPassedTests: number; readonly numFailedTests: number; readonly told: string }

/** Runs test files in a process of their own, in which `tofu` is the tool. */
function runSuites(config: string, ...filters: readonly string[]): Promise<Suite> {
  const env = { ...process.env, SEAWORTHY_TEST_TOOL: 'tofu', PATH: `${folder}:${process.env.PATH}` }
  const args = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    config,
    '--reporter',
    'json',
    ...filters,
  ]
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, env, maxBuffer: 2 ** 26 }, (_, stdout, stderr) => {
      const report = JSON.parse(stdout.slice(stdout.indexOf('{"num')))
      const failures = report.testResults.flatMap(
        (file: {
          readonly assertionResults: readonly {
            readonly status: string
            readonly fullName: string
            readonly failureMessages: readonly string[]
          }[]
        }) =>
          file.assertionResults
            .filter(({ status }) => status === 'failed')
            .map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`),
      )
      done({ ...report, told: [...failures, stderr].join('\n') })
    })
  })
}

describe.skipIf(folder === undefined)('OpenTofu', () => {
  it('passes the suites of the tool', { timeout: 600_000 }, async () => {
    const { numPassedTests, numFailedTests, told } = await runSuites('vitest.config.ts', 'actions/lib/terraform/tool')
    expect(numFailedTests, told).toBe(0)
    expect(numPassedTests).toBeGreaterThan(40)
  })

  it('keeps its state in S3', { timeout: 600_000 }, async () => {
    const { numPassedTests, numFailedTests, told } = await runSuites('vitest.tools.config.ts', 'scripts/s3-stand-in')
    expect(numFailedTests, told).toBe(0)
    expect(numPassedTests).toBe(5)
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
