// A YAML file opened for reading and editing: its documents as text, and where each value is written.
import { isScalar, type Scalar } from 'yaml'
import { type DocumentTree, readTree } from './document-tree.ts'
import { followPath, type Path, type Reached } from './follow-path.ts'
import { type ParsedText, parseText } from './parse-text.ts'
import type { Refused } from './refusal.ts'
import type { Place } from './source-document.ts'

export type { Path } from './follow-path.ts'
export type { Refusal, RefusalReason } from './refusal.ts'

export type ScalarStyle = 'plain' | 'single' | 'double' | 'block' | 'empty'

/** A scalar as it is written, and where: from 1, columns in UTF-16 units, a byte order mark not counted. */
export type ScalarPlace = {
  /** Decoded: without quotes, escapes and folds. Empty for a key without a value. */
  readonly text: string
  readonly style: ScalarStyle
  /** Of the scalar, or of the alias that stands in its place. */
  readonly line: number
  readonly column: number
  readonly anchor?: string
  /** Whether an alias stands here or on the way: the text is written elsewhere. */
  readonly alias: boolean
  /** Whether a merge key brings it in: the text is written elsewhere. */
  readonly inherited: boolean
}

export type TextDocument = {
  /** Plain value in which every scalar is its text as written; aliases and merge keys are resolved. Undefined for an empty document. */
  readonly data: unknown
  /** The scalar at a path of keys (strings) and indices (numbers); undefined when the path leads to something else or nowhere. */
  readonly scalarAt: (path: Path) => ScalarPlace | undefined
  /** Where the key at a path stands, the item for an index; the deepest part that exists when the path leads nowhere. */
  readonly placeOf: (path: Path) => Place
}

export type YamlText = {
  readonly bytes: Uint8Array
  /** In order, as YAML counts them: an empty document between two markers is one, comments before the first marker are none. */
  readonly documents: readonly TextDocument[]
  /** What `editScalars` edits by. */
  readonly parsed: ParsedText
  readonly trees: readonly DocumentTree[]
}

/**
 * Opens a file of YAML or JSON documents. Refuses what cannot be edited with certainty: not UTF-8, too large (`maxBytes`,
 * `maxTokens`), too deep (`maxDepth`), not valid, with a key that stands twice in one mapping, or with more aliases than
 * `maxRepeated` allows. Never throws.
 */
export function openYamlText(bytes: Uint8Array): YamlText | Refused {
  const parsed = parseText(bytes)
  if ('refusals' in parsed) return parsed
  const read = parsed.documents.map((document) => readTree(parsed, document))
  const refusals = read.flatMap((one) => one.refusals)
  if (refusals.length > 0) return { refusals }
  const trees = read.map(({ tree }) => tree)
  return { bytes, documents: trees.map((tree) => describe(tree, parsed)), parsed, trees }
}

function describe(tree: DocumentTree, { placeOf }: ParsedText): TextDocument {
  return {
    data: tree.data,
    scalarAt: (path) => {
      const reached = followPath(tree, path)
      return reached.depth === path.length && tree.root !== null ? scalarPlace(reached, placeOf) : undefined
    },
    placeOf: (path) => placeOf(followPath(tree, path).offset),
  }
}

function scalarPlace({ node, offset, alias, merge }: Reached, placeOf: ParsedText['placeOf']): ScalarPlace | undefined {
  if (node !== null && !isScalar(node)) return undefined
  const start = node?.range?.[0] ?? offset
  return {
    text: node?.source ?? '',
    style: node === null ? 'empty' : styleOf(node),
    ...placeOf(alias !== undefined && merge === undefined ? (alias.range?.[0] ?? start) : start),
    ...(node?.anchor !== undefined && { anchor: node.anchor }),
    alias: alias !== undefined,
    inherited: merge !== undefined,
  }
}

/** How a scalar is written. */
export function styleOf(scalar: Scalar): ScalarStyle {
  switch (scalar.type) {
    case 'QUOTE_SINGLE':
      return 'single'
    case 'QUOTE_DOUBLE':
      return 'double'
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block'
    default:
      return scalar.source === '' ? 'empty' : 'plain'
  }
}
