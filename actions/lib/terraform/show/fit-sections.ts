// Sections as Markdown within a number of bytes: first what there is, then the details of it. Nothing is cut inside a line or a fence.
import { clip, count, listed } from '../../text/words.ts'
import { bytesOf, fenceFor, markdownLine } from './markdown.ts'
import type { Section } from './page.ts'

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
/** After so many items that do not fit, no further one is tried: making their lines costs time. */
const mostMisses = 20
/** Bytes for the line that names the sections that are not shown at all. */
const skippedRoom = 250

type Measured = {
  readonly section: Section
  /** Bytes of title, fences and blank lines. */
  readonly frame: number
  readonly heads: readonly string[]
  readonly headBytes: readonly number[]
  /** Grows with the backticks of what is taken. */
  fence: string
  taken: number
  /** Lines of the body that are shown, by item, and how many there are. */
  readonly bodies: Map<number, { readonly lines: readonly string[]; readonly of: number }>
}

/**
 * The sections in order. Where they do not all fit: the title and the first items of each, then further items, then the lines
 * below items, each as long as there is room. What is left out is counted in its section. At most `room` bytes.
 */
export function fitSections(sections: readonly Section[], room: number): Fitted {
  const measured = sections.map(measure)
  const shown: Measured[] = []
  const skipped: Section[] = []
  const kept = sizeUpTo(measured, room) <= room ? 0 : skippedRoom
  let left = room - kept
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
  if (skipped.length === 0) left += kept
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

/** Bytes that all of the sections take at most; counted no further than `enough`. */
export const neededRoom = (sections: readonly Section[], enough: number): number =>
  sizeUpTo(sections.map(measure), enough)

function sizeUpTo(measured: readonly Measured[], enough: number): number {
  let size = 0
  for (const { frame, headBytes } of measured) {
    size += frame + noticeRoom + headBytes.reduce((all, bytes) => all + bytes, 0)
  }
  for (const { section, fence } of measured) {
    if (section.kind === 'list') continue
    let longest = fence.length
    for (const { body } of section.items) {
      if (size > enough) return size
      const lines = body?.() ?? []
      size += bodySize(lines)
      longest = Math.max(longest, fenceFor(lines).length)
    }
    size += 2 * (longest - fence.length)
  }
  return size
}

const bodySize = (body: readonly string[]) => body.reduce((sum, line) => sum + bytesOf(line) + 1, 0)

function measure(section: Section): Measured {
  const fence = section.kind === 'block' ? fenceFor(section.items.map(({ head }) => head)) : ''
  const heads =
    section.kind === 'list'
      ? section.items.map((line) => `- ${markdownLine(line)}`)
      : section.items.map(({ head }) => head)
  const title = titleOf(section)
  const fences = section.kind === 'block' ? 2 * fence.length + section.language.length + 2 : 0
  return {
    section,
    fence,
    frame: bytesOf(title) + fences + bytesOf(footOf(section)) + 2,
    heads,
    headBytes: heads.map((head) => bytesOf(head) + 1),
    taken: 0,
    bodies: new Map(),
  }
}

const footOf = ({ foot }: Section) => (foot === undefined ? '' : `\n${markdownLine(foot)}\n`)

const titleOf = ({ title }: Section) => (title === '' ? '' : `**${markdownLine([title])}**\n\n`)

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

function takeBodies(one: Measured, room: number): number {
  const { section, taken, bodies } = one
  if (section.kind === 'list') return room
  let left = room
  let misses = 0
  for (const [index, { body }] of section.items.slice(0, taken).entries()) {
    if (left <= 0 || misses === mostMisses) break
    if (body === undefined) continue
    const all = body()
    const wider = 2 * (fenceFor(all).length - one.fence.length)
    const lines = longestWithin(all, left - Math.max(0, wider))
    if (lines.length === 0) {
      misses += 1
      continue
    }
    bodies.set(index, { lines, of: all.length })
    left -= bodySize(lines) + (lines.length < all.length ? moreRoom : 0)
    if (wider > 0) {
      one.fence = fenceFor(all)
      left -= wider
    }
  }
  return left
}

/** All of the lines, or the first ones with room for the line that says how many are missing. */
function longestWithin(lines: readonly string[], room: number): readonly string[] {
  if (bodySize(lines) <= room) return lines
  let free = room - moreRoom
  let kept = 0
  for (const line of lines) {
    free -= bytesOf(line) + 1
    if (free < 0) break
    kept += 1
  }
  return lines.slice(0, kept)
}

function render({ section, fence, heads, taken, bodies }: Measured): Fitted {
  const title = titleOf(section)
  const missing = heads.length - taken
  if (section.kind === 'list') {
    const notice = missing === 0 ? '' : `\n… and ${count(missing, `more ${section.noun}`)}.\n`
    return { markdown: `${title}${heads.slice(0, taken).join('\n')}\n${notice}${footOf(section)}`, cut: missing > 0 }
  }
  let without = 0
  let partial = false
  const lines = section.items.slice(0, taken).flatMap((item, index) => {
    const body = bodies.get(index)
    if (body === undefined) {
      if (item.body !== undefined) without += 1
      return [item.head]
    }
    const left = body.of - body.lines.length
    partial ||= left > 0
    return [item.head, ...body.lines, ...(left > 0 ? [`      … ${count(left, 'more line')}`] : [])]
  })
  const gone = [
    ...(missing > 0 ? [`${count(missing, `more ${section.noun}`)}`] : []),
    ...(without > 0 ? [`the details of ${without.toLocaleString('en-US')}`] : []),
  ]
  const notice = gone.length === 0 ? '' : `\nLeft out: ${gone.join(', and ')}.\n`
  return {
    markdown: `${title}${fence}${section.language}\n${lines.join('\n')}\n${fence}\n${notice}${footOf(section)}`,
    cut: missing > 0 || without > 0 || partial,
  }
}
