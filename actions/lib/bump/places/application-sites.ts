// Where the version of an image is decided for one Application: the strongest place of every layer that Argo CD would apply.
import { applicationValues, type WrittenSource } from '../../images/file-images.ts'
import { effectiveScalars, valuesSites } from '../../images/helm-values.ts'
import { optionEntries } from '../../images/kustomize-images.ts'
import { manifestSites } from '../../images/manifest-images.ts'
import { matchName } from '../../images/reference.ts'
import type { ImageSite, SiteScalar } from '../../images/site.ts'
import { mappingOf } from '../../yaml/data.ts'
import type { WrittenApplication } from './applications.ts'
import { type Flow, kustomizeImages } from './kustomize-images.ts'
import type { TreeFiles } from './tree-files.ts'
import { valueLayers } from './value-layers.ts'

/** The sites of the asked image, by its whole name or the end of it. */
export async function applicationSites(
  asked: string,
  written: WrittenApplication,
  files: TreeFiles,
): Promise<readonly ImageSite[]> {
  return namedSites(asked, await allSites(written, files))
}

/** Those of the sites that a name may mean. */
export function namedSites(asked: string, sites: readonly ImageSite[]): readonly ImageSite[] {
  return sites.filter(({ name, aliases }) => [name, ...aliases].some((one) => matchName(asked, one) !== undefined))
}

const known = new WeakMap<TreeFiles, WeakMap<WrittenApplication, Promise<readonly ImageSite[]>>>()

/** The sites of every image of an Application; found once for a tree. */
export function allSites(written: WrittenApplication, files: TreeFiles): Promise<readonly ImageSite[]> {
  const ofTree = known.get(files) ?? new WeakMap<WrittenApplication, Promise<readonly ImageSite[]>>()
  known.set(files, ofTree)
  const found = ofTree.get(written) ?? findAll(written, files)
  ofTree.set(written, found)
  return found
}

async function findAll(written: WrittenApplication, files: TreeFiles): Promise<readonly ImageSite[]> {
  const { file, document } = written
  const bySource = written.sources.map(async ({ written: source, deployed }) => {
    if (deployed.type === 'kustomize') {
      return deciders((await kustomizeImages(deployed.top, files, optionsOf(source, { file, document }))).flows)
    }
    if (deployed.type === 'helm') {
      const layers = await valueLayers(deployed.valueFiles, files)
      return valuesSites([...layers, ...applicationValues(source, file, document)])
    }
    return deployed.type === 'directory' ? manifestsSites(deployed.manifests, files) : []
  })
  const found = (await Promise.all(bySource)).flat()
  return Promise.all(found.map((site) => atRealPaths(site, files)))
}

function optionsOf(source: WrittenSource, at: { readonly file: string; readonly document: number }) {
  const path = [...source.path, 'kustomize', 'images']
  return optionEntries(mappingOf(source.source.kustomize).images, { ...at, path })
}

/** Entries of `images` that fit nothing that the Application renders. */
export async function idleSites(
  { sources, ...at }: WrittenApplication,
  files: TreeFiles,
): Promise<readonly ImageSite[]> {
  const bySource = sources.map(async ({ written, deployed }) =>
    deployed.type === 'kustomize' ? (await kustomizeImages(deployed.top, files, optionsOf(written, at))).idle : [],
  )
  return (await Promise.all(bySource)).flat()
}

/** All scalars that count in the Helm values of an Application. */
export async function helmScalars(
  { sources, file, document }: WrittenApplication,
  files: TreeFiles,
): Promise<readonly SiteScalar[]> {
  const bySource = sources.map(async ({ written, deployed }) => {
    if (deployed.type !== 'helm') return []
    const layers = [...(await valueLayers(deployed.valueFiles, files)), ...applicationValues(written, file, document)]
    return effectiveScalars(layers)
  })
  return (await Promise.all(bySource)).flat()
}

/** The deciding places of what a kustomization renders, under all names that their images have had. */
export function deciders(flows: readonly Flow[]): readonly ImageSite[] {
  return flows.map(({ decider, name, before }) => ({
    ...decider,
    name,
    aliases: [...new Set([decider.name, ...decider.aliases, ...before])].filter((one) => one !== name),
  }))
}

/** Behind symbolic links, so that one place is one place whichever way leads there. */
export async function atRealPaths(site: ImageSite, files: TreeFiles): Promise<ImageSite> {
  const real = async (scalar: SiteScalar | undefined) => {
    const opened = scalar === undefined ? undefined : await files.open(scalar.file)
    return scalar === undefined || opened?.type !== 'yaml' ? scalar : { ...scalar, file: opened.path }
  }
  const [image, tag, digest] = await Promise.all([real(site.image), real(site.tag), real(site.digest)])
  return { ...site, ...(image && { image }), ...(tag && { tag }), ...(digest && { digest }) }
}

async function manifestsSites(paths: readonly string[], files: TreeFiles): Promise<readonly ImageSite[]> {
  const all = await Promise.all(
    paths.map(async (file) => {
      // Most manifests have no image at all; they need not be parsed.
      if (!(await files.mentions(file, 'mage'))) return []
      const documents = (await files.documents(file)) ?? []
      return documents.flatMap((data, document) => {
        // An Application that is deployed by another one speaks for itself.
        return /^Application(Set)?$/.test(String(mappingOf(data).kind)) ? [] : manifestSites(data, file, document)
      })
    }),
  )
  return all.flat()
}
