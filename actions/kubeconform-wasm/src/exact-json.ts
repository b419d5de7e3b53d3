// JSON that carries integers beyond 2^53 through JavaScript, which would round them.

import { randomUUID } from 'node:crypto'

// An integer that a double cannot hold travels as a string with this mark, which no input can guess.
const mark = `${randomUUID()}:`
const markedText = new RegExp(`"${mark}(-?\\d+)"`, 'g')
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g

/** For each object that holds a rounded integer, somewhere below, the same object with marks instead. */
const exactForms = new WeakMap<object, unknown>()

const markLongIntegers = (text: string): string =>
  text.replace(stringOrLongInteger, (found) =>
    found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${mark}${found}"`,
  )

/** Rounds every mark, and remembers the exact form of whatever lies above one. */
const round = (value: unknown): unknown => {
  if (typeof value === 'string') return value.startsWith(mark) ? Number(value.slice(mark.length)) : value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, inner, round(inner)] as const)
  const changed = entries.some(([, inner, rounded]) => inner !== rounded)
  if (!changed) return value
  const rounded = entries.map(([key, , inner]) => [key, inner] as const)
  const result: object = Array.isArray(value) ? rounded.map(([, inner]) => inner) : Object.fromEntries(rounded)
  exactForms.set(result, value)
  return result
}

/**
 * Parses JSON. Integers beyond 2^53 are rounded as JavaScript numbers are, but `stringifyExact` gives them back exactly
 * as long as it is handed the same objects, not copies.
 */
export const parseExact = (text: string): unknown =>
  /\d{16}/.test(text) ? round(JSON.parse(markLongIntegers(text))) : JSON.parse(text)

/** JSON text of a value, exact where `parseExact` made its objects. */
export const stringifyExact = (value: unknown): string => {
  let exact = false
  const text = JSON.stringify(value, (_key, inner: unknown) => {
    const form = typeof inner === 'object' && inner !== null ? exactForms.get(inner) : undefined
    if (form === undefined) return inner
    exact = true
    return form
  })
  return exact ? text.replace(markedText, '$1') : text
}

/** Whether two values are the same JSON, digit for digit where `parseExact` made their objects. */
export const equalExact = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  const text = JSON.stringify(a)
  if (text !== JSON.stringify(b)) return false
  return !/\d{16}/.test(text) || stringifyExact(a) === stringifyExact(b)
}
