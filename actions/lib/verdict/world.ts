// The world as rules see it: what the Applications of one side deploy together, and the files that it was made from.
import type { Catalogue } from '../kubernetes/catalogue.ts'
import type { JsonValue } from '../kubernetes/object.ts'
import type { SourceFile, World } from '../rules/rule.ts'
import { parseYamlSource } from '../yaml/source-document.ts'
import type { Side } from './side.ts'

const maxTextBytes = 1024 * 1024
const kustomizationNames = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])

/** Makes the world of a side. The files that were read are loaded; their documents are parsed when a rule asks for them. */
export async function worldOf(side: Side, kubernetesVersions: readonly string[], catalogue: Catalogue): Promise<World> {
  const readers = new Map<string, Set<string>>()
  for (const { application, sources } of side.applications) {
    for (const path of sources.flatMap(({ answer }) => answer?.read ?? [])) {
      if (path.endsWith('/') || !side.tree.files.has(path)) continue
      const names = readers.get(path) ?? new Set()
      readers.set(path, names.add(application.name))
    }
  }
  const sources = await Promise.all([...readers].map(([path, names]) => sourceFile(side, path, [...names])))
  const own = ownKinds(side)
  return {
    applications: side.applications.map((one) => ({
      name: one.application.name,
      project: one.application.project,
      cluster: one.application.cluster,
      namespace: one.application.destinationNamespace,
      rendered:
        one.gaps.length === 0 &&
        one.sources.every(({ answer }) => answer !== undefined && answer.failure === undefined),
      labels: one.application.labels,
      paths: one.application.sources.flatMap(({ path }) => (path === undefined ? [] : [path])),
    })),
    objects: side.objects,
    sources,
    kubernetesVersions,
    kindInfo: (apiVersion, kind) => own.get(`${apiVersion}/${kind}`) ?? catalogue.lookup(apiVersion, kind),
  }
}

async function sourceFile(side: Side, path: string, applications: readonly string[]): Promise<SourceFile> {
  const entry = await side.tree.read(path)
  const text =
    entry.type === 'file' && entry.bytes.length <= maxTextBytes && !entry.bytes.includes(0)
      ? new TextDecoder().decode(entry.bytes)
      : undefined
  let documents: readonly JsonValue[] | undefined
  return {
    path,
    kind: kustomizationNames.has(path.slice(path.lastIndexOf('/') + 1))
      ? 'kustomization'
      : /\.(ya?ml|json)$/.test(path)
        ? 'manifest'
        : 'other',
    text,
    applications,
    get documents() {
      documents ??=
        text === undefined ? [] : parseYamlSource(text).documents.map((document) => document.value() as JsonValue)
      return documents
    },
  }
}

/** Kinds that the tree's own CRDs define: they come before the catalogue. */
function ownKinds(side: Side): Map<string, { readonly plural: string; readonly namespaced: boolean }> {
  const kinds = new Map<string, { readonly plural: string; readonly namespaced: boolean }>()
  for (const { object } of side.objects) {
    if (object.kind !== 'CustomResourceDefinition') continue
    const spec = object.spec as unknown as CrdSpec | undefined
    for (const version of Array.isArray(spec?.versions) ? spec.versions : []) {
      const plural = spec?.names?.plural
      if (plural !== undefined)
        kinds.set(`${spec?.group}/${version?.name}/${spec?.names?.kind}`, {
          plural,
          namespaced: spec?.scope === 'Namespaced',
        })
    }
  }
  return kinds
}

type CrdSpec = {
  readonly group?: string
  readonly scope?: string
  readonly names?: { readonly kind?: string; readonly plural?: string }
  readonly versions?: readonly ({ readonly name?: string } | null)[]
}
