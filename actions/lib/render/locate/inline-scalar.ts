// Where a character of a scalar's text stands in the file that holds the scalar.
import type { Place, Position, SourceScalar } from '../../yaml/source-document.ts'

/**
 * Maps positions in the text of a scalar (an inline patch) to positions in its file. Whatever the style (literal, folded, quoted,
 * plain), the characters that are not white space come in the same order on both sides, so the nth of the text is the nth of
 * the source.
 */
export function positionsInside(scalar: SourceScalar): (inside: Position) => Position {
  const lineStarts = [0, ...[...scalar.text.matchAll(/\n/g)].map((match) => match.index + 1)]
  const offsets = solidOffsets(scalar.raw)
  const place = (offset: number): Place => scalar.placeOf(offset)
  const sourceOffset = (line: number, column: number): number => {
    const until = (lineStarts[line - 1] ?? 0) + column - 1
    const count = countSolid(scalar.text, until)
    return offsets[Math.min(count, offsets.length - 1)] ?? 0
  }
  return ({ line, column, endLine, endColumn }) => {
    const start = place(sourceOffset(line, column))
    const end = place(sourceOffset(endLine, Math.max(endColumn - 1, 1)) + 1)
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
  }
}

function countSolid(text: string, until: number): number {
  return text.slice(0, until).replaceAll(/\s/g, '').length
}

/** Offsets in the source of the characters of the text, without white space. */
function solidOffsets(raw: string): readonly number[] {
  if (raw.startsWith('|') || raw.startsWith('>')) return solids(raw, raw.indexOf('\n') + 1, raw.length)
  if (raw.startsWith("'")) return solids(raw, 1, raw.length - 1, /''/y)
  if (raw.startsWith('"')) return solids(raw, 1, raw.length - 1, doubleQuotedEscape)
  return solids(raw, 0, raw.length)
}

const doubleQuotedEscape = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/y
/** Escapes that stand for white space, or for nothing (a line that goes on). */
const blankEscape = /^\\(?:[tnvfr_LP \t\r\n]|x20|x09|x0[aA])/

function solids(raw: string, from: number, to: number, escaping?: RegExp): readonly number[] {
  const offsets: number[] = []
  for (let at = from; at < to; at += 1) {
    if (escaping !== undefined) {
      escaping.lastIndex = at
      const escaped = escaping.exec(raw)?.[0]
      if (escaped !== undefined) {
        if (!blankEscape.test(escaped)) offsets.push(at)
        at += escaped.length - 1
        continue
      }
    }
    if (!/\s/.test(raw[at] ?? ' ')) offsets.push(at)
  }
  return offsets
}
