// A root module in a temporary folder, planned by the real terraform. Needs no network: its built-in provider is all there is.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type TerraformFolder = {
  /** Text of `main.tf`, or files by name. What was there stays, unless it is written again. */
  readonly write: (files: string | Readonly<Record<string, string>>) => void
  /** Text of `show -json` of a new plan; the plan is written even where planning fails half-way. */
  readonly plan: (...args: readonly string[]) => string
  readonly apply: (...args: readonly string[]) => void
  readonly run: (...args: readonly string[]) => string
  readonly [Symbol.dispose]: () => void
}

export function terraformFolder(): TerraformFolder {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-fingerprint-')))
  const run = (...args: readonly string[]) =>
    execFileSync('terraform', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH, HOME: folder, TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' },
    })
  return {
    write: (files) => {
      for (const [name, text] of Object.entries(typeof files === 'string' ? { 'main.tf': files } : files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), text)
      }
    },
    plan: (...args) => {
      try {
        run('plan', '-input=false', '-out=plan.bin', ...args)
      } catch {
        // The plan says so itself.
      }
      return run('show', '-json', 'plan.bin')
    },
    apply: (...args) => {
      run('apply', '-input=false', '-auto-approve', ...args)
    },
    run,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
