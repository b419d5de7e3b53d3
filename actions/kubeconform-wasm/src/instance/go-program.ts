// Go's own `wasm_exec.js`, run with a global object of ours: the program sees no network, disk, clock zone or environment.

import { createMemoryFiles, type MemoryFiles } from './memory-files.ts'

/** The private parts of `wasm_exec.js` that a restored instance has to fill in. The build asserts that they are these. */
export type GoRuntime = {
  readonly importObject: { readonly gojs: Record<string, (stackPointer: number) => void> } & WebAssembly.Imports
  argv: string[]
  env: Record<string, string>
  exit: (code: number) => void
  mem: DataView
  exited: boolean
  run: (instance: WebAssembly.Instance) => Promise<void>
  _inst: WebAssembly.Instance
  _values: unknown[]
  _goRefCounts: number[]
  _ids: Map<unknown, number>
  _idPool: number[]
  readonly _scheduledTimeouts: Map<number, unknown>
  _nextCallbackTimeoutID: number
  _resume: () => void
  _makeFuncWrapper: (id: number) => EngineFunction
}

/** The function that the Go side hands out: bytes in, bytes out; a string is an error; `undefined` means that it died. */
export type EngineFunction = (operation: string, input: Uint8Array) => Uint8Array | string | undefined

export type EngineHost = {
  readonly read: (path: string) => unknown
  readonly list: (directory: string) => readonly string[]
}

export type GoProgram = {
  readonly go: GoRuntime
  /** The object that the program takes for `globalThis`. */
  readonly scope: Readonly<Record<string, unknown>>
  readonly files: MemoryFiles
  /** Resolves when a freshly started program waits for calls. */
  readonly ready: Promise<EngineFunction>
  readonly exitCode: () => number | undefined
}

export type GoProgramOptions = { readonly host?: EngineHost; readonly faults?: boolean }

const noHost: EngineHost = { read: () => ({ type: 'missing' }), list: () => [] }

const resolvePath = (...parts: readonly string[]): string => {
  const absolute = parts.reduce((path, part) => (part.startsWith('/') ? part : `${path}/${part}`), '/')
  return new URL(`file://${absolute}`).pathname
}

const zoneless = class {
  getTimezoneOffset(): number {
    return 0
  }
}

/**
 * Prepares a Go program, not yet started.
 * @param source the text of `wasm_exec.js` of the Go version that built the module
 */
export const createGoProgram = (source: string, options: GoProgramOptions = {}): GoProgram => {
  const files = createMemoryFiles()
  let announce: (call: EngineFunction) => void = () => {}
  const ready = new Promise<EngineFunction>((resolve) => {
    announce = resolve
  })
  const nobody = () => -1
  const scope: Record<string, unknown> = {
    ...{ Object, Array, Uint8Array, Error, TextEncoder, TextDecoder },
    Date: zoneless,
    fs: files.fileSystem,
    path: { resolve: resolvePath },
    process: {
      ...{ pid: 1, ppid: 1, argv0: 'engine', cwd: () => '/', chdir: () => {}, umask: () => 0, getgroups: () => [] },
      ...{ getuid: nobody, getgid: nobody, geteuid: nobody, getegid: nobody },
    },
    crypto: globalThis.crypto,
    performance: globalThis.performance,
    __seaworthyHost: options.host ?? noHost,
    __seaworthyFiles: { put: files.put },
    __seaworthyReady: (call: EngineFunction) => announce(call),
    __seaworthyFaults: options.faults === true,
  }
  // The script's free names are bound to ours; it defines `Go` on the global object that it is given.
  const names = ['globalThis', 'fs', 'path', 'process', 'crypto', 'performance', 'console'] as const
  const silent = { log: () => {}, warn: () => {} }
  const define = new Function(...names, source)
  define(...names.map((name) => (name === 'globalThis' ? scope : name === 'console' ? silent : scope[name])))
  const go = new (scope.Go as new () => GoRuntime)()
  let exitCode: number | undefined
  go.argv = ['engine']
  go.env = {}
  go.exit = (code) => {
    exitCode = code
  }
  return { go, scope, files, ready, exitCode: () => exitCode }
}
