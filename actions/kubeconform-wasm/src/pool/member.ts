// One worker of the pool: at most two calls are with it, of which it works on the first.

import { MessageChannel, Worker } from 'node:worker_threads'
import { EngineError, messageOf } from '../errors.ts'
import type { FileQuestion } from '../files/file-messages.ts'
import { entryWithCompany, filesBelow, listFiles } from '../files/file-source.ts'
import { type Call, callError, encodeRequest } from './call.ts'
import type { CallMessage, FromWorker, StartMessage, WorkerSetup } from './worker-messages.ts'

/** A second call waits in the worker, so that it need not wait for this thread between two calls. */
const callsAtOnce = 2

/** Milliseconds that a start may take, whatever the limit of a call: a loaded machine is slow, not broken. */
const startLimit = 60_000

export type Death = {
  readonly ready: boolean
  readonly reason: 'died' | 'time-limit'
  readonly message: string
  /** The call that it worked on. */
  readonly culprit: Call | undefined
  /** Calls that it had not begun. */
  readonly untouched: readonly Call[]
}

export type MemberEvents = {
  readonly onReady: () => void
  readonly onSettled: (memorySize: number) => void
  readonly onDeath: (death: Death) => void
}

export type Member = {
  readonly start: (message: StartMessage) => void
  readonly give: (call: Call) => void
  readonly hasRoom: () => boolean
  readonly isIdle: () => boolean
  /** Ends the thread; what to do with the calls that it has is up to the caller. */
  readonly terminate: () => { readonly ended: Promise<void>; readonly unanswered: readonly Call[] }
}

export type MemberOptions = MemberEvents & { readonly script: URL; readonly timeLimit: number }

/** Starts a thread; the instance follows with `start`. */
export const createMember = (options: MemberOptions): Member => {
  const { port1: filePort, port2: workerPort } = new MessageChannel()
  const signal = new SharedArrayBuffer(4)
  const counter = new Int32Array(signal)
  const setup: WorkerSetup = { filePort: workerPort, signal }
  const worker = new Worker(options.script, {
    workerData: setup,
    transferList: [workerPort],
    execArgv: [],
    // The engine reads no environment, and a secret that is not there cannot leak.
    env: {},
    // Deeply nested input takes stack in Go's parsers, which the thread's own stack has to hold.
    resourceLimits: { stackSizeMb: 16 },
  })
  const calls: Call[] = []
  const known = new Set<string>()
  let ready = false
  let gone = false
  let timer: NodeJS.Timeout | undefined

  const die = (reason: Death['reason'], message: string) => {
    if (gone) return
    gone = true
    clearTimeout(timer)
    filePort.close()
    void worker.terminate()
    const culprit = ready ? calls[0] : undefined
    const untouched = calls.slice(culprit ? 1 : 0)
    calls.length = 0
    options.onDeath({ ready, reason, message, culprit, untouched })
  }

  // Measures the first call, or the start. If this thread was itself too busy to hear the answer, it hears it first.
  const watch = () => {
    clearTimeout(timer)
    const watched = ready ? calls[0] : 'start'
    if (!watched) return
    const limit = ready ? options.timeLimit : startLimit
    timer = setTimeout(() => {
      setImmediate(() => {
        if (watched === (ready ? calls[0] : 'start')) die('time-limit', `no answer within ${limit / 1000} s`)
      })
    }, limit)
    timer.unref()
  }

  const settle = (id: number, memorySize: number, finish: (call: Call) => void) => {
    const call = calls[0]
    if (call?.id !== id) return die('died', 'the worker answered another call than the one it was given')
    calls.shift()
    if (calls.length === 0) worker.unref()
    watch()
    finish(call)
    options.onSettled(memorySize)
  }

  worker.on('message', (message: FromWorker) => {
    if (gone) return
    if (message.type === 'ready') {
      ready = true
      if (calls.length === 0) worker.unref()
      watch()
      options.onReady()
    } else if (message.type === 'answer') settle(message.id, message.memorySize, (call) => call.resolve(message.output))
    else if (message.type === 'failed')
      settle(message.id, 0, (call) => call.reject(callError(call, 'operation', message.message)))
    else die('died', message.message)
  })
  worker.on('error', (error: unknown) => die('died', messageOf(error)))
  worker.on('exit', (code) => die('died', `the worker ended with code ${code}`))

  const answerFile = async ({ call: id, ask, path }: FileQuestion): Promise<void> => {
    const tree = calls.find((call) => call.id === id)?.tree
    const entries = tree && ask === 'read' ? await entryWithCompany(tree, path, known) : []
    const names = tree && ask === 'list' ? await listFiles(tree, path) : []
    if (gone) return
    filePort.postMessage({ entries, names })
    Atomics.add(counter, 0, 1)
    Atomics.notify(counter, 0)
  }
  filePort.on('message', (question: FileQuestion) => {
    answerFile(question).catch((error: unknown) => die('died', messageOf(error)))
  })
  filePort.unref()
  worker.unref()

  const send = async (call: Call): Promise<void> => {
    if (gone) return
    let input: Uint8Array
    try {
      input = encodeRequest(call)
    } catch (error) {
      calls.splice(calls.indexOf(call), 1)
      call.reject(error instanceof EngineError ? error : callError(call, 'operation', messageOf(error)))
      if (calls.length === 0) worker.unref()
      return options.onSettled(0)
    }
    const files = call.tree && call.directory !== undefined ? await filesBelow(call.tree, call.directory, known) : []
    if (gone) return
    const tree = call.tree ? { treeId: call.tree.id, files } : {}
    const message: CallMessage = { type: 'call', id: call.id, operation: call.operation, input, ...tree }
    const transfer = call.request instanceof Uint8Array ? [] : [input.buffer as ArrayBuffer]
    worker.postMessage(message, transfer)
  }

  let sending: Promise<void> = Promise.resolve()
  return {
    start: (message) => {
      watch()
      worker.postMessage(message)
    },
    give: (call) => {
      calls.push(call)
      worker.ref()
      if (ready && calls.length === 1) watch()
      // One after another: the worker answers in the order in which `calls` stands.
      sending = sending.then(() => send(call)).catch((error: unknown) => die('died', messageOf(error)))
    },
    hasRoom: () => !gone && calls.length < callsAtOnce,
    isIdle: () => calls.length === 0,
    terminate: () => {
      gone = true
      clearTimeout(timer)
      filePort.close()
      return { ended: worker.terminate().then(() => {}), unanswered: calls.splice(0) }
    },
  }
}
