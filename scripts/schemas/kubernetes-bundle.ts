// The bundle of built-in kinds: several minors in one pool, each definition stored once by content.
import { byCodePoint, type JsonRecord, sorted } from './json.ts'
import { completeLifecycle, type Lifecycle } from './lifecycle.ts'
import type { Minor } from './openapi.ts'

export type KindEntry = {
  readonly definition: string
  readonly plural: string
  readonly namespaced: boolean
  readonly versions: readonly string[]
}

export type KubernetesBundle = {
  readonly versions: readonly string[]
  readonly definitions: readonly JsonRecord[]
  readonly names: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly kinds: Readonly<Record<string, KindEntry>>
  readonly lifecycle: Readonly<Record<string, Lifecycle>>
}

/** Joins minors, oldest first. Throws when a kind changes its plural or scope between minors: then one entry cannot serve. */
export function kubernetesBundle(
  minors: Readonly<Record<string, Minor>>,
  lifecycle: Readonly<Record<string, Lifecycle>>,
): KubernetesBundle {
  const pool = new Map<string, number>()
  const names: Record<string, Record<string, number>> = {}
  const kinds = new Map<string, KindEntry>()
  for (const [version, minor] of Object.entries(minors)) {
    const indexOf = (schema: JsonRecord) => {
      const key = JSON.stringify(schema)
      const index = pool.get(key) ?? pool.size
      pool.set(key, index)
      return index
    }
    const inOrder = [...minor.definitions].sort(([a], [b]) => byCodePoint(a, b))
    names[version] = Object.fromEntries(inOrder.map(([name, schema]) => [name, indexOf(schema)]))
    for (const [key, kind] of minor.kinds) {
      const known = kinds.get(key)
      if (known !== undefined && (known.plural !== kind.plural || known.namespaced !== kind.namespaced)) {
        throw new Error(`${key} changes its plural or scope in ${version}`)
      }
      // The newest minor's definition name: in all minors so far it is the same.
      kinds.set(key, { ...kind, versions: [...(known?.versions ?? []), version] })
    }
  }
  return {
    versions: Object.keys(minors),
    definitions: [...pool.keys()].map((text) => JSON.parse(text)),
    names,
    kinds: sorted(kinds),
    lifecycle: completeLifecycle(lifecycle, Object.fromEntries(kinds), Object.keys(minors)),
  }
}
