// schemas.lock.json: from which modules the bundle was made, and its hashes. Verifying needs no network.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleText, isRecord, record, sha256 } from './json.ts'
import { readPin } from './modules.ts'
import { bundleFolder, schemasFolder, sources } from './sources.ts'

export type SourceLock = {
  readonly module: string
  readonly version: string
  /** As in go.sum. */
  readonly hash: string
  readonly files: readonly string[]
}

/** The text of the lock for the texts of the bundle's files, by name. The reviewed table is an input like the modules. */
export function lockText(
  locks: Readonly<Record<string, SourceLock>>,
  bundle: Readonly<Record<string, string>>,
): string {
  const hashes = Object.entries(bundle).map(([name, text]) => [`bundle/${name}`, sha256(text)] as const)
  const table = sha256(readFileSync(join(schemasFolder, 'lifecycle.yaml')))
  return bundleText({ sources: locks, sha256: { 'lifecycle.yaml': table, ...Object.fromEntries(hashes) } })
}

/** What does not hold, one line each; empty when bundle, lock and sources agree. */
export function verify(): readonly string[] {
  const file = join(schemasFolder, 'schemas.lock.json')
  if (!existsSync(file)) return ['schemas/schemas.lock.json is missing']
  const lock = record(JSON.parse(readFileSync(file, 'utf8')))
  return [...verifyFiles(record(lock.sha256)), ...verifySources(record(lock.sources))]
}

function verifyFiles(hashes: Readonly<Record<string, unknown>>): readonly string[] {
  const changed = Object.entries(hashes).flatMap(([name, hash]) => {
    const path = join(schemasFolder, name)
    if (!existsSync(path)) return [`schemas/${name} is missing`]
    return sha256(readFileSync(path)) === hash ? [] : [`schemas/${name} is not what the lock says`]
  })
  const strangers = (existsSync(bundleFolder) ? readdirSync(bundleFolder) : [])
    .filter((name) => !(`bundle/${name}` in hashes))
    .map((name) => `schemas/bundle/${name} is not in the lock`)
  return [...changed, ...strangers]
}

function verifySources(locked: Readonly<Record<string, unknown>>): readonly string[] {
  const missing = sources.flatMap((source) => {
    const entry = locked[source.name]
    if (!isRecord(entry)) return [`source ${source.name} is not in the lock`]
    const pin = readPin(source)
    return [
      ...(pin.module === entry.module
        ? []
        : [`source ${source.name}: the lock has module ${entry.module}, sources.ts has ${pin.module}`]),
      ...(pin.version === entry.version
        ? []
        : [`source ${source.name}: the lock has ${entry.version}, go.mod has ${pin.version}`]),
      ...(pin.version !== entry.version || pin.hash === entry.hash
        ? []
        : [`source ${source.name}: go.sum and the lock differ in the hash of ${pin.version}`]),
    ]
  })
  const known = new Set(sources.map(({ name }) => name))
  const folders = readdirSync(join(schemasFolder, 'sources'))
  return [
    ...missing,
    ...Object.keys(locked)
      .filter((name) => !known.has(name))
      .map((name) => `the lock has a source ${name} that sources.ts does not know`),
    ...folders.filter((name) => !known.has(name)).map((name) => `schemas/sources/${name} is not in sources.ts`),
  ]
}
