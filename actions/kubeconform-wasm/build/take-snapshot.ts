// Runs a Go module to the point where it waits for calls, warm, and bakes that state back into the module.

import { createGoProgram, type EngineFunction, type GoProgram } from '../src/instance/go-program.ts'
import { digest, predefinedValues, type SnapshotManifest } from '../src/instance/snapshot-manifest.ts'
import { bakeImage, exportGlobals, globalTypes, parseSections } from './wasm-sections.ts'

/** One call made before the memory is baked. */
export type WarmUp = { readonly operation: string; readonly input: Uint8Array }
export type Snapshot = { readonly module: Buffer; readonly manifest: SnapshotManifest; readonly memorySize: number }

/** Go stops growing here; the collector is told of a lower limit, in `internal/bridge/memory.go`. */
export const maximumPages = (1024 * 1024 * 1024) / 65_536

// What Go 1.26's linker and wasm_exec.js are known to have. Another Go version may differ: look, then change these.
const expectedGlobals = '7f,7e,7e,7e,7e,7e,7e,7f'
const expectedFields = [
  ...['_exitPromise', '_goRefCounts', '_idPool', '_ids', '_inst', '_nextCallbackTimeoutID', '_pendingEvent'],
  ...['_resolveExitPromise', '_scheduledTimeouts', '_values', 'argv', 'env', 'exit', 'exited', 'importObject', 'mem'],
]

const expect = (what: string, found: unknown, wanted: unknown): void => {
  if (found !== wanted)
    throw new Error(`snapshot: ${what} is ${found}, expected ${wanted}: has the Go version changed?`)
}

/**
 * Time and entropy that are the same in every build. The time lies in the past, so that time only goes on at run time.
 * Timers do not fire by themselves: they would do so sooner or later in every build.
 * @returns a function that lets an hour pass, so that timers are due
 */
const makeDeterministic = (program: GoProgram): (() => void) => {
  const { go } = program
  const imports = go.importObject.gojs
  let nanoseconds = 1_700_000_000_000_000_000n
  let seed = 12_345
  const known = ['nanotime1', 'walltime', 'getRandomData', 'scheduleTimeoutEvent'].map((name) => `runtime.${name}`)
  for (const name of known) expect(`type of ${name}`, typeof imports[name], 'function')
  imports['runtime.nanotime1'] = (sp) => {
    nanoseconds += 1000n
    go.mem.setBigInt64((sp >>> 0) + 8, nanoseconds, true)
  }
  imports['runtime.walltime'] = (sp) => {
    nanoseconds += 1000n
    go.mem.setBigInt64((sp >>> 0) + 8, nanoseconds / 1_000_000_000n, true)
    go.mem.setInt32((sp >>> 0) + 16, Number(nanoseconds % 1_000_000_000n), true)
  }
  imports['runtime.scheduleTimeoutEvent'] = (sp) => {
    const id = go._nextCallbackTimeoutID++
    go._scheduledTimeouts.set(id, undefined)
    go.mem.setInt32((sp >>> 0) + 16, id, true)
  }
  imports['runtime.getRandomData'] = (sp) => {
    const at = Number(go.mem.getBigInt64((sp >>> 0) + 8, true))
    const length = Number(go.mem.getBigInt64((sp >>> 0) + 16, true))
    for (let index = at; index < at + length; index++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      go.mem.setUint8(index, seed >>> 16)
    }
  }
  return () => {
    nanoseconds += 3_600_000_000_000n
  }
}

/** Names for every object that Go may refer to: on the global object, and one level below. */
const namesOf = (program: GoProgram, call: EngineFunction): Map<unknown, string> => {
  const names = new Map<unknown, string>([
    [call, '@call'],
    [program.go, '@go'],
  ])
  const add = (value: unknown, name: string) => {
    const nameable = (typeof value === 'object' && value !== null) || typeof value === 'function'
    if (nameable && !names.has(value)) names.set(value, name)
  }
  for (const [key, value] of Object.entries(program.scope)) {
    add(value, key)
    if (typeof value !== 'object' || value === null) continue
    for (const [inner, below] of Object.entries(value)) add(below, `${key}.${inner}`)
  }
  return names
}

/** What the last call leaves until the next collection: the event of wasm_exec.js, its arguments and their bytes. */
const isSpent = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  Object.prototype.toString.call(value) === '[object Arguments]' ||
  (typeof value === 'object' && value !== null && Object.keys(value).join().startsWith('id,this,args'))

const spentLimit = 8

const describeValues = (program: GoProgram, call: EngineFunction): (string | null)[] => {
  const { go } = program
  const names = namesOf(program, call)
  const first = predefinedValues(program)
  first.forEach((value, index) => {
    if (!Object.is(go._values[index], value)) throw new Error(`snapshot: value ${index} of wasm_exec.js is another`)
  })
  const described = go._values.slice(first.length).map((value, index) => {
    const id = index + first.length
    if (go._idPool.includes(id)) return null
    if (typeof value === 'string') return `"${value}`
    const name = names.get(value) ?? (isSpent(value) ? '@spent' : undefined)
    if (name === undefined)
      throw new Error(`snapshot: Go still holds the value ${id} (${typeof value} ${String(value)}), which has no name`)
    return name
  })
  const spent = described.filter((name) => name === '@spent').length
  if (spent > spentLimit) throw new Error(`snapshot: Go still holds ${spent} values of calls that have ended: a leak`)
  return described
}

/**
 * Takes the snapshot.
 * @param fresh the module as Go built it
 * @param runtime the text of `wasm_exec.js`
 * @throws when anything that the restore relies on is not as expected
 */
export const takeSnapshot = async (fresh: Buffer, runtime: string, warmUps: readonly WarmUp[]): Promise<Snapshot> => {
  const types = globalTypes(parseSections(fresh))
  expect('list of global types', types.map((type) => type.toString(16)).join(','), expectedGlobals)
  const program = createGoProgram(runtime)
  const letAnHourPass = makeDeterministic(program)
  const { go } = program
  const wrap = go._makeFuncWrapper
  const wrappers = new Map<EngineFunction, number>()
  go._makeFuncWrapper = (id) => {
    const wrapper = wrap.call(go, id)
    wrappers.set(wrapper, id)
    return wrapper
  }
  const instance = await WebAssembly.instantiate(await WebAssembly.compile(exportGlobals(fresh)), go.importObject)
  void go.run(instance)
  const call = await program.ready
  const must = (operation: string, input: Uint8Array = new Uint8Array()): void => {
    const answer = call(operation, input)
    if (!(answer instanceof Uint8Array))
      throw new Error(`snapshot: ${operation} failed: ${answer ?? program.files.errorOutput()}`)
  }
  // Little garbage at any time keeps what lives close together: what is dead between the living still takes a page.
  must('collect-often')
  for (const { operation, input } of warmUps) must(operation, input)
  // Go releases JavaScript values in finalizers, which run after a collection: give them several.
  for (let round = 0; round < 4; round++) must('collect')
  for (const operation of ['zero-dead', 'reserve', 'collect']) must(operation)
  // Go's background scavenger sleeps after a collection: wake it as a timer would, until nothing waits.
  for (let round = 0; round < 10 && go._scheduledTimeouts.size > 0; round++) {
    letAnHourPass()
    go._resume()
  }
  Reflect.deleteProperty(go, '_makeFuncWrapper')
  expect('list of fields of Go', Object.keys(go).sort().join(), expectedFields.join())
  expect('number of pending timers', go._scheduledTimeouts.size, 0)
  expect('state', go.exited, false)
  const exported = instance.exports
  const globals = types.map((_type, index) => BigInt((exported[`global${index}`] as WebAssembly.Global).value))
  const memory = new Uint8Array((exported.mem as WebAssembly.Memory).buffer)
  const callId = wrappers.get(call)
  if (callId === undefined) throw new Error('snapshot: the function that answers calls was not made by wasm_exec.js')
  const manifest: SnapshotManifest = {
    runtime: digest(runtime),
    callId,
    values: describeValues(program, call),
    referenceCounts: go._goRefCounts.slice(predefinedValues(program).length),
    freeIds: [...go._idPool],
    nextTimeoutId: go._nextCallbackTimeoutID,
  }
  return { module: bakeImage(fresh, { memory, globals, maximumPages }), manifest, memorySize: memory.length }
}
