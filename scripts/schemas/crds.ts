// From CustomResourceDefinitions to bundle entries: the schema as the API server reads it, without prose.
import { parseAllDocuments } from 'yaml'
import { UserError } from '../../actions/lib/toolkit/user-error.ts'
import { isRecord, type JsonRecord, list, record } from './json.ts'

export type CustomKind = {
  readonly plural: string
  readonly namespaced: boolean
  readonly served: boolean
  /** What the server warns, when the version is deprecated. */
  readonly deprecated?: string
  readonly source: string
  readonly schema: JsonRecord
  readonly subresources?: JsonRecord
}

const prose = new Set(['description', 'example', 'externalDocs', 'title'])
const schemas = new Set(['items', 'additionalProperties', 'not', 'additionalItems'])
const schemaLists = new Set(['allOf', 'anyOf', 'oneOf'])
const schemaMaps = new Set(['properties', 'patternProperties', 'definitions'])

/**
 * Every version of every CustomResourceDefinition in a YAML text, keyed `group/version/Kind`. Documents of other kinds are
 * passed over. Throws a UserError that names `file` when the YAML or a definition is broken.
 */
export function readCrds(text: string, file: string, source: string): ReadonlyMap<string, CustomKind> {
  const kinds = new Map<string, CustomKind>()
  for (const document of parseAllDocuments(text, { version: '1.1', strict: true })) {
    const [error] = document.errors
    if (error !== undefined) throw broken(file, error.message)
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    if (!isRecord(value) || value.kind !== 'CustomResourceDefinition') continue
    for (const [key, kind] of readCrd(value, file, source)) {
      if (kinds.has(key)) throw broken(file, `${key} is defined twice`)
      kinds.set(key, kind)
    }
  }
  return kinds
}

function* readCrd(definition: JsonRecord, file: string, source: string): Iterable<readonly [string, CustomKind]> {
  const name = String(record(definition.metadata).name)
  if (definition.apiVersion !== 'apiextensions.k8s.io/v1') {
    throw broken(file, `${name} has apiVersion ${definition.apiVersion}, only apiextensions.k8s.io/v1 is served`)
  }
  const spec = record(definition.spec)
  const { kind, plural } = record(spec.names)
  if (typeof spec.group !== 'string' || typeof kind !== 'string' || typeof plural !== 'string') {
    throw broken(file, `${name} lacks spec.group, spec.names.kind or spec.names.plural`)
  }
  if (name !== `${plural}.${spec.group}`) throw broken(file, `${name} must be named ${plural}.${spec.group}`)
  if (spec.scope !== 'Namespaced' && spec.scope !== 'Cluster') {
    throw broken(file, `${name} has spec.scope ${spec.scope}, it must be Namespaced or Cluster`)
  }
  for (const version of list(spec.versions).map(record)) {
    const schema = record(version.schema).openAPIV3Schema
    if (!isRecord(schema)) throw broken(file, `${name} has no schema for version ${version.name}`)
    const apiVersion = `${spec.group}/${version.name}`
    const warning = version.deprecationWarning ?? `${apiVersion} ${kind} is deprecated`
    yield [
      `${apiVersion}/${kind}`,
      {
        plural,
        namespaced: spec.scope === 'Namespaced',
        served: version.served === true,
        ...(version.deprecated === true && { deprecated: String(warning) }),
        source,
        schema: withoutProse(schema),
        ...(isRecord(version.subresources) && { subresources: version.subresources }),
      },
    ]
  }
}

/** A schema without descriptions and examples. Walks schema positions only, so a field that is named `description` stays. */
export function withoutProse(schema: JsonRecord): JsonRecord {
  const each = (value: unknown) => (isRecord(value) ? withoutProse(value) : value)
  const entries = Object.entries(schema).filter(([key]) => !prose.has(key))
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (schemaMaps.has(key)) return [key, mapValues(record(value), each)]
      if (schemaLists.has(key)) return [key, list(value).map(each)]
      return [key, schemas.has(key) ? each(value) : value]
    }),
  )
}

const mapValues = (value: JsonRecord, change: (item: unknown) => unknown): JsonRecord =>
  Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item)]))

const broken = (file: string, what: string) =>
  new UserError(`This is not a CustomResourceDefinition that the API server would take: ${what}.`, {
    where: file,
    next: 'correct the file, or take it again from the release of the operator',
  })
