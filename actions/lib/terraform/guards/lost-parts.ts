// What an update takes away: nested blocks, items of lists and sets of objects, keys of maps. By values, never by text.

import { groupBy } from '../../text/group-by.ts'
import { count } from '../../text/words.ts'
import { isNothing, isObject, maxDepth, member, same, writtenPath } from './plain-values.ts'

type Path = readonly (string | number)[]
type Lost = { readonly path: Path; readonly label: string; readonly value: unknown }

/** Fields by which people and APIs tell items apart. An item whose name is gone is gone, and not another one with a new name. */
const identities = ['name', 'id', 'key', 'identifier', 'sid']

/** Pairing takes time with the square: longer rests are counted only. */
const maxPaired = 100

/**
 * Names of the parts, each as a reader would write it: `tag Env`-like paths, and `1 of 3 items of rule (port 22)`.
 * A list and a set look the same in JSON: items are paired by likeness, so that order says nothing.
 * @param unknown tree of what is known after apply only: it may hold anything, and is not lost
 */
export function lostParts(before: unknown, after: unknown, unknown: unknown): readonly string[] {
  const found: Lost[] = []
  compare(before, after, unknown, [], found)
  // Providers repeat a map with its defaults (`tags_all`, `effective_labels`): one loss is told once.
  const told = new Set<string>()
  return found.flatMap(({ path, label, value }) => {
    const last = path.at(-1)
    if (typeof last === 'string' && path.length > 1) {
      const key = JSON.stringify([last, typeof value === 'object' ? null : value])
      if (told.has(key)) return []
      told.add(key)
    }
    return [label]
  })
}

function compare(before: unknown, after: unknown, unknown: unknown, path: Path, found: Lost[]): void {
  if (unknown === true || path.length > maxDepth || isNothing(before)) return
  if (Array.isArray(before)) compareLists(before, after, unknown, path, found)
  else if (isObject(before)) compareObjects(before, after, unknown, path, found)
}

function compareObjects(
  before: Readonly<Record<string, unknown>>,
  after: unknown,
  unknown: unknown,
  path: Path,
  found: Lost[],
): void {
  if (isNothing(after) && path.length > 0 && !hasUnknown(unknown, 0)) {
    if (Object.values(before).every(isNothing)) return
    found.push({ path, label: writtenPath(path), value: before })
    return
  }
  for (const [key, value] of Object.entries(before)) {
    const below = [...path, key]
    const now = member(after, key)
    // A schema's attributes are always there, be it as null: what is absent altogether is a key of a map.
    const isKey = path.length > 0 && isObject(after) && !Object.hasOwn(after, key) && typeof value !== 'object'
    if (isKey && !hasUnknown(member(unknown, key), 0)) found.push({ path: below, label: writtenPath(below), value })
    else compare(value, now, member(unknown, key), below, found)
  }
}

function compareLists(before: readonly unknown[], after: unknown, unknown: unknown, path: Path, found: Lost[]): void {
  const objects = before.filter(isObject)
  if (objects.length === 0 || (!Array.isArray(after) && hasUnknown(unknown, 0))) return
  const now = Array.isArray(after) ? after : []
  const { lost, pairs } = pairItems(objects, now, (index) => member(unknown, index))
  if (lost.length > 0) {
    const named = lost.slice(0, 3).flatMap((item) => nameOf(item) ?? [])
    const all = lost.length === objects.length ? `all ${lost.length}` : `${lost.length} of ${objects.length}`
    const names = named.length === 0 ? '' : ` (${named.join('; ')})`
    const label =
      objects.length === 1
        ? `${writtenPath(path)}${names}`
        : `${all} ${count(objects.length, 'item').replace(/^\S+ /, '')} of ${writtenPath(path)}${names}`
    found.push({ path, label, value: lost })
  }
  for (const { item, index } of pairs) compare(item, now[index], member(unknown, index), [...path, index], found)
}

type Pairing = {
  readonly lost: readonly object[]
  readonly pairs: readonly { readonly item: object; readonly index: number }[]
}

/** First the equal, then those of one name, then the most alike; an item that is wholly unknown may be any. */
function pairItems(
  before: readonly object[],
  after: readonly unknown[],
  unknownAt: (index: number) => unknown,
): Pairing {
  const free = new Set(after.keys())
  const texts = groupBy(after.keys(), (index) => textOf(after[index]))
  let open = before.filter((item) => {
    const equal = texts.get(textOf(item))?.find((index) => free.has(index))
    if (equal !== undefined) free.delete(equal)
    return equal === undefined
  })
  const pairs: { item: object; index: number }[] = []
  if (open.length <= maxPaired && free.size <= maxPaired) {
    for (const likeness of [byIdentity, byFields]) {
      const scored = open.flatMap((item) =>
        [...free].map((index) => ({ item, index, score: likeness(item, after[index], unknownAt(index)) })),
      )
      for (const { item, index, score } of scored.sort((a, b) => b.score - a.score)) {
        if (score === 0 || !free.has(index) || !open.includes(item)) continue
        free.delete(index)
        open = open.filter((other) => other !== item)
        pairs.push({ item, index })
      }
    }
  } else open = open.slice(0, Math.max(0, open.length - free.size))
  return { lost: open, pairs }
}

/** 1 where both have the same name, by any field that is one. */
function byIdentity(item: object, other: unknown): number {
  return identities.some((field) => !isNothing(member(item, field)) && member(item, field) === member(other, field))
    ? 1
    : 0
}

/** How many fields are the same, those that say little left out. 0 where a name says that they are two things. */
function byFields(item: object, other: unknown, unknown: unknown): number {
  if (unknown === true) return 0.25
  const differs = (field: string) =>
    !isNothing(member(item, field)) && !isNothing(member(other, field)) && member(item, field) !== member(other, field)
  if (identities.some(differs)) return 0
  const alike = Object.entries(item).filter(
    ([key, value]) => !isNothing(value) && value !== false && value !== 0 && same(value, member(other, key)),
  )
  return alike.length + (hasUnknown(unknown, 0) ? 0.5 : 0)
}

/** Items are compared by this text; deeper ones count as unequal. Plans write keys in order. */
function textOf(item: unknown): string {
  try {
    return JSON.stringify(item) ?? ''
  } catch {
    return ''
  }
}

/** What a reader knows an item by: its name, else its first telling fields. */
function nameOf(item: object): string | undefined {
  const scalars = Object.entries(item).filter(
    ([, value]) => (typeof value === 'string' && value !== '') || typeof value === 'number',
  )
  const chosen = scalars.filter(([key]) => identities.includes(key)).slice(0, 1)
  const fields = (chosen.length > 0 ? chosen : scalars.slice(0, 2)).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`,
  )
  return fields.length === 0 ? undefined : fields.join(', ')
}

function hasUnknown(unknown: unknown, depth: number): boolean {
  if (typeof unknown !== 'object' || unknown === null || depth > maxDepth) return unknown === true
  return Object.values(unknown).some((child) => hasUnknown(child, depth + 1))
}
