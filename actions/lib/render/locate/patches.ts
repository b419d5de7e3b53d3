// The patches of a kustomization: which of them apply to an object, and where they set a field.

import type { SourceLocation } from '../../findings/finding.ts'
import { pointerOf } from '../../yaml/pointer.ts'
import { parseYamlSource, type YamlDocument } from '../../yaml/source-document.ts'
import { type Claim, placeIn, placeInLayer, type Wanted } from './claim.ts'
import { positionsInside } from './inline-scalar.ts'
import { operatedPart } from './json-patch.ts'
import type { Layer } from './kustomization-tree.ts'
import { mergedPart, type PatchedPart } from './merge-patch.ts'
import { pathBelow } from './paths.ts'
import { isPlainMap, listOf, mapOf, textOf } from './plain.ts'
import { groupAndVersion, selects } from './target-selector.ts'

/** Claims of `patches` and `patchesStrategicMerge`, the last applied first (`patches` come after). */
export async function patchClaims(layer: Layer, wanted: Wanted): Promise<readonly Claim[]> {
  const own = await claimsOfField(layer, 'patches', wanted)
  return [...own, ...(await claimsOfField(layer, 'patchesStrategicMerge', wanted))]
}

/** Claims of `patchesJson6902`, the last applied first. */
export async function jsonPatchClaims(layer: Layer, wanted: Wanted): Promise<readonly Claim[]> {
  return claimsOfField(layer, 'patchesJson6902', wanted)
}

async function claimsOfField(layer: Layer, field: string, wanted: Wanted): Promise<readonly Claim[]> {
  const claims: Claim[] = []
  for (const [index, entry] of [...listOf(layer.value[field]).entries()].reverse()) {
    const target = mapOf(entry).target
    if (target !== undefined && target !== null && !selects(target, wanted.identity)) continue
    const patch = await patchText(layer, pointerOf(field, index), entry, wanted)
    if (patch === undefined) continue
    for (const document of patch.documents.toReversed()) {
      const part = partOf(document.value(), target, mapOf(mapOf(entry).options), wanted)
      if (part !== undefined && part.depth > 0) claims.push({ ...part, at: patch.placeOf(document, part.pointer) })
    }
  }
  return claims
}

function partOf(value: unknown, target: unknown, options: Options, wanted: Wanted): PatchedPart | undefined {
  if (Array.isArray(value)) {
    return isPlainMap(target) ? operatedPart(value, wanted.steps, wanted.base, wanted.value === undefined) : undefined
  }
  if (!isPlainMap(value) || (!isPlainMap(target) && !names(value, wanted)) || isIdentity(wanted, options))
    return undefined
  return mergedPart(value, wanted.steps)
}

type Options = Readonly<Record<string, unknown>>

/** Without a target, a strategic merge patch names its object itself. */
function names(patch: Readonly<Record<string, unknown>>, { identity }: Wanted): boolean {
  const { name, namespace } = mapOf(patch.metadata)
  const [group] = groupAndVersion(String(patch.apiVersion ?? ''))
  return (
    patch.kind === identity.kind &&
    group === groupAndVersion(identity.apiVersion)[0] &&
    identity.names.has(String(name)) &&
    (textOf(namespace) === undefined || identity.namespaces.has(String(namespace)))
  )
}

/** Name and kind of a patch address its object; they change it only when the options say so. */
function isIdentity({ steps }: Wanted, options: Options): boolean {
  const path = steps.map((step) => step.name).join('/')
  if (path === 'kind' || path === 'apiVersion') return options.allowKindChange !== true
  if (path === 'metadata/name') return options.allowNameChange !== true
  return path === 'metadata/namespace'
}

type PatchText = {
  readonly documents: readonly YamlDocument[]
  readonly placeOf: (document: YamlDocument, pointer: string) => SourceLocation
}

/** A patch is a file, or text in a scalar of the kustomization. An entry of `patchesStrategicMerge` is either. */
async function patchText(
  layer: Layer,
  entryPointer: string,
  entry: unknown,
  wanted: Wanted,
): Promise<PatchText | undefined> {
  const isText = typeof entry === 'string'
  const path = isText ? entry : mapOf(entry).path
  const file = typeof path === 'string' ? pathBelow(layer.directory, path) : undefined
  const read = file === undefined ? undefined : await wanted.files.yaml(file)
  if (file !== undefined && read !== undefined) {
    return { documents: read.documents, placeOf: (document, pointer) => placeIn(file, document, pointer) }
  }
  const inline = isText ? entry : mapOf(entry).patch
  return typeof inline === 'string'
    ? inlinePatch(layer, isText ? entryPointer : `${entryPointer}/patch`, inline)
    : undefined
}

function inlinePatch(layer: Layer, pointer: string, text: string): PatchText {
  const scalar = layer.document.scalar(layer.prefix + pointer)
  // The options of an Application may be generated: then their text is not what is written, and only the entry can be shown.
  const inside = scalar?.text === text ? positionsInside(scalar) : undefined
  return {
    documents: parseYamlSource(text).documents,
    placeOf: (document, inner) => {
      const position = inside && document.locate(inner)?.position
      return position ? { file: layer.file, ...inside(position) } : placeInLayer(layer, pointer)
    },
  }
}
