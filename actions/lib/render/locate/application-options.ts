// The kustomize options of an Application as one more layer: Argo CD edits them into the top kustomization before it builds.
import type { KustomizeOptions } from '../../../kubeconform-wasm/src/protocol.ts'
import { documentAtLine } from './document-at-line.ts'
import type { Layer, Route } from './kustomization-tree.ts'
import { cleanPath } from './paths.ts'
import { isPlainMap, textOf } from './plain.ts'
import type { SourceFiles } from './source-files.ts'

export type ApplicationPlace = {
  readonly file: string
  /** Line on which the content of the Application's document starts. */
  readonly line?: number
  /** JSON pointer to the source in that document, such as `/spec/source`. */
  readonly pointer: string
}

/** The layer of the options; undefined when there are none, or their Application cannot be read. */
export async function applicationLayer(
  files: SourceFiles,
  place: ApplicationPlace,
  options: KustomizeOptions | undefined,
  directory: string,
): Promise<Layer | undefined> {
  if (options === undefined || Object.keys(options).length === 0) return undefined
  const source = await files.yaml(place.file)
  const document = source && documentAtLine(source, place.line)
  if (document === undefined || !isPlainMap(options)) return undefined
  return {
    type: 'application',
    file: place.file,
    directory: cleanPath(directory),
    document,
    prefix: `${place.pointer}/kustomize`,
    value: options,
  }
}

/** A route with the options at its end: a prefix, suffix or namespace of theirs stands in the place of the top kustomization's. */
export function withOptions(route: Route, options: Layer): Route {
  const top = route.at(-1)
  if (top === undefined) return route
  const kept = Object.entries(top.value).filter(
    ([name]) => !replacing.has(name) || textOf(options.value[name]) === undefined,
  )
  return [...route.slice(0, -1), { ...top, value: Object.fromEntries(kept) }, options]
}

const replacing = new Set(['namePrefix', 'nameSuffix', 'namespace'])
