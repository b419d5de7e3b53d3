// Where the built engine lies, and how it becomes a compiled module.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { EngineError, messageOf } from './errors.ts'
import type { SnapshotManifest } from './instance/snapshot-manifest.ts'
import { inflatePieces, type Piece } from './pieces.ts'

/** `engine.json`: what the module was built from. `sha256` is that of the inflated module: it identifies the engine. */
export type EngineManifest = {
  readonly sha256: string
  readonly size: number
  /** How `engine.wasm.br` is cut. */
  readonly pieces: readonly Piece[]
  readonly go: string
  /** Versions of the Go modules that decide verdicts. */
  readonly modules: Readonly<Record<string, string>>
  /** SHA-256 of the schema bundles that were loaded before the memory was baked. */
  readonly bundles: Readonly<Record<string, string>>
  /** Absent: the module is not pre-initialised; it starts as Go starts and loads its schemas then. */
  readonly snapshot?: SnapshotManifest
}

export type Artefacts = {
  readonly module: WebAssembly.Module
  /** Text of Go's `wasm_exec.js`. */
  readonly runtime: string
  readonly manifest: EngineManifest
}

// From source this file is `src/artefacts.ts`; bundled, it is `actions/dist/x.js` or `actions/dist/chunks/x.js`.
const firstOf = (candidates: readonly string[]): URL => {
  const urls = candidates.map((candidate) => new URL(candidate, import.meta.url))
  return urls.find((url) => existsSync(url)) ?? (urls[0] as URL)
}

/** The script that a worker thread runs. */
export const workerScript = (): URL => firstOf(['./worker.ts', './engine-worker.js', '../engine-worker.js'])

/** The file `name` of the built engine: beside the bundle, or in `actions/dist` when run from source. */
const builtFile = (name: string, directory?: URL): URL =>
  directory ? new URL(name, directory) : firstOf([`./${name}`, `../${name}`, `../../dist/${name}`])

/**
 * Reads `engine.json`, which is small: the identity of the engine without loading it.
 * @param directory where the built engine lies; ends with `/`
 * @throws EngineError `start` when it was not built
 */
export const readManifest = async (directory?: URL): Promise<EngineManifest> => {
  const url = builtFile('engine.json', directory)
  try {
    return JSON.parse(await readFile(url, 'utf8')) as EngineManifest
  } catch (error) {
    const advice = 'build it with `node actions/kubeconform-wasm/build/build.ts`'
    throw new EngineError('start', 'start', `the engine cannot be read: ${messageOf(error)}; ${advice}`)
  }
}

// V8 optimises a function once it has run so many bytes of code. The default suits pages that live for minutes: here the
// compiler took more of the two cores than the work of a small repository does (3.3 s of CPU for 440 functions).
const tieringBudgets = { short: 400_000_000, long: 13_000_000 } as const

/** How much there is to do: it decides how soon V8 optimises. */
export type Workload = keyof typeof tieringBudgets

/** Reads, inflates (off this thread) and compiles the engine. @throws EngineError `start` */
export const loadArtefacts = async (
  directory?: URL,
  workload: Workload | Promise<Workload> = 'long',
): Promise<Artefacts> => {
  const manifest = await readManifest(directory)
  try {
    const [compressed, runtime] = await Promise.all([
      readFile(builtFile('engine.wasm.br', directory)),
      readFile(builtFile('wasm_exec.js', directory), 'utf8'),
    ])
    const bytes = await inflatePieces(compressed, manifest.pieces).catch((error: unknown) => {
      throw new Error(`engine.wasm.br and engine.json are not of the same build: ${messageOf(error)}`)
    })
    // Functions are validated when they are first compiled, not all at once: half of the time to compile the module.
    setFlagsFromString('--wasm-lazy-validation')
    setFlagsFromString(`--wasm-tiering-budget=${tieringBudgets[await workload]}`)
    return { module: await WebAssembly.compile(bytes), runtime, manifest }
  } catch (error) {
    throw error instanceof EngineError ? error : new EngineError('start', 'start', messageOf(error))
  }
}
