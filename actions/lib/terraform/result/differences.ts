// What differs between an object before and after, attribute by attribute.
import type { ResourceChange } from '../plan/plan.ts'
import { type Redactor, redacted } from '../redact/redactor.ts'
import { alignLists } from './align-lists.ts'
import { collectRows, type Differences, type Place, placeOf, type Rows, wholeObject } from './difference-rows.ts'
import { hasMark, isContainer, isHidden, isMarked, isSame, markOf, memberOf, membersOf } from './marks.ts'
import { readJsonText, textDifferences } from './text-differences.ts'
import { countLeaves, knownAfterApply, type MarkedValue, writeText, writeValue } from './write-value.ts'

export type ChangedObject = Pick<
  ResourceChange,
  'before' | 'after' | 'afterUnknown' | 'beforeSensitive' | 'afterSensitive' | 'replacePaths'
>

/** A value on both sides, with what is known of it. */
export type Pair = {
  readonly before: unknown
  readonly after: unknown
  readonly unknown: unknown
  readonly beforeMark: unknown
  readonly afterMark: unknown
}

/** Collections that are put in or taken out whole are one difference up to so many leaves; larger ones are one for each leaf. */
const leavesInOne = 12

/**
 * The differences of one object, in the order of its attributes. What is sensitive on either side is `(sensitive)` on both, what
 * the provider will tell is `(known after apply)`; nothing (null, absent) is the same as no attribute. Lists are compared by
 * what their elements have in common, JSON inside text as JSON, text of many lines by lines.
 * @param limit of the differences; further ones are counted
 */
export function differencesOf(change: ChangedObject, redactor: Redactor, limit: number): Differences {
  const rows = collectRows(redactor, change.replacePaths, limit)
  const pair: Pair = {
    before: change.before,
    after: change.after,
    unknown: change.afterUnknown,
    beforeMark: change.beforeSensitive,
    afterMark: change.afterSensitive,
  }
  // Objects are told by their attributes even where the whole is marked: their names come from the provider's schema.
  if (isObject(pair.before) || isObject(pair.after)) compareMembers(pair, wholeObject, rows)
  else compare(pair, wholeObject, rows)
  return rows.result()
}

/** Writes down how two values differ. */
export function compare(pair: Pair, place: Place, rows: Rows): void {
  const { before, after, unknown, beforeMark, afterMark } = pair
  const isUnknown = isMarked(unknown)
  if (isHidden(before, beforeMark) || isHidden(after, afterMark)) {
    if (isNothing(before) && isNothing(after) && !isUnknown) return
    const remarked = isMarked(beforeMark) !== isMarked(afterMark)
    if (isUnknown || remarked || !isSame(before ?? null, after ?? null)) hiddenRow(pair, place, rows)
    return
  }
  if (isUnknown) {
    rows.add(place, () => ({ ...side('before', before, pair, rows), after: knownAfterApply }))
    return
  }
  if (before === after || (isNothing(before) && isNothing(after))) return
  if (isNothing(before) || isNothing(after)) compareWithNothing(pair, place, rows)
  else if (Array.isArray(before) && Array.isArray(after)) compareLists(pair, before, after, place, rows)
  else if (isObject(before) && isObject(after)) compareMembers(pair, place, rows)
  else if (typeof before === 'string' && typeof after === 'string') textDifferences(before, after, place, rows, compare)
  else rows.add(place, () => ({ ...side('before', before, pair, rows), ...side('after', after, pair, rows) }))
}

function compareMembers(pair: Pair, place: Place, rows: Rows): void {
  const isWhole = place === wholeObject && (isNothing(pair.before) || isNothing(pair.after))
  // The order of the tool, of which those that are known after apply are no part.
  for (const name of [...membersOf(pair.before, pair.after, pair.unknown)].sort()) {
    const member = memberPair(pair, name, name)
    // Attributes that were never set are no news of an object that comes or goes.
    if (isWhole && isEmptyCollection(member.before ?? member.after) && !isMarked(member.unknown)) continue
    compare(member, placeOf(place, name, rows.redactor), rows)
  }
}

function compareLists(
  pair: Pair,
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
  rows: Rows,
): void {
  for (const aligned of alignLists(before, after, pair.unknown)) {
    const inside = placeOf(place, aligned.after ?? aligned.before ?? 0, rows.redactor)
    const member = memberPair(pair, aligned.before, aligned.after)
    if (!isNothing(member.before) || !isNothing(member.after) || hasMark(member.unknown)) compare(member, inside, rows)
    // In a list nothing has a place too.
    else rows.add(inside, () => (aligned.after === undefined ? { before: 'null' } : { after: 'null' }))
  }
}

/** A value that comes or goes. A large collection is told by its members. */
function compareWithNothing(pair: Pair, place: Place, rows: Rows): void {
  const value = pair.before ?? pair.after
  const json = typeof value === 'string' ? readJsonText(value, rows.redactor) : undefined
  if (json !== undefined) {
    const inside = { ...place, text: `${place.text} (JSON)` }
    const unmarked = { unknown: false, beforeMark: false, afterMark: false }
    const sides = isNothing(pair.before) ? { before: null, after: json } : { before: json, after: null }
    compareWithNothing({ ...sides, ...unmarked }, inside, rows)
    return
  }
  if (isContainer(value) && countLeaves(value, leavesInOne + 1) > leavesInOne) {
    for (const name of membersOf(value, pair.unknown)) {
      const key = Array.isArray(value) ? Number(name) : name
      compare(memberPair(pair, key, key), placeOf(place, key, rows.redactor), rows)
    }
    return
  }
  rows.add(place, () => ({ ...side('before', pair.before, pair, rows), ...side('after', pair.after, pair, rows) }))
}

/** The pair of two members, which have different places in lists. Undefined: there is none on that side. */
function memberPair(pair: Pair, before: string | number | undefined, after: string | number | undefined): Pair {
  return {
    before: before === undefined ? null : memberOf(pair.before, before),
    after: after === undefined ? null : memberOf(pair.after, after),
    unknown: after === undefined ? false : markOf(pair.unknown, after),
    beforeMark: before === undefined ? false : markOf(pair.beforeMark, before),
    afterMark: after === undefined ? false : markOf(pair.afterMark, after),
  }
}

function hiddenRow({ before, after, unknown }: Pair, place: Place, rows: Rows): void {
  rows.add(place, () => ({
    ...(isNothing(before) ? {} : { before: redacted }),
    ...(isMarked(unknown) ? { after: knownAfterApply } : isNothing(after) ? {} : { after: redacted }),
  }))
}

function side(name: 'before' | 'after', value: unknown, pair: Pair, { redactor }: Rows) {
  if (isNothing(value)) return {}
  if (typeof value === 'string') return { [name]: writeText(value, redactor) }
  const marked: MarkedValue = {
    value,
    ...(name === 'after' ? { unknown: pair.unknown } : {}),
    marks: [pair.beforeMark, pair.afterMark],
  }
  return { [name]: writeValue(marked, redactor) }
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined
const isObject = (value: unknown) => isContainer(value) && !Array.isArray(value)
const isEmptyCollection = (value: unknown) => isContainer(value) && Object.keys(value).length === 0
