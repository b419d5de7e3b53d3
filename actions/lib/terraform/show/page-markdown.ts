// A page as Markdown within a limit: answer, table, then as much of each part as there is room for.

import { row, tableHead } from '../../text/markdown-escape.ts'
import { count } from '../../text/words.ts'
import { fitSections, neededRoom } from './fit-sections.ts'
import { bytesOf, htmlText, link, markdownLine } from './markdown.ts'
import type { Line, More, Page, Part, Table } from './page.ts'
import { shareRoom } from './share-room.ts'

export type MarkdownOptions = {
  /** Bytes of UTF-8; at least `smallestPage`. */
  readonly limit: number
  /** Where all of it can be seen. */
  readonly more?: More
}

/** Less than this has no room for the answer and what is said of what was left out. */
export const smallestPage = 4096

/** Characters of a cell: a table with more cannot be read. */
const cellLimit = 120

/** Renders a page. The result has at most `limit` bytes; throws a RangeError where the limit is below `smallestPage`. */
export function pageMarkdown(page: Page, { limit, more = [] }: MarkdownOptions): string {
  if (limit < smallestPage) throw new RangeError(`a page needs ${smallestPage} bytes, not ${limit}`)
  const head = `## ${markdownLine([page.answer], 300)}\n`
  const lead = paragraphs(page.lead ?? [], limit / 8, 400)
  const foot = paragraphs(page.facts, limit / 5, 100)
  const everything = cutNotice(more, limit / 5)
  let room = limit - bytesOf(head) - bytesOf(lead) - bytesOf(foot) - bytesOf(everything) - 200
  const table =
    page.table === undefined ? '' : tableMarkdown(page.table, page.parts.length === 0 ? room : (room * 3) / 4)
  room -= bytesOf(table)
  const { text, cut } = partsMarkdown(page.parts, room)
  return head + lead + table + text + (cut ? everything : '') + foot
}

/** Lines as paragraphs, from the first on while they fit. */
function paragraphs(lines: readonly Line[], room: number, spanLimit: number): string {
  let text = ''
  for (const line of lines) {
    const paragraph = `\n${markdownLine(line, spanLimit)}\n`
    if (bytesOf(text + paragraph) <= room) text += paragraph
  }
  return text
}

function cutNotice(more: More, room: number): string {
  const places: string[] = []
  const text = () => {
    const where = places.length === 0 ? '' : ` All of it: ${places.join(', ')}.`
    return `\nThis is cut to what GitHub takes here.${where}\n`
  }
  for (const { name, url } of more) {
    places.push(link(name, url))
    if (bytesOf(text()) > room) places.pop()
  }
  return text()
}

function tableMarkdown({ columns, rows }: Table, room: number): string {
  const head = `\n${tableHead(columns)}\n`
  let left = room - bytesOf(head) - 300
  const lines: string[] = []
  for (const { cells } of rows) {
    const line = row(cells.map((cell) => markdownLine(cell, cellLimit)))
    left -= bytesOf(line) + 1
    if (left < 0) break
    lines.push(line)
  }
  const missing = rows.slice(lines.length)
  return `${lines.length === 0 ? '' : `${head}${lines.join('\n')}\n`}${missing.length === 0 ? '' : `\nAnd ${leftOut(missing.map(({ kind }) => kind))}.\n`}`
}

/** `120 more: 100 without changes, 20 waiting for others`. */
function leftOut(kinds: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, number]) => `${number.toLocaleString('en-US')} ${kind}`)
  return `${kinds.length.toLocaleString('en-US')} more: ${parts.join(', ')}`
}

function partsMarkdown(parts: readonly Part[], room: number): { readonly text: string; readonly cut: boolean } {
  const told = parts.filter(({ sections }) => sections.length > 0)
  const framed = told.map((part, index) => ({ part, frame: frameOf(part, isOpen(part, index, told.length)) }))
  const needs = framed.map(({ part, frame }) => ({
    bytes: bytesOf(frame.start) + bytesOf(frame.end) + neededRoom(part.sections, room),
    rank: part.rank,
  }))
  const shares = shareRoom(needs, room)
  let cut = false
  let silent = 0
  // What one part leaves of its share goes to the next.
  let spare = 0
  const texts = framed.map(({ part, frame }, index) => {
    const frameBytes = bytesOf(frame.start) + bytesOf(frame.end)
    const share = (shares[index] ?? 0) + spare
    const fitted = fitSections(part.sections, share - frameBytes)
    cut ||= fitted.cut
    if (fitted.markdown === '') {
      silent += 1
      spare = share
      return ''
    }
    const text = frame.start + fitted.markdown + frame.end
    spare = share - bytesOf(text)
    return text
  })
  const notice = silent === 0 ? '' : `\nThe details of ${count(silent, 'root')} have no room here.\n`
  return { text: texts.join('') + notice, cut: cut || silent > 0 }
}

/** More than a few open parts would bury those below. */
const mostOpen = 3

const isOpen = ({ open }: Part, index: number, all: number) => all === 1 || (open && index < mostOpen)

function frameOf({ name, answer, facts }: Part, open: boolean): { readonly start: string; readonly end: string } {
  const summary = `<details${open ? ' open' : ''}><summary><b>${htmlText(name, 120)}</b>: ${htmlText(answer)}</summary>`
  const last = facts.map((line) => `\n${markdownLine(line)}\n`).join('')
  return { start: `\n${summary}\n\n`, end: `${last}\n</details>\n` }
}
