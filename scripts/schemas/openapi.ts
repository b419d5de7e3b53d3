// From the OpenAPI v3 documents of one Kubernetes minor to strict definitions and the kinds that can be created.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRecord, type JsonRecord, list, record } from './json.ts'

export type Definitions = ReadonlyMap<string, JsonRecord>
export type BuiltInKind = { readonly definition: string; readonly plural: string; readonly namespaced: boolean }
export type Minor = { readonly definitions: Definitions; readonly kinds: ReadonlyMap<string, BuiltInKind> }

const prefix = '#/components/schemas/'

/** Types whose JSON form the API server decodes by hand: OpenAPI says less than it refuses. */
const handMade: Readonly<Record<string, JsonRecord>> = {
  // The grammar of apimachinery's resource.ParseQuantity.
  'io.k8s.apimachinery.pkg.api.resource.Quantity': {
    type: ['string', 'number'],
    format: 'quantity',
    pattern: '^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$',
  },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
    type: ['integer', 'string'],
    format: 'int-or-string',
    minimum: -2147483648,
    maximum: 2147483647,
  },
}
/** Go's base64.StdEncoding, which ignores line ends. */
const base64 =
  '^[\\r\\n]*(([A-Za-z0-9+/][\\r\\n]*){4})*(([A-Za-z0-9+/][\\r\\n]*){2}(=[\\r\\n]*){2}|([A-Za-z0-9+/][\\r\\n]*){3}=[\\r\\n]*)?$'

const dropped = new Set(['description', 'example', 'externalDocs', 'title', 'x-kubernetes-group-version-kind'])

/** Reads `api/openapi-spec/v3` of the module `k8s.io/kubernetes`. Only definitions that a kind reaches are returned. */
export function readOpenApi(folder: string): Minor {
  const schemas = new Map<string, JsonRecord>()
  const kinds = new Map<string, BuiltInKind>()
  const files = readdirSync(folder)
    .filter((name) => /^(api__v1|apis__.+__v[^_]+)_openapi\.json$/.test(name))
    .sort()
  for (const file of files) {
    const document = record(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    const named = record(record(document.components).schemas)
    for (const [name, schema] of Object.entries(named)) if (!schemas.has(name)) schemas.set(name, record(schema))
    const byKind = new Map(
      Object.entries(named).flatMap(([name, schema]) =>
        list(record(schema)['x-kubernetes-group-version-kind']).map((kind) => [kindKey(kind), name] as const),
      ),
    )
    for (const [path, operations] of Object.entries(record(document.paths))) {
      const kind = record(record(operations).post)['x-kubernetes-group-version-kind']
      // `{name}` in the path: a subresource such as eviction, which no manifest can be.
      if (kind === undefined || path.includes('{name}')) continue
      const definition = byKind.get(kindKey(kind))
      if (definition === undefined) throw new Error(`${file}: no definition for ${kindKey(kind)}`)
      const namespaced = path.includes('/namespaces/{namespace}/')
      kinds.set(kindKey(kind), { definition, plural: path.slice(path.lastIndexOf('/') + 1), namespaced })
    }
  }
  return { definitions: reachable(schemas, kinds), kinds }
}

/** `apps/v1/Deployment`, `v1/Pod`. */
function kindKey(kind: unknown): string {
  const { group, version, kind: name } = record(kind)
  return `${group === '' ? '' : `${group}/`}${version}/${name}`
}

function reachable(schemas: Definitions, kinds: Minor['kinds']): Definitions {
  const found = new Map<string, JsonRecord>()
  const open = [...kinds.values()].map(({ definition }) => definition)
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue
    const schema = schemas.get(name)
    if (schema === undefined) throw new Error(`there is no definition ${name}`)
    found.set(name, handMade[name] ?? strict(schema, (other) => open.push(other)))
  }
  return found
}

/**
 * One schema position as the API server enforces it: closed, without prose, references local, bounds where the decoder has them.
 * `refer` is told every definition that is referred to.
 */
export function strict(schema: JsonRecord, refer: (name: string) => void): JsonRecord {
  const only = list(schema.allOf).map(record)[0]
  const target = schema.$ref ?? (list(schema.allOf).length === 1 && schema.properties === undefined && only?.$ref)
  if (typeof target === 'string') {
    refer(target.slice(prefix.length))
    const beside = Object.entries(schema).filter(([key]) => key.startsWith('x-kubernetes-'))
    return { $ref: `#/definitions/${target.slice(prefix.length)}`, ...Object.fromEntries(beside) }
  }
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema)) {
    if (dropped.has(key) || (key === 'default' && isPlaceholder(value))) continue
    result[key] = inner(key, value, refer)
  }
  if (result.format === 'int32') {
    result.minimum ??= -2147483648
    result.maximum ??= 2147483647
  }
  if (result.format === 'byte') result.pattern ??= base64
  const closes = isRecord(result.properties) && result['x-kubernetes-preserve-unknown-fields'] !== true
  if (closes && result.additionalProperties === undefined) result.additionalProperties = false
  return result
}

function inner(key: string, value: unknown, refer: (name: string) => void): unknown {
  const each = (item: unknown) => (isRecord(item) ? strict(item, refer) : item)
  if (key === 'properties') {
    return Object.fromEntries(Object.entries(record(value)).map(([name, item]) => [name, each(item)]))
  }
  if (key === 'allOf' || key === 'anyOf' || key === 'oneOf') return list(value).map(each)
  return key === 'items' || key === 'additionalProperties' || key === 'not' ? each(value) : value
}

/** Zero values in OpenAPI stand for "no default"; the server's real defaults are Go code. */
const isPlaceholder = (value: unknown) =>
  value === '' || value === 0 || value === false || (isRecord(value) && Object.keys(value).length === 0)
