import { describe, expect, it } from 'vitest'
import { type Failure, failureOf } from './failure.ts'
import { decide, type Repeat } from './retry.ts'

const nowMs = 1_700_000_000_000
const hour = 3_600_000

type Row = readonly [
  name: string,
  answer: { readonly status: number; readonly headers?: Record<string, string>; readonly message?: string },
  expected: Failure['type'] | 'primary' | 'secondary',
  waitMs?: number,
]

// The rules: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
const rows: readonly Row[] = [
  ['an error of GitHub’s own', { status: 502 }, 'unreachable'],
  ['an error that names a time', { status: 503, headers: { 'retry-after': '7' } }, 'unreachable', 7000],
  ['a request that took too long', { status: 408 }, 'unreachable'],
  ['429 with a time', { status: 429, headers: { 'retry-after': '30' } }, 'secondary', 30_000],
  ['429 without a word', { status: 429 }, 'secondary', 60_000],
  ['403 with a time', { status: 403, headers: { 'retry-after': '30' } }, 'secondary', 30_000],
  [
    'a secondary limit that is only in the text',
    {
      status: 403,
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    },
    'secondary',
    60_000,
  ],
  ['its old name', { status: 403, message: 'You have triggered an abuse detection mechanism.' }, 'secondary', 60_000],
  [
    'the hour’s budget is spent',
    {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(nowMs / 1000 + 90) },
      message: 'API rate limit exceeded for installation ID 1.',
    },
    'primary',
    90_000,
  ],
  [
    'the reset is past by our clock',
    { status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(nowMs / 1000 - 90) } },
    'primary',
    1000,
  ],
  [
    'a secondary limit while the budget is spent as well',
    {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(nowMs / 1000 + 90) },
      message: 'You have exceeded a secondary rate limit.',
    },
    'secondary',
    90_000,
  ],
  [
    'a missing permission that spends the last request',
    { status: 403, headers: { 'x-ratelimit-remaining': '0' }, message: 'Resource not accessible by integration' },
    'refused',
  ],
  ['a missing permission', { status: 403, message: 'Resource not accessible by integration' }, 'refused'],
  ['a wrong token', { status: 401, message: 'Bad credentials' }, 'refused'],
  ['nothing there', { status: 404, message: 'Not Found' }, 'refused'],
  ['a time that is no number', { status: 404, headers: { 'retry-after': 'soon' } }, 'refused'],
]

const table = rows.map(([name, answer, expected, waitMs]) => ({ name, answer, expected, waitMs }))

it.each(table)('$name', ({ answer: { status, headers = {}, message = 'words' }, expected, waitMs }) => {
  const failure = failureOf({ status, headers, message }, nowMs)
  expect(failure.type === 'limited' ? failure.limit : failure.type).toBe(expected)
  if (waitMs !== undefined) expect(failure).toMatchObject({ waitMs })
})

describe('errors of GraphQL, which come with status 200', () => {
  it.each([
    [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }, { 'x-ratelimit-remaining': '0' }, 'limited'],
    [{ message: 'You have exceeded a secondary rate limit.' }, {}, 'limited'],
    [{ message: 'Something went wrong while executing your query. Please include `1234` …' }, {}, 'unreachable'],
    [{ type: 'STALE_DATA', message: 'Expected branch to point to "a" but it did not.' }, {}, 'refused'],
    [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository with the name ‘a/timeout’.' }, {}, 'refused'],
  ] as const)('%j', (error, headers, expected) => {
    const failure = failureOf({ status: 200, headers, message: error.message, errors: [error] }, nowMs)
    expect(failure.type).toBe(expected)
  })
})

const unreachable: Failure = { type: 'unreachable', reason: 'ECONNRESET' }
const secondary: Failure = { type: 'limited', limit: 'secondary', waitMs: 60_000 }
const primary: Failure = { type: 'limited', limit: 'primary', waitMs: 60_000 }
const refused: Failure = { type: 'refused', status: 404, message: 'Not Found', errors: [] }

describe('what is sent again', () => {
  it.each([
    [unreachable, 'always', true],
    [unreachable, 'limits', false],
    [unreachable, 'never', false],
    [{ ...unreachable, final: true }, 'always', false],
    [secondary, 'always', true],
    [secondary, 'limits', true],
    [secondary, 'never', false],
    [primary, 'limits', true],
    [refused, 'always', false],
  ] as const)('%j, repeatable: %s', (failure: Failure, repeat: Repeat, again) => {
    const decision = decide({ failure, repeat, failed: 1, nowMs, untilMs: nowMs + hour, random: 0.5 })
    expect(decision.again).toBe(again)
  })

  it('nothing beyond the deadline', () => {
    const situation = { failure: secondary, repeat: 'always', failed: 1, nowMs, random: 0 } as const
    expect(decide({ ...situation, untilMs: nowMs + 60_000 })).toEqual({ again: true, waitMs: 60_000 })
    expect(decide({ ...situation, untilMs: nowMs + 59_999 })).toEqual({ again: false, because: 'time' })
  })

  it.each([unreachable, secondary, primary])('%j not for ever', (failure) => {
    const tries = [1, 2, 3, 4, 5, 6, 7].map(
      (failed) => decide({ failure, repeat: 'always', failed, nowMs, untilMs: nowMs + 100 * hour, random: 0 }).again,
    )
    expect(tries[0]).toBe(true)
    expect(tries.at(-1)).toBe(false)
  })
})

describe('how long is waited', () => {
  const wait = (failure: Failure, failed: number, random: number) => {
    const decision = decide({ failure, repeat: 'always', failed, nowMs, untilMs: nowMs + 100 * hour, random })
    return decision.again ? decision.waitMs : Number.NaN
  }

  it('longer each time, and not the same for everybody', () => {
    const waits = [1, 2, 3, 4, 5].map((failed) => wait(unreachable, failed, 0))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(wait(unreachable, 3, 0.99)).toBeGreaterThan(wait(unreachable, 3, 0.01))
  })

  it.each([0, 0.5, 0.999])('never shorter than GitHub says (%f)', (random) => {
    expect(wait(secondary, 1, random)).toBeGreaterThanOrEqual(60_000)
    expect(wait(primary, 3, random)).toBeGreaterThanOrEqual(60_000)
    expect(wait({ ...unreachable, waitMs: 7000 }, 1, random)).toBeGreaterThanOrEqual(7000)
  })

  it('longer when a secondary limit goes on', () => {
    expect(wait(secondary, 2, 0)).toBeGreaterThanOrEqual(120_000)
  })
})
