// CustomResourceDefinitions of the operators that `gitops/` uses, from the same pinned modules as the schemas.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { downloadModule } from '../schemas/modules.ts'
import { type Source, sourceFolder, sources } from '../schemas/sources.ts'
import type { ApiServer, KubernetesObject } from './api-server.ts'
import { cached } from './cache.ts'
import { kindsLeftOut } from './kinds-left-out.ts'

type Definition = KubernetesObject & {
  readonly spec: {
    readonly group: string
    readonly names: { readonly kind: string }
    readonly [field: string]: unknown
  }
}

/** Those that the tests need (`kinds-left-out.ts`), read from the modules once and then from the cache. Needs Go and the network the first time. */
export async function operatorCrds(say: (line: string) => void): Promise<readonly KubernetesObject[]> {
  const operators = sources.filter(({ crds }) => crds !== undefined)
  const pins = operators.flatMap((source) => [
    source.name,
    String(source.crds),
    readFileSync(join(sourceFolder(source), 'go.mod')),
  ])
  const { folder } = await cached('operators', pins, async (making) => {
    const all: KubernetesObject[] = []
    for (const source of operators) {
      say(`reading the CustomResourceDefinitions of ${source.name} …`)
      all.push(...(await definitionsOf(source)))
    }
    writeFileSync(join(making, 'crds.json'), JSON.stringify(all))
  })
  const all = JSON.parse(readFileSync(join(folder, 'crds.json'), 'utf8')) as Definition[]
  return all.filter(({ spec }) => !isLeftOut(spec))
}

function isLeftOut({ group, names }: Definition['spec']): boolean {
  const kinds = kindsLeftOut[group]
  return kinds === '*' || kinds?.includes(names.kind) === true
}

async function definitionsOf(source: Source): Promise<readonly KubernetesObject[]> {
  const module = await downloadModule(source)
  return (source.crds ?? [])
    .flatMap((path) => files(join(module, path)))
    .flatMap((file) =>
      parseAllDocuments(readFileSync(file, 'utf8'), { version: '1.1' })
        .map((document) => document.toJS() as Definition | null)
        .filter((one) => one?.kind === 'CustomResourceDefinition')
        .map((one) => withoutServers(one as Definition)),
    )
}

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => /\.ya?ml$/.test(name) && name !== 'kustomization.yaml')
    .sort()
    .map((name) => join(path, name))
}

/** Conversion asks the operator's webhook, and no operator runs here. The status is the server's own. */
function withoutServers({ spec, metadata, apiVersion, kind }: Definition): KubernetesObject {
  const { conversion: _, ...rest } = spec
  const {
    name,
    labels,
    annotations = {},
  } = metadata as { name: string; labels?: object; annotations?: Record<string, string> }
  // Kinds below k8s.io need the note of their approval.
  const approval = Object.entries(annotations).filter(([key]) => key.startsWith('api-approved.kubernetes.io'))
  return {
    apiVersion,
    kind,
    metadata: { name, ...(labels === undefined ? {} : { labels }), annotations: Object.fromEntries(approval) },
    spec: withoutProse(rest),
  }
}

/** Creates definitions, a few at a time, and waits until their kinds are served. */
export async function installCrds(api: ApiServer, definitions: readonly KubernetesObject[]): Promise<void> {
  const waiting = [...definitions]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await api.apply(next)
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  await waitUntilEstablished(
    api,
    definitions.map(({ metadata }) => metadata.name),
  )
}

const establishLimitMs = 60_000

/** Waits until the kinds of the named definitions are served. Throws when that takes a minute. */
export async function waitUntilEstablished(api: ApiServer, names: readonly string[]): Promise<void> {
  const limit = performance.now() + establishLimitMs
  // One after the other: the list of all is large, and asking for it again and again slows what is waited for.
  for (const name of names) {
    while (!(await isEstablished(api, name))) {
      if (performance.now() > limit) throw new Error(`${name} is not served after ${establishLimitMs / 1000} s`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}

async function isEstablished(api: ApiServer, name: string): Promise<boolean> {
  const found = await api.get(`/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`)
  // Null until the first controller has looked at it.
  const { conditions } = (found?.status ?? {}) as { conditions?: readonly { type: string; status: string }[] | null }
  return (conditions ?? []).some(({ type, status }) => type === 'Established' && status === 'True')
}

/** Without descriptions, which decide nothing and are most of the text: with them the API server needs three times as long. */
function withoutProse(schema: unknown): Readonly<Record<string, unknown>> {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === 'description' && typeof value === 'string' ? undefined : value,
    ),
  )
}
