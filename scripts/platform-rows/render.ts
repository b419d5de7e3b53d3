// How the row tests get objects: a kustomization through `kubectl kustomize`, a plain directory by reading it.

import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseAllDocuments } from 'yaml'
import type { KubernetesObject } from '../../actions/lib/kubernetes/object.ts'

/** Takes a path from the root of the repository, returns the objects that Argo CD would sync from it. */
export type RenderApplication = (path: string) => Promise<readonly KubernetesObject[]>

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

const run = promisify(execFile)
const options = { timeout: 30_000, maxBuffer: 64 * 1024 * 1024 }

/** Renders a kustomization with the kubectl of this machine; throws with kubectl's own message when it does not build. */
export const renderWithKubectl: RenderApplication = async (path) => {
  const { stdout } = await run('kubectl', ['kustomize', join(repositoryRoot, path)], options)
  return parseObjects(stdout, path)
}

/** Reads a plain directory as Argo CD does with `recurse`: every YAML file below it. */
export const readDirectory: RenderApplication = async (path) => {
  const entries = await readdir(join(repositoryRoot, path), { recursive: true })
  const files = entries.filter((entry) => entry.endsWith('.yaml')).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(repositoryRoot, path, file), 'utf8')))
  return texts.flatMap((text, index) => parseObjects(text, `${path}/${files[index]}`))
}

function parseObjects(text: string, origin: string): readonly KubernetesObject[] {
  return parseAllDocuments(text).flatMap((document) => {
    const [error] = document.errors
    if (error !== undefined) throw new Error(`${origin}: ${error.message}`)
    const value: unknown = document.toJS()
    return isObject(value) ? [value] : []
  })
}

function isObject(value: unknown): value is KubernetesObject {
  return typeof value === 'object' && value !== null && 'kind' in value && 'metadata' in value
}
