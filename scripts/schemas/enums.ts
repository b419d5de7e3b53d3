// The allowed values of built-in fields. They are not in the OpenAPI documents of Kubernetes, only in its generated Go code.
import { isRecord, type JsonRecord } from './json.ts'
import type { Definitions } from './openapi.ts'

type Enum = { readonly type: string; readonly property: string; readonly values: readonly string[] }

/** Reads `zz_generated.openapi.go`. `type` is the name of the generated function, such as `k8sio_api_core_v1_Container`. */
export function readEnums(goSource: string): readonly Enum[] {
  const enums: Enum[] = []
  let type = ''
  let property = ''
  for (const line of goSource.split('\n')) {
    const start = /^func schema_(\w+)\(ref/.exec(line)?.[1]
    if (start !== undefined) type = start
    // Five tabs: a member of the type itself, as gofmt indents it.
    const name = /^\t{5}"([^"]+)": \{/.exec(line)?.[1]
    if (name !== undefined) property = name
    const values = /^\t+Enum:\s+\[\]interface\{\}\{(.*)\},?$/.exec(line)?.[1]
    if (values === undefined) continue
    enums.push({ type, property, values: [...values.matchAll(/"([^"]*)"/g)].map(([, value]) => value ?? '') })
  }
  return enums
}

/** The name of the generated function for a definition: the last four parts of its package path, without dots, and the type. */
export function functionName(definition: string): string {
  const [, , ...rest] = definition.split('.')
  const type = rest.pop() ?? ''
  const path = ['k8s.io', ...rest].slice(-4).map((part) => part.replaceAll(/[.-]/g, part === 'k8s.io' ? '' : '_'))
  return `${path.join('_')}_${type}`
}

/** Definitions with the enums put where they hold. `unused` are those of types that no kind reaches (component configuration). */
export function withEnums(
  definitions: Definitions,
  enums: readonly Enum[],
): { readonly definitions: Definitions; readonly unused: readonly string[] } {
  const names = new Map([...definitions.keys()].map((name) => [functionName(name), name]))
  const result = new Map(definitions)
  const unused: string[] = []
  for (const { type, property, values } of enums) {
    const name = names.get(type)
    const schema = name === undefined ? undefined : result.get(name)
    const properties = schema?.properties
    const field = isRecord(properties) ? properties[property] : undefined
    if (name === undefined || !isRecord(properties) || !isRecord(field)) unused.push(`${type}.${property}`)
    else result.set(name, { ...schema, properties: { ...properties, [property]: allow(field, values) } })
  }
  return { definitions: result, unused }
}

function allow(field: JsonRecord, values: readonly string[]): JsonRecord {
  if (field.type === 'array' && isRecord(field.items)) return { ...field, items: allow(field.items, values) }
  if (field.type === 'object' && isRecord(field.additionalProperties)) {
    return { ...field, additionalProperties: allow(field.additionalProperties, values) }
  }
  // The server takes the empty string for an absent value.
  return { ...field, enum: values.includes('') ? values : ['', ...values] }
}
