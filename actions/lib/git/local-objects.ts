// A checkout in the workspace saves requests: what git has there need not come over the network.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openObjectStore } from './object-store.ts'

export type LocalObjects = {
  readonly blob: ((id: string) => Promise<Uint8Array | undefined>) | undefined
  readonly close: () => Promise<void>
}

/** The objects of the clone in the workspace, of whatever repository it is: blobs are known by their content. */
export function localObjects(workspace: string): LocalObjects {
  if (!existsSync(join(workspace, '.git'))) return { blob: undefined, close: async () => {} }
  const store = openObjectStore(workspace)
  return { blob: (id) => store.blob(id).catch(() => undefined), close: store.close }
}
