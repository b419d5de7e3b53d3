// A request of the GraphQL API: parsed, checked against GitHub's schema, worked on, and its errors said in GitHub's manner.
import {
  type DocumentNode,
  defaultFieldResolver,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  isNonNullType,
  Kind,
  parse,
  validate,
} from 'graphql'
import type { Emulator } from '../emulator.ts'
import { GraphQLRefusal, NotEmulated, RestError } from '../errors.ts'
import { json, type Received, refusal, type Sent } from '../rest/answer.ts'
import { values } from '../rest/handler.ts'
import type { Viewer } from '../viewer.ts'
import { mutations } from './mutations.ts'
import { queries } from './queries.ts'
import { schema } from './schema.ts'
import { validationError } from './validation-error.ts'

export type Context = { readonly emulator: Emulator; readonly viewer: Viewer }

const docs = 'https://docs.github.com/graphql'

export type ParsedGraphQL = {
  readonly document?: DocumentNode
  readonly error?: GraphQLError
  readonly rootFields: readonly string[]
}

/** Clients send few documents, many times: each is parsed and checked once. */
const known = new Map<string, ParsedGraphQL>()
const checked = new WeakMap<DocumentNode, readonly GraphQLError[]>()

function validated(document: DocumentNode): readonly GraphQLError[] {
  const errors = checked.get(document) ?? validate(schema(), document)
  checked.set(document, errors)
  return errors
}

/** The document and its root fields, by which faults and the log name the request. */
export function parseGraphQL(body: unknown): ParsedGraphQL {
  const { query } = values(body)
  if (typeof query !== 'string') return { rootFields: [] }
  const parsed = known.get(query) ?? parseQuery(query)
  known.set(query, parsed)
  return parsed
}

function parseQuery(query: string): ParsedGraphQL {
  try {
    const document = parse(query)
    const rootFields = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? definition.selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []))
        : [],
    )
    return { document, rootFields }
  } catch (error) {
    if (error instanceof GraphQLError) return { error, rootFields: [] }
    throw error
  }
}

export async function answerGraphQL(received: Received, parsed: ParsedGraphQL): Promise<Sent> {
  const { emulator, viewer, body } = received
  if (viewer.login === undefined)
    return refusal(
      new RestError(401, 'This endpoint requires you to be authenticated.'),
      `${docs}/guides/forming-calls-with-graphql#authenticating-with-graphql`,
    )
  if (body === undefined) return refusal(new RestError(400, 'Problems parsing JSON'), docs)
  const { variables, operationName } = values(body)
  if (parsed.document === undefined && parsed.error === undefined)
    return json(200, { errors: [{ message: 'A query attribute must be specified and must be a string.' }] })
  if (parsed.document === undefined) return json(200, { errors: [parseError(parsed.error)] })
  const invalid = validated(parsed.document)
  if (invalid.length > 0) return json(200, { errors: invalid.map((error) => validationError(error)) })
  const context: Context = { emulator, viewer }
  const result = await execute({
    schema: schema(),
    document: parsed.document,
    rootValue: { ...queries, ...mutations },
    contextValue: context,
    variableValues: values(variables),
    operationName: typeof operationName === 'string' ? operationName : undefined,
    fieldResolver: resolveField,
  })
  const errors = (result.errors ?? []).map((error) => shownError(emulator, parsed, error))
  return json(200, {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(errors.length === 0 ? {} : { errors }),
  })
}

/** What is not emulated is null where GitHub's schema allows null, and a problem that `stop()` reports where it does not. */
const resolveField: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const value = defaultFieldResolver(source, args, context, info)
  if (value === undefined && isNonNullType(info.returnType) && !info.fieldName.startsWith('__'))
    throw new NotEmulated(`the emulator does not have ${info.parentType.name}.${info.fieldName}`)
  return value
}

function parseError(error: GraphQLError | undefined): object {
  const { line = 1, column = 1 } = error?.locations?.[0] ?? {}
  return { message: error?.message.replace(/^Syntax Error: /, 'Parse error: '), locations: [{ line, column }] }
}

function shownError(emulator: Emulator, { document, rootFields }: ParsedGraphQL, error: GraphQLError): object {
  const { path, locations, message, originalError } = error
  if (originalError instanceof GraphQLRefusal) {
    const { type, extensions } = originalError
    return {
      ...(type === undefined ? {} : { type }),
      ...(path === undefined ? {} : { path }),
      ...(extensions === undefined ? {} : { extensions }),
      ...(locations === undefined ? {} : { locations }),
      message,
    }
  }
  // Variables that do not fit are the client's doing, and found before any work.
  if (originalError === undefined || path === undefined) return validationError(error, document)
  const detail = originalError instanceof NotEmulated ? message : (originalError.stack ?? message)
  emulator.problems.push(`GraphQL ${rootFields.join(', ')}: ${detail}`)
  return {
    path,
    locations,
    message: 'Something went wrong while executing your query. This is a problem of the emulator.',
  }
}
