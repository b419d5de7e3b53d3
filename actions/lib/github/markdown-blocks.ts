// Where a text in Markdown stands after each line: in a code fence, in `<details>`, in the middle of HTML.
// https://github.github.com/gfm/#fenced-code-blocks, https://github.github.com/gfm/#html-blocks

export type BlockState = {
  /** The fence that is open, as it must be closed: its characters. */
  readonly fence: string | undefined
  /** How many `<details>` are open. */
  readonly details: number
  /** Inside a comment or a `<summary>`: what would have to be closed here is not worth it. */
  readonly noCut: boolean
  /** Inside a block of HTML, which ends at a blank line and knows no fences. */
  readonly html: boolean
}

export const outside: BlockState = { fence: undefined, details: 0, noCut: false, html: false }

const htmlBlock =
  /^ {0,3}<\/?(details|summary|table|thead|tbody|tr|td|th|div|p|ul|ol|li|h[1-6]|blockquote|center|section)(\s|\/?>|$)/i

/** The state after a line (without its end) that follows `before`. Fences in lists and quotations are not followed. */
export function afterLine(before: BlockState, line: string): BlockState {
  if (before.fence !== undefined) {
    const mark = before.fence
    const [, end = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? []
    return end.startsWith(mark) ? { ...before, fence: undefined } : before
  }
  const html = line.trim() === '' ? false : before.html || htmlBlock.test(line)
  if (!html && !before.noCut) {
    const [, backticks, tildes] = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line) ?? []
    const fence = backticks ?? tildes
    if (fence !== undefined) return { ...before, fence, html: false }
  }
  return { ...afterTags(before, html ? line : line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')), html }
}

function afterTags(before: BlockState, line: string): BlockState {
  let { details, noCut } = before
  for (const [tag] of line.matchAll(/<!--|-->|<\/?(details|summary)(?=[\s>])/gi)) {
    const name = tag.toLowerCase()
    if (name === '<!--' || name === '<summary') noCut = true
    else if (name === '-->' || name === '</summary') noCut = false
    else if (!noCut) details = Math.max(0, details + (name === '<details' ? 1 : -1))
  }
  return { ...before, details, noCut }
}

/** The lines that close what is open, each to be put on a line of its own; empty when nothing is. */
export function closingLines({ fence, details }: BlockState): readonly string[] {
  const ends = Array.from({ length: details }, () => ['', '</details>']).flat()
  return fence === undefined ? ends : [fence, ...ends]
}
