// Where a path of keys and indices leads in a document, and what stands on the way.
import { type Alias, isAlias, isMap, isSeq, type Node, type YAMLMap } from 'yaml'
import { type DocumentTree, isMergeKey } from './document-tree.ts'

/** Keys of mappings are strings, indices of lists are numbers. */
export type Path = readonly (string | number)[]

export type Reached = {
  /** What stands at the deepest part of the path that exists; null for a key without a colon. */
  readonly node: Node | null
  /** Offset of its key, or of the item of a list. */
  readonly offset: number
  /** How many names of the path were followed: all, unless it leads nowhere. */
  readonly depth: number
  /** The last alias on the way, whose target `node` stands in or is. */
  readonly alias: Alias | undefined
  /** The last merge key on the way. */
  readonly merge: Node | undefined
  /** An alias elsewhere that repeats `node` or something that it stands in. */
  readonly repeatedBy: Alias | undefined
  /** Whether `node` stands in a flow mapping or list, and whether the whole document is one, as JSON is. */
  readonly inFlow: boolean
  readonly inJson: boolean
}

type Way = { -readonly [Key in keyof Reached]: Reached[Key] }

/** Follows a path from the root, through aliases and merge keys, as far as it leads. */
export function followPath(tree: DocumentTree, path: Path): Reached {
  const { root } = tree
  const inJson = isFlow(root)
  const way: Way = {
    node: root,
    offset: root?.range?.[0] ?? 0,
    depth: 0,
    alias: undefined,
    merge: undefined,
    repeatedBy: undefined,
    inFlow: false,
    inJson,
  }
  enter(tree, way, root)
  for (const name of path) {
    const found = childOf(tree, way.node, name)
    if (found === undefined) break
    way.inFlow ||= isFlow(way.node)
    way.offset = found.offset
    way.merge = found.merge ?? way.merge
    way.alias = found.alias ?? way.alias
    way.depth += 1
    enter(tree, way, found.node)
  }
  return way
}

function enter(tree: DocumentTree, way: Way, node: Node | null): void {
  way.node = node
  if (isAlias(node)) {
    way.alias = node
    way.node = tree.targets.get(node) ?? null
  }
  if (way.node !== null) way.repeatedBy = tree.aliases.get(way.node) ?? way.repeatedBy
}

type Child = {
  readonly node: Node | null
  readonly offset: number
  readonly merge?: Node
  readonly alias?: Alias
}

function childOf(tree: DocumentTree, node: Node | null, name: string | number): Child | undefined {
  if (isSeq(node)) {
    const item = typeof name === 'number' ? (node.items[name] as Node | undefined) : undefined
    return item === undefined ? undefined : { node: item, offset: item.range?.[0] ?? 0 }
  }
  if (!isMap(node) || typeof name !== 'string') return undefined
  const pair = node.items.find(({ key }) => !isMergeKey(key) && tree.nameOf(key as Node) === name)
  if (pair === undefined) return inheritedChild(tree, node, name)
  return { node: (pair.value as Node | null) ?? null, offset: (pair.key as Node).range?.[0] ?? 0 }
}

function inheritedChild(tree: DocumentTree, map: YAMLMap, name: string): Child | undefined {
  const merge = map.items.find(({ key }) => isMergeKey(key))
  if (merge === undefined) return undefined
  const value = merge.value as Node | null
  const list = isAlias(value) ? tree.targets.get(value) : value
  for (const item of isSeq(list) ? (list.items as Node[]) : [value]) {
    const source = isAlias(item) ? tree.targets.get(item) : item
    const found = childOf(tree, source ?? null, name)
    if (found !== undefined) return { ...found, merge: merge.key as Node, ...(isAlias(item) && { alias: item }) }
  }
  return undefined
}

const isFlow = (node: Node | null): boolean => (isMap(node) || isSeq(node)) && node.flow === true
