// One running instance of the engine, restored from a snapshot or started afresh, and what its death looks like.

import { createGoProgram, type EngineFunction, type EngineHost } from './go-program.ts'
import { digest, restoreRuntime, type SnapshotManifest } from './snapshot-manifest.ts'

/** The instance is of no more use: it exited, overflowed its stack or ran out of memory. */
export class InstanceDied extends Error {}

/** The operation answered with an error; the instance is well. */
export class OperationFailed extends Error {}

export type Instance = {
  /**
   * Runs one operation.
   * @throws OperationFailed, or InstanceDied, after which every further call throws InstanceDied
   */
  readonly call: (operation: string, input: Uint8Array) => Uint8Array
  /** Bytes of linear memory; it never shrinks. */
  readonly memorySize: () => number
}

export type InstanceOptions = {
  readonly module: WebAssembly.Module
  /** Text of Go's `wasm_exec.js`. */
  readonly runtime: string
  /** Absent: the module is fresh and starts as Go starts. */
  readonly snapshot?: SnapshotManifest
  readonly host?: EngineHost
  readonly faults?: boolean
}

// Go writes its reason to standard error as it goes, as `fatal error: …` or `panic: …`.
const reasonOf = (output: string): string => /^(?:fatal error|panic|runtime): .*$/m.exec(output)?.[0] ?? ''

/** Creates an instance that waits for calls. @throws when the snapshot does not belong to the runtime */
export const createInstance = async (options: InstanceOptions): Promise<Instance> => {
  const program = createGoProgram(options.runtime, {
    ...(options.host ? { host: options.host } : {}),
    faults: options.faults ?? false,
  })
  if (options.snapshot && options.snapshot.runtime !== digest(options.runtime))
    throw new Error('engine.json and wasm_exec.js are not of the same build: build the engine again')
  const instance = await WebAssembly.instantiate(options.module, program.go.importObject)
  let call: EngineFunction
  if (options.snapshot) call = restoreRuntime(program, instance, options.snapshot)
  else {
    const ended = program.go.run(instance).then(() => {
      throw new InstanceDied(`the engine ended before it took calls: ${reasonOf(program.files.errorOutput())}`)
    })
    call = await Promise.race([program.ready, ended])
    ended.catch(() => {})
  }
  const memory = instance.exports.mem as WebAssembly.Memory
  let dead: InstanceDied | undefined
  const die = (cause: string): never => {
    const code = program.exitCode()
    const parts = [cause, reasonOf(program.files.errorOutput()), code === undefined ? '' : `exit code ${code}`]
    dead = new InstanceDied(parts.filter((part) => part !== '').join('; '))
    throw dead
  }
  return {
    memorySize: () => memory.buffer.byteLength,
    call: (operation, input) => {
      if (dead) throw dead
      let answer: Uint8Array | string | undefined
      try {
        answer = call(operation, input)
      } catch (error) {
        const overflow = error instanceof RangeError && /call stack/i.test(error.message)
        return die(overflow ? 'its stack overflowed' : error instanceof Error ? error.message : String(error))
      }
      if (program.exitCode() !== undefined) return die('it ended')
      if (answer === undefined) return die('it blocked and can never answer')
      if (typeof answer === 'string') throw new OperationFailed(answer)
      return answer
    },
  }
}
