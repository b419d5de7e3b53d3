// Where an offset of a text stands.
import type { SourceLocation } from '../../findings/finding.ts'

/** Says where a piece of the text of `file` stands, from its first character to behind its last. */
export type Locate = (start: number, end: number) => SourceLocation

/** Lines and columns count from 1, columns in UTF-16 units; a line ends with `\n`. */
export function locateIn(text: string, file: string): Locate {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  const place = (offset: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
  return (start, end) => {
    const [from, to] = [place(start), place(end)]
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
  }
}
