// What one edit replaces: the bytes of a scalar, or the reason why not.
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { shown } from './document-tree.ts'
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
  /** What must stand there now, as text. */
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
export function planEdit(file: YamlText, edit: ScalarEdit): Planned {
  const tree = file.trees[edit.document]
  const path = describePath(edit.path)
  if (tree?.root === null || tree === undefined) {
    return refused(
      file,
      0,
      'no-document',
      `Document ${edit.document} does not exist or is empty, so it has no ${path}.`,
    )
  }
  const reached = followPath(tree, edit.path)
  const { node, offset } = reached
  const at = node?.range?.[0] ?? offset
  if (reached.depth < edit.path.length) return refused(file, offset, 'not-found', nowhere(edit.path, reached))
  if (isMap(node) && isTemplate(file, node)) return refused(file, at, 'template', template(path))
  if (node !== null && !isScalar(node)) {
    return refused(file, at, 'not-a-scalar', `${path} is a ${isSeq(node) ? 'list' : 'mapping'}. Name one value in it.`)
  }
  const old = node?.source ?? ''
  if (edit.expect !== undefined && edit.expect !== old) {
    const message = `${path} is ${shown(old)}, not ${shown(edit.expect)} as expected. Look at what changed, then decide anew.`
    return refused(file, at, 'unexpected-value', message)
  }
  if (node !== null && old === edit.value && isString(node)) return { type: 'nothing', scalar: node }
  const obstacle = obstacleOf(file, edit, reached)
  if (obstacle !== undefined) return refused(file, obstacle.offset ?? at, obstacle.reason, obstacle.message)
  // Without a scalar there is an obstacle.
  return { type: 'splice', splice: spliceOf(file.parsed.text, edit, node as Scalar, reached) }
}

type Obstacle = { readonly reason: RefusalReason; readonly message: string; readonly offset?: number }

function obstacleOf(file: YamlText, { path, value }: ScalarEdit, reached: Reached): Obstacle | undefined {
  const name = describePath(path)
  const { node, alias, merge, repeatedBy } = reached
  const lineOf = (other: Node | null | undefined) => file.parsed.placeOf(other?.range?.[0] ?? 0).line
  if (!isWritable(value)) {
    return {
      reason: 'bad-value',
      message: `The new value of ${name} has a line break or a control character. Leave it out.`,
    }
  }
  if (merge !== undefined) {
    const message = `${name} comes from the merge key on line ${lineOf(merge)} and is written on line ${lineOf(node)}. Edit it there, or write the key here.`
    return { reason: 'inherited', message, offset: merge.range?.[0] ?? 0 }
  }
  if (alias !== undefined) {
    const message = `${name} is only repeated here by the alias *${alias.source}, and is written on line ${lineOf(node)}. Edit it there, or write the value here instead of the alias.`
    return { reason: 'alias', message, offset: alias.range?.[0] ?? 0 }
  }
  if (repeatedBy !== undefined) {
    const message = `${name} is repeated by the alias *${repeatedBy.source} on line ${lineOf(repeatedBy)}, which would change with it. Write the value there instead of the alias first.`
    return { reason: 'anchored', message }
  }
  if (!isScalar(node)) {
    return { reason: 'no-place', message: `${name} is a key without a colon. Write the colon first.` }
  }
  if (node.tag !== undefined && node.tag !== stringTag) {
    return {
      reason: 'tag',
      message: `${name} has the tag ${tagName(node.tag)}, which decides how it is read. Remove the tag first.`,
    }
  }
  const style = styleOf(node)
  if (style === 'block') {
    return {
      reason: 'block-scalar',
      message: `${name} is a block of text (| or >). Write the value on the line of its key first.`,
    }
  }
  if (rawOf(file.parsed.text, node).includes('\n')) {
    return { reason: 'multi-line', message: `${name} goes over several lines. Write it on one line first.` }
  }
  if (node.source?.includes('{{')) return { reason: 'template', message: template(name) }
  return undefined
}

const stringTag = 'tag:yaml.org,2002:str'

const tagName = (tag: string) => tag.replace(/^tag:yaml\.org,2002:/, '!!').slice(0, 80)

function isString(scalar: Scalar): boolean {
  if (scalar.tag !== undefined) return scalar.tag === stringTag
  return scalar.type !== 'PLAIN' || !readsAsAnother(scalar.source ?? '')
}

/** `{{ .Values.tag }}` parses as a mapping in a mapping, which no YAML file has on purpose. */
function isTemplate({ parsed }: YamlText, node: Node): boolean {
  return parsed.text.startsWith('{{', node.range?.[0] ?? 0)
}

const template = (path: string) =>
  `${path} is a template expression ({{ … }}), which is computed elsewhere. Edit what it is computed from.`

function spliceOf(text: string, edit: ScalarEdit, scalar: Scalar, { inFlow, inJson }: Reached): Splice {
  const common = { edit, scalar, old: scalar.source ?? '' }
  const [start, end] = scalar.range ?? [0, 0]
  switch (styleOf(scalar)) {
    case 'single':
      return { ...common, start, end, replacement: singleQuoted(edit.value) }
    case 'double':
      return { ...common, start, end, replacement: doubleQuoted(edit.value) }
    case 'empty': {
      // The parser gives the place after the spaces; the value stands right after the colon, the dash, the tag or the anchor.
      const before = text.slice(0, start).replace(/[ \t]+$/, '').length
      return { ...common, start: before, end: before, replacement: ` ${written(edit.value, inFlow)}` }
    }
    default:
      // A literal of JSON in a document that is one flow collection: it may be JSON, which knows no plain strings.
      if (inJson && isJsonLiteral(common.old)) return { ...common, start, end, replacement: doubleQuoted(edit.value) }
      return { ...common, start, end, replacement: written(edit.value, inFlow) }
  }
}

function written(value: string, inFlow: boolean): string {
  return needsQuotes(value, inFlow) ? doubleQuoted(value) : value
}

function rawOf(text: string, { range }: Node): string {
  return text.slice(range?.[0], range?.[1])
}

function nowhere(path: Path, { node, depth }: Reached): string {
  const parent = depth === 0 ? 'The document' : describePath(path.slice(0, depth))
  const name = path[depth]
  const missing = typeof name === 'number' ? `item ${name}` : `key ${shown(String(name))}`
  if (isScalar(node) || node === null) return `${parent} is a single value, so it has no ${missing}. Check the path.`
  const misread = isSeq(node) === (typeof name === 'number') ? '' : ` It is a ${isSeq(node) ? 'list' : 'mapping'}.`
  return `${parent} has no ${missing}.${misread} Check the path, or write the key first.`
}

/** A path as a message shows it: `spec.images[0].newTag`. */
export function describePath(path: Path): string {
  if (path.length === 0) return 'the whole document'
  return path
    .map((name) => {
      if (typeof name === 'number') return `[${name}]`
      return /^[\w/-]{1,80}$/.test(name) ? `.${name}` : `[${shown(name)}]`
    })
    .join('')
    .replace(/^\./, '')
}

function refused(file: YamlText, offset: number, reason: RefusalReason, message: string): Planned {
  return { type: 'refused', refusal: { reason, message, ...file.parsed.placeOf(offset) } }
}
