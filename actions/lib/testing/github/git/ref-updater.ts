// Compare and swap of references through one child process that stays: `git update-ref --stdin`, a transaction for each.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'

export type RefUpdater = {
  /** False when git refused: because the reference stands somewhere else, or cannot be. `undefined` means that it is not there. */
  readonly update: (ref: string, to: string | undefined, from: string | undefined) => Promise<boolean>
  readonly close: () => Promise<void>
}

export function openRefUpdater(path: string, env: Readonly<Record<string, string>>): RefUpdater {
  let child: ChildProcessWithoutNullStreams | undefined
  let last: Promise<unknown> = Promise.resolve()

  const start = () => {
    const started = spawn('git', ['update-ref', '--stdin'], { cwd: path, env })
    // What git has to say of a refusal is found out by asking where the reference stands.
    started.stdin.on('error', () => {})
    started.stderr.resume()
    return started
  }
  const transact = (command: string): Promise<boolean> =>
    new Promise((resolve, reject) => {
      child ??= start()
      const process = child
      let said = ''
      const end = (done: boolean) => {
        process.stdout.off('data', hear)
        process.off('close', refused)
        process.off('error', reject)
        resolve(done)
      }
      const hear = (chunk: Buffer) => {
        said += chunk.toString('latin1')
        if (said.endsWith('commit: ok\n')) end(true)
      }
      // Git ends when a transaction fails, and a new process begins with the next one.
      const refused = () => {
        child = undefined
        end(false)
      }
      process.stdout.on('data', hear)
      process.once('close', refused)
      process.once('error', reject)
      process.stdin.write(`start\n${command}\nprepare\ncommit\n`)
    })

  return {
    update: (ref, to, from) => {
      const command =
        to === undefined
          ? `delete ${ref} ${from}`
          : from === undefined
            ? `create ${ref} ${to}`
            : `update ${ref} ${to} ${from}`
      const mine = last.then(() => transact(command))
      last = mine.catch(() => {})
      return mine
    },
    close: async () => {
      await last
      const process = child
      if (process === undefined) return
      const ended = new Promise((resolve) => process.once('close', resolve))
      process.stdin.end()
      await ended
    },
  }
}
