// Sends a request until it is answered or there is no sense in sending it again, and keeps quiet while GitHub asks for that.
import type { Logger } from '../toolkit/logger.ts'
import type { Answered, Exchange } from './exchange.ts'
import type { Failure } from './failure.ts'
import { type Asked, explain } from './github-error.ts'
import { decide, type Repeat } from './retry.ts'

export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** From 0 to below 1. */
  readonly random: () => number
}

export type PatientRequest = {
  readonly route: string
  readonly parameters: object
  /** GitHub counts the requests of its two interfaces apart. */
  readonly side: 'rest' | 'graphql'
  readonly asked: Asked
  readonly repeat: Repeat
  /** The redirect itself is the answer, and nothing is sent there. */
  readonly redirect?: 'manual' | undefined
  /** Nothing is waited for beyond this time. */
  readonly untilMs: number
}

const requestLimitMs = 30_000
/** So that what was begun just before a deadline is not cut off at once. */
const shortestLimitMs = 5000
/** How long one request may take with all its repetitions. */
const patienceMs = 5 * 60_000

export type PatienceOptions = {
  readonly send: Exchange
  readonly clock: Clock
  readonly log: Logger
  /** Never to be shown. */
  readonly token: string
}

/** The returned function throws a GitHubError. */
export function createPatience({ send, clock, log, token }: PatienceOptions) {
  /** Until when GitHub wants to be left alone: by everything, or by one of its interfaces. */
  const quietUntil = { all: 0, rest: 0, graphql: 0 }

  return async (request: PatientRequest): Promise<Answered> => {
    const { route, parameters, side, asked, repeat, redirect } = request
    const began = clock.now()
    const untilMs = Math.min(request.untilMs, began + patienceMs)
    for (let failed = 1; ; failed += 1) {
      const quietMs = Math.max(quietUntil.all, quietUntil[side]) - clock.now()
      if (clock.now() + quietMs > untilMs)
        throw explain({ type: 'limited', limit: 'secondary', waitMs: quietMs }, asked)
      if (quietMs > 0) await clock.sleep(quietMs)

      const timeLimitMs = Math.max(shortestLimitMs, Math.min(requestLimitMs, untilMs - clock.now()))
      const outcome = await send(route, parameters, { nowMs: clock.now(), timeLimitMs, redirect })
      if (outcome.type === 'success') return outcome.response

      const failure = withoutToken(outcome.failure, token)
      const nowMs = clock.now()
      if (failure.type === 'limited') {
        const whom = failure.limit === 'secondary' ? 'all' : side
        quietUntil[whom] = Math.max(quietUntil[whom], nowMs + failure.waitMs)
      }
      const decision = decide({ failure, repeat, failed, nowMs, untilMs, random: clock.random() })
      if (!decision.again) throw explain(failure, asked, { count: failed, waitedMs: nowMs - began })
      log.info(`GitHub: ${inWords(failure)}; will ${asked.purpose} again in ${inSeconds(decision.waitMs)}`)
      await clock.sleep(decision.waitMs)
    }
  }
}

/** GitHub does not repeat tokens, but a proxy may answer with what it was sent. */
function withoutToken(failure: Failure, token: string): Failure {
  if (failure.type === 'limited') return failure
  if (failure.type === 'unreachable') return { ...failure, reason: failure.reason.replaceAll(token, '***') }
  return { ...failure, message: failure.message.replaceAll(token, '***') }
}

function inWords(failure: Failure): string {
  if (failure.type === 'limited') return `${failure.limit} rate limit`
  return failure.type === 'unreachable' ? failure.reason : failure.message
}

/** `0.8 s`, `12 s`, `3 min`. */
export function inSeconds(milliseconds: number): string {
  if (milliseconds >= 120_000) return `${Math.round(milliseconds / 60_000)} min`
  const seconds = milliseconds / 1000
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
}
