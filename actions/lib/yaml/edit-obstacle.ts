// What stands in the way of an edit: how the value is written, or that there is none. Each with what to do about it.
import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml'
import { shown } from './document-tree.ts'
import type { Path, Reached } from './follow-path.ts'
import type { ParsedText } from './parse-text.ts'
import type { RefusalReason } from './refusal.ts'
import { styleOf } from './text-file.ts'

export type Obstacle = {
  readonly reason: RefusalReason
  readonly message: string
  /** In the text. */
  readonly offset: number
}

/** Why a path does not lead to a scalar; undefined when it does. A key without a colon counts as one: it has an empty value. */
export function pathObstacle({ text }: ParsedText, path: Path, reached: Reached): Obstacle | undefined {
  const { node, offset, depth } = reached
  if (depth < path.length) return { reason: 'not-found', message: nowhere(path, reached), offset }
  if (node === null || isScalar(node)) return undefined
  const at = node.range?.[0] ?? offset
  const name = describePath(path)
  // `{{ .Values.tag }}` parses as a mapping in a mapping, which no YAML file has on purpose.
  if (isMap(node) && text.startsWith('{{', at)) return { reason: 'template', message: template(name), offset: at }
  const message = `${name} is a ${isSeq(node) ? 'list' : 'mapping'}. Name one value in it.`
  return { reason: 'not-a-scalar', message, offset: at }
}

/** Why a scalar cannot be edited where it stands; undefined when it can. */
export function scalarObstacle(parsed: ParsedText, path: Path, reached: Reached): Obstacle | undefined {
  const { node, offset } = reached
  const name = describePath(path)
  const shared = sharedObstacle(parsed, name, reached)
  if (shared !== undefined) return shared
  if (!isScalar(node)) {
    return { reason: 'no-place', message: `${name} is a key without a colon. Write the colon first.`, offset }
  }
  const written = writtenObstacle(parsed.text, name, node)
  return written && { ...written, offset: node.range?.[0] ?? offset }
}

/** The value stands in several places of the document, of which the edit means one. */
function sharedObstacle(parsed: ParsedText, name: string, reached: Reached): Obstacle | undefined {
  const { node, alias, merge, repeatedBy, offset } = reached
  const at = (other: Node | null) => other?.range?.[0] ?? offset
  const line = (other: Node | null) => parsed.placeOf(at(other)).line
  if (merge !== undefined) {
    const message = `${name} comes from the merge key on line ${line(merge)} and is written on line ${line(node)}. Edit it there, or write the key here.`
    return { reason: 'inherited', message, offset: at(merge) }
  }
  if (alias !== undefined) {
    const message = `${name} is only repeated here by the alias *${alias.source}, and is written on line ${line(node)}. Edit it there, or write the value here instead of the alias.`
    return { reason: 'alias', message, offset: at(alias) }
  }
  if (repeatedBy !== undefined) {
    const message = `${name} is repeated by the alias *${repeatedBy.source} on line ${line(repeatedBy)}, which would change with it. Write the value there instead of the alias first.`
    return { reason: 'anchored', message, offset: at(node) }
  }
  return undefined
}

function writtenObstacle(text: string, name: string, scalar: Scalar): Omit<Obstacle, 'offset'> | undefined {
  if (scalar.tag !== undefined && scalar.tag !== stringTag) {
    const tag = scalar.tag.replace(/^tag:yaml\.org,2002:/, '!!').slice(0, 80)
    return { reason: 'tag', message: `${name} has the tag ${tag}, which decides how it is read. Remove the tag first.` }
  }
  if (styleOf(scalar) === 'block') {
    const message = `${name} is a block of text (| or >). Write the value on the line of its key first.`
    return { reason: 'block-scalar', message }
  }
  if (text.slice(scalar.range?.[0], scalar.range?.[1]).includes('\n')) {
    return { reason: 'multi-line', message: `${name} goes over several lines. Write it on one line first.` }
  }
  return scalar.source?.includes('{{') ? { reason: 'template', message: template(name) } : undefined
}

/** The tag of a string, which may stand before any scalar (YAML 1.2.2, section 10.1.1.3). */
export const stringTag = 'tag:yaml.org,2002:str'

const template = (name: string) =>
  `${name} is a template expression ({{ … }}), which is computed elsewhere. Edit what it is computed from.`

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
  const names = path.map((name) => {
    if (typeof name === 'number') return `[${name}]`
    return /^[\w/-]{1,80}$/.test(name) ? `.${name}` : `[${shown(name)}]`
  })
  return names.join('').replace(/^\./, '')
}
