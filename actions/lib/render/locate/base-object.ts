// Where a rendered object was written first: by name in the documents of its file.
import type { KubernetesObject } from '../../kubernetes/object.ts'
import type { YamlDocument, YamlSource } from '../../yaml/source-document.ts'
import { namesAlong } from './identity.ts'
import type { Route } from './kustomization-tree.ts'
import { isPlainMap, listOf, mapOf, textOf } from './plain.ts'
import { groupAndVersion } from './target-selector.ts'

export type WrittenObject = {
  readonly document: YamlDocument
  /** Pointer to the object in its document: '' or an item of a List. */
  readonly prefix: string
  readonly value: Readonly<Record<string, unknown>>
  readonly name: string
  readonly namespace?: string
}

/** Every object of a file, items of Lists included. */
function writtenObjects(source: YamlSource): readonly WrittenObject[] {
  return source.documents.flatMap((document) => {
    const value = document.value()
    if (!isPlainMap(value)) return []
    const items = typeof value.kind === 'string' && value.kind.endsWith('List') ? listOf(value.items) : []
    const written =
      items.length > 0 ? items.map((item, index) => [item, `/items/${index}`] as const) : [[value, ''] as const]
    return written.flatMap(([object, prefix]) => (isPlainMap(object) ? [describe(document, prefix, object)] : []))
  })
}

function describe(document: YamlDocument, prefix: string, value: WrittenObject['value']): WrittenObject {
  const { name, namespace } = mapOf(value.metadata)
  const space = textOf(namespace)
  return { document, prefix, value, name: String(name ?? ''), ...(space !== undefined && { namespace: space }) }
}

type Index = {
  readonly all: readonly WrittenObject[]
  /** By group and kind. */
  readonly byType: ReadonlyMap<string, readonly WrittenObject[]>
}

/** A file of thousands of objects may be asked for each of them. */
const indices = new WeakMap<YamlSource, Index>()

function indexOf(source: YamlSource): Index {
  const known = indices.get(source)
  if (known !== undefined) return known
  const all = writtenObjects(source)
  // Not Map.groupBy: Node 20 does not have it.
  const byType = new Map<string, WrittenObject[]>()
  for (const written of all) {
    const type = typeOf(written.value)
    byType.set(type, [...(byType.get(type) ?? []), written])
  }
  const index = { all, byType }
  indices.set(source, index)
  return index
}

function typeOf({ apiVersion, kind }: Readonly<Record<string, unknown>>): string {
  return `${groupAndVersion(String(apiVersion ?? ''))[0]}/${String(kind ?? '')}`
}

export type Fit = { readonly written: WrittenObject; readonly route: Route }

/** Says whether a file holds an object of the same group and kind: no other can be what it was rendered from. */
export function hasKindOf(source: YamlSource, object: KubernetesObject): boolean {
  return indexOf(source).byType.has(typeOf(object))
}

/** How well the best object of a file fits a rendered one: 0 not at all, from `exactFit` on by its whole name. */
export function fitOf(source: YamlSource, object: KubernetesObject, routes: readonly Route[]): number {
  const candidates = indexOf(source).byType.get(typeOf(object)) ?? []
  const scores = candidates.flatMap((written) =>
    (routes.length > 0 ? routes : [[]]).map((route) => score(written, object, route)),
  )
  return Math.max(0, ...scores)
}

/**
 * The written object that became the rendered one, and the way that it took. Its name with the prefixes and suffixes of the way is
 * the rendered name; failing that, the longest name that the rendered one contains; failing that, the only one of its kind.
 */
export function baseObject(source: YamlSource, object: KubernetesObject, routes: readonly Route[]): Fit | undefined {
  const index = indexOf(source)
  const candidates = index.byType.get(typeOf(object)) ?? []
  const fits = candidates.flatMap((written) =>
    (routes.length > 0 ? routes : [[]]).map((route) => ({ written, route, score: score(written, object, route) })),
  )
  const best = fits.reduce<(typeof fits)[number] | undefined>(
    (first, next) => (next.score > (first?.score ?? 0) ? next : first),
    undefined,
  )
  if (best !== undefined) return best
  const [alone, ...others] = candidates.length > 0 ? candidates : index.all
  return alone === undefined || others.length > 0 ? undefined : { written: alone, route: routes[0] ?? [] }
}

const wholeName = 10_000
export const exactFit = 2 * wholeName

/** 0: no fit. The name weighs more than the namespace. */
function score(written: WrittenObject, object: KubernetesObject, route: Route): number {
  const rendered = object.metadata.name
  if (written.name === '' || rendered === undefined) return 0
  const names = namesAlong(written.name, route)
  const namespace = route.findLast((layer) => textOf(layer.value.namespace) !== undefined)?.value.namespace
  const agrees = (textOf(namespace) ?? written.namespace ?? object.metadata.namespace) === object.metadata.namespace
  const byNamespace = (agrees ? 2 : 0) + (written.namespace === object.metadata.namespace ? 1 : 0)
  if (names.at(-1) === rendered) return 3 * wholeName + byNamespace
  // Some kinds take no prefix, and the namespace transformer renames a Namespace.
  if (written.name === rendered || (object.kind === 'Namespace' && namespace === rendered))
    return 2 * wholeName + byNamespace
  return rendered.includes(written.name) ? written.name.length * 4 + byNamespace : 0
}
