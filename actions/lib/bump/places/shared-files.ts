// Whether an edit for some Applications would change others as well: other Applications, and kustomizations of whoever it may be.
import type { Kustomization, KustomizationReader } from '../../argocd/kustomization.ts'
import { type ImageSite, mainScalar, type SiteScalar, scalarsOf } from '../../images/site.ts'
import { allSites, atRealPaths, deciders, helmScalars } from './application-sites.ts'
import { filesOf, type WrittenApplication } from './applications.ts'
import { kustomizeImages } from './kustomize-images.ts'
import type { TreeFiles } from './tree-files.ts'

/** Names of those Applications for which the place decides too; one that reads the file but sets its own version is none. */
export async function sharedWith(
  site: ImageSite,
  others: readonly WrittenApplication[],
  files: TreeFiles,
): Promise<readonly string[]> {
  const written = scalarsOf(site).map(({ file }) => file)
  const readers = others.filter(
    (one) => files.hasLinks || written.some((file) => file !== one.file && filesOf(one).has(file)),
  )
  const affected = await Promise.all(
    readers.map(async (reader) => {
      if (decides(site, await allSites(reader, files))) return true
      // A chart may make anything of its values, also an image that cannot be told from them.
      const keys = scalarKeys(site)
      return (await helmScalars(reader, files)).some((scalar) => keys.includes(keyOf(scalar)))
    }),
  )
  return readers.filter((_, index) => affected[index]).map(({ application }) => application.name)
}

/** Whether one of the sites has one of the very scalars: what an edit writes there, it writes for that one too. */
function decides(site: ImageSite, sites: readonly ImageSite[]): boolean {
  const keys = scalarKeys(site)
  return sites.some((other) => scalarKeys(other).some((key) => keys.includes(key)))
}

const scalarKeys = (site: ImageSite): readonly string[] => scalarsOf(site).map(keyOf)

const keyOf = ({ file, document, path }: SiteScalar): string => JSON.stringify([file, document, path])

/** Equal for sites that are made of the same scalars. */
export const placeKey = (site: ImageSite): string => scalarKeys(site).join(' ')

export type OtherKustomizations = {
  /** Directories of kustomizations that build on the place past the given Applications. */
  readonly affected: readonly string[]
  /** Directories of kustomizations that build on the given Applications themselves, and so mean to follow them. */
  readonly followers: readonly string[]
  /** Files that may build on it and cannot be read. */
  readonly unreadable: readonly string[]
}

const kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/

/**
 * Who else builds on a place: an overlay that an ApplicationSet deploys, another tool, or an Application that names this
 * repository otherwise.
 * @param chosen the Applications that are to change
 * @param known every Application, whose kustomizations are judged elsewhere
 */
export async function otherKustomizations(
  site: ImageSite,
  { chosen, known }: { readonly chosen: readonly WrittenApplication[]; readonly known: readonly WrittenApplication[] },
  files: TreeFiles,
  kustomizations: KustomizationReader,
): Promise<OtherKustomizations> {
  const { file } = mainScalar(site)
  const followed = new Set(known.flatMap((one) => [...filesOf(one)]))
  const tops = new Set(chosen.flatMap(topDirectories))
  const found: { affected: string[]; followers: string[]; unreadable: string[] } = {
    affected: [],
    followers: [],
    unreadable: [],
  }
  for (const path of files.tree.files.keys()) {
    if (!kustomizationName.test(path) || followed.has(path)) continue
    const directory = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
    const tree = await kustomizations.read(directory)
    if (tree === undefined) {
      if (await mayBuildOn(path, file, files)) found.unreadable.push(path)
    } else if (files.hasLinks || reads(tree, file, new Set())) {
      const sites = await Promise.all(
        deciders((await kustomizeImages(tree, files)).flows).map((one) => atRealPaths(one, files)),
      )
      if (decides(site, sites)) found[reads(tree, file, tops) ? 'affected' : 'followers'].push(directory)
    }
  }
  return found
}

const topDirectories = ({ sources }: WrittenApplication) =>
  sources.flatMap(({ deployed }) => (deployed.type === 'kustomize' ? [deployed.top.directory] : []))

/** Whether a kustomization reads a file, on a way that does not go through the given directories. */
function reads(node: Kustomization, file: string, past: ReadonlySet<string>): boolean {
  if (past.has(node.directory)) return false
  return (
    node.file === file ||
    node.manifests.includes(file) ||
    node.patches.some((patch) => 'file' in patch && patch.file === file) ||
    node.charts.some(({ valueFiles }) => valueFiles.includes(file)) ||
    node.children.some((child) => reads(child, file, past))
  )
}

/** Whether a file that cannot be read mentions the file, or a folder that it is in. */
async function mayBuildOn(path: string, file: string, files: TreeFiles): Promise<boolean> {
  const parts = file.split('/')
  const mentioned = await Promise.all(parts.slice(-3).map((part) => files.mentions(path, part)))
  return mentioned.includes(true)
}
