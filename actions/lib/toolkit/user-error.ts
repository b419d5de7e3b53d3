// An error that the reader can mend. Has no imports, so that any module may throw it.

/** Where it happened and what to do next, in the reader's words. */
export type UserErrorDetails = {
  /** A file with its line, an input's name, a command. */
  readonly where?: string
  readonly next?: string
  readonly cause?: unknown
}

/**
 * What happened, where, and what to do next. `run` prints its message only; every other error is taken for our bug and
 * printed with its stack.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError'
  readonly what: string
  readonly where: string | undefined
  readonly next: string | undefined

  constructor(what: string, details: UserErrorDetails = {}) {
    const where = details.where === undefined ? '' : `\n  at: ${details.where}`
    const next = details.next === undefined ? '' : `\n  next: ${details.next}`
    super(`${what}${where}${next}`, details.cause === undefined ? undefined : { cause: details.cause })
    this.what = what
    this.where = details.where
    this.next = details.next
  }
}

/** The message of anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** What a reader of the log should see of an error: the message if they can mend it, else the stack as well. */
export function describeFailure(error: unknown): string {
  if (error instanceof UserError) return error.message
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a bug in Seaworthy, please report it with these lines.\n${detail}`
}
