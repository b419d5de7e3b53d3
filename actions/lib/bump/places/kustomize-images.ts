// How images go up through a kustomization: manifests, components, patches, `images`, and which place decides in the end.
import type { Kustomization, Patch } from '../../argocd/kustomization.ts'
import { joinPath } from '../../argocd/source-files.ts'
import { dataOf, insideText } from '../../images/file-images.ts'
import { type ImageEntry, kustomizationEntries } from '../../images/kustomize-images.ts'
import { jsonPatchImages, manifestImages } from '../../images/manifest-images.ts'
import { splitImage } from '../../images/reference.ts'
import { type ImageSite, mainScalar } from '../../images/site.ts'
import { listOf, mappingOf, textOf } from '../../yaml/data.ts'
import type { TreeFiles } from './tree-files.ts'
import { chartSites } from './value-layers.ts'

/** One image on its way. */
export type Flow = {
  /** What kustomize calls it at this point, letter by letter. */
  readonly name: string
  /** What it was called before. */
  readonly before: readonly string[]
  readonly decider: ImageSite
  /** Whether `images` reaches it. */
  readonly isContainer: boolean
  readonly kind: string | undefined
  /** Names that patches may know its object by: prefixes and suffixes come on top. */
  readonly objects: readonly string[]
  readonly container: string | undefined
  readonly path: readonly string[]
}

/**
 * Every image that a kustomization renders, as far as its files tell, with the place that decides its version. An entry of
 * `images` that fits nothing counts only where something could not be followed: it may be meant for that.
 * @param options entries of the Application, which take the place of those of the top kustomization
 */
export async function kustomizeImages(
  top: Kustomization,
  files: TreeFiles,
  options: readonly ImageEntry[] = [],
): Promise<KustomizeImages> {
  const { flows, idle } = await build(top, [], files, options)
  return { flows, idle }
}

export type KustomizeImages = {
  readonly flows: readonly Flow[]
  /** Entries of `images` that fit nothing that is rendered. */
  readonly idle: readonly ImageSite[]
}

type Built = KustomizeImages & { readonly hasUnknown: boolean }

async function build(
  node: Kustomization,
  incoming: readonly Flow[],
  files: TreeFiles,
  options: readonly ImageEntry[] = [],
): Promise<Built> {
  const [components, bases] = [node.children.filter(isComponent), node.children.filter((child) => !isComponent(child))]
  const built = await Promise.all(bases.map((child) => build(child, [], files)))
  const manifests = (await Promise.all(node.manifests.map((file) => manifestFlows(file, files)))).flat()
  const charts = (await Promise.all(node.charts.map((chart) => chartSites(node, chart, files)))).flat().map(chartFlow)
  let flows: readonly Flow[] = [...incoming, ...built.flatMap((one) => one.flows), ...manifests, ...charts]
  const idle = built.flatMap((one) => one.idle)
  let hasUnknown = node.hasUnknown || built.some((one) => one.hasUnknown)
  for (const component of components) {
    const applied = await build(component, flows, files)
    flows = applied.flows
    idle.push(...applied.idle)
    hasUnknown ||= applied.hasUnknown
  }
  for (const patch of node.patches) flows = await patched(flows, patch, files)
  const own = kustomizationEntries(node.data, node.file, 0)
  // `kustomize edit set image`, by which Argo CD hands its options over, replaces the entry of the same name.
  const entries = [...own.filter(({ name }) => !options.some((option) => option.name === name)), ...options]
  // A configuration of its own can make `images` reach fields of any kind.
  const anyField = listOf(mappingOf(node.data).configurations).length > 0
  for (const entry of entries) {
    const next = withEntry(flows, entry, { hasUnknown, anyField })
    if (next === undefined) idle.push(...(entry.site === undefined ? [] : [entry.site]))
    else flows = next
  }
  return { flows: replaced(renamed(flows, node), node, await changesImages(node, files)), idle, hasUnknown }
}

const isComponent = ({ data }: Kustomization) => mappingOf(data).kind === 'Component'

async function manifestFlows(file: string, files: TreeFiles): Promise<readonly Flow[]> {
  // Most manifests of a tree have no image at all; they need not be parsed.
  if (!(await files.mentions(file, 'mage'))) return []
  const documents = (await files.documents(file)) ?? []
  return documents.flatMap((data, document) =>
    manifestImages(data, file, document).map(({ site, path, object, container, isContainer }) => ({
      name: isContainer ? splitImage(mainScalar(site).text).name : site.name,
      before: [],
      decider: site,
      isContainer,
      kind: object?.kind,
      objects: object === undefined ? [] : [object.name],
      container,
      path: path.map(String),
    })),
  )
}

/** What a chart renders is not known; that `images` reaches it is likely. */
const chartFlow = (site: ImageSite): Flow => ({
  name: site.name,
  before: [],
  decider: site,
  isContainer: true,
  kind: undefined,
  objects: [],
  container: undefined,
  path: [],
})

/**
 * An entry fits a name letter by letter: `nginx` is not `docker.io/library/nginx` (kustomize, IsImageMatched). Undefined: it
 * fits nothing.
 */
function withEntry(
  flows: readonly Flow[],
  { name, newName, site }: ImageEntry,
  { hasUnknown, anyField }: { readonly hasUnknown: boolean; readonly anyField: boolean },
): readonly Flow[] | undefined {
  const fits = (flow: Flow) => (flow.isContainer || anyField) && flow.name === name
  if (!flows.some(fits)) {
    if (!hasUnknown || site === undefined) return undefined
    return [...flows, { ...chartFlow(site), name: newName ?? name, before: [name] }]
  }
  return flows.map((flow) =>
    fits(flow)
      ? { ...flow, name: newName ?? name, before: [...flow.before, name], decider: site ?? flow.decider }
      : flow,
  )
}

/** Labels are not known before everything is rendered. */
const selected =
  'a patch that chooses its objects by labels sets this image: whether it fits is not known; name the field as a target'

async function patched(flows: readonly Flow[], patch: Patch, files: TreeFiles): Promise<readonly Flow[]> {
  const inline = 'text' in patch ? patch.at : undefined
  const file = 'file' in patch ? patch.file : patch.at.file
  const documents = 'file' in patch ? ((await files.documents(file)) ?? []) : [dataOf(patch.text)]
  let result = flows
  for (const [document, data] of documents.entries()) {
    const bySelector = patch.target?.selects === true ? { readOnly: selected } : {}
    const settle = (site: ImageSite): ImageSite =>
      inline === undefined
        ? { ...site, ...bySelector }
        : { ...site, image: { ...inline, text: mainScalar(site).text }, readOnly: insideText }
    for (const found of manifestImages(data, file, document)) {
      const target = patch.target ?? found.object
      const hits = (flow: Flow) =>
        isTarget(flow, target) && flow.container === found.container && found.container !== undefined
      result = decided(result, hits, settle(found.site), found.isContainer)
    }
    for (const found of jsonPatchImages(data, file, document)) {
      const hits = (flow: Flow) => isTarget(flow, patch.target) && String(flow.path) === String(found.path)
      result = decided(result, hits, settle(found.site), true)
    }
  }
  return result
}

/** A patch takes the place of what it patches; what it adds is new. */
function decided(
  flows: readonly Flow[],
  hits: (flow: Flow) => boolean,
  site: ImageSite,
  isContainer: boolean,
): readonly Flow[] {
  const name = splitImage(mainScalar(site).text).name
  if (!flows.some(hits)) return [...flows, { ...chartFlow(site), name, isContainer }]
  return flows.map((flow) => (hits(flow) ? { ...flow, name, before: [], decider: site } : flow))
}

function isTarget(flow: Flow, target: { readonly kind?: string; readonly name?: string } | undefined): boolean {
  if (target === undefined) return true
  if (target.kind !== undefined && target.kind !== flow.kind) return false
  const { name } = target
  // The name of a target is a regular expression; one that is more than a name may mean any object.
  return name === undefined || /[^\w.-]/.test(name) || flow.objects.some((object) => object === name)
}

function renamed(flows: readonly Flow[], { data }: Kustomization): readonly Flow[] {
  const { namePrefix, nameSuffix } = mappingOf(data)
  const [prefix, suffix] = [textOf(namePrefix) ?? '', textOf(nameSuffix) ?? '']
  if (prefix === '' && suffix === '') return flows
  return flows.map((flow) => ({
    ...flow,
    objects: [...flow.objects, ...flow.objects.map((name) => prefix + name + suffix)],
  }))
}

/** Whether a transformer that is written as a resource changes images (ImageTagTransformer). */
async function changesImages({ data, directory }: Kustomization, files: TreeFiles): Promise<boolean> {
  const asked = listOf(mappingOf(data).transformers).map((item) => {
    const text = textOf(item) ?? ''
    const path = text.includes('\n') ? undefined : joinPath(directory, text)
    return path === undefined ? text.includes('ImageTag') : files.mentions(path, 'ImageTag')
  })
  return (await Promise.all(asked)).includes(true)
}

/** Replacements copy a value from elsewhere into images: the place that they copy from decides, and is not followed. */
function replaced(flows: readonly Flow[], { data, file }: Kustomization, transformed: boolean): readonly Flow[] {
  const unfollowed = listOf(mappingOf(data).replacements).some((item) => mappingOf(item).path !== undefined)
  const targets = listOf(mappingOf(data).replacements).flatMap((item) => listOf(mappingOf(item).targets))
  let result = flows
  if (unfollowed || transformed) {
    const what = transformed ? 'transformers' : 'replacements in another file'
    const readOnly = `${what} of ${file} may change images, and are not followed: name the field as a target`
    result = result.map((flow) => (flow.isContainer ? { ...flow, decider: { ...flow.decider, readOnly } } : flow))
  }
  for (const target of targets) {
    const { select, fieldPaths } = mappingOf(target)
    if (!listOf(fieldPaths).some((path) => /(^|\.|\])image$/.test(textOf(path)?.trim() ?? ''))) continue
    const { kind, name } = mappingOf(select)
    const selector = { ...(textOf(kind) && { kind: String(kind) }), ...(textOf(name) && { name: String(name) }) }
    const readOnly = `\`replacements\` of ${file} copy an image here from another field: name that field as a target`
    result = result.map((flow) =>
      flow.isContainer && isTarget(flow, selector) ? { ...flow, decider: { ...flow.decider, readOnly } } : flow,
    )
  }
  return result
}
