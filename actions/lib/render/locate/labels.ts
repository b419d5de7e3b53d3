// Which entry of a kustomization wrote a label or an annotation.
import { pointerOf } from '../../yaml/pointer.ts'
import { type Claim, placeInLayer, type Wanted } from './claim.ts'
import { fieldPathCovers } from './field-path.ts'
import type { Layer } from './kustomization-tree.ts'
import { listOf, mapOf } from './plain.ts'

/** Claims of `commonAnnotations`, `labels` and `commonLabels`. */
export function labelClaims(layer: Layer, wanted: Wanted): readonly Claim[] {
  const path = wanted.steps.map((step) => step.name)
  const claims: Claim[] = []
  for (const source of sourcesOf(layer)) {
    const pairs = mapOf(source.pairs)
    const key = path.at(-1) ?? ''
    if (source.writesTo(wanted, path.slice(0, -1)) && Object.hasOwn(pairs, key) && says(pairs[key], wanted.value)) {
      claims.push({ type: 'sets', depth: path.length, at: placeInLayer(layer, source.pointer + pointerOf(key)) })
    } else if (source.writesTo(wanted, path) && Object.keys(pairs).length > 0) {
      claims.push({ type: 'part', depth: path.length, at: placeInLayer(layer, source.pointer) })
    }
  }
  return claims
}

/** Argo CD fills variables of an Application in: then only the name can be compared. */
function says(written: unknown, rendered: unknown): boolean {
  return String(written) === rendered || (typeof written === 'string' && written.includes('$ARGOCD_'))
}

type Source = {
  readonly pairs: unknown
  readonly pointer: string
  /** Whether the entry writes to the mapping at a path. */
  readonly writesTo: (wanted: Wanted, path: readonly string[]) => boolean
}

function sourcesOf({ value }: Layer): readonly Source[] {
  const labels = listOf(value.labels).map((entry, index): Source => {
    const { pairs, includeSelectors, includeTemplates, fields } = mapOf(entry)
    return {
      pairs,
      pointer: pointerOf('labels', index, 'pairs'),
      writesTo: (wanted, path) =>
        isMetadata(path, 'labels', includeSelectors === true || includeTemplates === true) ||
        (includeSelectors === true && isSelector(path)) ||
        listOf(fields).some((field) => isField(mapOf(field).path, wanted, path)),
    }
  })
  return [
    {
      pairs: value.commonAnnotations,
      pointer: '/commonAnnotations',
      writesTo: (_, path) => isMetadata(path, 'annotations', true),
    },
    ...labels.reverse(),
    {
      pairs: value.commonLabels,
      pointer: '/commonLabels',
      // Fields of an Application that hold its labels back.
      writesTo: (_, path) =>
        value.labelWithoutSelector === true
          ? isMetadata(path, 'labels', value.labelIncludeTemplates === true)
          : isMetadata(path, 'labels', true) || isSelector(path),
    },
  ]
}

function isMetadata(path: readonly string[], field: string, withTemplates: boolean): boolean {
  return path.at(-1) === field && path.at(-2) === 'metadata' && (path.length === 2 || withTemplates)
}

function isSelector(path: readonly string[]): boolean {
  return path.at(-1) === 'matchLabels' || (path.at(-1) === 'selector' && path[0] === 'spec')
}

function isField(spec: unknown, wanted: Wanted, path: readonly string[]): boolean {
  if (typeof spec !== 'string') return false
  const parts = spec.replaceAll('[]', '').split('/').join('.')
  return path.length <= wanted.steps.length && fieldPathCovers(parts, wanted.steps.slice(0, path.length))
}
