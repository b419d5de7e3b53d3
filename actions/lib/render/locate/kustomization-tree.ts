// The kustomizations below a source: their files, and which of them an object passes on its way up.

import type { YamlDocument } from '../../yaml/source-document.ts'
import { pathBelow } from './paths.ts'
import { isPlainMap, listOf, type PlainMap } from './plain.ts'
import type { SourceFiles } from './source-files.ts'

/** One set of transformers: a kustomization, or the kustomize options of an Application. */
export type Layer = {
  readonly type: 'kustomization' | 'application'
  readonly file: string
  readonly directory: string
  readonly document: YamlDocument
  /** Pointer in the document to the fields of the kustomization. */
  readonly prefix: string
  readonly value: PlainMap
}

/** The layers that an object passes, innermost first. */
export type Route = readonly Layer[]

export type Tree = {
  readonly top: string
  /** By directory. */
  readonly layers: ReadonlyMap<string, Layer>
  /** Components that an Application adds to the top kustomization. */
  readonly components: readonly string[]
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
/** More kustomizations than any overlay has: a bound for what a hostile repository may ask for. */
const mostLayers = 2000
const mostRoutes = 64
const deepestComponents = 12

/** Reads the kustomizations that the top one leads to, as far as they are local and whole. */
export async function kustomizationTree(files: SourceFiles, top: string, components: readonly string[]): Promise<Tree> {
  const layers = new Map<string, Layer>()
  const seen = new Set<string>()
  const queue = [top]
  for (let directory = queue.shift(); directory !== undefined && seen.size < mostLayers; directory = queue.shift()) {
    if (seen.has(directory)) continue
    seen.add(directory)
    const layer = await readLayer(files, directory)
    if (layer === undefined) continue
    layers.set(directory, layer)
    queue.push(
      ...entriesOf(layer).filter((path) => !/\.(ya?ml|json)$/.test(path)),
      ...componentsOf(layer, { top, components }),
    )
  }
  return { top, layers, components }
}

async function readLayer(files: SourceFiles, directory: string): Promise<Layer | undefined> {
  for (const name of names) {
    const file = directory === '' ? name : `${directory}/${name}`
    const document = (await files.yaml(file))?.documents[0]
    const value = document?.value()
    if (document !== undefined && isPlainMap(value)) {
      return { type: 'kustomization', file, directory, document, prefix: '', value }
    }
  }
  return undefined
}

/**
 * The layers that an object of a file passes, innermost first, for every way by which the top kustomization reaches the file.
 * A kustomization takes its resources, then its generators, then its components, then its own transformers (kustomize,
 * KustTarget.accumulateTarget). A generated object starts at the kustomization that generates it.
 */
export function routesTo(tree: Tree, file: string): readonly Route[] {
  return routes(tree, tree.top, file, leadingTo(tree, file), [])
}

function routes(
  tree: Tree,
  directory: string,
  file: string,
  leading: ReadonlySet<string>,
  above: readonly string[],
): Route[] {
  const layer = tree.layers.get(directory)
  if (layer === undefined || !leading.has(directory) || above.includes(directory)) return []
  const inside = [...above, directory]
  const below = (path: string) => routes(tree, path, file, leading, inside)
  const components = componentsOf(layer, tree)
  const after = (first: number) => components.slice(first).flatMap((path) => wholeComponent(tree, path, inside))
  const found: Route[] = layer.file === file ? [[...after(0), layer]] : []
  for (const path of entriesOf(layer)) {
    const passed = path === file ? [[]] : found.length < mostRoutes ? below(path) : []
    found.push(...passed.map((route) => [...route, ...after(0), layer]))
  }
  for (const [index, path] of components.entries()) {
    const passed = path === file || found.length >= mostRoutes ? [] : below(path)
    found.push(...passed.map((route) => [...route, ...after(index + 1), layer]))
  }
  return found.slice(0, mostRoutes)
}

/** The directories from which the file is reached: the others need no search. */
function leadingTo(tree: Tree, file: string): ReadonlySet<string> {
  const users = new Map<string, string[]>()
  const leading: string[] = []
  for (const [directory, layer] of tree.layers) {
    const used = [...entriesOf(layer), ...componentsOf(layer, tree)]
    for (const path of used) users.set(path, [...(users.get(path) ?? []), directory])
    if (layer.file === file || used.includes(file)) leading.push(directory)
  }
  const known = new Set(leading)
  for (const directory of known) for (const user of users.get(directory) ?? []) known.add(user)
  return known
}

function wholeComponent(tree: Tree, directory: string, above: readonly string[]): Route {
  const layer = tree.layers.get(directory)
  if (layer === undefined || above.includes(directory) || above.length > deepestComponents) return []
  const inside = [...above, directory]
  return [...componentsOf(layer, tree).flatMap((path) => wholeComponent(tree, path, inside)), layer]
}

/** Files that the kustomizations of a tree name as resources, each once, in the order of the layers. */
export function resourceFiles(tree: Tree): readonly string[] {
  return [...new Set([...tree.layers.values()].flatMap(entriesOf).filter((path) => !tree.layers.has(path)))]
}

function entriesOf(layer: Layer): readonly string[] {
  return localPaths(layer, [...listOf(layer.value.resources), ...listOf(layer.value.bases)])
}

function componentsOf(layer: Layer, tree: Pick<Tree, 'top' | 'components'>): readonly string[] {
  const own = localPaths(layer, listOf(layer.value.components))
  return layer.directory === tree.top ? [...own, ...tree.components] : own
}

function localPaths(layer: Layer, entries: readonly unknown[]): readonly string[] {
  return entries.flatMap((entry) => {
    const path = typeof entry === 'string' ? pathBelow(layer.directory, entry) : undefined
    return path === undefined ? [] : [path]
  })
}
