// YAML source with positions: from a JSON pointer to the line and column where a value stands.
import { type Document, isScalar, LineCounter, type Node, parseAllDocuments, type Tags } from 'yaml'
import { endOfMark, type Mark, valueAtPointer } from './marks.ts'

export type Position = {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export type Place = { readonly line: number; readonly column: number }

export type YamlSource = {
  readonly documents: readonly YamlDocument[]
  /** Errors of the parser, with their places. */
  readonly errors: readonly { readonly message: string; readonly line: number; readonly column: number }[]
}

/** A scalar that may hold text of its own (an inline patch): its value, its source, and where an offset of the source stands. */
export type SourceScalar = {
  readonly text: string
  readonly raw: string
  readonly placeOf: (offsetInRaw: number) => Place
}

export type YamlDocument = {
  /** Line on which its content starts, from 1. */
  readonly startLine: number
  readonly endLine: number
  /** The plain value; undefined when the document has errors. */
  readonly value: () => unknown
  /**
   * Where the value of a JSON pointer stands. When the pointer leads nowhere, the deepest part that exists answers, with
   * `exact: false`. The position of a field is that of its key, so that an annotation marks the line a reader looks for.
   */
  readonly locate: (pointer: string) => { readonly position: Position; readonly exact: boolean } | undefined
  /** The scalar at a JSON pointer; undefined when there is none. */
  readonly scalar: (pointer: string) => SourceScalar | undefined
}

const maxAliases = 1000

/** Parses a file of YAML or JSON documents. Never throws: errors are data. */
export function parseYamlSource(text: string): YamlSource {
  const lines = new LineCounter()
  const parsed = parseDocuments(text, lines)
  if (!Array.isArray(parsed)) return { documents: [], errors: [parsed] }
  // The parser counts a byte order mark as a column; an editor does not show it.
  const marked = text.startsWith('\uFEFF')
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(marked && line <= 1 ? col - 1 : col, 1) }
  }
  return {
    documents: parsed.filter(hasContent).map((document) => describe(document, text, at)),
    errors: parsed.flatMap((document) =>
      document.errors.map((error) => ({ message: firstLine(error.message), ...at(error.pos[0]) })),
    ),
  }
}

function parseDocuments(text: string, lineCounter: LineCounter) {
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter,
      uniqueKeys: false,
      prettyErrors: false,
      merge: true,
      version: '1.1',
      schema: 'yaml-1.1',
      customTags: goTags,
      logLevel: 'silent',
    })
    return Array.isArray(parsed) ? [...parsed] : []
  } catch (error) {
    // The parser recurses: nesting without end exhausts the stack.
    return { message: firstLine(error instanceof Error ? error.message : String(error)), line: 1, column: 1 }
  }
}

/** Go's parsers keep timestamps as text for objects and know no base 60. */
function goTags(tags: Tags): Tags {
  return tags.filter((tag) => typeof tag === 'string' || !(tag.tag.endsWith(':timestamp') || tag.format === 'TIME'))
}

function hasContent({ contents }: Document.Parsed): boolean {
  return contents !== null && !(isScalar(contents) && contents.value === null && contents.source === '')
}

type At = (offset: number) => Place

function describe(document: Document.Parsed, text: string, at: At): YamlDocument {
  const root = document.contents as Node
  const [start, end] = root.range ?? [0, 0]
  let known: { readonly value: unknown } | undefined
  return {
    startLine: at(start).line,
    endLine: at(Math.max(end - 1, start)).line,
    value: () => {
      known ??= { value: plainValue(document) }
      return known.value
    },
    locate: (pointer) => {
      const found = valueAtPointer(document, root, pointer)
      return { position: positionOf(found.mark, text, at), exact: found.exact }
    },
    scalar: (pointer) => {
      const { node, exact } = valueAtPointer(document, root, pointer)
      if (!exact || !isScalar(node) || typeof node.value !== 'string' || !node.range) return undefined
      const [from, to] = node.range
      return { text: node.value, raw: text.slice(from, to), placeOf: (offset) => at(from + offset) }
    },
  }
}

function plainValue(document: Document.Parsed): unknown {
  if (document.errors.length > 0) return undefined
  try {
    return document.toJS({ maxAliasCount: maxAliases })
  } catch {
    // More aliases than any manifest has, or an alias without an anchor.
    return undefined
  }
}

function positionOf(mark: Mark, text: string, at: At): Position {
  const start = at(mark.start)
  const end = at(endOfMark(mark, text))
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message
}
