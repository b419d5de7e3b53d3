// Which file of a kustomize build wrote a field: the layers are asked from the outermost, whose word is last, to the base.
import type { SourceLocation } from '../../findings/finding.ts'
import type { KubernetesObject } from '../../kubernetes/object.ts'
import { valueAt } from '../../yaml/pointer.ts'
import { withOptions } from './application-options.ts'
import { baseObject, exactFit, fitOf, hasKindOf, type WrittenObject } from './base-object.ts'
import { type Claim, placeIn, placeInLayer, type Wanted } from './claim.ts'
import { generatedName, generatorClaims, generatorEntries } from './generators.ts'
import { identityOf } from './identity.ts'
import { type Layer, type Route, resourceFiles, routesTo, type Tree } from './kustomization-tree.ts'
import { namedPath, resolveSteps } from './named-path.ts'
import type { SourceFiles } from './source-files.ts'
import { stageClaims } from './transformers.ts'

/** The file of an object, or the kustomization that generates it. */
export type KustomizeOrigin = { readonly file: string; readonly generated: boolean }

export type KustomizeField = {
  readonly object: KubernetesObject
  readonly pointer: string
  readonly files: SourceFiles
  readonly tree: Tree
  /** The options of the Application, which are applied last. */
  readonly options: Layer | undefined
}

/** The place of a field; only the file of the object when nothing more can be told. */
export async function locateThroughKustomize(field: KustomizeField): Promise<SourceLocation> {
  const { object } = field
  const origin = await originOf(field)
  if (origin === undefined) return { file: topFile(field.tree) }
  if (origin.generated) return locateGenerated(field, origin)
  const source = await field.files.yaml(origin.file)
  const fit = source && baseObject(source, object, routesOf(field, origin.file))
  if (fit === undefined) return { file: origin.file }
  const wanted = wantedOf(field, fit.written, fit.route, fit.written.value)
  const claims: Claim[] = []
  for (const stage of stagesOf(fit.route)) {
    const decided = take(claims, await stageClaims(stage, wanted))
    if (decided) return deepest(claims)?.at ?? { file: origin.file }
  }
  claims.push(baseClaim(origin.file, fit.written, wanted))
  return deepest(claims)?.at ?? { file: origin.file }
}

function baseClaim(file: string, written: WrittenObject, wanted: Wanted): Claim {
  const { pointer, depth } = resolveSteps(written.value, wanted.steps)
  return { type: 'sets', depth, at: placeIn(file, written.document, written.prefix + pointer) }
}

/**
 * Finds where an object was written, by its kind and name: kustomize would tell, but only at the price of half a render.
 * A file whose object has exactly the name that its way gives it wins, then a generator, then the nearest name.
 */
export async function originOf(field: Omit<KustomizeField, 'pointer'>): Promise<KustomizeOrigin | undefined> {
  const { object, tree, files } = field
  let best: { readonly file: string; readonly fit: number } | undefined
  const sameKind: string[] = []
  for (const file of resourceFiles(tree)) {
    const source = await files.yaml(file)
    if (source === undefined || !hasKindOf(source, object)) continue
    sameKind.push(file)
    const fit = fitOf(source, object, routesOf(field, file))
    if (fit > (best?.fit ?? 0)) best = { file, fit }
  }
  if (best !== undefined && best.fit >= exactFit) return { file: best.file, generated: false }
  // The innermost entry made it; those further out merge into it or replace it.
  let maker: { readonly file: string; readonly depth: number } | undefined
  for (const layer of tree.layers.values()) {
    for (const route of routesOf(field, layer.file)) {
      const made = route.length > (maker?.depth ?? 0) && generatedName(layer, object, route) !== undefined
      if (made) maker = { file: layer.file, depth: route.length }
    }
  }
  if (maker !== undefined) return { file: maker.file, generated: true }
  const file = best?.file ?? (sameKind.length === 1 ? sameKind[0] : undefined)
  return file === undefined ? undefined : { file, generated: false }
}

function topFile(tree: Tree): string {
  return tree.layers.get(tree.top)?.file ?? tree.top
}

async function locateGenerated(field: KustomizeField, origin: KustomizeOrigin): Promise<SourceLocation> {
  const { object } = field
  const { route, name } = generatorRoute(field, origin)
  const wanted = wantedOf(field, { name }, route, undefined)
  const claims: Claim[] = []
  for (const stage of stagesOf(route)) {
    if (take(claims, await stageClaims(stage, wanted))) break
    const entries = stage.flatMap((layer) => generatorEntries(layer, object, wanted.identity.names))
    let decided = false
    for (const entry of entries) decided ||= take(claims, await generatorClaims(entry, wanted))
    if (decided) break
  }
  const found = deepest(claims)
  if (found !== undefined && (found.type === 'sets' || found.depth > 0)) return found.at
  const own = route.find((layer) => layer.file === origin.file)
  const [entry] = own === undefined ? [] : generatorEntries(own, object, wanted.identity.names)
  return own === undefined || entry === undefined ? { file: origin.file } : placeInLayer(own, entry.pointer)
}

/**
 * The longest way of a generated object through the kustomization of its origin: an entry that merges may be the origin of an object
 * that was first generated further in.
 */
function generatorRoute(
  field: KustomizeField,
  origin: KustomizeOrigin,
): { readonly route: Route; readonly name: string } {
  const ways = [...field.tree.layers.values()].flatMap((layer) =>
    routesOf(field, layer.file).flatMap((route) => {
      const name = generatedName(layer, field.object, route)
      return name !== undefined && route.some(({ file }) => file === origin.file) ? [{ route, name }] : []
    }),
  )
  const fallback = { route: routesOf(field, origin.file)[0] ?? [], name: field.object.metadata.name }
  return ways.toSorted((one, other) => other.route.length - one.route.length)[0] ?? fallback
}

function routesOf({ tree, options }: Pick<KustomizeField, 'tree' | 'options'>, file: string): readonly Route[] {
  const routes = routesTo(tree, file)
  return options === undefined ? routes : routes.map((route) => withOptions(route, options))
}

/** Layers whose transformers of one type run together, the outermost first: the options of an Application join the top one. */
function stagesOf(route: Route): readonly Route[] {
  const [last, top, ...inner] = route.toReversed()
  if (last === undefined || top === undefined || last.type === 'kustomization')
    return route.toReversed().map((layer) => [layer])
  return [[last, top], ...inner.map((layer) => [layer])]
}

function wantedOf(
  { object, pointer, files }: KustomizeField,
  written: { readonly name: string; readonly namespace?: string },
  route: Route,
  base: unknown,
): Wanted {
  return {
    object,
    identity: identityOf(object, written, route),
    steps: namedPath(object, pointer),
    value: valueAt(object, pointer),
    base,
    files,
  }
}

/** Adds claims until one decides; says whether one did. */
function take(claims: Claim[], more: readonly Claim[]): boolean {
  for (const claim of more) {
    claims.push(claim)
    if (claim.type === 'sets') return true
  }
  return false
}

/** A claim that decides the whole path wins; else the longest part of the path, the earliest written of equals. */
function deepest(claims: readonly Claim[]): Claim | undefined {
  return claims.reduce<Claim | undefined>(
    (best, claim) => (best === undefined || claim.depth >= best.depth ? claim : best),
    undefined,
  )
}
