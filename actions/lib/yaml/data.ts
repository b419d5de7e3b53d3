// Walking plain YAML data in which every scalar is text.
import type { Path } from './text-file.ts'

export type Mapping = Readonly<Record<string, unknown>>

/** The value as a mapping; an empty one when it is none. */
export function mappingOf(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {}
}

/** The value as a list; an empty one when it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The value as text; undefined when it is none. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The value at a path, or undefined. */
export function valueAtPath(data: unknown, path: Path): unknown {
  let value = data
  for (const name of path) {
    if (Array.isArray(value)) value = value[Number(name)]
    else if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) value = (value as Mapping)[name]
    else return undefined
  }
  return value
}

/** Every mapping of the data with its path, from the outside in. What contains itself by an alias is passed once. */
export function* mappings(
  data: unknown,
  path: Path = [],
  above: readonly unknown[] = [],
): Generator<{ readonly path: Path; readonly mapping: Mapping }> {
  if (typeof data !== 'object' || data === null || above.includes(data)) return
  const inside = [...above, data]
  if (Array.isArray(data)) {
    for (const [index, item] of data.entries()) yield* mappings(item, [...path, index], inside)
    return
  }
  yield { path, mapping: data as Mapping }
  for (const [key, value] of Object.entries(data)) yield* mappings(value, [...path, key], inside)
}
