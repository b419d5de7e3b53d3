// GitHub's own description of its REST API: which operation a request is, and whether requests and answers are as described.
import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { type OperationId, operationIds } from './operation-ids.ts'
import { undescribedFields } from './undescribed.ts'

type Parameter = { readonly required: boolean; readonly manySegments?: boolean; readonly schema: object }
type Content = Readonly<Record<string, object>>

export type Operation = {
  readonly method: string
  readonly path: string
  /** Where GitHub documents it; its errors name it. */
  readonly docs: string
  readonly inPath: Readonly<Record<string, Parameter>>
  readonly inQuery: Readonly<Record<string, Parameter>>
  readonly body?: { readonly required: boolean; readonly content: Content }
  /** By status. No content: no body is described. */
  readonly responses: Readonly<Record<string, Content>>
}

type Description = {
  readonly operations: Readonly<Record<OperationId, Operation>>
  readonly schemas: Readonly<Record<string, object>>
}

const description: Description = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))
export const operations = description.operations

const isUri = fullFormats.uri as (text: string) => boolean
const formats = {
  date: fullFormats.date,
  'date-time': fullFormats['date-time'],
  email: fullFormats.email,
  // GitHub leaves an address empty where it has none, whatever its description says: `log_url` of a deployment's status.
  uri: (text: string) => text === '' || isUri(text),
}
const options = { strict: false, allErrors: true, validateSchema: false, verbose: true, formats }
/** What comes in an address is text; GitHub reads numbers and booleans from it. */
const ajvOfText = new Ajv({ ...options, coerceTypes: true })
const ajvOfJson = new Ajv(options)
for (const ajv of [ajvOfText, ajvOfJson]) ajv.addSchema(description, 'github')

const validators = new Map<string, ValidateFunction>()

/** The validator of what stands at a place of the description. */
function validator(ajv: Ajv, ...place: readonly string[]): ValidateFunction {
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')
  const key = `${ajv === ajvOfText ? 'text' : 'json'} ${pointer}`
  const known = validators.get(key) ?? ajv.compile({ $ref: `github#/${pointer}` })
  validators.set(key, known)
  return known
}

export type Match = { readonly id: OperationId; readonly operation: Operation; readonly path: Record<string, unknown> }

type Route = {
  readonly id: OperationId
  readonly operation: Operation
  readonly pattern: RegExp
  readonly literal: number
}

// The most literal first: `commits/{ref}/status` before `commits/{ref}`, whose reference may have slashes.
const routes: readonly Route[] = operationIds
  .map((id): Route => {
    const operation = operations[id]
    const pattern = operation.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, (_, name: string) => {
      return operation.inPath[name]?.manySegments === true ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`
    })
    // The outermost folder has no path.
    const whole = pattern.replace('/contents/(?<path>.+)', '/contents(?:/(?<path>.*))?')
    return {
      id,
      operation,
      pattern: new RegExp(`^${whole}$`),
      literal: operation.path.replace(/\{\w+\}/g, '').length,
    }
  })
  .sort((a, b) => b.literal - a.literal)

/** The operation of a request. Undefined when there is none, also when a number in the path is none. */
export function matchOperation(method: string, pathname: string): Match | undefined {
  for (const { id, operation, pattern } of routes) {
    const groups = operation.method === method ? pattern.exec(pathname)?.groups : undefined
    if (groups === undefined && !(operation.method === method && pattern.test(pathname))) continue
    const path: Record<string, unknown> = {}
    let fits = true
    for (const [name, raw = ''] of Object.entries(groups ?? {})) {
      const holder = { value: decode(raw) }
      fits &&= valueFits(holder, id, 'inPath', name)
      path[name] = holder.value
    }
    if (fits) return { id, operation, path }
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Ajv reads a number from text only where it can replace it: in a holder. */
function valueFits(holder: { value: unknown }, id: OperationId, place: 'inPath' | 'inQuery', name: string): boolean {
  const key = `holder ${id} ${place} ${name}`
  const pointer = `operations/${id.replaceAll('/', '~1')}/${place}/${encodeURIComponent(name)}/schema`
  const validate =
    validators.get(key) ?? ajvOfText.compile({ type: 'object', properties: { value: { $ref: `github#/${pointer}` } } })
  validators.set(key, validate)
  return validate(holder)
}

export type ReadQuery = {
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly string[]
  /** Parameters that GitHub does not know, and would not look at. */
  readonly unknown: readonly string[]
}

/** The parameters of a query string, numbers and booleans read. */
export function readQuery(id: OperationId, search: URLSearchParams): ReadQuery {
  const described = operations[id].inQuery
  const values: Record<string, unknown> = {}
  const problems: string[] = []
  const unknown: string[] = []
  for (const [name, text] of search) {
    if (described[name] === undefined) {
      unknown.push(name)
      continue
    }
    const holder: { value: unknown } = { value: text }
    if (valueFits(holder, id, 'inQuery', name)) values[name] = holder.value
    else problems.push(`For '${name}', ${JSON.stringify(text)} is not allowed.`)
  }
  for (const [name, { required }] of Object.entries(described)) {
    if (required && !search.has(name)) problems.push(`"${name}" wasn't supplied.`)
  }
  return { values, problems, unknown }
}

/** What is wrong with a request's body, in GitHub's manner of saying it. */
export function bodyProblems(id: OperationId, body: unknown): readonly string[] {
  const described = operations[id].body
  if (described === undefined) return []
  if (body === undefined && !described.required) return []
  const validate = validator(ajvOfJson, 'operations', id, 'body', 'content', 'application/json')
  return validate(body ?? {}) ? [] : wording(validate.errors ?? [])
}

/** Fields of a body that GitHub does not describe, and would not look at. */
export function unknownFields(id: OperationId, body: unknown): readonly string[] {
  const schema = operations[id].body?.content['application/json']
  return schema === undefined ? [] : undescribedFields(description.schemas, checkable(schema), body)
}

/** Alternatives of a body only ask for more of the same fields; what else they allow is not meant as a licence. */
function checkable(schema: object): object {
  return 'properties' in schema ? { properties: schema.properties } : schema
}

/** What is wrong with an answer. Refusals that the description leaves out for an operation have the shape of all refusals. */
export function answerProblems(id: OperationId, status: number, type: string, body: unknown): readonly string[] {
  const described = operations[id].responses[status]
  if (described === undefined) {
    if (![400, 401, 403, 404, 409, 422, 429].includes(status) && status < 500)
      return [`status ${status} is not described`]
    return failures(validator(ajvOfJson, 'schemas', 'basic-error'), body)
  }
  const media = described[type] === undefined && type === 'application/json' ? Object.keys(described)[0] : type
  if (media === undefined || described[media] === undefined) {
    if (body === undefined || Object.keys(described).length === 0) return []
    return [`a body of type ${type} is not described for status ${status}`]
  }
  // Of refusals, GitHub says more than it describes.
  const invented =
    status >= 400
      ? []
      : undescribedFields(description.schemas, described[media], body).map((path) => `${path} is not described`)
  return [...failures(validator(ajvOfJson, 'operations', id, 'responses', String(status), media), body), ...invented]
}

const failures = (validate: ValidateFunction, body: unknown) =>
  validate(body)
    ? []
    : (validate.errors ?? [])
        .filter((error) => !isGone(error))
        .map((error) => `${error.instancePath || '/'} ${error.message}`)

/** The repository of a fork that was deleted is null, whatever the description says. */
const isGone = ({ data, instancePath }: ErrorObject) =>
  data === null && /\/head(_repository|\/repo)$/.test(instancePath)

function wording(errors: readonly ErrorObject[]): readonly string[] {
  const missing = errors.flatMap(({ keyword, params }) =>
    keyword === 'required' ? [`"${params.missingProperty}"`] : [],
  )
  const others = errors.flatMap((error) => {
    if (error.keyword === 'required') return []
    if (error.keyword === 'anyOf') return ['No subschema in "anyOf" matched.']
    const at = error.instancePath.slice(1).split('/').join('/properties/')
    if (error.keyword === 'type') return [`For 'properties/${at}', ${shown(error.data)} is not a ${error.params.type}.`]
    return [`For 'properties/${at}', ${error.message}.`]
  })
  const wasNot = missing.length === 1 ? "wasn't" : "weren't"
  return [...(missing.length === 0 ? [] : [`${missing.join(', ')} ${wasNot} supplied.`]), ...others]
}

/** As Ruby shows it: GitHub says `nil` for null. */
const shown = (value: unknown) => (value === null ? 'nil' : JSON.stringify(value))
