// Objects written for the comparison with a real API server: one file a kind or aspect, cases as patches of a valid object.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { KubernetesObject } from '../testbed/api-server.ts'
import { isObject, mergePatch } from './merge-patch.ts'

export type Outcome = 'accepted' | 'refused'

export type Case = {
  /** `builtin/deployment: a selector that the template does not match`. */
  readonly name: string
  /** What its author says that the server does. The server decides. */
  readonly meant: Outcome
  readonly object: KubernetesObject
  /** What the cluster holds before; absent: nothing. */
  readonly old?: KubernetesObject
  /** The change from `old` to `object`, as a JSON merge patch. */
  readonly patch?: unknown
}

export type CaseFile = {
  readonly name: string
  /** A namespace for creations and one for updates, so that they do not meet. */
  readonly groups: readonly CaseGroup[]
}

export type CaseGroup = {
  readonly namespace: string
  /** Objects that are there before any case. */
  readonly with: readonly KubernetesObject[]
  readonly cases: readonly Case[]
}

type Patches = Readonly<Record<string, unknown>>

type Written = {
  readonly valid: unknown
  readonly with?: readonly unknown[]
  readonly accepted?: Patches
  readonly refused?: Patches
  readonly updates?: { readonly accepted?: Patches; readonly refused?: Patches }
}

const folder = join(import.meta.dirname, 'cases')

export function readCases(): readonly CaseFile[] {
  return globSync('**/*.yaml', { cwd: folder })
    .sort()
    .map((file) => caseFile(file.replace(/\.yaml$/, ''), parse(readFileSync(join(folder, file), 'utf8')) as Written))
}

function caseFile(name: string, written: Written): CaseFile {
  const short = name.split('/').at(-1) ?? name
  const creations = [
    { title: 'as it is', meant: 'accepted' as const, patch: {} },
    ...patches(written.accepted, 'accepted'),
    ...patches(written.refused, 'refused'),
  ]
  const updates = [...patches(written.updates?.accepted, 'accepted'), ...patches(written.updates?.refused, 'refused')]
  const group = (namespace: string, cases: typeof creations, existing: boolean): CaseGroup => {
    const placed = (value: unknown) => inNamespace(value, namespace)
    const valid = placed(written.valid) as KubernetesObject
    return {
      namespace,
      with: (written.with ?? []).map((one) => placed(one) as KubernetesObject),
      cases: cases.map(({ title, meant, patch }) => ({
        name: `${name}: ${existing ? 'update: ' : ''}${title}`,
        meant,
        object: mergePatch(valid, placed(patch)) as KubernetesObject,
        ...(existing ? { old: valid, patch: placed(patch) } : {}),
      })),
    }
  }
  const groups = [group(`truth-${short}`, creations, false)]
  if (updates.length > 0) groups.push(group(`truth-${short}-updates`, updates, true))
  return { name, groups }
}

function patches(written: Patches | undefined, meant: Outcome): { title: string; meant: Outcome; patch: unknown }[] {
  return Object.entries(written ?? {}).map(([title, patch]) => ({ title, meant, patch }))
}

/** `{{namespace}}` in any text stands for the namespace of the case. */
function inNamespace(value: unknown, namespace: string): unknown {
  if (typeof value === 'string') return value.replaceAll('{{namespace}}', namespace)
  if (Array.isArray(value)) return value.map((one) => inNamespace(one, namespace))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [inNamespace(key, namespace), inNamespace(one, namespace)]),
  )
}
