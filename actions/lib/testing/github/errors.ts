// How GitHub says no, in REST and in GraphQL.

/** One entry of `errors` of a 422. */
export type FieldError = {
  readonly resource?: string
  readonly field?: string
  readonly code: string
  readonly message?: string
  readonly value?: unknown
}

/** A refusal of the REST API: the status and the body's `message`. The documentation's address is the operation's. */
export class RestError extends Error {
  override readonly name = 'RestError'
  readonly status: number
  readonly errors: readonly (FieldError | string)[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    errors?: readonly (FieldError | string)[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

/** An entry of `errors` of a GraphQL answer, with GitHub's `type`. */
export class GraphQLRefusal extends Error {
  override readonly name = 'GraphQLRefusal'
  readonly type: string | undefined
  readonly extensions: Readonly<Record<string, unknown>> | undefined

  constructor(type: string | undefined, message: string, extensions?: Readonly<Record<string, unknown>>) {
    super(message)
    this.type = type
    this.extensions = extensions
  }
}

/** What is asked for is GitHub's, but not the emulator's: reported by `stop()`, so that nobody takes the answer for GitHub's. */
export class NotEmulated extends Error {
  override readonly name = 'NotEmulated'
}

export const notFound = () => new RestError(404, 'Not Found')
export const forbidden = () => new RestError(403, 'Resource not accessible by integration')
export const validationFailed = (...errors: readonly (FieldError | string)[]) =>
  new RestError(422, 'Validation Failed', errors)
