// Where the values of a Helm source come from: the chart, the charts that it depends on, and the files that the source names.
import type { JsonObject } from '../kubernetes/object.ts'
import { listOf, mappingOf, textOf } from '../yaml/data.ts'
import type { Application } from './application.ts'
import { isSameRepository } from './repository-url.ts'
import { joinPath, onlyFiles, type SourceFiles } from './source-files.ts'

export type ValueFile = {
  readonly file: string
  /** Names of the charts below which its values come in; empty for values of the chart itself. */
  readonly below: readonly string[]
}

/** `refs/heads/main` and `heads/main` are the branch `main`. */
export const branchOf = (revision: string): string => revision.replace(/^(refs\/)?heads\//, '')

/** Charts that depend on charts that depend on charts. */
const maxDepth = 8

/** The defaults of a chart, the weakest first: those of charts beside it that it depends on, then its own. */
export async function chartValues(
  directory: string,
  files: SourceFiles,
  below: readonly string[] = [],
): Promise<readonly ValueFile[]> {
  const [own] = await onlyFiles([joinPath(directory, 'values.yaml') ?? ''], files)
  const chart =
    below.length > maxDepth ? undefined : (await files.documents(joinPath(directory, 'Chart.yaml') ?? ''))?.[0]
  const dependencies = await Promise.all(
    listOf(mappingOf(chart).dependencies).map((item) => {
      const { name, alias, repository } = mappingOf(item)
      const [key, address] = [textOf(alias) ?? textOf(name), textOf(repository) ?? '']
      if (key === undefined) return []
      const beside = address.startsWith('file://') ? address.slice('file://'.length) : `charts/${textOf(name)}`
      const path = joinPath(directory, beside)
      return path === undefined || path === directory ? [] : chartValues(path, files, [...below, key])
    }),
  )
  return [...dependencies.flat(), ...(own === undefined ? [] : [{ file: own, below }])]
}

/** The build environment as far as it is known before a sync (Argo CD, build-environment). */
function withNames(text: string, { name, destinationNamespace = '', project }: Application): string {
  const known: Readonly<Record<string, string>> = {
    ARGOCD_APP_NAME: name,
    ARGOCD_APP_NAMESPACE: destinationNamespace,
    ARGOCD_APP_PROJECT_NAME: project,
  }
  return text.replace(
    /\$(?:\{(ARGOCD_\w+)\}|(ARGOCD_\w+))/g,
    (whole, braced?: string, bare?: string) => known[braced ?? bare ?? ''] ?? whole,
  )
}

/**
 * The files of `helm.valueFiles`: `$name/path` is a file of the source that has `ref: name`; others are relative to the
 * chart, or to the root with `/`.
 */
export async function lentValues(
  helm: JsonObject,
  application: Application,
  walk: {
    readonly files: SourceFiles
    readonly repositories: readonly string[]
    readonly revisions: readonly string[]
  },
  directory?: string,
): Promise<readonly ValueFile[]> {
  const pathOf = (text: string): string | undefined => {
    const [, ref, inRef] = /^\$([^/]+)\/(.+)$/.exec(text) ?? []
    if (inRef !== undefined) {
      const lender = application.sources.find((source) => source.ref === ref)
      if (lender === undefined || !walk.revisions.includes(branchOf(lender.revision))) return undefined
      const isOwn = walk.repositories.length === 0 || isSameRepository(lender.repository, walk.repositories)
      return isOwn ? joinPath('', inRef) : undefined
    }
    if (directory === undefined) return undefined
    return text.startsWith('/') ? joinPath('', text.slice(1)) : joinPath(directory, text)
  }
  const named = listOf(helm.valueFiles).flatMap((item) => pathOf(withNames(textOf(item) ?? '', application)) ?? [])
  return (await onlyFiles(named, walk.files)).map((file) => ({ file, below: [] }))
}
