// The workers and the queue before them: every call is answered or fails by name, whatever becomes of the others.

import { type EngineError, messageOf } from '../errors.ts'
import { type Call, type CallRequest, callError, encodeRequest } from './call.ts'
import { createMember, type Death, type Member } from './member.ts'
import type { StartMessage } from './worker-messages.ts'

/** Linear memory never shrinks: a worker beyond this is replaced between two calls. */
const memoryToReplaceAt = 512 * 1024 * 1024

/** Calls that were answered or failed; that were not yet; and, of the latter, that no worker has. */
export type PoolProgress = { readonly done: number; readonly open: number; readonly queued: number }

export type PoolOptions = {
  readonly script: URL
  /** Resolves to what each worker starts with; a rejection fails every call. */
  readonly artefacts: Promise<StartMessage>
  /** Workers that start at once. */
  readonly workers: number
  /** Workers there may be when calls queue up. */
  readonly maximumWorkers: number
  readonly timeLimit: number
  readonly onProgress?: (progress: PoolProgress) => void
}

export type Pool = {
  readonly run: (request: CallRequest) => Promise<Uint8Array>
  /**
   * Makes the same call in every worker, and in every later one before anything else. A later broadcast of the same
   * operation takes its place. It overtakes calls that still wait.
   */
  readonly broadcast: (request: CallRequest) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export const createPool = (options: PoolOptions): Pool => {
  const members = new Set<Member>()
  const queue: Call[] = []
  const broadcasts = new Map<string, CallRequest>()
  const broadcastIds = new Set<number>()
  const endings: Promise<void>[] = []
  let nextId = 1
  let done = 0
  let open = 0
  let broken: { readonly code: EngineError['code']; readonly message: string } | undefined

  const report = () => options.onProgress?.({ done, open, queued: queue.length })

  const breakDown = (code: EngineError['code'], message: string) => {
    broken ??= { code, message }
    for (const call of queue.splice(0)) call.reject(callError(call, code, message))
  }

  const endMember = (member: Member) => {
    members.delete(member)
    const { ended, unanswered } = member.terminate()
    endings.push(ended)
    queue.unshift(...unanswered)
  }

  const onDeath = (member: Member, death: Death) => {
    members.delete(member)
    const { culprit, untouched } = death
    queue.unshift(...untouched.filter((call) => !broadcastIds.has(call.id)))
    for (const call of untouched.filter(({ id }) => broadcastIds.has(id)))
      call.reject(callError(call, 'died', `the worker died before it could answer: ${death.message}`))
    if (culprit) {
      // Given to the replacement, it would kill that one too.
      if (broadcastIds.has(culprit.id)) broadcasts.delete(culprit.operation)
      culprit.reject(callError(culprit, death.reason, death.message))
    }
    if (!death.ready) breakDown('start', `the engine could not be started: ${death.message}`)
    dispatch()
  }

  const addMember = () => {
    const member = createMember({
      script: options.script,
      timeLimit: options.timeLimit,
      onReady: dispatch,
      onSettled: (memorySize) => {
        if (memorySize > memoryToReplaceAt && member.isIdle()) endMember(member)
        dispatch()
      },
      onDeath: (death) => onDeath(member, death),
    })
    members.add(member)
    const before = [...broadcasts.values()].map((call) => ({ operation: call.operation, input: encodeRequest(call) }))
    options.artefacts.then(
      (message) => {
        if (members.has(member)) member.start({ ...message, before: [...message.before, ...before] })
      },
      (error: unknown) => {
        endMember(member)
        breakDown('start', messageOf(error))
      },
    )
  }

  const dispatch = () => {
    if (!broken) while (members.size < Math.min(options.workers, options.maximumWorkers)) addMember()
    // The least busy first, so that no call waits behind another while a worker is free.
    const free = () => [...members].find((member) => member.isIdle()) ?? [...members].find((member) => member.hasRoom())
    for (let member = free(); queue.length > 0 && member; member = free()) member.give(queue.shift() as Call)
    if (!broken && queue.length > 0 && members.size < options.maximumWorkers) {
      addMember()
      dispatch()
    }
  }

  /** Hands a call on with `pass`, and resolves to its answer. */
  const submit = (request: CallRequest, pass: (call: Call) => void): Promise<Uint8Array> => {
    open++
    const answer = new Promise<Uint8Array>((resolve, reject) => {
      pass({ ...request, id: nextId++, resolve, reject })
    })
    const settled = () => {
      done++
      open--
      report()
    }
    answer.then(settled, settled)
    return answer
  }

  for (let count = 0; count < options.workers; count++) addMember()

  return {
    run: (request) => {
      if (broken) return Promise.reject(callError(request, broken.code, broken.message))
      const answer = submit(request, (call) => queue.push(call))
      dispatch()
      report()
      return answer
    },
    broadcast: async (request) => {
      if (broken) throw callError(request, broken.code, broken.message)
      // Encoded once: it is sent to every worker.
      const encoded = { ...request, request: encodeRequest(request) }
      broadcasts.set(request.operation, encoded)
      const answers = [...members].map((member) =>
        submit(encoded, (call) => {
          broadcastIds.add(call.id)
          member.give(call)
        }),
      )
      const [first] = await Promise.all(answers)
      if (!first) throw callError(request, 'died', 'there is no worker')
      return first
    },
    close: async () => {
      for (const member of members) endMember(member)
      breakDown('closed', 'the engine was closed')
      await Promise.all(endings)
    },
  }
}
