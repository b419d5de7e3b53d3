// What a reader is told of a violation of one of our schemas.
import type { ErrorObject } from 'ajv'
import { nearest } from '../text/nearest.ts'
import { pointerNames } from '../yaml/pointer.ts'

/** What is wrong with which field, and what was probably meant. Uses the title and the first example of the schema's position. */
export function messageOf(error: ErrorObject): string {
  const field = error.instancePath === '' ? 'the file' : `\`${pointerNames(error.instancePath).join('.')}\``
  const { params, parentSchema } = error
  const said = shorten(asJson(error.data))
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys(parentSchema?.properties ?? {})
      const meant = nearest(String(params.additionalProperty), known)
      const hint =
        meant === undefined
          ? `known are ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}`
          : `did you mean \`${meant}\`?`
      return `unknown key \`${params.additionalProperty}\`: ${hint}`
    }
    case 'required':
      return `${field} lacks \`${params.missingProperty}\``
    case 'type':
      return `${field} must be ${words([params.type].flat().map(typeName))}, not ${said}`
    case 'enum': {
      const allowed = params.allowedValues.map(String)
      const meant = nearest(String(error.data), allowed)
      return `${field} is ${said}: ${meant !== undefined ? `did you mean \`${meant}\`?` : `allowed are ${allowed.slice(0, 12).join(', ')}${allowed.length > 12 ? ' …' : ''}`}`
    }
    case 'pattern':
    case 'format': {
      const example = parentSchema?.examples?.[0]
      return `${field} is ${said}, not ${parentSchema?.title ?? `what ${params.pattern ?? params.format} allows`}${example === undefined ? '' : `, such as ${example}`}`
    }
    case 'uniqueItems':
      return `${field} has the same item twice (${Math.min(params.i, params.j) + 1} and ${Math.max(params.i, params.j) + 1})`
    case 'maxProperties':
      return `${field}: ${parentSchema?.description ?? error.message}`
    case 'minItems':
    case 'minProperties':
    case 'minLength':
      if (params.limit > 1) return `${field}: ${parentSchema?.description ?? error.message}`
      return `${field} must not be empty`
    default:
      return `${field} ${error.message ?? 'is not valid'}`
  }
}

/** What an alias makes contain itself has no JSON. */
function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return 'something that contains itself'
  }
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a mapping',
  string: 'text',
  boolean: 'true or false',
}
const typeName = (type: string) => typeNames[type] ?? `a ${type}`
const words = (list: readonly string[]) => list.join(' or ')
const shorten = (text: string | undefined) =>
  text === undefined ? 'nothing' : text.length > 60 ? `${text.slice(0, 60)}…` : text
