// How a call to the engine can fail other than by an answer that says so.

export type EngineErrorCode =
  /** The engine could not be started at all. */
  | 'start'
  /** The call's input is over the limit. */
  | 'too-large'
  /** The operation itself answered with an error, or panicked and recovered; the worker goes on. */
  | 'operation'
  /** The instance died of this call: stack, memory, a blocked or ended program. The worker was replaced. */
  | 'died'
  /** The call took longer than the limit. The worker was replaced. */
  | 'time-limit'
  /** The engine was closed before the call was answered. */
  | 'closed'

export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly code: EngineErrorCode
  readonly operation: string

  constructor(code: EngineErrorCode, operation: string, message: string) {
    super(message)
    this.code = code
    this.operation = operation
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
