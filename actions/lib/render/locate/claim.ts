// What a transformer has to say about a field: that it set it, or that it wrote a part of what leads there.
import type { SourceLocation } from '../../findings/finding.ts'
import type { KubernetesObject } from '../../kubernetes/object.ts'
import type { YamlDocument } from '../../yaml/source-document.ts'
import type { Identity } from './identity.ts'
import type { Layer } from './kustomization-tree.ts'
import type { Step } from './named-path.ts'
import type { SourceFiles } from './source-files.ts'

export type Claim = {
  /** `sets`: nothing that was applied earlier shows in the field any more. `part`: it merged into what was there. */
  readonly type: 'sets' | 'part'
  /** How many steps of the path are written there. */
  readonly depth: number
  readonly at: SourceLocation
}

/** A field of a rendered object whose source is looked for. */
export type Wanted = {
  readonly object: KubernetesObject
  readonly identity: Identity
  readonly steps: readonly Step[]
  /** The value of the field as rendered; undefined when it is missing. */
  readonly value: unknown
  /** The document of the base as a plain value; undefined for generated objects. */
  readonly base: unknown
  readonly files: SourceFiles
}

/** The place of a JSON pointer of a document; only the file when there is no document, or a broken one without that place. */
export function placeIn(file: string, document: YamlDocument | undefined, pointer: string): SourceLocation {
  const found = document?.locate(pointer)
  return found === undefined || (!found.exact && document?.value() === undefined)
    ? { file }
    : { file, ...found.position }
}

/** The place of a field of a layer. */
export function placeInLayer(layer: Layer, pointer: string): SourceLocation {
  return placeIn(layer.file, layer.document, layer.prefix + pointer)
}
