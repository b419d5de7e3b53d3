// A path into a rendered object whose list elements are known by what they are, not by where they stand: overlays reorder lists.
import type { KubernetesObject } from '../../kubernetes/object.ts'
import { pointerNames, pointerSegment } from '../../yaml/pointer.ts'
import { agree, mergeKeysOf, tellingField } from './merge-keys.ts'
import { isPlainMap, saysTheSame } from './plain.ts'

export type Item = {
  readonly index: number
  /** The element as rendered, and the list that it stands in. */
  readonly element: unknown
  readonly list: readonly unknown[]
  /** The keys by which a strategic merge patch finds it; absent when a patch replaces the list. */
  readonly mergeKeys?: readonly string[]
}

export type Step = {
  readonly name: string
  /** Set when the step leads to an element of a list. */
  readonly item?: Item
  /** The step leads to a list that a strategic merge patch merges by keys. */
  readonly merges: boolean
}

/** The steps of a JSON pointer into a rendered object. Parts that do not exist are fields by name. */
export function namedPath(object: KubernetesObject, pointer: string): Step[] {
  const names = pointerNames(pointer)
  let current: unknown = object
  return names.map((name, depth) => {
    const keysOf = (length: number) => mergeKeysOf(object.apiVersion, object.kind, names.slice(0, length))
    if (!Array.isArray(current)) {
      current = isPlainMap(current) && Object.hasOwn(current, name) ? current[name] : undefined
      return { name, merges: keysOf(depth + 1) !== undefined }
    }
    const list: readonly unknown[] = current
    const index = Number(name)
    const mergeKeys = keysOf(depth)
    current = list[index]
    return { name, merges: false, item: { index, element: current, list, ...(mergeKeys && { mergeKeys }) } }
  })
}

/** The index at which a list holds the element; undefined when it holds none like it. */
export function indexOfItem(list: readonly unknown[], item: Item): number | undefined {
  const { index, element, mergeKeys } = item
  if (element === undefined) return undefined
  if (saysTheSame(list[index], element)) return index
  const keys = mergeKeys ?? [tellingField(item.list)].filter((key) => key !== undefined)
  const found = keys.length > 0 ? list.findIndex((candidate) => agree(candidate, element, keys)) : -1
  if (found >= 0) return found
  const equal = list.findIndex((candidate) => saysTheSame(candidate, element))
  if (equal >= 0) return equal
  // Its key was changed on the way: the name of a port is as good as its number.
  const renamed = list.findIndex((candidate) => agree(candidate, element, ['name']))
  if (renamed >= 0) return renamed
  return list.length === item.list.length || mergeKeys === undefined ? existing(list, index) : undefined
}

function existing(list: readonly unknown[], index: number): number | undefined {
  return index >= 0 && index < list.length ? index : undefined
}

export type Resolved = {
  /** JSON pointer to the deepest part of the path that the value has. */
  readonly pointer: string
  /** How many steps of the path it has. */
  readonly depth: number
  readonly value: unknown
}

/** Follows steps in a value as written. */
export function resolveSteps(root: unknown, steps: readonly Step[]): Resolved {
  let value = root
  let pointer = ''
  for (const [depth, { name, item }] of steps.entries()) {
    let next: string | undefined
    if (Array.isArray(value)) next = indexOfItem(value, item ?? notAnItem(name))?.toString()
    else if (isPlainMap(value) && Object.hasOwn(value, name)) next = name
    if (next === undefined) return { pointer, depth, value }
    value = (value as Readonly<Record<string, unknown>>)[next]
    pointer += `/${pointerSegment(next)}`
  }
  return { pointer, depth: steps.length, value }
}

/** A list as written where the rendered object has none: nothing in it can be told. */
function notAnItem(name: string): Item {
  return { index: Number(name), element: undefined, list: [] }
}
