// The entries of a kustomization other than patches that set a field: images, replicas, names, namespace, labels, replacements.
import { pointerOf, pointerSegment } from '../../yaml/pointer.ts'
import { type Claim, placeIn, placeInLayer, type Wanted } from './claim.ts'
import { fieldPathCovers } from './field-path.ts'
import { imageClaims } from './images.ts'
import type { Layer } from './kustomization-tree.ts'
import { labelClaims } from './labels.ts'
import { resolveSteps } from './named-path.ts'
import { jsonPatchClaims, patchClaims } from './patches.ts'
import { pathBelow } from './paths.ts'
import { isPlainMap, listOf, mapOf, textOf } from './plain.ts'
import { selects } from './target-selector.ts'

type Transformer = (layer: Layer, wanted: Wanted) => Promise<readonly Claim[]> | readonly Claim[]

/** The last applied first (kustomize, configureBuiltinTransformers). */
const transformers: readonly Transformer[] = [
  replacementClaims,
  imageClaims,
  replicaClaims,
  jsonPatchClaims,
  labelClaims,
  affixClaims,
  namespaceClaims,
  patchClaims,
]

/** Everything in layers that are applied together that wrote to the field, the last applied first. */
export async function stageClaims(layers: readonly Layer[], wanted: Wanted): Promise<readonly Claim[]> {
  const claims: Claim[] = []
  for (const transformer of transformers) {
    for (const layer of layers) claims.push(...(await transformer(layer, wanted)))
  }
  return claims
}

/** A claim of the whole field at an entry of the layer. */
function sets(layer: Layer, wanted: Wanted, pointer: string): Claim {
  return { type: 'sets', depth: wanted.steps.length, at: placeInLayer(layer, pointer) }
}

function pathOf({ steps }: Wanted): string {
  return steps.map((step) => step.name).join('/')
}

const scaled = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'])

function replicaClaims(layer: Layer, wanted: Wanted): readonly Claim[] {
  if (pathOf(wanted) !== 'spec/replicas' || !scaled.has(wanted.identity.kind)) return []
  const index = listOf(layer.value.replicas).findLastIndex((entry) =>
    wanted.identity.names.has(String(mapOf(entry).name)),
  )
  return index < 0 ? [] : [sets(layer, wanted, pointerOf('replicas', index, 'count'))]
}

function affixClaims(layer: Layer, wanted: Wanted): readonly Claim[] {
  const written = mapOf(mapOf(wanted.base).metadata).name
  // Kinds that take no prefix (Namespace, CustomResourceDefinition) keep the name that is written.
  if (pathOf(wanted) !== 'metadata/name' || written === wanted.value || typeof wanted.value !== 'string') return []
  const { namePrefix, nameSuffix } = layer.value
  const field =
    textOf(nameSuffix) !== undefined && wanted.value.includes(String(nameSuffix))
      ? 'nameSuffix'
      : textOf(namePrefix) !== undefined && wanted.value.includes(String(namePrefix))
        ? 'namePrefix'
        : undefined
  return field === undefined ? [] : [sets(layer, wanted, `/${field}`)]
}

function namespaceClaims(layer: Layer, wanted: Wanted): readonly Claim[] {
  const namespace = textOf(layer.value.namespace)
  if (namespace === undefined || namespace !== wanted.value) return []
  const path = pathOf(wanted)
  const isOwn = path === 'metadata/namespace' || (wanted.identity.kind === 'Namespace' && path === 'metadata/name')
  const isReference = wanted.steps.at(-1)?.name === 'namespace' && !isWritten(wanted)
  return isOwn || isReference ? [sets(layer, wanted, '/namespace')] : []
}

function isWritten({ base, steps, value }: Wanted): boolean {
  const found = resolveSteps(base, steps)
  return found.depth === steps.length && found.value === value
}

async function replacementClaims(layer: Layer, wanted: Wanted): Promise<readonly Claim[]> {
  const claims: Claim[] = []
  for (const [index, entry] of [...listOf(layer.value.replacements).entries()].reverse()) {
    const path = textOf(mapOf(entry).path)
    if (path === undefined) {
      const pointer = targetPointer(entry, wanted)
      if (pointer !== undefined) claims.push(sets(layer, wanted, pointerOf('replacements', index) + pointer))
      continue
    }
    const file = pathBelow(layer.directory, path)
    const document = file === undefined ? undefined : (await wanted.files.yaml(file))?.documents[0]
    const value = document?.value()
    for (const [position, item] of [...(Array.isArray(value) ? value : [value]).entries()].reverse()) {
      const pointer = targetPointer(item, wanted)
      if (file === undefined || pointer === undefined) continue
      const whole = Array.isArray(value) ? pointerOf(position) + pointer : pointer
      claims.push({ type: 'sets', depth: wanted.steps.length, at: placeIn(file, document, whole) })
    }
  }
  return claims
}

/** The field path of a replacement that covers the wanted field. */
function targetPointer(replacement: unknown, wanted: Wanted): string | undefined {
  for (const [index, target] of [...listOf(mapOf(replacement).targets).entries()].reverse()) {
    const { select, reject, fieldPaths } = mapOf(target)
    if (!isPlainMap(select) || !selects(select, wanted.identity)) continue
    if (listOf(reject).some((rejected) => selects(rejected, wanted.identity))) continue
    const paths = fieldPaths === undefined ? ['metadata.name'] : listOf(fieldPaths)
    const path = paths.findLastIndex((candidate) => fieldPathCovers(String(candidate), wanted.steps))
    if (path >= 0) return `/targets/${index}/fieldPaths/${pointerSegment(path)}`
  }
  return undefined
}
