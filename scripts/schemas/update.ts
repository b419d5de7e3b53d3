// Makes the bundle and its lock from the pinned modules. The same pins give the same bytes.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import { type CustomKind, readCrds } from './crds.ts'
import { readEnums, withEnums } from './enums.ts'
import { bundleText, byCodePoint, sorted } from './json.ts'
import { kubernetesBundle } from './kubernetes-bundle.ts'
import { readLifecycle } from './lifecycle.ts'
import { lockText, type SourceLock } from './lock.ts'
import { downloadModule, readPin } from './modules.ts'
import { type Minor, readOpenApi } from './openapi.ts'
import { expandCustom, readReviewed } from './reviewed.ts'
import { bundleFolder, type Source, schemasFolder, sources } from './sources.ts'

const openApi = 'api/openapi-spec/v3'
const generated = 'pkg/generated/openapi/zz_generated.openapi.go'

/** Downloads every source (network), writes `schemas/bundle` and `schemas.lock.json`. `say` is told what happens. */
export async function update(say: (line: string) => void): Promise<void> {
  const reviewed = readReviewed(readFileSync(join(schemasFolder, 'lifecycle.yaml'), 'utf8'))
  const minors: Record<string, Minor> = {}
  const custom = new Map<string, CustomKind>()
  const locks: Record<string, SourceLock> = {}
  let lifecycle = {}
  for (const source of sources) {
    const folder = await downloadModule(source)
    const pin = readPin(source)
    const files = filesOf(source, folder)
    locks[source.name] = { ...pin, files }
    if (source.kubernetes !== undefined) {
      const minor = readOpenApi(join(folder, openApi))
      const enums = readEnums(readFileSync(join(folder, generated), 'utf8'))
      const { definitions, unused } = withEnums(minor.definitions, enums)
      minors[source.kubernetes] = { ...minor, definitions }
      say(`${source.name} ${pin.version}: ${minor.kinds.size} kinds, ${enums.length - unused.length} enums`)
    } else if (source.lifecycle === true) lifecycle = readLifecycle(folder)
    else {
      const found = files.flatMap((file) => [
        ...readCrds(readFileSync(join(folder, file), 'utf8'), file, `${source.name} ${pin.version}`),
      ])
      if (found.length === 0)
        throw new Error(`${source.name}: no CustomResourceDefinition in ${source.crds?.join(', ')}`)
      for (const [key, kind] of found) {
        const other = custom.get(key)
        if (other !== undefined) throw new Error(`${key} comes from ${other.source} and from ${kind.source}`)
        custom.set(key, kind)
      }
      say(`${source.name} ${pin.version}: ${found.length} kinds`)
    }
  }
  const kubernetes = kubernetesBundle(minors, { ...lifecycle, ...reviewed.kubernetes })
  const crds = { kinds: sorted(custom), lifecycle: expandCustom(reviewed.custom, [...custom.keys()]) }
  write({ kubernetes, crds, catalogue: catalogueOf(kubernetes, crds) }, locks)
}

function write(
  parts: { readonly kubernetes: object; readonly crds: object; readonly catalogue: Catalogue },
  locks: Readonly<Record<string, SourceLock>>,
): void {
  mkdirSync(bundleFolder, { recursive: true })
  const texts = Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [`${name}.json`, bundleText({ ...value })]),
  )
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(bundleFolder, name), text)
  writeFileSync(join(schemasFolder, 'schemas.lock.json'), lockText(locks, texts))
}

/** The files that are read, relative to the module, in order. */
function filesOf(source: Source, folder: string): readonly string[] {
  if (source.kubernetes !== undefined) return [openApi, generated]
  if (source.lifecycle === true) return ['*/*/zz_generated.prerelease-lifecycle.go']
  return (source.crds ?? []).flatMap((path) => {
    if (statSync(join(folder, path)).isFile()) return [path]
    const names = readdirSync(join(folder, path)).filter((name) => /\.ya?ml$/.test(name))
    return names.sort(byCodePoint).map((name) => `${path}/${name}`)
  })
}
