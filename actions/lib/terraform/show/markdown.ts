// Plain lines as Markdown of GitHub's in which nothing of a stranger's does anything.
import { code, escapeMarkdown } from '../../text/markdown-escape.ts'
import { clip, oneLine } from '../../text/words.ts'
import type { Line, Span } from './page.ts'

const spanLimit = 1000

/** A line for a paragraph, a list item or a cell. */
export function markdownLine(line: Line, limit: number = spanLimit): string {
  // Four spaces at the start would make code of it.
  return line
    .map((span) => markdownSpan(span, limit))
    .join('')
    .trim()
}

function markdownSpan(span: Span, limit: number): string {
  if (typeof span !== 'string') return code(span.code, limit)
  const text = escapeMarkdown(span, limit)
  // At the start of a line a number with a dot or a dash would begin a list.
  return text.replace(/^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$|[-=])/, '$1\u200b$2')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text inside of HTML, where Markdown is not read, such as a `<summary>`. */
export function htmlText(text: string, limit = 300): string {
  return clip(oneLine(text), limit)
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/@(?=[\w-])|#(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (start) => `${start}\u200b`)
}

/** A link; the words alone where the address is none of the web. */
export function link(words: string, url: string | undefined): string {
  const text = escapeMarkdown(words)
  if (url === undefined || !/^https?:\/\/[^\s<>"]+$/.test(url)) return text
  return `[${text}](${url.replace(/[()[\]\\`]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`
}

/** A fence that no line can close: longer than any run of backticks. */
export function fenceFor(lines: Iterable<string>): string {
  let longest = 2
  for (const line of lines) {
    if (!line.includes('`')) continue
    for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  }
  return '`'.repeat(longest + 1)
}

/** Bytes of UTF-8, which is what GitHub’s limits are counted in where it matters. */
export const bytesOf = (text: string): number => Buffer.byteLength(text)
