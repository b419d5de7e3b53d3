// From GitHub's OpenAPI description (3.0) to the few operations in use, with schemas that Ajv can read.
import { byCodePoint, isRecord, type JsonRecord, list, record, sorted } from '../schemas/json.ts'

/** What prose, examples and GitHub's own remarks are kept in: nothing of it is checked. */
const dropped = new Set([
  'deprecated',
  'description',
  'example',
  'examples',
  'externalDocs',
  'summary',
  'tags',
  'title',
])
/** Formats that ajv-formats can check and that GitHub's answers keep. */
const checkedFormats = new Set(['date', 'date-time', 'email', 'uri'])

type Found = { readonly method: string; readonly path: string; readonly operation: JsonRecord }

/**
 * The operations of these ids and the schemas that they reach, each once, by name. References between schemas are `#/schemas/NAME`.
 * `nullable` becomes the type `null`; `oneOf` becomes `anyOf`, since alternatives of GitHub's overlap.
 * Throws when the description has no such operation.
 */
export function extract(description: JsonRecord, ids: readonly string[]): JsonRecord {
  const all = operationsById(description)
  const schemas = new Map<string, unknown>()
  const pending: string[] = []
  const convert = (schema: unknown) => convertSchema(schema, (name) => pending.push(name))
  const operations = ids.map((id) => {
    const found = all.get(id)
    if (found === undefined) throw new Error(`GitHub's description has no operation ${id}`)
    return [id, convertOperation(description, found, convert)] as const
  })
  const components = record(record(description.components).schemas)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (schemas.has(name)) continue
    schemas.set(name, undefined)
    schemas.set(name, convert(components[name]))
  }
  return { operations: sorted(operations), schemas: sorted(schemas) }
}

function operationsById(description: JsonRecord): ReadonlyMap<string, Found> {
  const entries = Object.entries(record(description.paths)).flatMap(([path, item]) =>
    Object.entries(record(item)).flatMap(([method, operation]) => {
      const id = record(operation).operationId
      return typeof id === 'string' ? [[id, { method, path, operation: record(operation) }] as const] : []
    }),
  )
  return new Map(entries)
}

function convertOperation(description: JsonRecord, found: Found, convert: (schema: unknown) => unknown): JsonRecord {
  const resolve = (value: unknown) => resolveReference(description, value)
  const parameters = list(found.operation.parameters).map(resolve)
  const content = (value: unknown) =>
    sorted(
      Object.entries(record(record(value).content)).map(
        ([type, media]) => [type, convert(record(media).schema ?? {})] as const,
      ),
    )
  const body = found.operation.requestBody === undefined ? undefined : resolve(found.operation.requestBody)
  const responses = Object.entries(record(found.operation.responses)).map(
    ([status, response]) => [status, content(resolve(response))] as const,
  )
  return {
    method: found.method.toUpperCase(),
    path: found.path,
    docs: record(found.operation.externalDocs).url,
    ...Object.fromEntries(
      ['path', 'query'].map((place) => [
        place === 'path' ? 'inPath' : 'inQuery',
        sorted(
          parameters
            .filter((parameter) => parameter.in === place)
            .map((parameter) => [
              String(parameter.name),
              {
                required: parameter.required === true,
                // A reference or a path, which has slashes of its own.
                ...(parameter['x-multi-segment'] === true ? { manySegments: true } : {}),
                schema: convert(parameter.schema),
              },
            ]),
        ),
      ]),
    ),
    ...(body === undefined ? {} : { body: { required: body.required === true, content: content(body) } }),
    responses: sorted(responses),
  }
}

function resolveReference(description: JsonRecord, value: unknown): JsonRecord {
  const reference = record(value).$ref
  if (typeof reference !== 'string') return record(value)
  return record(
    reference
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => record(at)[key], description),
  )
}

function convertSchema(schema: unknown, reach: (name: string) => void): unknown {
  if (Array.isArray(schema)) return schema.map((item) => convertSchema(item, reach))
  if (!isRecord(schema)) return schema
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice('#/components/schemas/'.length)
    reach(name)
    return { $ref: `#/schemas/${name}` }
  }
  const kept = Object.entries(schema)
    .filter(([key, value]) => isKept(key, value))
    .map(([key, value]): [string, unknown] => {
      if (key === 'properties') {
        return [key, sorted(Object.entries(record(value)).map(([name, inner]) => [name, convertSchema(inner, reach)]))]
      }
      if (key === 'enum' || key === 'required') return [key, value]
      return [key === 'oneOf' ? 'anyOf' : key, convertSchema(value, reach)]
    })
  const converted = sorted(kept)
  return schema.nullable === true ? orNull(converted) : converted
}

function isKept(key: string, value: unknown): boolean {
  if (key === 'format') return checkedFormats.has(String(value))
  // A default is what GitHub assumes; Ajv would write it into what is checked.
  return (
    !dropped.has(key) && !key.startsWith('x-') && key !== 'nullable' && key !== 'default' && key !== 'discriminator'
  )
}

/** In OpenAPI 3.0, `nullable` has an effect only beside `type`; beside alternatives GitHub means the same. */
function orNull(schema: JsonRecord): JsonRecord {
  if (typeof schema.type === 'string') {
    const nullable = { ...schema, type: [schema.type, 'null'] }
    return Array.isArray(schema.enum) && !schema.enum.includes(null)
      ? { ...nullable, enum: [...schema.enum, null] }
      : nullable
  }
  return 'anyOf' in schema || 'allOf' in schema ? { anyOf: [schema, { type: 'null' }] } : schema
}

/** Ids in order, each once. */
export const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort(byCodePoint)
