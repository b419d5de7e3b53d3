// The kinds that the schema bundle describes, without their schemas: plural, scope, versions and lifecycle.
import { readFile } from 'node:fs/promises'
import { nearest } from '../text/nearest.ts'
import { distFile } from '../toolkit/dist-file.ts'

export type KindLifecycle = {
  readonly deprecatedIn?: string
  readonly removedIn?: string
  readonly replacement?: string
  /** For custom kinds, from the reviewed table. */
  readonly verdict?: 'refuse' | 'warn'
  readonly message?: string
}

type KindRow = {
  readonly plural: string
  readonly namespaced: boolean
  /** Kubernetes minors that serve it; absent for custom kinds. */
  readonly versions?: readonly string[]
  /** Custom kinds: false when the operator's release no longer serves this version. */
  readonly served?: boolean
  /** Custom kinds: what the server warns. */
  readonly deprecated?: string
  /** Custom kinds: the operator and its release. */
  readonly source?: string
}

export type CatalogueKind = KindRow & { readonly lifecycle: KindLifecycle | undefined }
export type KnownKind = { readonly apiVersion: string; readonly kind: string }

export type Catalogue = {
  /** Kubernetes minors that can be judged, oldest first. */
  readonly versions: readonly string[]
  /** What is known of a kind; undefined when the bundle does not describe it. */
  readonly lookup: (apiVersion: string, kind: string) => CatalogueKind | undefined
  /** When a kind is deprecated or gone; also for kinds that the bundle no longer describes. */
  readonly lifecycle: (apiVersion: string, kind: string) => KindLifecycle | undefined
  /** The kind that was probably meant by one that is not known; undefined when nothing is near. */
  readonly nearest: (apiVersion: string, kind: string) => KnownKind | undefined
}

/** The file as `scripts/schemas.ts` writes it. */
export type CatalogueFile = {
  readonly versions: readonly string[]
  readonly kinds: Readonly<Record<string, KindRow>>
  readonly lifecycle: Readonly<Record<string, KindLifecycle>>
}

let loaded: Promise<Catalogue> | undefined

/** Reads the catalogue that comes with the program, once. */
export function loadCatalogue(): Promise<Catalogue> {
  loaded ??= readCatalogue()
  return loaded
}

async function readCatalogue(): Promise<Catalogue> {
  // From source the bundle's own file is read, so that no build must come first.
  const file = import.meta.url.endsWith('.ts')
    ? new URL('../../../schemas/bundle/catalogue.json', import.meta.url)
    : distFile('catalogue.json')
  return catalogueOf(JSON.parse(await readFile(file, 'utf8')))
}

/** A catalogue over the content of its file. */
export function catalogueOf({ versions, kinds, lifecycle }: CatalogueFile): Catalogue {
  // Keys come from manifests: a kind named `constructor` must not be found.
  const rows = new Map(Object.entries(kinds))
  const lives = new Map(Object.entries(lifecycle))
  return {
    versions,
    lookup: (apiVersion, kind) => {
      const key = `${apiVersion}/${kind}`
      const row = rows.get(key)
      return row === undefined ? undefined : { ...row, lifecycle: lives.get(key) }
    },
    lifecycle: (apiVersion, kind) => lives.get(`${apiVersion}/${kind}`),
    nearest: (apiVersion, kind) => nearestKind([...rows.keys()], apiVersion, kind),
  }
}

/** First the same kind in another apiVersion, then a kind of the same apiVersion with a similar name, then the whole key. */
function nearestKind(keys: readonly string[], apiVersion: string, kind: string): KnownKind | undefined {
  const ofKind = keys.filter((key) => key.endsWith(`/${kind}`)).map((key) => split(key).apiVersion)
  const group = apiVersion.slice(0, apiVersion.lastIndexOf('/') + 1)
  const sameGroup = ofKind.filter((known) => known.slice(0, known.lastIndexOf('/') + 1) === group)
  const version = nearest(apiVersion, ofKind) ?? sameGroup[0]
  if (version !== undefined) return { apiVersion: version, kind }
  const ofVersion = keys.filter((key) => split(key).apiVersion === apiVersion).map((key) => split(key).kind)
  const name = nearest(kind, ofVersion)
  if (name !== undefined) return { apiVersion, kind: name }
  const key = nearest(`${apiVersion}/${kind}`, keys)
  return key === undefined ? undefined : split(key)
}

function split(key: string): KnownKind {
  const slash = key.lastIndexOf('/')
  return { apiVersion: key.slice(0, slash), kind: key.slice(slash + 1) }
}
