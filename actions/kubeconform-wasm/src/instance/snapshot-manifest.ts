// What a baked module cannot hold in its memory: the JavaScript values that the Go program referred to, by name.

import { createHash } from 'node:crypto'
import type { EngineFunction, GoProgram } from './go-program.ts'

export type SnapshotManifest = {
  /** SHA-256 of the `wasm_exec.js` that the snapshot was taken with. */
  readonly runtime: string
  /** Id of the one function that answers calls. */
  readonly callId: number
  /**
   * Names of the values from index 7: a path on the global object, `@go`, `@call`, `"text` for a string,
   * `@spent` for what Go will release at its next collection. `null`: free.
   */
  readonly values: readonly (string | null)[]
  readonly referenceCounts: readonly number[]
  readonly freeIds: readonly number[]
  readonly nextTimeoutId: number
}

/** Values that `wasm_exec.js` puts first: NaN, 0, null, true, false, the global object, the Go object. */
export const predefinedValues = (program: GoProgram): unknown[] => [
  ...[Number.NaN, 0, null, true, false],
  ...[program.scope, program.go],
]

export const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

const resolveName = (program: GoProgram, call: EngineFunction, name: string | null): unknown => {
  if (name === null) return null
  if (name.startsWith('"')) return name.slice(1)
  if (name === '@go') return program.go
  if (name === '@call') return call
  if (name === '@spent') return {}
  return name
    .split('.')
    .reduce<unknown>((owner, key) => (owner as Readonly<Record<string, unknown>>)[key], program.scope)
}

/**
 * Puts a program's runtime into the state in which the snapshot was taken, around an instance of the baked module.
 * @returns the function that answers calls
 * @throws when a value that the snapshot names does not exist here
 */
export const restoreRuntime = (
  program: GoProgram,
  instance: WebAssembly.Instance,
  manifest: SnapshotManifest,
): EngineFunction => {
  const { go } = program
  const call = go._makeFuncWrapper(manifest.callId)
  go._inst = instance
  go.mem = new DataView((instance.exports.mem as WebAssembly.Memory).buffer)
  go.exited = false
  const predefined = predefinedValues(program)
  const named = manifest.values.map((name) => resolveName(program, call, name))
  const lost = manifest.values.filter((_name, index) => named[index] === undefined)
  if (lost.length > 0) throw new Error(`the snapshot refers to ${lost.join(', ')}, which this host does not provide`)
  go._values = [...predefined, ...named]
  go._goRefCounts = [...predefined.map(() => Number.POSITIVE_INFINITY), ...manifest.referenceCounts]
  go._ids = new Map()
  go._values.forEach((value, id) => {
    const free = id >= predefined.length && manifest.values[id - predefined.length] === null
    if (id > 0 && !free) go._ids.set(value, id)
  })
  go._idPool = [...manifest.freeIds]
  go._nextCallbackTimeoutID = manifest.nextTimeoutId
  return call
}
