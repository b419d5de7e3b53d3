// The auditors' verdicts on our workflows.
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { goTool, pythonTool } from '../actions/lib/testing/native-tools.ts'
import { runTool } from '../actions/lib/toolkit/exec.ts'

const root = resolve(import.meta.dirname, '..')
const any = [0, 1, 2, 3, 10, 11, 12, 13, 14]

const actionlint = goTool('github.com/rhysd/actionlint/cmd/actionlint', 'v1.7.12')
test.skipIf(actionlint === undefined)('actionlint finds nothing', async () => {
  const { stdout, stderr } = await runTool({
    tool: actionlint ?? '',
    args: ['-no-color'],
    cwd: root,
    acceptExitCodes: any,
  })
  expect(stdout + stderr).toBe('')
})

const zizmor = pythonTool('zizmor', '1.32.0')
test.skipIf(zizmor === undefined)('zizmor finds nothing, as a pedant', async () => {
  const args = ['--offline', '--persona=pedantic', '--format=json', '--no-progress', '.github', join('actions')]
  const { stdout, stderr } = await runTool({ tool: zizmor ?? '', args, cwd: root, acceptExitCodes: any })
  expect(JSON.parse(stdout), stderr).toEqual([])
})
