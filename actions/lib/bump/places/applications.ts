// The Argo CD Applications of a tree as they are written, found without rendering anything.
import {
  type Application,
  isApplication,
  isApplicationSet,
  isNamed,
  readApplication,
} from '../../argocd/application.ts'
import { type DeployedSource, deployedSource, type Walk } from '../../argocd/deployed-source.ts'
import { type Kustomization, type KustomizationReader, kustomizationReader } from '../../argocd/kustomization.ts'
import { applicationSources, type WrittenSource } from '../../images/file-images.ts'
import type { JsonObject, KubernetesObject } from '../../kubernetes/object.ts'
import type { TreeFiles } from './tree-files.ts'

export type WrittenApplication = {
  readonly application: Application
  readonly file: string
  readonly document: number
  readonly sources: readonly { readonly written: WrittenSource; readonly deployed: DeployedSource }[]
}

export type Applications = {
  readonly applications: readonly WrittenApplication[]
  /** Names of ApplicationSets: what they generate is not known without Argo CD's own semantics. */
  readonly applicationSets: readonly string[]
  /** Files that may hold Applications and cannot be read, templates of charts among them. */
  readonly unreadable: readonly string[]
  readonly kustomizations: KustomizationReader
}

/** How Applications may call the repository, and the revisions that mean the tree that is edited. */
export type OwnNames = { readonly repositories: readonly string[]; readonly revisions: readonly string[] }

const manifestName = /\.(ya?ml|json)$/

/** Reads every Application below the roots ('' is the whole tree), sorted by name. */
export async function findApplications(
  files: TreeFiles,
  roots: readonly string[],
  names: OwnNames,
): Promise<Applications> {
  const isListed = (path: string) => ['file', 'executable'].includes(files.tree.files.get(path)?.mode ?? '')
  const paths = new Set(roots.flatMap((root) => (isListed(root) ? [root] : files.list(root))))
  const candidates = [...paths].filter((path) => manifestName.test(path) && isListed(path))
  const kustomizations = kustomizationReader(files)
  const found = await Promise.all(candidates.map((path) => readFile(path, files, { files, kustomizations, ...names })))
  const applications = found.flatMap((one) => one.applications)
  return {
    applications: applications.sort(
      (a, b) => compare(a.application.name, b.application.name) || compare(a.file, b.file),
    ),
    applicationSets: found.flatMap((one) => one.applicationSets).sort(),
    unreadable: found.flatMap((one) => one.unreadable),
    kustomizations,
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Found = Omit<Applications, 'kustomizations'>

async function readFile(file: string, files: TreeFiles, walk: Walk): Promise<Found> {
  const none: Found = { applications: [], applicationSets: [], unreadable: [] }
  if (!(await files.mentions(file, 'argoproj.io/')) || !(await files.mentions(file, 'Application'))) return none
  const documents = await files.documents(file)
  if (documents === undefined) return { ...none, unreadable: [file] }
  const objects = documents.map((data) => data as JsonObject | undefined)
  const applications = await Promise.all(
    objects.flatMap((object, document) =>
      object !== undefined && isApplication(object) && isNamed(object)
        ? [readOne(object as KubernetesObject, { file, document }, walk)]
        : [],
    ),
  )
  const sets = objects.filter((object) => object !== undefined && isApplicationSet(object) && isNamed(object))
  const applicationSets = sets.map((object) => readApplication(object as KubernetesObject).name)
  return { applications, applicationSets, unreadable: [] }
}

async function readOne(
  object: KubernetesObject,
  at: { readonly file: string; readonly document: number },
  walk: Walk,
): Promise<WrittenApplication> {
  const application = readApplication(object)
  const written = applicationSources(object)
  const sources = await Promise.all(
    application.sources.map(async (source, index) => {
      const one = written[index] as WrittenSource
      return { written: one, deployed: await deployedSource(source, application, { ...at, path: one.path }, walk) }
    }),
  )
  return { application, ...at, sources }
}

/** Every file that an Application reads, its own manifest apart. */
export function filesOf({ sources }: WrittenApplication): ReadonlySet<string> {
  const files = new Set<string>()
  for (const { deployed } of sources) {
    if (deployed.type === 'helm') for (const { file } of deployed.valueFiles) files.add(file)
    else if (deployed.type === 'directory') for (const path of deployed.manifests) files.add(path)
    else if (deployed.type === 'kustomize') addKustomization(deployed.top, files)
  }
  return files
}

function addKustomization(node: Kustomization, files: Set<string>): void {
  files.add(node.file)
  for (const path of node.manifests) files.add(path)
  for (const patch of node.patches) if ('file' in patch) files.add(patch.file)
  for (const { valueFiles } of node.charts) for (const path of valueFiles) files.add(path)
  for (const child of node.children) addKustomization(child, files)
}
