// What graphql-js finds wrong with a document, in the words and the shape of GitHub's own checker.
import { type DocumentNode, type GraphQLError, Kind, print } from 'graphql'

type Wording = {
  readonly pattern: RegExp
  readonly code: string
  readonly say: (match: RegExpExecArray) => string
}

const wordings: readonly Wording[] = [
  {
    pattern: /^Cannot query field "(.+?)" on type "(.+?)"/,
    code: 'undefinedField',
    say: ([, field, type]) => `Field '${field}' doesn't exist on type '${type}'`,
  },
  {
    pattern: /^Unknown argument "(.+?)" on field "(?:.+\.)?(.+?)"/,
    code: 'argumentNotAccepted',
    say: ([, argument, field]) => `Field '${field}' doesn't accept argument '${argument}'`,
  },
  {
    pattern: /^Field "(.+?)" argument "(.+?)" of type "(?:.+?)" is required/,
    code: 'missingRequiredArguments',
    say: ([, field, argument]) => `Field '${field}' is missing required arguments: ${argument}`,
  },
  {
    pattern: /^Field "(.+?)" is not defined by type "(.+?)"/,
    code: 'argumentNotAccepted',
    say: ([, field, type]) => `InputObject '${type}' doesn't accept argument '${field}'`,
  },
  {
    pattern: /^Field "(.+?)" of type "(.+?)" must have a selection of subfields/,
    code: 'selectionMismatch',
    say: ([, field, type]) =>
      `Field must have selections (field '${field}' returns ${type} but has no selections. Did you mean '${field} { ... }'?)`,
  },
]

const variable =
  /^Variable "\$(.+?)" (?:of required type .+? was not provided|got invalid value .*?(?: at "\1\.(.+?)")?; (.+)|of non-null type .+? must not be null)/s

/** Words that have no counterpart here stay graphql-js's own. */
export function validationError({ message, locations, path }: GraphQLError, document?: DocumentNode): object {
  const at = path === undefined ? {} : { path }
  const [, name, at1, why] = variable.exec(message) ?? []
  if (name !== undefined) {
    const unknownField = /^Field "(.+?)" is not defined by type/.exec(why ?? '')?.[1]
    const inside =
      [at1?.replace(/\[(\d+)\]/g, '.$1'), unknownField].filter((part) => part !== undefined).join('.') || undefined
    const where = inside === undefined ? '' : ` for ${inside}`
    const said = `Variable $${name} of type ${typeOf(name, document)} was provided invalid value${where} (${reason(why)})`
    return {
      ...at,
      extensions: { problems: [{ path: inside?.split('.') ?? [], explanation: reason(why) }] },
      locations,
      message: said,
    }
  }
  for (const { pattern, code, say } of wordings) {
    const match = pattern.exec(message)
    if (match !== null) return { ...at, extensions: { code }, locations, message: say(match) }
  }
  return { ...at, locations, message }
}

function reason(why: string | undefined): string {
  if (why === undefined || /was not provided|not to be null/.test(why)) return 'Expected value to not be null'
  const unknown = /^Field "(.+?)" is not defined by type "(.+?)"/.exec(why)
  return unknown === null ? why.replace(/^Expected type "\w+"\. /, '') : `Field is not defined on ${unknown[2]}`
}

function typeOf(name: string, document: DocumentNode | undefined): string {
  for (const definition of document?.definitions ?? []) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    const found = definition.variableDefinitions?.find((one) => one.variable.name.value === name)
    if (found !== undefined) return print(found.type)
  }
  return ''
}
