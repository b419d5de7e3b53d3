// Values as people read them, on one line, without what is sensitive.
import { clip } from '../../text/words.ts'
import { type Redactor, redacted } from '../redact/redactor.ts'
import { hasMark, isContainer, isHidden, isMarked, markOf, memberOf, membersOf } from './marks.ts'

/** What stands in place of a value that only the provider will tell. */
export const knownAfterApply = '(known after apply)'

/** Characters of a value on one line. */
const valueLimit = 200
/** Lines of a value of many, and characters of each. */
const lineLimit = 12

/** A value with the marks that hold for it: it is hidden where any of them says so. */
export type MarkedValue = {
  readonly value: unknown
  readonly unknown?: unknown
  readonly marks: readonly unknown[]
}

/** On one line, cut: text in quotes, collections as Terraform writes them. Null members are left out, as absent ones are. */
export function writeValue(marked: MarkedValue, redactor: Redactor, limit = valueLimit): string {
  const parts: string[] = []
  write(marked, redactor, parts, { left: limit * 2 })
  return clip(parts.join(''), limit)
}

/** Text as it is shown: without secrets, in quotes, cut; text of many lines without quotes. */
export function writeText(text: string, redactor: Redactor): string {
  const safe = redactor.text(text)
  if (safe === redacted) return redacted
  return safe.includes('\n') ? writeLines(safe.split('\n')) : clip(JSON.stringify(safe), valueLimit)
}

/** Lines that went through the redactor, the first of them where they are many. */
export function writeLines(lines: readonly string[]): string {
  const shown = lines.slice(0, lineLimit).map((line) => clip(line, valueLimit))
  if (lines.length > lineLimit) shown.push(`... (${lines.length - lineLimit} more lines)`)
  return shown.join('\n')
}

/**
 * Two texts of one line that differ, both from shortly before the first difference where they are long. They went through the
 * redactor.
 */
export function writePair(before: string, after: string): { readonly before: string; readonly after: string } {
  const longest = Math.max(before.length, after.length)
  let start = 0
  if (longest > valueLimit - 20) {
    while (start < before.length && before[start] === after[start]) start++
    start = Math.max(0, start - 40)
  }
  const cut = (text: string) => {
    if (text === redacted) return redacted
    const quoted = JSON.stringify(start > 0 ? text.slice(start).toWellFormed() : text)
    return clip(start > 0 ? `"... ${quoted.slice(1)}` : quoted, valueLimit)
  }
  return { before: cut(before), after: cut(after) }
}

/** `name` as a key of an object: bare where it can be. */
export function writeKey(name: string, redactor: Redactor): string {
  const safe = redactor.text(name)
  return /^[A-Za-z_][\w-]*$/.test(safe) ? safe : clip(JSON.stringify(safe), 100)
}

/** How many leaves a value has that would be shown, counted up to a limit. */
export function countLeaves(value: unknown, limit: number): number {
  if (!isContainer(value)) return value === null || value === undefined ? 0 : 1
  let leaves = 0
  for (const member of Object.values(value)) {
    leaves += countLeaves(member, limit - leaves)
    if (leaves >= limit) break
  }
  return leaves
}

function write(marked: MarkedValue, redactor: Redactor, parts: string[], room: { left: number }): void {
  // More than is left would be cut.
  if (room.left < 0) return
  const leaf = writeLeaf(marked, redactor)
  const add = (text: string) => {
    room.left -= text.length
    parts.push(text)
  }
  if (leaf !== undefined) {
    add(leaf)
    return
  }
  const { value, unknown, marks } = marked
  const isList = Array.isArray(value)
  const names = membersOf(value, unknown).filter(
    (name) => isList || (memberOf(value, name) ?? null) !== null || hasMark(markOf(unknown, name)),
  )
  const [open, close] = isList ? ['[', ']'] : names.length === 0 ? ['{', '}'] : ['{ ', ' }']
  add(open)
  for (const [index, name] of names.entries()) {
    if (room.left < 0) break
    if (index > 0) add(', ')
    if (!isList) add(`${writeKey(name, redactor)} = `)
    const member = { value: memberOf(value, name), unknown: markOf(unknown, name) }
    write({ ...member, marks: marks.map((mark) => markOf(mark, name)) }, redactor, parts, room)
  }
  add(close)
}

/** What is written as one word, undefined for a collection. */
function writeLeaf({ value, unknown, marks }: MarkedValue, redactor: Redactor): string | undefined {
  if (marks.some((mark) => isHidden(value, mark))) return redacted
  if (isMarked(unknown)) return knownAfterApply
  if (isContainer(value)) return undefined
  if (typeof value !== 'string') return redactor.text(String(value ?? null))
  const safe = redactor.text(value)
  return safe === redacted ? redacted : JSON.stringify(safe)
}
