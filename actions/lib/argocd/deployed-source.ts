// Which files of this repository a source of an Application deploys, without rendering anything.
import picomatch from 'picomatch'
import { listOf, mappingOf, textOf } from '../yaml/data.ts'
import type { Path } from '../yaml/text-file.ts'
import type { Application, ApplicationSource } from './application.ts'
import { branchOf, chartValues, lentValues, type ValueFile } from './chart-values.ts'
import { type Kustomization, type KustomizationReader, patchesOf } from './kustomization.ts'
import { isSameRepository } from './repository-url.ts'
import { joinPath, onlyFiles, type SourceFiles } from './source-files.ts'

export type { ValueFile } from './chart-values.ts'

export type DeployedSource =
  | { readonly type: 'kustomize'; readonly top: Kustomization }
  /** Value files from the weakest to the strongest; the chart itself may be elsewhere. */
  | { readonly type: 'helm'; readonly valueFiles: readonly ValueFile[] }
  | { readonly type: 'directory'; readonly manifests: readonly string[] }
  /** Nothing of it is in this tree, and why. */
  | { readonly type: 'elsewhere'; readonly why: string }

/** What the walk knows of the repository. */
export type Walk = {
  readonly files: SourceFiles
  readonly kustomizations: KustomizationReader
  /** Names under which Applications may call it. With none, every Application is taken for its own. */
  readonly repositories: readonly string[]
  /** Revisions that mean the tree that is edited. */
  readonly revisions: readonly string[]
}

const manifestName = /\.(ya?ml|json)$/

/**
 * Finds the files of one source (util/app/discovery and reposerver, v3.5: the Application's own options decide, then what
 * stands in the directory).
 * @param at where the source is written
 */
export async function deployedSource(
  source: ApplicationSource,
  application: Application,
  at: { readonly file: string; readonly document: number; readonly path: Path },
  walk: Walk,
): Promise<DeployedSource> {
  const why = whyElsewhere(source, walk)
  const helm = source.helm ?? {}
  if (source.chart !== undefined || (why !== undefined && source.helm !== undefined)) {
    const lent = await lentValues(helm, application, walk)
    const hasOwn = helm.values !== undefined || helm.valuesObject !== undefined || helm.parameters !== undefined
    return lent.length > 0 || hasOwn
      ? { type: 'helm', valueFiles: lent }
      : { type: 'elsewhere', why: why ?? `it deploys the chart ${source.chart} from ${source.repository}` }
  }
  const directory = source.path
  if (why !== undefined || directory === undefined) return { type: 'elsewhere', why: why ?? 'it only lends values' }
  const overrides = await onlyFiles(
    ['.argocd-source.yaml', `.argocd-source-${application.name}.yaml`].map((name) => joinPath(directory, name) ?? ''),
    walk.files,
  )
  if (overrides.length > 0)
    return { type: 'elsewhere', why: `${overrides[0]} changes its parameters, and is not followed` }
  if (source.plugin !== undefined) return { type: 'elsewhere', why: 'a plugin makes its manifests' }
  const isChart = (await walk.files.typeOf(joinPath(directory, 'Chart.yaml') ?? '')) === 'file'
  if (source.helm !== undefined || (source.kustomize === undefined && isChart)) {
    const [own, named] = await Promise.all([
      chartValues(directory, walk.files),
      lentValues(helm, application, walk, directory),
    ])
    return { type: 'helm', valueFiles: [...own, ...named] }
  }
  const top = source.directory === undefined ? await walk.kustomizations.read(directory) : undefined
  if (top !== undefined) return { type: 'kustomize', top: await withOptions(top, source, at, walk) }
  if ((await walk.files.typeOf(directory)) === 'missing')
    return { type: 'elsewhere', why: `there is no ${directory} here` }
  const unread = source.directory === undefined ? await walk.kustomizations.fileOf(directory) : undefined
  if (source.kustomize !== undefined || unread !== undefined) {
    return {
      type: 'elsewhere',
      why: unread === undefined ? `${directory} has no kustomization` : `${unread} cannot be read`,
    }
  }
  return { type: 'directory', manifests: directoryManifests(directory, mappingOf(source.directory), walk.files) }
}

function whyElsewhere({ repository, revision, chart }: ApplicationSource, walk: Walk): string | undefined {
  if (walk.repositories.length > 0 && !isSameRepository(repository, walk.repositories)) {
    return `it deploys from ${repository}, and this repository is ${walk.repositories.join(', ')} (\`repository\` in the settings can say other names)`
  }
  // Another branch or a tag is another tree: an edit here would not reach it.
  return chart === undefined && !walk.revisions.includes(branchOf(revision))
    ? `it deploys ${revision} of this repository`
    : undefined
}

/** `kustomize.components` and `kustomize.patches` of the source are added to the kustomization itself. */
async function withOptions(
  top: Kustomization,
  { kustomize }: ApplicationSource,
  { file, document, path }: { readonly file: string; readonly document: number; readonly path: Path },
  { kustomizations }: Walk,
): Promise<Kustomization> {
  if (kustomize === undefined) return top
  const named = listOf(kustomize.components).flatMap(
    (item) => joinPath(top.directory, textOf(item) ?? 'https://') ?? [],
  )
  const components = await Promise.all(named.map((directory) => kustomizations.read(directory)))
  const patches = patchesOf(kustomize, top.directory, file, document, [...path, 'kustomize'])
  const found = components.filter((one) => one !== undefined)
  const hasUnknown = top.hasUnknown || found.length < listOf(kustomize.components).length
  return { ...top, hasUnknown, children: [...top.children, ...found], patches: [...top.patches, ...patches] }
}

/** `include` and `exclude` are globs in which `*` passes slashes (gobwas/glob without separators, as Argo CD uses it). */
function directoryManifests(
  directory: string,
  options: Readonly<Record<string, unknown>>,
  files: SourceFiles,
): readonly string[] {
  const start = directory === '' ? 0 : directory.length + 1
  // Every scalar is text here, so a boolean is too.
  const recurse = String(options.recurse) === 'true'
  const [included, excluded] = [globOf(options.include), globOf(options.exclude)]
  return files.list(directory).filter((path) => {
    const below = path.slice(start)
    if (!manifestName.test(path) || (!recurse && below.includes('/'))) return false
    return (included === undefined || included(below)) && excluded?.(below) !== true
  })
}

function globOf(pattern: unknown): ((path: string) => boolean) | undefined {
  const text = textOf(pattern)
  return text ? picomatch(text, { bash: true, dot: true, nonegate: true }) : undefined
}
