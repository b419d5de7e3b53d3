// What the pool and its workers say to each other.

import type { MessagePort } from 'node:worker_threads'
import type { FileEntries } from '../files/file-messages.ts'
import type { SnapshotManifest } from '../instance/snapshot-manifest.ts'

export type WorkerSetup = { readonly filePort: MessagePort; readonly signal: SharedArrayBuffer }

export type StartMessage = {
  readonly type: 'start'
  readonly module: WebAssembly.Module
  readonly runtime: string
  readonly snapshot?: SnapshotManifest
  /** Calls to make before the first one that is asked for; a fresh module loads its schemas so. */
  readonly before: readonly { readonly operation: string; readonly input: Uint8Array }[]
  readonly faults: boolean
}

export type CallMessage = {
  readonly type: 'call'
  readonly id: number
  readonly operation: string
  readonly input: Uint8Array
  readonly treeId?: string
  readonly files?: FileEntries
}

export type ToWorker = StartMessage | CallMessage

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly output: Uint8Array; readonly memorySize: number }
  /** The operation failed; the instance is well. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  /** The instance is of no more use. */
  | { readonly type: 'died'; readonly message: string }
