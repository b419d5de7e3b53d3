// The committed command-line program with stdin, variables and signals, for commands that need them.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Ended } from '../../../actions/lib/testing/run-program.ts'
import { pinnedGitEnvironment } from '../../../actions/lib/testing/temporary-repository.ts'

/** `SEAWORTHY_BLACK_BOX=source` for work on the program, without a build. */
const built = process.env.SEAWORTHY_BLACK_BOX === 'source' ? 'actions/cli/index.ts' : 'actions/dist/cli.js'
const program = resolve(import.meta.dirname, '../../..', built)

export type StartedCli = {
  readonly interrupt: (signal: NodeJS.Signals) => void
  readonly ended: Promise<Ended>
}

/** Starts `seaworthy …args` in a folder. Its temporary files go to `TMPDIR` of `env`, where that is given. */
export function startCli(
  cwd: string,
  args: readonly string[],
  {
    stdin = '',
    env = {},
  }: { readonly stdin?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> } = {},
): StartedCli {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...pinnedGitEnvironment, ...env },
    stdio: 'pipe',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  // It may have its answer before it has read all.
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  return {
    interrupt: (signal) => void child.kill(signal),
    ended: new Promise((done, fail) => {
      child.once('error', fail)
      child.once('close', (code) => done({ exitCode: code ?? undefined, stdout, stderr }))
    }),
  }
}
