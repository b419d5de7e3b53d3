// Expressions of native HCL as values: what is written plainly is a literal, all else is kept as it is written.
import type { HclEntry, HclProblem, HclValue } from './body.ts'
import type { Locate } from './places.ts'
import { gatherUses } from './references.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { isTemplate, readTemplate } from './templates.ts'

/** What reading one file has at hand. */
export type Reading = {
  readonly source: string
  readonly locate: Locate
  readonly problems: HclProblem[]
}

/** Children that mean something: no comments and no signs. */
export const named = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.children.filter((child) => child.named && child.type !== 'comment')

/** The value of an `expression` node. */
export function readValue(node: SyntaxNode, reading: Reading): HclValue {
  const [only, second] = named(node)
  if (only === undefined || second !== undefined) return expressionOf(node, reading)
  switch (only.type) {
    case 'expression':
      return readValue(only, reading)
    case 'literal_value':
      return literalOf(only, reading)
    case 'template_expr':
      return templateOf(only, reading)
    case 'collection_value':
      return collectionOf(only, reading)
    case 'operation':
      return negativeOf(only, reading) ?? expressionOf(node, reading)
    default:
      return expressionOf(node, reading)
  }
}

function expressionOf(node: SyntaxNode, { source, locate }: Reading): HclValue {
  const text = source.slice(node.start, node.end)
  return { type: 'expression', text, ...gatherUses(node, source, locate), at: locate(node.start, node.end) }
}

function literalOf(node: SyntaxNode, reading: Reading): HclValue {
  const at = reading.locate(node.start, node.end)
  const [child] = named(node)
  const text = reading.source.slice(node.start, node.end)
  switch (child?.type) {
    case 'string_lit':
      return templateOf(node, reading)
    case 'numeric_lit':
      return { type: 'literal', value: Number(text), at }
    case 'bool_lit':
      return { type: 'literal', value: text === 'true', at }
    default:
      return { type: 'literal', value: null, at }
  }
}

/** A template of which all parts are known is a string; one of a single interpolation has the value of what is in it. */
function templateOf(node: SyntaxNode, reading: Reading): HclValue {
  const template = named(node).find(isTemplate)
  if (template === undefined || hasDirective(template)) return expressionOf(node, reading)
  const at = reading.locate(node.start, node.end)
  const { parts, keepsIndentation } = readTemplate(template, reading.source)
  const [first, second] = parts
  if (
    second === undefined &&
    first !== undefined &&
    typeof first !== 'string' &&
    template.type !== 'heredoc_template'
  ) {
    const value = interpolated(first, reading)
    return value === undefined ? expressionOf(node, reading) : { ...value, at }
  }
  if (keepsIndentation === true) return expressionOf(node, reading)
  const texts = parts.map((part) => (typeof part === 'string' ? part : stringOf(interpolated(part, reading))))
  if (texts.includes(undefined)) return expressionOf(node, reading)
  return { type: 'literal', value: texts.join('').normalize('NFC'), at }
}

const hasDirective = (node: SyntaxNode) => node.children.some(({ type }) => type === 'template_directive')

/** The literal inside `${}`. A strip marker changes the text around it, which is left to Terraform. */
function interpolated(node: SyntaxNode, reading: Reading): HclValue | undefined {
  const inside = named(node)
  const expression = inside.find(({ type }) => type === 'expression')
  if (expression === undefined || inside.some(({ type }) => type === 'strip_marker')) return undefined
  const value = readValue(expression, reading)
  return value.type === 'literal' ? value : undefined
}

/** Numbers are left to Terraform, which writes some of them otherwise. */
const stringOf = (value: HclValue | undefined) =>
  value?.type === 'literal' && (typeof value.value === 'string' || typeof value.value === 'boolean')
    ? String(value.value)
    : undefined

function negativeOf(node: SyntaxNode, reading: Reading): HclValue | undefined {
  const [unary] = named(node)
  if (unary?.type !== 'unary_operation' || !reading.source.startsWith('-', unary.start)) return undefined
  const [operand, second] = named(unary)
  if (operand?.type !== 'literal_value' || second !== undefined) return undefined
  const value = literalOf(operand, reading)
  if (value.type !== 'literal' || typeof value.value !== 'number') return undefined
  return { ...value, value: -value.value, at: reading.locate(node.start, node.end) }
}

function collectionOf(node: SyntaxNode, reading: Reading): HclValue {
  const [collection] = named(node)
  const at = reading.locate(node.start, node.end)
  const children = collection === undefined ? [] : named(collection)
  if (collection?.type === 'tuple') {
    const items = children.filter(({ type }) => type === 'expression')
    return { type: 'list', items: items.map((item) => readValue(item, reading)), at }
  }
  const elements = children.filter(({ type }) => type === 'object_elem')
  return { type: 'object', entries: elements.flatMap((element) => entryOf(element, reading)), at }
}

function entryOf(node: SyntaxNode, reading: Reading): readonly HclEntry[] {
  const [keyNode, valueNode] = named(node).filter(({ type }) => type === 'expression')
  if (keyNode === undefined || valueNode === undefined) return []
  const at = reading.locate(keyNode.start, keyNode.end)
  const value = readValue(valueNode, reading)
  if (isBareKey(keyNode)) return [{ key: reading.source.slice(keyNode.start, keyNode.end), value, at }]
  const key = readValue(keyNode, reading)
  if (key.type === 'literal' && key.value !== null) return [{ key: String(key.value), value, at }]
  return [{ key: undefined, computedKey: key, value, at }]
}

/** `a` in `{ a = 1 }`, also where `a` is a word of the language. `(a)` refers to something. */
export function isBareKey(key: SyntaxNode): boolean {
  const [only, second] = key.children.filter(({ type }) => type !== 'comment')
  if (only === undefined || second !== undefined) return false
  if (only.type === 'variable_expr') return true
  return only.type === 'literal_value' && /^(bool|null)_lit$/.test(named(only)[0]?.type ?? '')
}
