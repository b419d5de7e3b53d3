// Reads of one bare repository through one child process that stays: `git cat-file --batch-command`.
import { spawn } from 'node:child_process'
import type { ObjectType } from './format.ts'

export type ObjectInfo = { readonly oid: string; readonly type: ObjectType; readonly size: number }
export type GitObject = ObjectInfo & { readonly content: Buffer }

export type ObjectReader = {
  /** What a name or an id stands for now. Undefined when there is nothing of that name. */
  readonly info: (name: string) => Promise<ObjectInfo | undefined>
  readonly read: (name: string) => Promise<GitObject | undefined>
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly withContent: boolean
  readonly resolve: (found: GitObject | undefined) => void
  readonly reject: (error: Error) => void
}

const none: Buffer = Buffer.alloc(0)

export function openObjectReader(path: string, env: Readonly<Record<string, string>>): ObjectReader {
  const child = spawn('git', ['cat-file', '--batch-command'], { cwd: path, env, stdio: ['pipe', 'pipe', 'ignore'] })
  const waiting: Waiting[] = []
  let buffered: Buffer = none
  let failed: Error | undefined
  const fail = (error: Error) => {
    failed ??= error
    for (const one of waiting.splice(0)) one.reject(failed)
  }
  const deliver = () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const newline = buffered.indexOf(0x0a)
      if (newline === -1) return
      const [oid = '', type = '', size = ''] = buffered.toString('latin1', 0, newline).split(' ')
      // Anything but «id type size» says that there is no such object, or more than one: the name may have spaces.
      const found = /^(blob|tree|commit|tag)$/.test(type) && /^\d+$/.test(size)
      const length = found && next.withContent ? Number(size) + 1 : 0
      const end = newline + 1 + length
      if (buffered.length < end) return
      const content = next.withContent ? Buffer.from(buffered.subarray(newline + 1, end - 1)) : none
      waiting.shift()
      next.resolve(found ? { oid, type: type as ObjectType, size: Number(size), content } : undefined)
      buffered = buffered.subarray(end)
    }
  }
  child.stdout.on('data', (chunk: Buffer) => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
    deliver()
  })
  child.stdin.on('error', () => {})
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      fail(error)
      resolve()
    })
    child.once('close', () => {
      fail(new Error('git cat-file ended before it had answered'))
      resolve()
    })
  })
  const ask = (command: 'info' | 'contents', name: string) =>
    new Promise<GitObject | undefined>((resolve, reject) => {
      if (failed !== undefined) return reject(failed)
      // A line break would be a second command.
      if (name === '' || /[\n\0]/.test(name)) return resolve(undefined)
      waiting.push({ withContent: command === 'contents', resolve, reject })
      child.stdin.write(`${command} ${name}\n`)
    })
  return {
    info: (name) => ask('info', name),
    read: (name) => ask('contents', name),
    close: async () => {
      child.stdin.end()
      await ended
    },
  }
}
