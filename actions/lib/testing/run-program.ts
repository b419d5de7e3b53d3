// Runs a program to its end, and keeps all that it said.
import { spawn } from 'node:child_process'

export type Ended = {
  /** Undefined when the process was ended by the time limit. */
  readonly exitCode: number | undefined
  readonly stdout: string
  readonly stderr: string
}

export type ProgramOptions = {
  readonly cwd: string
  /** The whole environment: nothing of the tests' own gets in. */
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

/** Starts `node program …args`, and waits for its end, a minute at most unless the options say otherwise. */
export function runProgram(
  node: string,
  [program, ...args]: readonly [string, ...string[]],
  { cwd, env, timeoutMs = 60_000 }: ProgramOptions,
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(node, [program, ...args], {
      cwd,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', fail)
    child.once('close', (code) => done({ exitCode: code ?? undefined, stdout, stderr }))
  })
}
