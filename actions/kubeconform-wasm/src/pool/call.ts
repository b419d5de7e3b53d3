// One call on its way through the pool.

import { EngineError } from '../errors.ts'
import { stringifyExact } from '../exact-json.ts'
import type { FileTree } from '../protocol.ts'

/** Bytes of input that one call may have: Go's memory never shrinks, and what one call takes, a worker keeps. */
export const inputLimit = 64 * 1024 * 1024

export type CallRequest = {
  readonly operation: string
  /** Turned into JSON when the call is sent, so that a queue of calls holds no second copy. Bytes are sent as they are. */
  readonly request: unknown
  /** What is called, for error messages: `apps/shop`, a policy … */
  readonly subject?: string
  readonly tree?: FileTree
  /** Directory of the tree whose files are sent along. */
  readonly directory?: string
}

export type Call = CallRequest & {
  readonly id: number
  readonly resolve: (output: Uint8Array) => void
  readonly reject: (error: EngineError) => void
}

const describe = ({ operation, subject }: CallRequest): string => (subject ? `${operation} of ${subject}` : operation)

/** An error that names the call. */
export const callError = (call: CallRequest, code: EngineError['code'], what: string): EngineError =>
  new EngineError(code, call.operation, `${describe(call)}: ${what}`)

/** The bytes to send. @throws EngineError `too-large` */
export const encodeRequest = (call: CallRequest): Uint8Array => {
  const input =
    call.request instanceof Uint8Array ? call.request : new TextEncoder().encode(stringifyExact(call.request))
  if (input.length <= inputLimit) return input
  const size = (input.length / 1024 / 1024).toFixed(1)
  throw callError(call, 'too-large', `its input has ${size} MB, and one call may have 64 MB: split it`)
}
