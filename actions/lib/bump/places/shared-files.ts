// Whether an edit for some Applications would change others as well: other Applications, and kustomizations of whoever it may be.
import type { Kustomization, KustomizationReader } from '../../argocd/kustomization.ts'
import { type ImageSite, mainScalar } from '../../images/site.ts'
import { allSites, atRealPaths, deciders } from './application-sites.ts'
import { filesOf, type WrittenApplication } from './applications.ts'
import { kustomizeImages } from './kustomize-images.ts'
import type { TreeFiles } from './tree-files.ts'

/** Names of those Applications for which the place decides too; one that reads the file but sets its own version is none. */
export async function sharedWith(
  site: ImageSite,
  others: readonly WrittenApplication[],
  files: TreeFiles,
): Promise<readonly string[]> {
  const { file } = mainScalar(site)
  const readers = others.filter((one) => one.file !== file && (files.hasLinks || filesOf(one).has(file)))
  const affected = await Promise.all(readers.map(async (reader) => decides(site, await allSites(reader, files))))
  return readers.filter((_, index) => affected[index]).map(({ application }) => application.name)
}

/** Whether one of the sites is the very place. */
function decides(site: ImageSite, sites: readonly ImageSite[]): boolean {
  const key = placeKey(site)
  return sites.some((other) => placeKey(other) === key)
}

/** A site is the place of its main scalar. */
export const placeKey = (site: ImageSite): string => {
  const { file, document, path } = mainScalar(site)
  return JSON.stringify([file, document, path])
}

export type OtherKustomizations = {
  /** Directories of kustomizations that build on the place and that the given Applications do not build on. */
  readonly affected: readonly string[]
  /** Files that may build on it and cannot be read. */
  readonly unreadable: readonly string[]
}

const kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/

/**
 * Who else builds on a place: an overlay that an ApplicationSet deploys, another tool, or an Application that names this
 * repository otherwise.
 */
export async function otherKustomizations(
  site: ImageSite,
  own: readonly WrittenApplication[],
  files: TreeFiles,
  kustomizations: KustomizationReader,
): Promise<OtherKustomizations> {
  const { file } = mainScalar(site)
  const mine = new Set(own.flatMap((one) => [...filesOf(one)]))
  const others = [...files.tree.files.keys()].filter((path) => kustomizationName.test(path) && !mine.has(path))
  const affected: string[] = []
  const unreadable: string[] = []
  for (const path of others) {
    const directory = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
    const tree = await kustomizations.read(directory)
    if (tree === undefined) {
      if (await mayBuildOn(path, file, files)) unreadable.push(path)
    } else if (files.hasLinks || reads(tree, file)) {
      const sites = await Promise.all(
        deciders((await kustomizeImages(tree, files)).flows).map((one) => atRealPaths(one, files)),
      )
      if (decides(site, sites)) affected.push(directory)
    }
  }
  return { affected, unreadable }
}

function reads(node: Kustomization, file: string): boolean {
  return (
    node.file === file ||
    node.manifests.includes(file) ||
    node.patches.some((patch) => 'file' in patch && patch.file === file) ||
    node.charts.some(({ valueFiles }) => valueFiles.includes(file)) ||
    node.children.some((child) => reads(child, file))
  )
}

/** Whether a file that cannot be read mentions the file, or a folder that it is in. */
async function mayBuildOn(path: string, file: string, files: TreeFiles): Promise<boolean> {
  const parts = file.split('/')
  const mentioned = await Promise.all(parts.slice(-3).map((part) => files.mentions(path, part)))
  return mentioned.includes(true)
}
