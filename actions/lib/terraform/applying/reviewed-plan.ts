// A plan that was opened: its bytes, what they say, and what is written beside them.
import { UserError } from '../../toolkit/user-error.ts'
import type { Envelope } from '../envelope/envelope.ts'
import type { OpenedPlan } from '../envelope/open.ts'
import { holdsState, type Part } from '../envelope/seal.ts'

export type ReviewedPlan = {
  readonly envelope: Envelope
  /** The tool's own file. */
  readonly plan: Uint8Array
  /** The output of `show -json` at the time. */
  readonly json: string
  /** Files that were built while planning. */
  readonly carried: readonly Part[]
}

/** The parts of a plan that was opened. A sealed plan has exactly one of each. Throws a UserError for a sealed state. */
export function reviewedPlan({ envelope, parts }: OpenedPlan): ReviewedPlan {
  if (holdsState(envelope)) {
    throw new UserError(`This is no plan: it is the state of ${envelope.root}, which its backend did not take.`, {
      next: 'put it back before anything else is planned: `seaworthy terraform open` says how',
    })
  }
  const bytesOf = (kind: Part['kind']) => parts.find((part) => part.kind === kind)?.bytes ?? new Uint8Array()
  return {
    envelope,
    plan: bytesOf('plan'),
    json: new TextDecoder().decode(bytesOf('json')),
    carried: parts.filter(({ kind }) => kind === 'carried'),
  }
}
