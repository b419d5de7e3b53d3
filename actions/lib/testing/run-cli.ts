// Runs the committed command-line program as a user would.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pinnedGitEnvironment } from './temporary-repository.ts'

export type CliRun = { readonly exitCode: number | undefined; readonly stdout: string; readonly stderr: string }

const program = resolve(import.meta.dirname, '../../dist/cli.js')

/** Starts `cli.js` in a folder; exitCode is undefined when it had to be ended after a minute. */
export function runCli(cwd: string, ...args: readonly string[]): Promise<CliRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { PATH: process.env.PATH ?? '', HOME: cwd, ...pinnedGitEnvironment },
      stdio: ['ignore', 'pipe', 'pipe'],
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
    child.once('error', fail)
    child.once('close', (code) => done({ exitCode: code ?? undefined, stdout, stderr }))
  })
}
