// Text of strangers inside GitHub's Markdown: it must show as it is and do nothing (no markup, links, mentions, columns).
import { clip, oneLine } from './words.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  '\\': '&#92;',
}
const zeroWidthSpace = '\u200b'
/** Cells longer than this are cut: a table with a novel in it cannot be read. */
const cellLimit = 1000

/**
 * Plain text for Markdown, also inside a table cell. A zero-width space takes the meaning from mentions, issue numbers
 * and bare links, which GitHub finds in the rendered text, where escaping has no effect.
 */
export function escapeMarkdown(text: string, limit: number = cellLimit): string {
  return clip(oneLine(text), limit)
    .replace(/@(?=[\w-])|#(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (start) => start + zeroWidthSpace)
    .replace(/[&<>|\\`*_[\]#~$!{}]/g, (character) => entities[character] ?? `\\${character}`)
}

/**
 * A code span, for names and paths. Falls back to plain text where a span cannot carry the value: a bar ends the cell
 * whatever surrounds it.
 */
export function code(text: string, limit: number = cellLimit): string {
  const value = clip(oneLine(text), limit)
  if (value.trim() === '') return ''
  if (value.includes('|') || value.includes('\\')) return escapeMarkdown(value, limit)
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padding = value.startsWith('`') || value.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${value}${padding}${fence}`
}

/** A table row; the cells are Markdown already. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** A table's two first lines. */
export function tableHead(titles: readonly string[]): string {
  return `${row(titles)}\n${row(titles.map(() => '---'))}`
}
