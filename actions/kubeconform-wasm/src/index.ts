// The engine: kubeconform, kustomize, CRD rules, admission policies and Go templates in WebAssembly, behind a typed API.
//
// Entry points for a bundler: this file, and `src/worker.ts` as `engine-worker.js`. At run time the bundle needs, beside
// its entries, `engine-worker.js`, `engine.wasm.br`, `engine.json` and `wasm_exec.js`; the last three come from
// `build/build.ts`. Chunks may lie in the same folder or in one below it.

export { type EngineManifest, readManifest } from './artefacts.ts'
export { type Engine, type EngineOptions, type SchemaBundles, startEngine } from './engine.ts'
export { EngineError, type EngineErrorCode } from './errors.ts'
export { equalExact, parseExact, stringifyExact } from './exact-json.ts'
export type { PoolProgress } from './pool/pool.ts'
export type * from './protocol.ts'
