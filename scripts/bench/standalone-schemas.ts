// Schemas of the bundle as native kubeconform reads them: one file a kind, with all that it refers to.
import { readFileSync } from 'node:fs'

type Schema = { readonly [key: string]: unknown }
type Bundle = {
  readonly definitions: readonly Schema[]
  readonly names: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly kinds: Readonly<Record<string, { readonly definition: string; readonly versions: readonly string[] }>>
}

/** File name (`deployment-apps-v1.json`) and text of every built-in kind of one Kubernetes minor. */
export function standaloneSchemas(version: string): ReadonlyMap<string, string> {
  const bundle = JSON.parse(
    readFileSync(new URL('../../schemas/bundle/kubernetes.json', import.meta.url), 'utf8'),
  ) as Bundle
  const names = bundle.names[version]
  if (names === undefined) throw new Error(`the bundle has no Kubernetes ${version}`)
  const files = new Map<string, string>()
  for (const [key, kind] of Object.entries(bundle.kinds)) {
    if (!kind.versions.includes(version)) continue
    const parts = key.split('/')
    const group = parts.length === 3 ? `${(parts[0] ?? '').split('.')[0]}-` : ''
    const definitions: Record<string, Schema> = {}
    collect(kind.definition, bundle, names, definitions)
    const name = `${(parts.at(-1) ?? '').toLowerCase()}-${group}${parts.at(-2)}.json`
    files.set(name, JSON.stringify({ $ref: `#/definitions/${kind.definition}`, definitions }))
  }
  return files
}

function collect(
  name: string,
  bundle: Bundle,
  names: Readonly<Record<string, number>>,
  into: Record<string, Schema>,
): void {
  const index = names[name]
  if (index === undefined || into[name] !== undefined) return
  const schema = bundle.definitions[index] as Schema
  into[name] = schema
  for (const reference of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g))
    collect(reference[1] as string, bundle, names, into)
}
