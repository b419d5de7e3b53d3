// How two texts differ: as JSON where both are, else by lines, else as they are.
import { diffArrays } from 'diff'
import { checkLimits } from '../plan/json-limits.ts'
import { type Redactor, redacted } from '../redact/redactor.ts'
import { trimEqual } from './align-lists.ts'
import type { Place, Rows } from './difference-rows.ts'
import type { Pair } from './differences.ts'
import { isContainer, memberOf, membersOf } from './marks.ts'
import { writeLines, writePair, writeText } from './write-value.ts'

/** Longer text is not read as JSON, and not compared by lines. */
const textLimit = 512 * 1024
const jsonLimits = { depth: 64, values: 50_000, bytes: textLimit }
const maxEdits = 1000

/**
 * Writes down how two different texts differ. Secrets are looked for in the whole text before it is taken apart, since one may
 * have many lines, or be JSON itself.
 * @param compare what compares JSON
 */
export function textDifferences(
  before: string,
  after: string,
  place: Place,
  rows: Rows,
  compare: (pair: Pair, place: Place, rows: Rows) => void,
): void {
  const { redactor } = rows
  const json = { before: readJsonText(before, redactor), after: readJsonText(after, redactor) }
  if (json.before !== undefined && json.after !== undefined) {
    let found = 0
    const inside = { ...place, text: `${place.text} (JSON)` }
    const counted: Rows = {
      redactor,
      add: (...row) => {
        found++
        rows.add(...row)
      },
    }
    compare({ ...json, unknown: false, beforeMark: false, afterMark: false }, inside, counted)
    // The same data in another form.
    if (found === 0)
      rows.add({ ...place, text: `${place.text} (form of JSON)` }, () => writeSides(before, after, redactor))
    return
  }
  if ((before.includes('\n') || after.includes('\n')) && Math.max(before.length, after.length) <= textLimit) {
    lineDifferences(before, after, place, rows)
    return
  }
  rows.add(place, () => writeSides(before, after, redactor))
}

/**
 * A text that is an object or a list in JSON, undefined for any other; also where a secret stands in it that is more than one
 * value of it, so that it cannot be taken out of the values one by one.
 */
export function readJsonText(text: string, redactor: Redactor): object | undefined {
  if (text.length > textLimit || !/^\s*[[{]/.test(text)) return undefined
  const value = parse(text)
  if (value === undefined) return undefined
  const safe = redactor.text(text)
  if (safe === text) return value
  const safeValue = parse(safe)
  return safeValue !== undefined && isSameShape(value, safeValue) ? value : undefined
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    checkLimits(value, jsonLimits)
    return isContainer(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isSameShape(one: unknown, other: unknown): boolean {
  if (!isContainer(one) || !isContainer(other)) return isContainer(one) === isContainer(other)
  const names = Object.keys(one)
  if (Array.isArray(one) !== Array.isArray(other) || names.length !== membersOf(other).length) return false
  return names.every((name) => Object.hasOwn(other, name) && isSameShape(memberOf(one, name), memberOf(other, name)))
}

function lineDifferences(before: string, after: string, place: Place, rows: Rows): void {
  const old = readLines(before, rows.redactor)
  const fresh = readLines(after, rows.redactor)
  const { start: first, ...ends } = trimEqual(
    old.compared,
    fresh.compared,
    (index, other) => old.compared[index] === fresh.compared[other],
  )
  const parts = diffArrays(old.compared.slice(first, ends.beforeEnd), fresh.compared.slice(first, ends.afterEnd), {
    maxEditLength: maxEdits,
  })
  // Every difference is inside a secret of many lines, or there are too many.
  if (parts === undefined || parts.every(({ added, removed }) => !added && !removed)) {
    rows.add(place, () => ({ before: writeLines(old.shown), after: writeLines(fresh.shown) }))
    return
  }
  let line = { before: first, after: first }
  for (const [index, { added, removed, value }] of parts.entries()) {
    const { length } = value
    const start = line
    line = { before: line.before + (added ? 0 : length), after: line.after + (removed ? 0 : length) }
    const next = parts[index + 1]
    // Lines that are taken out come first, and what stands in their place is told with them.
    if (removed) {
      const into = next?.added ? next.value.length : 0
      const shown = fresh.shown.slice(start.after, start.after + into)
      lineRow(place, rows, start.before, old.shown.slice(start.before, line.before), into > 0 ? shown : undefined)
    } else if (added && !parts[index - 1]?.removed) {
      lineRow(place, rows, start.after, undefined, fresh.shown.slice(start.after, line.after))
    }
  }
}

function lineRow(
  place: Place,
  rows: Rows,
  start: number,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): void {
  const last = start + (before ?? after ?? []).length
  const lines = last - start > 1 ? `lines ${start + 1}-${last}` : `line ${start + 1}`
  rows.add({ ...place, text: `${place.text} (${lines})` }, () => ({
    ...(before === undefined ? {} : { before: writeLines(before) }),
    ...(after === undefined ? {} : { after: writeLines(after) }),
  }))
}

/** Lines without secrets, and what to compare them by: as they are where no secret has more than one of them, so that a secret that changes is a change. */
function readLines(text: string, redactor: Redactor) {
  const compared = text.split('\n')
  const shown = redactor.text(text).split('\n')
  return compared.length === shown.length ? { compared, shown } : { compared: shown, shown }
}

function writeSides(before: string, after: string, redactor: Redactor) {
  const safe = { before: redactor.text(before), after: redactor.text(after) }
  if (safe.before.includes('\n') || safe.after.includes('\n') || safe.before === safe.after) {
    return { before: writeText(before, redactor), after: writeText(after, redactor) }
  }
  return safe.before === redacted && safe.after === redacted ? safe : writePair(safe.before, safe.after)
}
