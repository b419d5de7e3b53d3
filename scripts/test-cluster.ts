// `npm run test:cluster`: builds the testbed where it is not built, and runs the tests that need it, cut off from the network where that is allowed.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describeFailure } from '../actions/lib/toolkit/user-error.ts'
import { buildComponents } from './testbed/components.ts'
import { createSay } from './testbed/say.ts'
import { stateWithOperators } from './testbed/state.ts'

const root = join(import.meta.dirname, '..')
const vitest = ['run', '--config', 'vitest.cluster.config.ts', ...process.argv.slice(2)]
const command = [process.execPath, join(root, 'node_modules/vitest/vitest.mjs'), ...vitest] as const

/** Argo CD's controller listens on all addresses: in a namespace of its own nobody else can reach it. */
function isolated(binary: string): readonly [string, ...string[]] {
  const cut = [binary, 'loopback-only'] as const
  const allowed = process.getuid?.() === 0 && spawnSync(cut[0], [cut[1], process.execPath, '--version']).status === 0
  return allowed ? [...cut, ...command] : command
}

try {
  const say = createSay(process.stderr)
  const components = await buildComponents(say)
  await stateWithOperators(components, say)
  const [program, ...args] = isolated(components.binary)
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (error !== undefined) throw error
  process.exitCode = status ?? 1
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`)
  process.exitCode = 1
}
