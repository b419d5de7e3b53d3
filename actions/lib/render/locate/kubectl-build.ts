// Test support: what kubectl's kustomize makes of an overlay, and where it says each object came from.
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { parseAllDocuments } from 'yaml'
import type { KubernetesObject } from '../../kubernetes/object.ts'

/** What kustomize's own record says of an object: an independent truth for where it was written. */
export type BuiltOrigin = { readonly file: string; readonly generator?: string }
export type Built = { readonly object: KubernetesObject; readonly origin: BuiltOrigin }

export function hasKubectl(): boolean {
  return spawnSync('kubectl', ['kustomize', '--help']).status === 0
}

/** Renders an overlay of a directory tree, with origins taken out of the objects. */
export function kubectlBuild(root: string, overlay: string): readonly Built[] {
  const copy = mkdtempSync(join(tmpdir(), 'locate-'))
  try {
    cpSync(root, copy, { recursive: true })
    appendFileSync(join(copy, overlay, 'kustomization.yaml'), '\nbuildMetadata: [originAnnotations]\n')
    const text = execFileSync('kubectl', ['kustomize', join(copy, overlay)], { encoding: 'utf8', maxBuffer: 64 << 20 })
    return parseAllDocuments(text, { version: '1.2' }).map((document) => built(document.toJS(), overlay))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

type Annotated = KubernetesObject & { metadata: { annotations?: Record<string, string> } }

function built(object: Annotated, overlay: string): Built {
  const { 'config.kubernetes.io/origin': text = '', ...annotations } = object.metadata.annotations ?? {}
  const value = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1]
  const { annotations: _, ...metadata } = object.metadata
  const generator = value('  kind') ?? value('kind')
  return {
    object: {
      ...object,
      metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
    } as KubernetesObject,
    origin: {
      file: posix.normalize(`${overlay}/${value('path') ?? value('configuredIn')}`),
      ...(generator !== undefined && { generator }),
    },
  }
}

/** Reads files of a directory as a locator does. */
export function readBelow(root: string): (path: string) => Promise<string | undefined> {
  return async (path) => {
    try {
      return readFileSync(join(root, path), 'utf8')
    } catch {
      return undefined
    }
  }
}

/** JSON pointers of every scalar of a value. */
export function leavesOf(value: unknown, pointer = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]]
  return Object.entries(value).flatMap(([name, part]) =>
    leavesOf(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}
