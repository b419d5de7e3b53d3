// The script of one worker thread: an instance of the engine that answers one call after another.

import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from './errors.ts'
import { createWorkerFiles } from './files/worker-files.ts'
import { createInstance, type Instance, OperationFailed } from './instance/instance.ts'
import type { CallMessage, FromWorker, StartMessage, ToWorker, WorkerSetup } from './pool/worker-messages.ts'

const port = parentPort
if (!port) throw new Error('this script runs in a worker thread')
const { filePort, signal } = workerData as WorkerSetup
const files = createWorkerFiles(filePort, new Int32Array(signal))
const say = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

const start = async ({ module, runtime, snapshot, before, faults }: StartMessage): Promise<Instance> => {
  const made = await createInstance({ module, runtime, ...(snapshot ? { snapshot } : {}), host: files, faults })
  for (const { operation, input } of before) made.call(operation, input)
  say({ type: 'ready' })
  return made
}

const answer = (engine: Instance, { id, operation, input, treeId, files: sent }: CallMessage): void => {
  files.use(treeId ?? '', id)
  files.add(sent ?? [])
  try {
    const output = engine.call(operation, input)
    say({ type: 'answer', id, output, memorySize: engine.memorySize() }, [output.buffer as ArrayBuffer])
  } catch (error) {
    if (error instanceof OperationFailed) say({ type: 'failed', id, message: error.message })
    else say({ type: 'died', message: messageOf(error) })
  }
}

// Calls may come before the module does, which takes its time to inflate and compile.
let announce: (instance: Promise<Instance>) => void = () => {}
const instance = new Promise<Instance>((resolve) => {
  announce = resolve
})

const receive = async (message: ToWorker): Promise<void> => {
  if (message.type === 'call') return answer(await instance, message)
  const starting = start(message)
  announce(starting)
  await starting
}

port.on('message', (message: ToWorker) => {
  receive(message).catch((error: unknown) => say({ type: 'died', message: messageOf(error) }))
})
