// Contents of git objects through one long-lived `git cat-file --batch`, in the order in which they were asked for.
import { spawn } from 'node:child_process'
import { gitArguments, gitEnvironment } from './run-git.ts'

export type ObjectStore = {
  /** The bytes of a blob. Throws when git does not have it (a shallow or partial clone) or ends. */
  readonly blob: (id: string) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly id: string
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** Starts reading objects of the repository at `directory`. Nothing is started before the first blob. */
export function openObjectStore(directory: string): ObjectStore {
  let started: ReturnType<typeof start> | undefined
  return {
    blob: (id) => {
      started ??= start(directory)
      return started.blob(id)
    },
    close: async () => {
      await started?.close()
      started = undefined
    },
  }
}

function start(directory: string): ObjectStore {
  const child = spawn('git', gitArguments(directory, ['cat-file', '--batch']), {
    env: gitEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting: Waiting[] = []
  let buffered: Buffer[] = []
  let size = 0
  let failed: Error | undefined

  const fail = (error: Error) => {
    failed ??= error
    for (const one of waiting.splice(0)) one.reject(failed)
  }
  const deliver = () => {
    while (waiting.length > 0 && size > 0) {
      const all = buffered.length === 1 ? (buffered[0] as Buffer) : Buffer.concat(buffered, size)
      buffered = [all]
      const newline = all.indexOf(10)
      if (newline < 0) return
      const [, type, length] = all.toString('latin1', 0, newline).split(' ')
      const next = waiting[0] as Waiting
      if (length === undefined) {
        waiting.shift()
        next.reject(
          new Error(`git has no content for ${next.id}: the clone is shallow or partial; fetch the whole history`),
        )
        buffered = [all.subarray(newline + 1)]
        size -= newline + 1
        continue
      }
      const end = newline + 1 + Number(length)
      if (size < end + 1) return
      waiting.shift()
      if (type === 'blob') next.resolve(new Uint8Array(all.subarray(newline + 1, end)))
      else next.reject(new Error(`${next.id} is a ${type}, not a file`))
      buffered = [all.subarray(end + 1)]
      size -= end + 1
    }
  }
  child.stdout.on('data', (chunk: Buffer) => {
    buffered.push(chunk)
    size += chunk.length
    // Joining on every chunk of a large blob would be quadratic: wait until its announced length is there.
    if (waiting.length > 0) deliver()
  })
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      fail(new Error(`git could not be started: ${error.message}`))
      resolve()
    })
    child.once('close', () => {
      fail(new Error('git cat-file ended before it had answered'))
      resolve()
    })
  })
  child.stdin.on('error', () => {})
  return {
    blob: (id) =>
      new Promise((resolve, reject) => {
        if (failed !== undefined) return reject(failed)
        waiting.push({ id, resolve, reject })
        child.stdin.write(`${id}\n`)
      }),
    close: async () => {
      child.stdin.end()
      await ended
    },
  }
}
