// Runs the committed command-line program as a user would.
import { resolve } from 'node:path'
import { type Ended, runProgram } from './run-program.ts'
import { pinnedGitEnvironment } from './temporary-repository.ts'

export type CliRun = Ended

const program = resolve(import.meta.dirname, '../../dist/cli.js')

/** Starts `cli.js` in a folder. */
export function runCli(cwd: string, ...args: readonly string[]): Promise<CliRun> {
  const env = { PATH: process.env.PATH ?? '', HOME: cwd, ...pinnedGitEnvironment }
  return runProgram(process.execPath, [program, ...args], { cwd, env })
}
