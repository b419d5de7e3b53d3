// Where the version of an image is decided for one Application: the strongest place of every layer that Argo CD would apply.
import type { Kustomization, Patch } from '../argocd/kustomization.ts'
import { applicationValues, dataOf, insideText } from '../images/file-images.ts'
import { type ValuesLayer, valuesSites } from '../images/helm-values.ts'
import { type ImageEntry, kustomizationEntries, optionEntries } from '../images/kustomize-images.ts'
import { manifestSites } from '../images/manifest-images.ts'
import { imageKey, matchName } from '../images/reference.ts'
import type { ImageSite, SiteScalar } from '../images/site.ts'
import { mappingOf, valueAtPath } from '../yaml/data.ts'
import type { WrittenApplication } from './applications.ts'
import type { TreeFiles } from './tree-files.ts'

/** What is looked for: names that are meant, and the texts of which a file must contain one to be worth parsing. */
type Wanted = { readonly matches: (name: string) => boolean; readonly words: readonly string[] }

/** The sites of the asked image, by its whole name or the last part of it. */
export function applicationSites(
  asked: string,
  written: WrittenApplication,
  files: TreeFiles,
): Promise<readonly ImageSite[]> {
  const matches = (name: string) => matchName(asked, name) !== undefined
  return sitesOf({ matches, words: [lastPart(asked)] }, written, files)
}

/** Names of images that an Application runs, for somebody who asked for another; not all where one hides others. */
export async function imagesOf(written: WrittenApplication, files: TreeFiles): Promise<readonly string[]> {
  const sites = await sitesOf({ matches: () => true, words: [''] }, written, files)
  return [...new Set(sites.map(({ name }) => name))]
}

async function sitesOf(wanted: Wanted, written: WrittenApplication, files: TreeFiles): Promise<readonly ImageSite[]> {
  const bySource = written.sources.map(async ({ written: source, deployed }) => {
    const { file, document } = written
    if (deployed.type === 'kustomize') {
      const path = [...source.path, 'kustomize', 'images']
      const options = optionEntries(mappingOf(source.source.kustomize).images, { file, document, path })
      return belowEntries(options, wanted, (narrowed) => kustomizationSites(deployed.top, narrowed, files))
    }
    if (deployed.type === 'helm') {
      const layers = await valueLayers(deployed.valueFiles, files)
      return chosen(valuesSites([...layers, ...applicationValues(source, file, document)]), wanted)
    }
    if (deployed.type === 'directory') return manifestsSites(deployed.manifests, wanted, files)
    return []
  })
  const found = (await Promise.all(bySource)).flat()
  return Promise.all(found.map((site) => atRealPaths(site, files)))
}

/** Behind symbolic links, so that one place is one place whichever way leads there. */
async function atRealPaths(site: ImageSite, files: TreeFiles): Promise<ImageSite> {
  const real = async (scalar: SiteScalar | undefined) => {
    const opened = scalar === undefined ? undefined : await files.open(scalar.file)
    return scalar === undefined || opened?.type !== 'yaml' ? scalar : { ...scalar, file: opened.path }
  }
  const [image, tag, digest] = await Promise.all([real(site.image), real(site.tag), real(site.digest)])
  return { ...site, ...(image && { image }), ...(tag && { tag }), ...(digest && { digest }) }
}

/** An entry that sets a version hides what is below it; one that only renames gives the name to look for there. */
async function belowEntries(
  entries: readonly ImageEntry[],
  wanted: Wanted,
  below: (wanted: Wanted) => Promise<readonly ImageSite[]>,
): Promise<readonly ImageSite[]> {
  const { matches, words } = wanted
  const hits = entries.filter(({ name, newName }) => matches(newName ?? name) || matches(name))
  const sites = hits.flatMap(({ site }) => site ?? [])
  if (sites.length > 0) return sites
  const renamed = hits.map(({ name }) => imageKey(name))
  return below({
    matches: (name) => matches(name) || renamed.includes(imageKey(name)),
    words: [...words, ...hits.map(({ name }) => lastPart(name))],
  })
}

/** A patch, also one of a component, hides the containers that it patches: what is below for them does not count. */
async function kustomizationSites(
  node: Kustomization,
  wanted: Wanted,
  files: TreeFiles,
): Promise<readonly ImageSite[]> {
  return belowEntries(kustomizationEntries(node.data, node.file, 0), wanted, async (narrowed) => {
    const patches = await Promise.all(
      node.patches.map((patch) =>
        typeof patch === 'string' ? manifestsSites([patch], narrowed, files) : inlineSites(node.file, patch, narrowed),
      ),
    )
    const charts = await Promise.all(node.charts.map((chart) => chartSites(node, chart, narrowed, files)))
    const childSites = async (isComponent: boolean) => {
      const children = node.children.filter(({ data }) => (mappingOf(data).kind === 'Component') === isComponent)
      return (await Promise.all(children.map((child) => kustomizationSites(child, narrowed, files)))).flat()
    }
    const manifests = await manifestsSites(node.manifests, narrowed, files)
    const below = [...charts.flat(), ...(await childSites(false)), ...manifests]
    return over(patches.flat(), over(await childSites(true), below))
  })
}

function over(upper: readonly ImageSite[], lower: readonly ImageSite[]): readonly ImageSite[] {
  const owners = new Set(upper.flatMap(({ owner }) => owner ?? []))
  return [...upper, ...lower.filter(({ owner }) => owner === undefined || !owners.has(owner))]
}

function inlineSites(file: string, patch: Exclude<Patch, string>, wanted: Wanted): ImageSite[] {
  const { text, path } = patch
  return chosen(manifestSites(dataOf(text), file, 0), wanted).map((site) => {
    const scalar = { file, document: 0, path, text: site.image?.text ?? '' }
    return { ...site, image: scalar, readOnly: insideText }
  })
}

async function chartSites(
  node: Kustomization,
  { valueFiles, inline }: Kustomization['charts'][number],
  wanted: Wanted,
  files: TreeFiles,
): Promise<ImageSite[]> {
  const layers = await valueLayers(valueFiles, files)
  const own: ValuesLayer[] =
    inline === undefined
      ? []
      : [{ type: 'values', data: valueAtPath(node.data, inline), file: node.file, document: 0, path: inline }]
  return chosen(valuesSites([...layers, ...own]), wanted)
}

async function valueLayers(paths: readonly string[], files: TreeFiles): Promise<ValuesLayer[]> {
  const layers = await Promise.all(
    paths.map(async (file): Promise<ValuesLayer> => {
      const documents = await files.documents(file)
      return { type: 'values', data: documents?.[0], file, document: 0, path: [] }
    }),
  )
  return layers
}

async function manifestsSites(paths: readonly string[], wanted: Wanted, files: TreeFiles): Promise<ImageSite[]> {
  const all = await Promise.all(
    paths.map(async (file) => {
      const mentioned = await Promise.all(wanted.words.map((word) => files.mentions(file, word)))
      if (!mentioned.includes(true)) return []
      const documents = (await files.documents(file)) ?? []
      return documents.flatMap((data, document) => {
        // An Application that is deployed by another one speaks for itself.
        return /^Application(Set)?$/.test(String(mappingOf(data).kind)) ? [] : manifestSites(data, file, document)
      })
    }),
  )
  return chosen(all.flat(), wanted)
}

const lastPart = (name: string) => name.split('/').at(-1) ?? name

const chosen = (sites: readonly ImageSite[], { matches }: Wanted): ImageSite[] =>
  sites.filter(({ name, aliases }) => matches(name) || aliases.some(matches))
