// The processes of one testbed: started with a log each, watched, and ended by their own ids.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Processes = {
  /** Starts `binary program ...args`. Its output goes to `<folder>/<program>.log`. */
  readonly start: (program: string, args: readonly string[], env?: Readonly<Record<string, string>>) => void
  /** Resolves when `ready` gives true. Throws when the process ends before, or after a minute. */
  readonly waitFor: (program: string, ready: () => Promise<boolean>) => Promise<void>
  /** Process ids by program. */
  readonly ids: () => ReadonlyMap<string, number>
  /** Ends all at once. The state is disposable, so nobody is asked to end in good order. */
  readonly stop: () => Promise<void>
}

/** Name of the file that says which process has died, and its last words. Whoever uses the testbed looks there. */
export const failureFile = 'failure.txt'

const startLimitMs = 60_000
const lastLines = 15

/**
 * @param folder scratch folder of the testbed; working folder of every process
 * @param died called once, with a text for people, when a process ends that nobody has stopped; all others are ended then
 */
export function createProcesses(binary: string, folder: string, died: (text: string) => void): Processes {
  const children = new Map<string, ChildProcess>()
  let stopping = false
  const kill = () => {
    stopping = true
    for (const child of children.values()) child.kill('SIGKILL')
  }
  const ended = (program: string, how: string) => {
    if (stopping) return
    kill()
    const text = `${program} of the testbed ${how}. The last lines of its log:\n${lastWords(logOf(folder, program))}`
    writeFileSync(join(folder, failureFile), text)
    died(text)
  }
  return {
    start: (program, args, env = {}) => {
      const log = openSync(logOf(folder, program), 'a')
      // The pipe is how a program sees that this process is gone: see components/parent.go.
      const child = spawn(binary, [program, ...args], {
        cwd: folder,
        env: { ...environment(folder), ...env },
        stdio: ['ignore', log, log, 'pipe'],
        // A group of its own: Ctrl-C in a terminal is for the launcher, which ends them.
        detached: true,
      })
      closeSync(log)
      children.set(program, child)
      child.once('error', (error) => ended(program, `could not be started (${error.message})`))
      child.once('exit', (code, signal) =>
        ended(program, signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`),
      )
    },
    waitFor: async (program, ready) => {
      const limit = performance.now() + startLimitMs
      while (!(await ready().catch(() => false))) {
        if (stopping) throw new Error(failureOf(folder) ?? `the testbed was stopped while ${program} was starting`)
        if (performance.now() > limit) {
          ended(program, `was not ready after ${startLimitMs / 1000} s`)
          throw new Error(failureOf(folder))
        }
        await new Promise((done) => setTimeout(done, 30))
      }
    },
    ids: () =>
      new Map([...children].flatMap(([program, { pid }]) => (pid === undefined ? [] : [[program, pid] as const]))),
    stop: async () => {
      kill()
      const alive = [...children.values()].filter((child) => child.exitCode === null && child.signalCode === null)
      await Promise.all(alive.map((child) => new Promise((done) => child.once('exit', done))))
    },
  }
}

/** What killed the testbed in this scratch folder, if anything has. */
export function failureOf(folder: string): string | undefined {
  const file = join(folder, failureFile)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

const logOf = (folder: string, program: string) => join(folder, `${program}.log`)

/** Nothing of the user's own configuration gets in; HOME and TMPDIR are the scratch folder's. */
function environment(folder: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(folder, 'home'),
    TMPDIR: join(folder, 'tmp'),
    HOSTNAME: 'testbed',
    // Memory is shared by many processes here, and a heap would grow to twice its size before it is collected.
    GOGC: '50',
    TESTBED_PARENT_PIPE: '3',
  }
}

function lastWords(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  return lines
    .slice(-lastLines)
    .map((line) => `  ${line.slice(0, 500)}`)
    .join('\n')
}
