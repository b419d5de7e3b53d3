// Which files of this repository a source of an Application deploys, without rendering anything.
import picomatch from 'picomatch'
import type { JsonObject } from '../kubernetes/object.ts'
import { listOf, mappingOf, textOf } from '../yaml/data.ts'
import type { Application, ApplicationSource } from './application.ts'
import type { Kustomization } from './kustomization.ts'
import { isSameRepository } from './repository-url.ts'
import { joinPath, onlyFiles, type SourceFiles } from './source-files.ts'

export type DeployedSource =
  | { readonly type: 'kustomize'; readonly top: Kustomization }
  /** Value files from the weakest to the strongest; the chart itself may be elsewhere. */
  | { readonly type: 'helm'; readonly valueFiles: readonly string[] }
  | { readonly type: 'directory'; readonly manifests: readonly string[] }
  /** Nothing of it is in this repository. */
  | { readonly type: 'elsewhere' }

/** What the walk knows of the repository. `isOwn` judges an address. */
export type Walk = {
  readonly files: SourceFiles
  readonly kustomization: (directory: string) => Promise<Kustomization | undefined>
  readonly repositories: readonly string[]
}

const manifestName = /\.(ya?ml|json)$/

/** Finds the files of one source (util/app/discovery and reposerver, v3.5: the Application's own options decide, then what stands in the directory). */
export async function deployedSource(
  source: ApplicationSource,
  application: Application,
  { files, kustomization, repositories }: Walk,
): Promise<DeployedSource> {
  const own = isSameRepository(source.repository, repositories)
  const helm = source.helm ?? {}
  if (source.chart !== undefined || (!own && source.helm !== undefined)) {
    const lent = await valueFiles(helm, undefined, application, repositories, files)
    return lent.length > 0 || hasOwnValues(helm) ? { type: 'helm', valueFiles: lent } : { type: 'elsewhere' }
  }
  if (!own || source.path === undefined || source.plugin !== undefined) return { type: 'elsewhere' }
  const directory = source.path
  const isChart = (await files.typeOf(joinPath(directory, 'Chart.yaml') ?? '')) === 'file'
  if (source.helm !== undefined || (source.kustomize === undefined && isChart)) {
    const defaults = await onlyFiles([joinPath(directory, 'values.yaml') ?? ''], files)
    const named = await valueFiles(helm, directory, application, repositories, files)
    return { type: 'helm', valueFiles: [...defaults, ...named] }
  }
  const top = source.directory === undefined ? await kustomization(directory) : undefined
  if (top !== undefined) return { type: 'kustomize', top }
  if (source.kustomize !== undefined) return { type: 'elsewhere' }
  return { type: 'directory', manifests: directoryManifests(directory, mappingOf(source.directory), files) }
}

const hasOwnValues = (helm: JsonObject) =>
  helm.values !== undefined || helm.valuesObject !== undefined || helm.parameters !== undefined

/** `$name/path` is a file of the source that has `ref: name`; others are relative to the chart, or to the root with `/`. */
async function valueFiles(
  helm: JsonObject,
  directory: string | undefined,
  application: Application,
  repositories: readonly string[],
  files: SourceFiles,
): Promise<readonly string[]> {
  const pathOf = (text: string): string | undefined => {
    const [, ref, inRef] = /^\$([^/]+)\/(.+)$/.exec(text) ?? []
    if (inRef !== undefined) {
      const lender = application.sources.find((source) => source.ref === ref)
      return lender !== undefined && isSameRepository(lender.repository, repositories) ? joinPath('', inRef) : undefined
    }
    if (directory === undefined) return undefined
    return text.startsWith('/') ? joinPath('', text.slice(1)) : joinPath(directory, text)
  }
  const named = listOf(helm.valueFiles).flatMap((item) => pathOf(textOf(item) ?? '') ?? [])
  return onlyFiles(named, files)
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
