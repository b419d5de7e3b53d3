// From a field of a rendered object to the line and column of the repository where somebody wrote it.
import type { KustomizeOptions, Origin } from '../../../kubeconform-wasm/src/protocol.ts'
import type { SourceLocation } from '../../findings/finding.ts'
import type { KubernetesObject } from '../../kubernetes/object.ts'
import { type ApplicationPlace, applicationLayer } from './application-options.ts'
import { placeIn } from './claim.ts'
import { documentAtLine } from './document-at-line.ts'
import { kustomizationTree, type Tree } from './kustomization-tree.ts'
import { locateThroughKustomize } from './kustomize-field.ts'
import { cleanPath, pathBelow } from './paths.ts'
import { listOf } from './plain.ts'
import { type ReadText, type SourceFiles, sourceFiles } from './source-files.ts'

export type LocateRequest = {
  readonly origin: Origin
  /** As rendered. */
  readonly object: KubernetesObject
  /** JSON pointer in the rendered object. */
  readonly pointer: string
  readonly source: {
    readonly type: 'kustomize' | 'directory'
    readonly path: string
    readonly kustomize?: KustomizeOptions
  }
  readonly application?: ApplicationPlace
}

/** A place in a file: in the document that holds `line`, in the one of an index, or in the only one. */
export type PlaceInFile = { readonly line?: number; readonly document?: number; readonly pointer: string }

export type Locator = {
  /** Never throws: what cannot be told is left out, down to the file alone. */
  readonly locate: (request: LocateRequest) => Promise<SourceLocation>
  readonly locateInFile: (file: string, place: PlaceInFile) => Promise<SourceLocation>
}

/** Takes how a file of the repository is read (undefined when there is none). Every file is read and parsed once. */
export function createLocator(readText: ReadText): Locator {
  const files = sourceFiles(readText)
  const trees = new Map<string, Promise<Tree>>()

  const treeOf = (source: LocateRequest['source']): Promise<Tree> => {
    const top = cleanPath(source.path)
    const components = listOf(source.kustomize?.components).flatMap((path) => pathBelow(top, String(path)) ?? [])
    const key = JSON.stringify([top, components])
    const tree = trees.get(key) ?? kustomizationTree(files, top, components)
    trees.set(key, tree)
    return tree
  }

  const locateKustomize = async (request: LocateRequest): Promise<SourceLocation> => {
    const { application, source } = request
    const options = application && (await applicationLayer(files, application, source.kustomize, source.path))
    return locateThroughKustomize({ ...request, files, tree: await treeOf(source), options })
  }

  return {
    locate: (request) => {
      const { origin, pointer, source } = request
      const found = source.type === 'kustomize' ? locateKustomize(request) : locateDirectory(files, origin, pointer)
      // A place is help for a reader: what no place can be told of is still a finding.
      return found.catch(() => ({ file: origin.file ?? source.path }))
    },
    locateInFile: (file, place) => locateInFile(files, file, place),
  }
}

function locateDirectory(files: SourceFiles, origin: Origin, pointer: string): Promise<SourceLocation> {
  const prefix = origin.item === undefined ? '' : `/items/${origin.item}`
  return locateInFile(files, origin.file ?? '', {
    ...(origin.line && { line: origin.line }),
    pointer: prefix + pointer,
  })
}

async function locateInFile(files: SourceFiles, file: string, place: PlaceInFile): Promise<SourceLocation> {
  const source = await files.yaml(file)
  if (source === undefined) return { file }
  const document = place.document === undefined ? documentAtLine(source, place.line) : source.documents[place.document]
  return placeIn(file, document, place.pointer)
}
