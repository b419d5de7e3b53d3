// Reading plain JSON that may have any shape: what is missing or of the wrong type reads as nothing, never as an error.
import type { JsonObject, JsonValue } from '../kubernetes/object.ts'

type Maybe = JsonValue | undefined
export type Segment = string | number

const nothing: JsonObject = Object.freeze({})
const noItems: readonly JsonValue[] = Object.freeze([])

export const isObject = (value: Maybe): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The value at a path, or undefined. What objects inherit reads as nothing: `constructor` is a legal label key.
 * (Called for every field of every object: a test of the type costs a fraction of `Object.hasOwn`.)
 */
export const field = (value: Maybe, ...path: readonly Segment[]): Maybe => {
  let current: Maybe = value
  for (const segment of path) {
    if (typeof current !== 'object' || current === null || segment === '__proto__') return undefined
    const next: unknown = (current as Readonly<Record<Segment, JsonValue>>)[segment]
    if (typeof next === 'function') return undefined
    current = next as Maybe
  }
  return current
}

export const objectAt = (value: Maybe, ...path: readonly Segment[]): JsonObject => {
  const found = field(value, ...path)
  return isObject(found) ? found : nothing
}

export const listAt = (value: Maybe, ...path: readonly Segment[]): readonly JsonValue[] => {
  const found = field(value, ...path)
  return Array.isArray(found) ? found : noItems
}

/** A non-empty string at a path, or undefined. */
export const textAt = (value: Maybe, ...path: readonly Segment[]): string | undefined => {
  const found = field(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export const numberAt = (value: Maybe, ...path: readonly Segment[]): number | undefined => {
  const found = field(value, ...path)
  return typeof found === 'number' ? found : undefined
}

/** A JSON pointer (RFC 6901) of the segments. */
export const pointer = (...segments: readonly Segment[]): string =>
  segments.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/**
 * Visits every string below a value with its path. The path array is reused: copy it to keep it.
 * Recursion ends at 200 levels; nothing that the API server accepts is deeper.
 */
export const visitStrings = (
  value: Maybe,
  visit: (text: string, path: readonly Segment[]) => void,
  path: Segment[] = [],
): void => {
  if (typeof value === 'string') {
    visit(value, path)
    return
  }
  if (typeof value !== 'object' || value === null || path.length > 200) return
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index)
      visitStrings(value[index], visit, path)
      path.pop()
    }
    return
  }
  for (const key of Object.keys(value)) {
    path.push(key)
    visitStrings((value as JsonObject)[key], visit, path)
    path.pop()
  }
}

type Match = { readonly value: JsonValue; readonly path: readonly Segment[] }

const collect = (value: Maybe, pattern: readonly Segment[], depth: number, path: Segment[], found: Match[]): void => {
  if (value === undefined) return
  const segment = pattern[depth]
  if (segment === undefined) {
    found.push({ value, path: [...path] })
    return
  }
  const keys =
    segment !== '*' ? [segment] : Array.isArray(value) ? value.keys() : isObject(value) ? Object.keys(value) : []
  for (const key of keys) {
    path.push(key)
    collect(field(value, key), pattern, depth + 1, path, found)
    path.pop()
  }
}

/** Every value at a path in which `*` stands for each item of a list or each field of an object, with its path. */
export const matchPath = (value: Maybe, pattern: readonly Segment[]): readonly Match[] => {
  const found: Match[] = []
  collect(value, pattern, 0, [], found)
  return found
}
