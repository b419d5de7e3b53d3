// JSON as the schemas' files have it: readers for what comes from outside, and text that is stable and can be compared by line.
import { createHash } from 'node:crypto'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonRecord = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const record = (value: unknown): JsonRecord => (isRecord(value) ? value : {})
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Code point order, not the locale's: the same on every machine. */
export const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A record with its keys in order. */
export function sorted<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byCodePoint(a, b)))
}

/** JSON with one line for each value of the two outer levels: a changed kind is a changed line. */
export function bundleText(value: JsonRecord): string {
  const members = Object.entries(value).map(([key, inner]) => {
    if (isRecord(inner)) {
      const lines = Object.entries(inner).map(([name, item]) => `${JSON.stringify(name)}:${JSON.stringify(item)}`)
      return `${JSON.stringify(key)}:{\n${lines.join(',\n')}\n}`
    }
    if (Array.isArray(inner) && inner.some(isRecord)) {
      return `${JSON.stringify(key)}:[\n${inner.map((item) => JSON.stringify(item)).join(',\n')}\n]`
    }
    return `${JSON.stringify(key)}:${JSON.stringify(inner)}`
  })
  return `{\n${members.join(',\n')}\n}\n`
}

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
