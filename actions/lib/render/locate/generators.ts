// The entries of a kustomization that generate ConfigMaps and Secrets, and which line of them makes a field.
import type { SourceLocation } from '../../findings/finding.ts'
import type { KubernetesObject } from '../../kubernetes/object.ts'
import { pointerOf } from '../../yaml/pointer.ts'
import { type Claim, placeInLayer, type Wanted } from './claim.ts'
import { namesAlong } from './identity.ts'
import type { Layer } from './kustomization-tree.ts'
import { pathBelow } from './paths.ts'
import { listOf, mapOf, textOf } from './plain.ts'

export type GeneratorEntry = {
  readonly layer: Layer
  readonly pointer: string
  readonly value: Readonly<Record<string, unknown>>
}

const fields: Readonly<Record<string, string>> = { ConfigMap: 'configMapGenerator', Secret: 'secretGenerator' }

/** The generator entries of one layer that make, merge into or replace the object; `route` starts after the layer's generators. */
export function generatorEntries(layer: Layer, object: KubernetesObject, names: ReadonlySet<string>): GeneratorEntry[] {
  const field = Object.hasOwn(fields, object.kind) ? fields[object.kind] : undefined
  if (field === undefined || layer.type === 'application') return []
  return listOf(layer.value[field]).flatMap((entry, index) =>
    names.has(String(mapOf(entry).name)) ? [{ layer, pointer: pointerOf(field, index), value: mapOf(entry) }] : [],
  )
}

/** The name of a generator entry whose object, along a route, is called as the rendered one is (with or without the hash). */
export function generatedName(layer: Layer, object: KubernetesObject, route: readonly Layer[]): string | undefined {
  const field = Object.hasOwn(fields, object.kind) ? fields[object.kind] : undefined
  const rendered = object.metadata.name
  const plain = rendered.replace(/-[a-z0-9]{10}$/, '')
  return listOf(field && layer.value[field])
    .map((entry) => String(mapOf(entry).name))
    .find((name) => [rendered, plain].includes(namesAlong(name, route).at(-1) ?? ''))
}

/** What an entry wrote of the wanted field. */
export async function generatorClaims(entry: GeneratorEntry, wanted: Wanted): Promise<readonly Claim[]> {
  const [section, key, field] = wanted.steps.map((step) => step.name)
  const depth = wanted.steps.length
  const claim = (at: SourceLocation): Claim => ({ type: 'sets', depth, at })
  const here = (pointer: string) => claim(placeInLayer(entry.layer, pointer))
  if (section === 'data' || section === 'binaryData' || section === 'stringData') {
    const at = key === undefined ? undefined : await placeOfKey(entry, key, wanted)
    if (at !== undefined) return [claim(at)]
  }
  if (section === 'metadata' && (key === 'labels' || key === 'annotations') && field !== undefined) {
    if (Object.hasOwn(mapOf(mapOf(entry.value.options)[key]), field)) {
      return [here(`${entry.pointer}/options${pointerOf(key, field)}`)]
    }
    if (Object.hasOwn(mapOf(mapOf(entry.layer.value.generatorOptions)[key]), field)) {
      return [here(`/generatorOptions${pointerOf(key, field)}`)]
    }
  }
  if (section === 'type' && entry.value.type !== undefined) return [here(`${entry.pointer}/type`)]
  // `replace` leaves nothing of what was generated before.
  return entry.value.behavior === 'replace' ? [{ ...here(entry.pointer), depth: 0 }] : []
}

async function placeOfKey(entry: GeneratorEntry, key: string, wanted: Wanted): Promise<SourceLocation | undefined> {
  const { layer, pointer, value } = entry
  const literal = listOf(value.literals).findLastIndex((item) => keyOfLiteral(String(item)) === key)
  if (literal >= 0) return placeInLayer(layer, `${pointer}/literals/${literal}`)
  const file = listOf(value.files).findLastIndex((item) => keyOfFile(String(item)) === key)
  if (file >= 0) return placeInLayer(layer, `${pointer}/files/${file}`)
  const envs = [...listOf(value.envs), ...(textOf(value.env) === undefined ? [] : [value.env])]
  for (const env of envs.reverse()) {
    const path = pathBelow(layer.directory, String(env))
    const at = path === undefined ? undefined : lineOfKey(path, (await wanted.files.text(path)) ?? '', key)
    if (at !== undefined) return at
  }
  return undefined
}

function keyOfLiteral(literal: string): string {
  return literal.slice(0, Math.max(literal.indexOf('='), 0))
}

function keyOfFile(entry: string): string {
  const equals = entry.indexOf('=')
  return equals > 0 ? entry.slice(0, equals) : (entry.split('/').at(-1) ?? entry)
}

/** A line `KEY=value` or `KEY` of an env file. */
function lineOfKey(file: string, text: string, key: string): SourceLocation | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const index = lines.findLastIndex((line) => line.trimStart().split('=')[0] === key)
  if (index < 0) return undefined
  const row = lines[index] ?? ''
  const column = row.length - row.trimStart().length + 1
  return { file, line: index + 1, column, endLine: index + 1, endColumn: row.length + 1 }
}
