// Files in a worker: a cache, and behind it a request to the main thread that blocks until it is answered.

import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import type { FileEntry } from '../protocol.ts'
import type { FileAnswer, FileQuestion } from './file-messages.ts'

/** Bytes of file contents that one worker keeps; the oldest go first. */
const cacheLimit = 64 * 1024 * 1024

export type WorkerFiles = {
  /** From now on, paths are those of this tree. `call` tells the main thread which one that is. */
  readonly use: (treeId: string, call: number) => void
  readonly add: (entries: readonly (readonly [path: string, entry: FileEntry])[]) => void
  readonly read: (path: string) => FileEntry
  readonly list: (directory: string) => readonly string[]
}

/**
 * @param port answers come here; nothing else may listen to it
 * @param signal one integer, raised by the main thread after each answer
 */
export const createWorkerFiles = (port: MessagePort, signal: Int32Array): WorkerFiles => {
  const entries = new Map<string, FileEntry>()
  let size = 0
  let tree = ''
  let call = -1
  const keyOf = (path: string) => `${tree}\0${path}`
  const remember = (path: string, entry: FileEntry) => {
    const key = keyOf(path)
    if (entries.has(key)) return
    entries.set(key, entry)
    size += entry.type === 'file' ? entry.bytes.length : 64
    for (const [oldest, dropped] of entries) {
      if (size <= cacheLimit || oldest === key) break
      entries.delete(oldest)
      size -= dropped.type === 'file' ? dropped.bytes.length : 64
    }
  }
  const ask = (question: FileQuestion): FileAnswer => {
    const before = Atomics.load(signal, 0)
    port.postMessage(question)
    Atomics.wait(signal, 0, before)
    const received = receiveMessageOnPort(port)
    if (!received) throw new Error('the main thread raised the signal without an answer')
    return received.message as FileAnswer
  }
  const add: WorkerFiles['add'] = (list) => {
    for (const [path, entry] of list) remember(path, entry)
  }
  return {
    use: (treeId, id) => {
      tree = treeId
      call = id
    },
    add,
    read: (path) => {
      const known = entries.get(keyOf(path))
      if (known) return known
      const answer = ask({ call, ask: 'read', path })
      add(answer.entries)
      return answer.entries[0]?.[1] ?? { type: 'missing' }
    },
    list: (directory) => ask({ call, ask: 'list', path: directory }).names,
  }
}
