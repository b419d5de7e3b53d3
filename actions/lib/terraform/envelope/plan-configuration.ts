// The configuration that a binary plan carries: provisioners and much else are run from it, and not from the checkout.
import { type UnzipFileInfo, unzipSync } from 'fflate'
import { UserError } from '../../toolkit/user-error.ts'

export type PlanConfiguration = {
  /** Folder of each module, from that of the root module, by its key: `''` is the root module, `a.b` the module `b` of `a`. */
  readonly folders: ReadonlyMap<string, string>
  readonly files: readonly { readonly module: string; readonly name: string; readonly bytes: Uint8Array }[]
}

const maxEntries = 20_000
const maxEntryBytes = 16 * 1024 * 1024
const prefix = 'tfconfig/'

/** Reads it. Throws a UserError for a plan file without one, with one that cannot be, or above the limits. */
export function configurationOfPlanFile(bytes: Uint8Array, where: string): PlanConfiguration {
  const refuse = (what: string) => new UserError(`The plan file ${what}.`, { where, next: 'plan again' })
  const entries = unpack(bytes, refuse)
  const manifest = entries[`${prefix}modules.json`]
  if (manifest === undefined) throw refuse('has no configuration inside')
  const folders = readManifest(manifest, refuse)
  const files = Object.entries(entries).flatMap(([path, content]) => {
    const [, module, name] = /^tfconfig\/m-([^/]*)\/([^/]+)$/.exec(path) ?? []
    if (module === undefined || name === undefined) return []
    return [{ module, name, bytes: content }]
  })
  return { folders, files }
}

function unpack(bytes: Uint8Array, refuse: (what: string) => UserError): Readonly<Record<string, Uint8Array>> {
  const seen = new Set<string>()
  const filter = ({ name, originalSize }: UnzipFileInfo) => {
    if (!name.startsWith(prefix)) return false
    // Of two entries of one name the tool may read the other.
    if (seen.has(name)) throw refuse(`has ${JSON.stringify(name)} twice`)
    seen.add(name)
    if (seen.size > maxEntries || originalSize > maxEntryBytes) throw refuse('has a configuration that is too large')
    return true
  }
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    throw error instanceof UserError ? error : refuse('cannot be unpacked')
  }
}

function readManifest(bytes: Uint8Array, refuse: (what: string) => UserError): ReadonlyMap<string, string> {
  let modules: unknown
  try {
    modules = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    modules = undefined
  }
  return foldersOf(modules) ?? fail(refuse('has a list of modules that cannot be read'))
}

/** Folders by key, out of the list that the tool keeps of modules; undefined for what is none. */
export function foldersOf(modules: unknown): ReadonlyMap<string, string> | undefined {
  if (!Array.isArray(modules)) return undefined
  const folders = new Map<string, string>()
  for (const module of modules as readonly unknown[]) {
    const { Key: key, Dir: folder } = (module ?? {}) as { readonly Key?: unknown; readonly Dir?: unknown }
    if (typeof key !== 'string' || typeof folder !== 'string' || folders.has(key)) return undefined
    folders.set(key, folder)
  }
  return folders
}

function fail(error: UserError): never {
  throw error
}
