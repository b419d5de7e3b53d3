// One document as its nodes and as plain data: which alias repeats which node, and what merge keys bring in.
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { ParsedText } from './parse-text.ts'
import type { Refusal, RefusalReason } from './refusal.ts'

/** Deeper than any manifest; far below what exhausts a stack. */
export const maxDepth = 200

/** How many nodes the aliases of a document may repeat: an alias of aliases of aliases grows without end. */
export const maxRepeated = 1_000_000

const maxRefusals = 10

export type DocumentTree = {
  /** Null for an empty document. */
  readonly root: Node | null
  /** Every scalar as its text, aliases and merge keys resolved; undefined for an empty document. */
  readonly data: unknown
  /** What each alias repeats. */
  readonly targets: ReadonlyMap<Alias, Node>
  /** The first alias of each node that is repeated. */
  readonly aliases: ReadonlyMap<Node, Alias>
  /** The text of a key; of one that is no scalar what is written. */
  readonly nameOf: (key: Node) => string
}

export type TreeOrRefusals = { readonly tree: DocumentTree; readonly refusals: readonly Refusal[] }

type Anchored = { readonly data: unknown; readonly size: number }

/** Reads a document; with refusals the data is not whole. */
export function readTree({ text, placeOf }: ParsedText, document: Document.Parsed): TreeOrRefusals {
  const targets = new Map<Alias, Node>()
  const aliases = new Map<Node, Alias>()
  const byName = new Map<string, Node>()
  const anchored = new Map<Node, Anchored>()
  const refusals: Refusal[] = []
  // Nodes so far, those that aliases repeat counted as often as they do, and how many of them are repeated.
  let nodes = 0
  let repeated = 0

  function refuse(reason: RefusalReason, node: Node, message: string): undefined {
    if (refusals.length < maxRefusals) refusals.push({ reason, message, ...placeOf(node.range?.[0] ?? 0) })
  }

  function read(node: Node | null | undefined, depth: number): unknown {
    nodes += 1
    if (node === null || node === undefined) return ''
    if (isAlias(node)) return readAlias(node)
    if (depth > maxDepth) return refuse('too-deep', node, `Nested more than ${maxDepth} levels deep. Flatten it.`)
    const before = nodes
    if (node.anchor !== undefined) byName.set(node.anchor, node)
    const data = readContent(node, depth)
    if (node.anchor !== undefined) anchored.set(node, { data, size: nodes - before + 1 })
    return data
  }

  function readContent(node: Node, depth: number): unknown {
    if (isMap(node)) return readMap(node, depth)
    if (isSeq(node)) return node.items.map((item) => read(item as Node | null, depth + 1))
    return isScalar(node) ? (node.source ?? '') : ''
  }

  function readAlias(alias: Alias): unknown {
    const name = alias.source
    const target = byName.get(name)
    if (target === undefined) {
      return refuse('syntax', alias, `The alias *${name} has no anchor &${name} before it. Mend it first.`)
    }
    const known = anchored.get(target)
    if (known === undefined) {
      return refuse('syntax', alias, `The alias *${name} repeats what it stands in, without end. Mend it first.`)
    }
    targets.set(alias, target)
    if (!aliases.has(target)) aliases.set(target, alias)
    nodes += known.size
    repeated += known.size
    if (repeated > maxRepeated && repeated - known.size <= maxRepeated) {
      refuse('too-many-aliases', alias, `Up to here aliases repeat more than ${maxRepeated} values. Write them out.`)
    }
    return repeated > maxRepeated ? undefined : known.data
  }

  function readMap(map: YAMLMap, depth: number): unknown {
    const entries = new Map<string, unknown>()
    let merge: { readonly key: Node; readonly value: unknown } | undefined
    for (const pair of map.items) {
      const key = pair.key as Node
      read(key, depth + 1)
      const name = nameOf(key)
      const merges = isMergeKey(key)
      if (merges ? merge !== undefined : entries.has(name)) {
        refuse('duplicate-key', key, `The key ${shown(name)} stands twice in one mapping. Remove one of the two.`)
      }
      const value = read(pair.value as Node | null, depth + 1)
      if (merges) merge = { key, value }
      else entries.set(name, value)
    }
    if (merge !== undefined) mergeInto(entries, merge.key, merge.value)
    return Object.fromEntries(entries)
  }

  function mergeInto(entries: Map<string, unknown>, key: Node, value: unknown): void {
    for (const source of Array.isArray(value) ? value : [value]) {
      if (typeof source === 'object' && source !== null && !Array.isArray(source)) {
        for (const [name, item] of Object.entries(source)) if (!entries.has(name)) entries.set(name, item)
      } else if (refusals.length === 0) {
        // What was refused before has no data.
        refuse('syntax', key, 'The merge key << takes a mapping, an alias of one, or a list of them. Mend it first.')
      }
    }
  }

  function nameOf(key: Node): string {
    const scalar = isAlias(key) ? targets.get(key) : key
    return isScalar(scalar) ? (scalar.source ?? '') : text.slice(key.range?.[0], key.range?.[1])
  }

  const root = rootOf(document)
  const data = root === null ? undefined : read(root, 0)
  return { tree: { root, data, targets, aliases, nameOf }, refusals }
}

/** Nothing between two markers is a null without a letter. */
function rootOf({ contents }: Document.Parsed): Node | null {
  const nothing = isScalar(contents) && contents.source === '' && contents.type === 'PLAIN' && !contents.tag
  return nothing && contents.anchor === undefined ? null : contents
}

/** Whether a key merges what its value holds into the mapping (https://yaml.org/type/merge.html). */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN' && key.tag === undefined
}

/** A name as a message shows it. */
export function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name)
}
