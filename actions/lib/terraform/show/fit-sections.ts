// Sections as Markdown within a number of bytes: first what there is, then the details of it. Nothing is cut inside a line or a fence.
import { clip, count, listed } from '../../text/words.ts'
import { bytesOf, fenceFor, markdownLine } from './markdown.ts'
import type { BlockItem, Section } from './page.ts'

export type Fitted = {
  readonly markdown: string
  /** Whether anything was left out. */
  readonly cut: boolean
}

/** The first lines of every section that come before all others. */
const firstHeads = 3
/** Bytes for what is said of a section that is cut. */
const noticeRoom = 120
/** Bytes for the line that says how many lines of an item are missing. */
const moreRoom = 40
/** Bytes for the line that names the sections that are not shown at all. */
const skippedRoom = 250

type Measured = {
  readonly section: Section
  readonly fence: string
  /** Bytes of title, fences and blank lines. */
  readonly frame: number
  readonly heads: readonly string[]
  readonly headBytes: readonly number[]
  taken: number
  /** Lines of the body that are shown, by item. */
  readonly bodies: Map<number, number>
}

/**
 * The sections in order. Where they do not all fit: the title and the first items of each, then further items, then the lines
 * below items, each as long as there is room. What is left out is counted in its section. At most `room` bytes.
 */
export function fitSections(sections: readonly Section[], room: number): Fitted {
  const measured = sections.map(measure)
  const shown: Measured[] = []
  const skipped: Section[] = []
  let left = measured.reduce((sum, one) => sum + sizeOf(one), 0) <= room ? room : room - skippedRoom
  for (const one of measured) {
    const first = one.headBytes[0] ?? 0
    if (one.frame + first + noticeRoom > left) {
      skipped.push(one.section)
      continue
    }
    left -= one.frame + noticeRoom
    left = takeHeads(one, firstHeads, left)
    shown.push(one)
  }
  if (shown.length === 0) return { markdown: '', cut: sections.length > 0 }
  for (const one of shown) left = takeHeads(one, Number.POSITIVE_INFINITY, left)
  for (const one of shown) left = takeBodies(one, left)
  const texts = shown.map(render)
  const notice = skipped.length === 0 ? [] : [skippedNotice(skipped)]
  return {
    markdown: [...texts.map(({ markdown }) => markdown), ...notice].join('\n'),
    cut: skipped.length > 0 || texts.some(({ cut }) => cut),
  }
}

function skippedNotice(sections: readonly Section[]): string {
  const titles = sections.map(({ title }) => title).filter((title) => title !== '')
  return `Left out, ${count(sections.length, 'section')}: ${markdownLine([clip(listed(titles, 6), 120)])}.\n`
}

/** Bytes that all of the sections take at most. */
export const fullSize = (sections: readonly Section[]): number =>
  sections.reduce((sum, section) => sum + sizeOf(measure(section)), 0)

function sizeOf({ section, frame, headBytes }: Measured): number {
  const bodies = section.kind === 'list' ? 0 : section.items.reduce((all, { body }) => all + bodySize(body), 0)
  return frame + noticeRoom + headBytes.reduce((all, bytes) => all + bytes, 0) + bodies
}

const bodySize = (body: readonly string[]) => body.reduce((sum, line) => sum + bytesOf(line) + 1, 0)

function measure(section: Section): Measured {
  const fence = section.kind === 'block' ? fenceFor(linesOf(section.items)) : ''
  const heads =
    section.kind === 'list'
      ? section.items.map((line) => `- ${markdownLine(line)}`)
      : section.items.map(({ head }) => head)
  const title = titleOf(section)
  const fences = section.kind === 'block' ? 2 * fence.length + section.language.length + 2 : 0
  return {
    section,
    fence,
    frame: bytesOf(title) + fences + 2,
    heads,
    headBytes: heads.map((head) => bytesOf(head) + 1),
    taken: 0,
    bodies: new Map(),
  }
}

const titleOf = ({ title }: Section) => (title === '' ? '' : `**${markdownLine([title])}**\n\n`)

function* linesOf(items: readonly BlockItem[]): Iterable<string> {
  for (const { head, body } of items) {
    yield head
    yield* body
  }
}

function takeHeads(one: Measured, most: number, room: number): number {
  let left = room
  while (one.taken < Math.min(most, one.heads.length)) {
    const bytes = one.headBytes[one.taken] ?? 0
    if (bytes > left) break
    left -= bytes
    one.taken += 1
  }
  return left
}

function takeBodies({ section, taken, bodies }: Measured, room: number): number {
  if (section.kind === 'list') return room
  let left = room
  for (const [index, { body }] of section.items.slice(0, taken).entries()) {
    const all = bodySize(body)
    if (all <= left) {
      bodies.set(index, body.length)
      left -= all
      continue
    }
    let lines = 0
    let free = left - moreRoom
    while (lines < body.length && bytesOf(body[lines] ?? '') < free) {
      free -= bytesOf(body[lines] ?? '') + 1
      lines += 1
    }
    if (lines === 0) continue
    bodies.set(index, lines)
    left = free
  }
  return left
}

function render({ section, fence, heads, taken, bodies }: Measured): Fitted {
  const title = titleOf(section)
  const missing = heads.length - taken
  if (section.kind === 'list') {
    const notice = missing === 0 ? '' : `\n… and ${count(missing, `more ${section.noun}`)}.\n`
    return { markdown: `${title}${heads.slice(0, taken).join('\n')}\n${notice}`, cut: missing > 0 }
  }
  let without = 0
  let partial = false
  const lines = section.items.slice(0, taken).flatMap(({ head, body }, index) => {
    const shown = bodies.get(index) ?? 0
    if (shown === body.length) return [head, ...body]
    if (shown === 0) {
      without += 1
      return [head]
    }
    partial = true
    return [head, ...body.slice(0, shown), `      … ${count(body.length - shown, 'more line')}`]
  })
  const gone = [
    ...(missing > 0 ? [`${count(missing, `more ${section.noun}`)}`] : []),
    ...(without > 0 ? [`the details of ${without.toLocaleString('en-US')}`] : []),
  ]
  const notice = gone.length === 0 ? '' : `\nLeft out: ${gone.join(', and ')}.\n`
  return {
    markdown: `${title}${fence}${section.language}\n${lines.join('\n')}\n${fence}\n${notice}`,
    cut: missing > 0 || without > 0 || partial,
  }
}
