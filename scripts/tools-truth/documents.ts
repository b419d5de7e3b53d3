// Kubernetes objects of many kinds, whole and broken: one random place of each in one of the ways in which people break manifests.
import { parseAllDocuments } from 'yaml'
import type { Random } from '../bench/fleet.ts'
import { manifests } from './manifests.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Manifest = { readonly [key: string]: Json }

/** Every object of the manifests that overlays are made from; Lists are left out. */
export function wholeObjects(): readonly Manifest[] {
  return Object.values(manifests)
    .flatMap((text) => parseAllDocuments(text, { version: '1.1', merge: true }))
    .map((document) => JSON.parse(JSON.stringify(document.toJS() ?? null)) as Manifest | null)
    .filter((object) => object !== null && object.kind !== 'List' && object.kind !== undefined) as Manifest[]
}

/** The object with one random place changed; a copy. */
export function broken(object: Manifest, random: Random): Manifest {
  const copy = structuredClone(object) as { [key: string]: Json }
  change(copy, random, 0)
  return copy
}

const strays: readonly Json[] = [
  'text',
  '',
  7,
  -1,
  1.5,
  1e20,
  true,
  null,
  [],
  {},
  ['x'],
  { a: 'b' },
  '10Mi',
  '2024-01-01',
]

function change(node: Json[] | { [key: string]: Json }, random: Random, depth: number): void {
  const keys = Object.keys(node).filter((key) => depth > 0 || (key !== 'apiVersion' && key !== 'kind'))
  const key = keys[random(keys.length)]
  const parent = node as { [key: string]: Json }
  if (key === undefined || random(9) === 0) {
    if (Array.isArray(node)) node.push(strays[random(strays.length)] as Json)
    else node[['extra', 'namme', 'imagePullPolice', 'x-y'][random(4)] as string] = strays[random(strays.length)] as Json
    return
  }
  const value = parent[key]
  if (typeof value === 'object' && value !== null && random(6) > 0) change(value, random, depth + 1)
  else if (random(4) > 0) parent[key] = strays[random(strays.length)] as Json
  else if (Array.isArray(node)) node.splice(Number(key), 1)
  else delete parent[key]
}
