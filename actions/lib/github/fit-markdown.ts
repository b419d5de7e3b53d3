// Cuts Markdown to what a place of GitHub's takes, so that what is left still reads well and says that it was cut.
import { afterLine, type BlockState, closingLines, outside } from './markdown-blocks.ts'

/** What GitHub takes in the text of a comment or a pull request, less a margin for what it counts otherwise than we do. */
export const bodyCharacters = 65_000

export type MarkdownLimit = {
  /** UTF-16 units, of which there are never fewer than characters. */
  readonly characters?: number
  /** In UTF-8. */
  readonly bytes?: number
}

/** What stands in place of what was left out; lines of the text. */
export type Notice = (leftOut: { readonly lines: number; readonly of: number }) => string

const defaultNotice: Notice = ({ lines, of }) =>
  `… ${lines} of ${of} lines are left out: GitHub takes no more text here.`

/**
 * The text itself when it fits. Else its longest beginning that does, cut at the end of a line, with code fences and `<details>`
 * closed and the notice as its last paragraph. When not even the notice fits, an empty text.
 */
export function fitMarkdown(markdown: string, limit: MarkdownLimit, notice: Notice = defaultNotice): string {
  if (fits(markdown, limit)) return markdown
  const lines = markdown.split('\n')
  const states: BlockState[] = []
  let size = 0
  let state = outside
  for (const line of lines) {
    size += line.length + 1
    if (size > (limit.characters ?? limit.bytes ?? Number.POSITIVE_INFINITY)) break
    state = afterLine(state, line.endsWith('\r') ? line.slice(0, -1) : line)
    states.push(state)
  }
  const cutAfter = (kept: number) => {
    const last = notice({ lines: lines.length - kept, of: lines.length })
    const closing = kept === 0 ? [] : closingLines(states[kept - 1] ?? outside)
    return [...lines.slice(0, kept), ...closing, ...(kept === 0 ? [] : ['']), last].join('\n')
  }
  const mayCut = (kept: number) => kept === 0 || states[kept - 1]?.noCut === false
  const isShort = (kept: number) => fits(cutAfter(kept), limit)
  let kept = longestBelow(states.length, isShort)
  while (kept > 0 && !(mayCut(kept) && isShort(kept))) kept -= 1
  return isShort(kept) ? cutAfter(kept) : ''
}

/** The largest number that fits, for sizes that grow but for what closes; found by bisection, then a little upwards. */
function longestBelow(most: number, isShort: (kept: number) => boolean): number {
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isShort(middle)) low = middle
    else high = middle - 1
  }
  return Math.min(most, low + 4)
}

function fits(text: string, { characters, bytes }: MarkdownLimit): boolean {
  if (characters !== undefined && text.length > characters) return false
  return bytes === undefined || Buffer.byteLength(text) <= bytes
}
