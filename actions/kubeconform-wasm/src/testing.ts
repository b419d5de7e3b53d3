// Trees and engines for the tests of this package.

import { existsSync } from 'node:fs'
import type { FileEntry, FileTree } from './protocol.ts'

/** Whether the engine was built; a test that needs it fails under `CI=true` and is skipped elsewhere. */
export const isBuilt = existsSync(new URL('../../dist/engine.wasm.br', import.meta.url))

let trees = 0

/** A tree of texts by path, and what was asked of it. */
export const treeOf = (files: Readonly<Record<string, string>>): FileTree & { readonly asked: string[] } => {
  const asked: string[] = []
  const paths = Object.keys(files)
  const read = (path: string): FileEntry => {
    asked.push(path)
    const text = files[path]
    if (text !== undefined) return { type: 'file', bytes: new TextEncoder().encode(text) }
    const isDirectory = path === '' || paths.some((file) => file.startsWith(`${path}/`))
    return isDirectory ? { type: 'directory' } : { type: 'missing' }
  }
  const list = (directory: string) => paths.filter((path) => directory === '' || path.startsWith(`${directory}/`))
  return { id: `test-${trees++}`, read, list, asked }
}

/** A plain directory with one ConfigMap, whose data is given. */
export const configMapTree = (data: string): FileTree =>
  treeOf({ 'app/settings.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n${data}\n` })

export const renderApp = { source: { type: 'directory', path: 'app' }, kubernetesVersions: ['1.36'] } as const
