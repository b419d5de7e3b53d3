// Images in Helm values: a map of `repository` with `tag` or `digest`, or one text. Values come in layers, of which the last wins.

import { mappingOf, textOf } from '../yaml/data.ts'
import type { Path } from '../yaml/text-file.ts'
import { parseReference } from './reference.ts'
import type { ImageSite, SiteScalar } from './site.ts'

/** One layer: the values of one file or of one block of an Application, or its single parameters. */
export type ValuesLayer =
  | {
      readonly type: 'values'
      readonly data: unknown
      readonly file: string
      readonly document: number
      /** Where the values stand in the document. */
      readonly path: Path
      /** Where they come into the values of the chart: below the name of a chart that it depends on. */
      readonly below: readonly string[]
      /** Why nothing in this layer can be written, when nothing can: its scalars then stand at `path` itself. */
      readonly readOnly?: string
    }
  | {
      readonly type: 'parameters'
      /** By their names, split at dots. */
      readonly parameters: readonly { readonly name: readonly string[]; readonly scalar: SiteScalar }[]
    }

type Leaf = { readonly scalar: SiteScalar; readonly parameter: boolean; readonly readOnly?: string }
type Node = { leaf?: Leaf; readonly children: Map<string, Node> }

/** Deeper values than any chart has; a map that contains itself by an alias would never end. */
const maxDepth = 64

/** The sites that decide, of values in layers from the weakest to the strongest. */
export function valuesSites(layers: readonly ValuesLayer[]): readonly ImageSite[] {
  return sitesBelow(merged(layers))
}

/** Every scalar that counts in the end, whatever it means: what is written there is written for whoever has these layers. */
export function effectiveScalars(layers: readonly ValuesLayer[]): readonly SiteScalar[] {
  return scalarsBelow(merged(layers))
}

function scalarsBelow({ leaf, children }: Node): SiteScalar[] {
  const below = [...children.values()].flatMap(scalarsBelow)
  return leaf === undefined ? below : [leaf.scalar, ...below]
}

function merged(layers: readonly ValuesLayer[]): Node {
  const root: Node = { children: new Map() }
  for (const layer of layers) {
    if (layer.type === 'parameters') {
      for (const { name, scalar } of layer.parameters) setLeaf(root, name, { scalar, parameter: true })
    } else addValues(layer.below.reduce(childOf, root), layer.data, layer, layer.path, 0)
  }
  return root
}

function addValues(
  node: Node,
  value: unknown,
  layer: Extract<ValuesLayer, { readonly type: 'values' }>,
  path: Path,
  depth: number,
): void {
  if (depth > maxDepth) return
  const text = textOf(value)
  if (text !== undefined) {
    const scalar = { file: layer.file, document: layer.document, path, text }
    // A scalar takes the place of a map, and a map that of a scalar (Helm, CoalesceTables).
    node.children.clear()
    node.leaf = { scalar, parameter: false, ...(layer.readOnly !== undefined && { readOnly: layer.readOnly }) }
    return
  }
  // A list of a stronger layer replaces that of a weaker one as a whole; maps are merged.
  if (typeof value === 'object' && value !== null) delete node.leaf
  if (Array.isArray(value)) node.children.clear()
  const entries = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(mappingOf(value))
  const below = (key: string | number) => (layer.readOnly === undefined ? [...path, key] : path)
  for (const [key, item] of entries) addValues(childOf(node, String(key)), item, layer, below(key), depth + 1)
}

function setLeaf(root: Node, name: readonly string[], leaf: Leaf): void {
  let node = root
  for (const part of name) node = childOf(node, part)
  node.leaf = leaf
}

function childOf(node: Node, name: string): Node {
  const child = node.children.get(name) ?? { children: new Map() }
  node.children.set(name, child)
  return child
}

function sitesBelow(node: Node, name = ''): ImageSite[] {
  const own = node.leaf !== undefined && node.children.size === 0 ? wholeImage(node.leaf, name) : mapOfParts(node)
  return [...own, ...[...node.children].flatMap(([key, child]) => sitesBelow(child, key))]
}

/** `image: repository:tag`. Any key that ends in `image` may hold it (`initImage`). */
function wholeImage(leaf: Leaf, key: string): ImageSite[] {
  const reference = /image$/i.test(key) ? parseReference(leaf.scalar.text) : undefined
  if (reference === undefined || (reference.tag === undefined && reference.digest === undefined)) return []
  return [{ form: formOf(leaf), name: reference.name, aliases: [], image: leaf.scalar, ...readOnlyOf(leaf) }]
}

function mapOfParts({ children }: Node): ImageSite[] {
  const leaf = (name: string) => children.get(name)?.leaf
  const [tag, digest] = [leaf('tag') ?? leaf('imageTag'), leaf('digest')]
  const repository = leaf('repository')?.scalar.text ?? bareImage(leaf('image')?.scalar.text)
  const main = tag ?? digest
  if (!repository || main === undefined) return []
  const registry = leaf('registry')?.scalar.text
  const name = registry ? `${registry}/${repository}` : repository
  return [
    {
      form: formOf(main),
      name,
      aliases: registry ? [repository] : [],
      ...(tag !== undefined && { tag: tag.scalar }),
      ...(digest !== undefined && { digest: digest.scalar }),
      ...readOnlyOf(tag?.readOnly === undefined && digest !== undefined ? digest : main),
    },
  ]
}

/** `image: ghcr.io/your-org/api` beside `tag: …`. One with a version of its own stands for itself. */
function bareImage(text: string | undefined): string | undefined {
  const reference = text === undefined ? undefined : parseReference(text)
  return reference?.tag === undefined && reference?.digest === undefined ? reference?.name : undefined
}

const formOf = ({ parameter }: Leaf) => (parameter ? 'Helm parameter' : 'Helm values')
const readOnlyOf = ({ readOnly }: Leaf) => (readOnly === undefined ? {} : { readOnly })
