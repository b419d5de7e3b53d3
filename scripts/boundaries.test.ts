import { expect, test } from 'vitest'
import { allowedImports, allViolations, libFolders, violations } from './boundaries.ts'

test('the import boundaries hold', () => {
  expect(allViolations()).toEqual([])
})

test('every folder of actions/lib has its place in the table', () => {
  expect(libFolders().filter((folder) => folder !== 'testing' && !(folder in allowedImports))).toEqual([])
})

test.each([
  ['actions/lib/rules/a.ts', "import { x } from '../render/b.ts'", 'lib/rules may import findings'],
  ['actions/lib/rules/a.ts', "import type { x } from '../render/b.ts'", 'lib/rules may import findings'],
  ['actions/lib/rules/a.ts', "export * from '../render/b.ts'", 'lib/rules may import findings'],
  ['actions/lib/rules/a.ts', "const x = await import('../render/b.ts')", 'lib/rules may import findings'],
  ['actions/lib/yaml/a.ts', "import { run } from '../toolkit/run.ts'", 'running an action is not this folder'],
  ['actions/lib/yaml/a.ts', "import { x } from '../../validate/b.ts'", 'may not know an action'],
  ['actions/validate/main.ts', "import { x } from '../lib/testing/b.ts'", 'helpers of tests do not ship'],
  ['actions/lib/git/a.ts', 'const home = process.env.HOME', 'reads process.env'],
])('%s: %s is refused', (file, text, reason) => {
  expect(violations(file, text).join()).toContain(reason)
})

test.each([
  ['actions/lib/verdict/a.ts', "import { x } from '../rules/b.ts'"],
  ['actions/lib/yaml/a.ts', "import { UserError } from '../toolkit/user-error.ts'"],
  ['actions/lib/git/a.ts', "import { runTool } from '../toolkit/exec.ts'"],
  ['actions/validate/main.ts', "import { run } from '../lib/toolkit/run.ts'\nprocess.env.X"],
])('%s: %s is fine', (file, text) => {
  expect(violations(file, text)).toEqual([])
})
