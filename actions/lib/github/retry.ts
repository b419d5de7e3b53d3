// When a request to GitHub is made again, and after how long: the whole policy, as one function of plain values.
import type { Failure } from './failure.ts'

/**
 * What may be made again. `always`: a read, or a write that is the same done twice. `limits`: a write, which is made again
 * only where GitHub says that it has not begun it. `never`: the caller looks first.
 */
export type Repeat = 'always' | 'limits' | 'never'

export type Decision =
  | { readonly again: true; readonly waitMs: number }
  | { readonly again: false; readonly because: 'final' | 'not-repeatable' | 'attempts' | 'time' }

export type Situation = {
  readonly failure: Failure
  readonly repeat: Repeat
  /** How often the request has failed, this time included. */
  readonly failed: number
  readonly nowMs: number
  /** No waiting beyond this. */
  readonly untilMs: number
  /** From 0 to below 1. */
  readonly random: number
}

const maxUnreachable = 6
const maxLimited = 5
const firstWaitMs = 500
const longestWaitMs = 20_000

export function decide({ failure, repeat, failed, nowMs, untilMs, random }: Situation): Decision {
  if (failure.type === 'refused' || (failure.type === 'unreachable' && failure.final === true)) {
    return { again: false, because: 'final' }
  }
  if (repeat === 'never' || (repeat === 'limits' && failure.type !== 'limited')) {
    return { again: false, because: 'not-repeatable' }
  }
  if (failed >= (failure.type === 'limited' ? maxLimited : maxUnreachable)) return { again: false, because: 'attempts' }
  const waitMs = Math.ceil(waitFor(failure, failed, random))
  return nowMs + waitMs > untilMs ? { again: false, because: 'time' } : { again: true, waitMs }
}

function waitFor(failure: Exclude<Failure, { type: 'refused' }>, failed: number, random: number): number {
  if (failure.type === 'limited') {
    // Never earlier than GitHub says, and not everyone in the same moment; a secondary limit that goes on doubles the wait.
    const growth = failure.limit === 'secondary' ? 2 ** (failed - 1) : 1
    return failure.waitMs * growth + random * Math.min(5000, failure.waitMs * 0.2 + 500)
  }
  const backoff = Math.min(longestWaitMs, firstWaitMs * 2 ** (failed - 1))
  return Math.max(failure.waitMs ?? 0, backoff / 2 + (random * backoff) / 2)
}
