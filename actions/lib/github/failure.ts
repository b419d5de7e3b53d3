// What went wrong with a request, read from GitHub's answer: refused, held back by a limit, or nobody knows.
// https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit

import { clip, oneLine } from '../text/words.ts'

export type GraphqlError = { readonly type?: string; readonly message: string; readonly path?: readonly unknown[] }

export type Failure =
  /** No answer, half an answer, or an error of GitHub's own: a write may have happened all the same. */
  | {
      readonly type: 'unreachable'
      readonly reason: string
      readonly waitMs?: number
      /** It will be the same the next time. */
      readonly final?: boolean
    }
  /** GitHub did nothing and wants to be left alone for `waitMs`. */
  | { readonly type: 'limited'; readonly limit: 'primary' | 'secondary'; readonly waitMs: number }
  /** GitHub's last word. `status` is 200 for an error of GraphQL. */
  | {
      readonly type: 'refused'
      readonly status: number
      readonly message: string
      readonly errors: readonly GraphqlError[]
      /** What GitHub says would have been needed, such as `contents=write`. */
      readonly needs?: string
    }

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | undefined>>
  readonly message: string
  readonly errors?: readonly GraphqlError[]
}

/** GitHub's own advice where it names no time: at least a minute. */
export const minuteMs = 60_000

const secondaryText = /secondary rate limit|abuse detection/i
const primaryText = /rate limit exceeded/i
/** A time-out or an error inside GitHub, which GraphQL reports with status 200. */
const internalText = /something went wrong while executing your query|internal server error|timed? ?out/i

/** @param answer one that is no success: a status from 400, or errors of GraphQL */
export function failureOf({ status, headers, message, errors = [] }: Answer, nowMs: number): Failure {
  const retryAfter = seconds(headers['retry-after'])
  const limited = limitOf()
  if (limited !== undefined) return limited
  if (status >= 500 || status === 408 || (status === 200 && errors.some(isInternal))) {
    const reason = status === 200 ? inOneLine(message) : `HTTP ${status}`
    return { type: 'unreachable', reason, ...(retryAfter !== undefined && { waitMs: retryAfter }) }
  }
  const needs = headers['x-accepted-github-permissions']
  return {
    type: 'refused',
    status,
    message: inOneLine(message),
    errors,
    ...(typeof needs === 'string' && needs !== '' && { needs }),
  }

  function limitOf(): Failure | undefined {
    const byGraphql = errors.some(({ type }) => type === 'RATE_LIMITED' || type === 'RATE_LIMIT')
    const mayBeLimited = status === 403 || status === 429 || status === 200
    if (!mayBeLimited) return undefined
    const spent = Number(headers['x-ratelimit-remaining'] ?? 1) === 0
    const untilReset = Math.max(Number(headers['x-ratelimit-reset'] ?? 0) * 1000 - nowMs, 1000)
    if (secondaryText.test(message) || (retryAfter !== undefined && status !== 200)) {
      return { type: 'limited', limit: 'secondary', waitMs: retryAfter ?? (spent ? untilReset : minuteMs) }
    }
    // A refusal for want of permission may happen to spend the last request.
    if (byGraphql || status === 429 || (spent && status === 403 && !/not accessible/i.test(message))) {
      return { type: 'limited', limit: spent ? 'primary' : 'secondary', waitMs: spent ? untilReset : minuteMs }
    }
    return primaryText.test(message) ? { type: 'limited', limit: 'primary', waitMs: minuteMs } : undefined
  }
}

const isInternal = ({ type, message }: GraphqlError) => type === undefined && internalText.test(message)

/** The header's seconds in milliseconds. GitHub sends no dates there. */
function seconds(value: string | number | undefined): number | undefined {
  const number = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) && number >= 0 ? number * 1000 : undefined
}

/** GitHub's words, safe in a log and not too many of them. */
export const inOneLine = (text: string) => clip(oneLine(text).trim(), 500)
