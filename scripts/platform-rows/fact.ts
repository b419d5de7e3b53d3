// What a row of the requirements says about one rendered object, and how it is looked up.

import type { JsonValue, KubernetesObject } from '../../actions/lib/kubernetes/object.ts'

/** `is` compares the whole value; `contains` looks for a piece of text, for values such as configuration files and queries. */
export type Expected = { readonly is: JsonValue } | { readonly contains: string }

export type Fact = {
  readonly row: string
  /** The file, from the root of the repository, that carries the row. */
  readonly file: string
  /** The path that Argo CD syncs. */
  readonly application: string
  /** `apiVersion/Kind namespace/name`; a trailing `*` stands for the hash of a generated name. */
  readonly object: string
  readonly pointer: string
  readonly expected: Expected
}

/** Returns `apiVersion/Kind namespace/name`, without `namespace/` for cluster-scoped objects. */
export function objectRef(object: KubernetesObject): string {
  const { name, namespace } = object.metadata
  return `${object.apiVersion}/${object.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`
}

/** Takes rendered objects and a reference; throws when not exactly one object answers to it. */
export function findObject(objects: readonly KubernetesObject[], ref: string): KubernetesObject {
  const matches = objects.filter((object) => {
    const candidate = objectRef(object)
    return ref.endsWith('*') ? candidate.startsWith(ref.slice(0, -1)) : candidate === ref
  })
  const [match] = matches
  if (match === undefined || matches.length > 1)
    throw new Error(`${matches.length} objects answer to ${ref}, expected one`)
  return match
}

/** Resolves a JSON pointer (RFC 6901); returns undefined where nothing is. */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  const keys = pointer.split('/').slice(1)
  return keys.reduce<JsonValue | undefined>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return (value as { readonly [key: string]: JsonValue })[key.replaceAll('~1', '/').replaceAll('~0', '~')]
  }, root)
}
