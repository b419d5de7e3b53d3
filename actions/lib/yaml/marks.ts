// Which characters of a YAML source an annotation should mark for the value at a JSON pointer.
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import { pointerNames } from './pointer.ts'

/** Offsets in the text: a key, and the end of its value when that is a scalar on the same line. */
export type Mark = { readonly start: number; readonly keyEnd: number; readonly end: number }

export type Found = { readonly node: Node | null; readonly mark: Mark; readonly exact: boolean }

/** The node at a JSON pointer, through aliases and merge keys; the deepest one that exists when the pointer leads nowhere. */
export function valueAtPointer(document: Document.Parsed, root: Node, pointer: string): Found {
  let node: Node | null = resolved(document, root)
  let mark = markOf(root)
  for (const name of pointerNames(pointer)) {
    const found = node === null ? undefined : child(document, node, name)
    if (found === undefined) return { node, mark, exact: false }
    mark = found.mark
    node = resolved(document, found.node)
  }
  return { node, mark, exact: true }
}

type Child = { readonly node: Node | null; readonly mark: Mark }

function child(document: Document.Parsed, node: Node, name: string, depth = 0): Child | undefined {
  if (isSeq(node)) {
    const item = /^\d+$/.test(name) ? (node.items[Number(name)] as Node | undefined) : undefined
    return item === undefined ? undefined : { node: item, mark: markOf(item) }
  }
  if (!isMap(node)) return undefined
  // The last of equal keys is the one that counts.
  const pair = node.items.findLast((item) => keyNames(document, item).includes(name)) as NodePair | undefined
  if (pair !== undefined) return { node: pair.value, mark: markOfPair(pair) }
  if (depth > 20) return undefined
  for (const merged of mergedMaps(document, node)) {
    const found = child(document, merged, name, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

type NodePair = Pair<Node, Node | null>

function keyNames(document: Document.Parsed, pair: Pair): readonly string[] {
  const key = resolved(document, pair.key as Node | null)
  if (!isScalar(key)) return []
  // `on:` is the key `true` to a YAML 1.1 reader and `on` to others.
  return typeof key.source === 'string' ? [key.source, String(key.value)] : [String(key.value)]
}

function mergedMaps(document: Document.Parsed, map: YAMLMap): Node[] {
  return map.items.flatMap((pair) => {
    if (!isScalar(pair.key) || pair.key.source !== '<<' || pair.key.type !== 'PLAIN') return []
    const value = resolved(document, pair.value as Node | null)
    const sources = isSeq(value) ? (value.items as Node[]).map((item) => resolved(document, item)) : [value]
    return sources.filter((source): source is Node => isMap(source))
  })
}

function resolved(document: Document.Parsed, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(document) ?? null) : node
}

function markOfPair(pair: NodePair): Mark {
  const key = rangeOf(pair.key)
  const value = isScalar(pair.value) || isAlias(pair.value) ? rangeOf(pair.value) : undefined
  return { start: key.start, keyEnd: key.end, end: Math.max(value?.end ?? 0, key.end) }
}

/** A collection is marked by its first entry: its whole range would underline a page. */
export function markOf(node: Node): Mark {
  const first = isMap(node) && node.flow !== true ? (node.items[0] as NodePair | undefined) : undefined
  if (first !== undefined) return markOfPair(first)
  const { start, end } = rangeOf(node)
  if (isSeq(node) && node.flow !== true && node.items.length > 0) return markOf(node.items[0] as Node)
  return { start, keyEnd: start + 1, end: isScalar(node) || isAlias(node) ? end : start + 1 }
}

/** The end of a mark: of the value when it ends on the line of the key, else of the key. */
export function endOfMark(mark: Mark, text: string): number {
  return text.slice(mark.start, mark.end).includes('\n') ? mark.keyEnd : mark.end
}

function rangeOf(node: Node | null | undefined): { readonly start: number; readonly end: number } {
  const range = node?.range
  return range === undefined || range === null ? { start: 0, end: 0 } : { start: range[0], end: range[1] }
}
