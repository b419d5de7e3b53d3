// Runs a program to its end and returns what it printed.
import { execFile } from 'node:child_process'

export type RunOptions = {
  readonly cwd?: string
  /** Set over the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
}

/** Resolves to stdout. Rejects with what it said on stderr when it does not end well. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env, stdin = '' }: RunOptions = {},
): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' as const }
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) done(stdout)
      else
        fail(
          new Error(`${[program, ...args.slice(0, 2)].join(' ')}: ${stderr.trim() || error.message}`, { cause: error }),
        )
    })
    // A program that reads no stdin may be gone already; how it ended tells enough.
    child.stdin?.on('error', () => {})
    child.stdin?.end(stdin)
  })
}
