// What one edit replaces: the text of a scalar, or the reason why not.
import { isScalar, type Scalar } from 'yaml'
import { shown } from './document-tree.ts'
import { describePath, pathObstacle, scalarObstacle, stringTag } from './edit-obstacle.ts'
import { followPath, type Path, type Reached } from './follow-path.ts'
import { doubleQuoted, isJsonLiteral, isWritable, needsQuotes, readsAsAnother, singleQuoted } from './quoting.ts'
import type { Refusal, RefusalReason } from './refusal.ts'
import { styleOf, type YamlText } from './text-file.ts'

export type ScalarEdit = {
  /** Index of the document in the file. */
  readonly document: number
  readonly path: Path
  /** The text that a reader shall find, as a string. */
  readonly value: string
  /** The text that must stand there now; if another does, even the new value, the edit is refused. */
  readonly expect?: string
}

/** Offsets in the text, and what stands between them from now on. */
export type Splice = {
  readonly edit: ScalarEdit
  readonly scalar: Scalar
  readonly old: string
  readonly start: number
  readonly end: number
  readonly replacement: string
}

export type Planned =
  | { readonly type: 'splice'; readonly splice: Splice }
  /** The value stands there already. */
  | { readonly type: 'nothing'; readonly scalar: Scalar }
  | { readonly type: 'refused'; readonly refusal: Refusal }

/** Plans one edit; nothing is changed. */
export function planEdit({ parsed, trees }: YamlText, edit: ScalarEdit): Planned {
  const refused = (reason: RefusalReason, message: string, offset: number): Planned => ({
    type: 'refused',
    refusal: { reason, message, ...parsed.placeOf(offset) },
  })
  const tree = trees[edit.document]
  const name = describePath(edit.path)
  if (tree === undefined || tree.root === null) {
    const which = `document ${edit.document} (from 0) of ${trees.length}`
    const message = `${name} cannot be in ${which}, which is ${tree === undefined ? 'not there' : 'empty'}. Check which document it is in.`
    return refused('no-document', message, parsed.documents[edit.document]?.range[0] ?? 0)
  }
  const reached = followPath(tree, edit.path)
  const lost = pathObstacle(parsed, edit.path, reached)
  if (lost !== undefined) return refused(lost.reason, lost.message, lost.offset)
  const scalar = isScalar(reached.node) ? reached.node : undefined
  const old = scalar?.source ?? ''
  const at = scalar?.range?.[0] ?? reached.offset
  if (edit.expect !== undefined && edit.expect !== old) {
    const message = `${name} is ${shown(old)}, not ${shown(edit.expect)} as expected. Look at what changed, then decide anew.`
    return refused('unexpected-value', message, at)
  }
  if (scalar !== undefined && old === edit.value && isString(scalar)) return { type: 'nothing', scalar }
  if (!isWritable(edit.value)) {
    const message = `The new value of ${name} has a line break or a control character. Leave it out.`
    return refused('bad-value', message, at)
  }
  const obstacle = scalarObstacle(parsed, edit.path, reached)
  if (obstacle !== undefined) return refused(obstacle.reason, obstacle.message, obstacle.offset)
  // Without a scalar there is an obstacle.
  return { type: 'splice', splice: spliceOf(parsed.text, edit, scalar as Scalar, reached) }
}

function isString(scalar: Scalar): boolean {
  if (scalar.tag !== undefined) return scalar.tag === stringTag
  return scalar.type !== 'PLAIN' || !readsAsAnother(scalar.source ?? '')
}

function spliceOf(text: string, edit: ScalarEdit, scalar: Scalar, { inFlow, inJson }: Reached): Splice {
  const { value } = edit
  const old = scalar.source ?? ''
  const [start, end] = scalar.range ?? [0, 0]
  const splice = { edit, scalar, old, start, end }
  const plain = needsQuotes(value, inFlow) ? doubleQuoted(value) : value
  switch (styleOf(scalar)) {
    case 'single':
      return { ...splice, replacement: singleQuoted(value) }
    case 'double':
      return { ...splice, replacement: doubleQuoted(value) }
    case 'empty': {
      // The parser gives the place after the spaces; the value stands right after the colon, the dash, the tag or the anchor.
      const place = start - (/[ \t]*$/.exec(text.slice(Math.max(0, start - maxGap), start))?.[0].length ?? 0)
      return { ...splice, start: place, end: place, replacement: ` ${plain}` }
    }
    default:
      // A document that is one flow collection may be JSON, which knows no plain strings.
      return { ...splice, replacement: inJson && isJsonLiteral(old) ? doubleQuoted(value) : plain }
  }
}

/** Spaces that are looked back over; with more, the value is put among them. */
const maxGap = 1000
