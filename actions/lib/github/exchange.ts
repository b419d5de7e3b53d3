// One request through Octokit and what became of it: a success that can be used, or a Failure. Repeats nothing.
import { Octokit } from '@octokit/core'
import type { Logger } from '../toolkit/logger.ts'
import type { ApiAddress } from './api-address.ts'
import { type Failure, failureOf, type GraphqlError } from './failure.ts'
import { createFetch, TransportError } from './transport.ts'

export type Answered = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number | undefined>>
  readonly data: unknown
}

export type Outcome =
  | { readonly type: 'success'; readonly response: Answered }
  | { readonly type: 'failure'; readonly failure: Failure }

export type ExchangeOptions = {
  readonly address: ApiAddress
  readonly token: string
  readonly userAgent: string
  readonly log: Logger
}

export type Exchange = (
  route: string,
  parameters: object,
  how: { readonly nowMs: number; readonly timeLimitMs: number; readonly redirect?: 'manual' | undefined },
) => Promise<Outcome>

/** A listing of 100,000 files has about 20 MB. */
const maxBytes = 64 * 1024 * 1024

export function createExchange({ address, token, userAgent, log }: ExchangeOptions): Exchange {
  const octokit = new Octokit({
    baseUrl: address.api,
    auth: token,
    userAgent,
    request: { fetch: createFetch({ addresses: [address.api, address.graphql], maxBytes }) },
    // What the library says is for developers: that a route is deprecated.
    log: { debug: log.debug, info: log.debug, warn: log.debug, error: log.debug },
  })
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = '2022-11-28'
  })
  return async (route, parameters, { nowMs, timeLimitMs, redirect }) => {
    // Read here, not by Octokit: it takes a body that was cut off for a text, and twenty times as long for a large one.
    const signal = AbortSignal.timeout(timeLimitMs)
    const request = { signal, parseSuccessResponseBody: false, ...(redirect !== undefined && { redirect }) }
    try {
      const { status, headers, data } = await octokit.request(route, { ...parameters, request })
      const text = await new Response(data as ConstructorParameters<typeof Response>[0]).text()
      return judge({ status, headers, data: text }, nowMs)
    } catch (error) {
      return { type: 'failure', failure: failureOfThrown(error, nowMs) }
    }
  }
}

function judge({ status, headers, data: text }: Answered & { readonly data: string }, nowMs: number): Outcome {
  // 302: the address is the answer, asked for as such.
  if (status === 204 || status === 302) return { type: 'success', response: { status, headers, data: undefined } }
  const data = parsed(text)
  if (typeof data !== 'object' || data === null) {
    const isJson = String(headers['content-type']).includes('json')
    const reason = isJson ? 'the answer was cut off' : 'the answer is not JSON, so that was not GitHub’s API'
    return { type: 'failure', failure: { type: 'unreachable', reason } }
  }
  const errors = graphqlErrors(data)
  if (errors.length === 0) return { type: 'success', response: { status, headers, data } }
  const message = errors.map((error) => error.message).join('; ')
  return { type: 'failure', failure: failureOf({ status, headers, message, errors }, nowMs) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Only GraphQL answers a success with a list of `errors`. */
function graphqlErrors(data: object): readonly GraphqlError[] {
  if (!('errors' in data) || !Array.isArray(data.errors)) return []
  return data.errors.map((error: Partial<GraphqlError>) => ({
    message: String(error.message ?? 'an error without a message'),
    ...(typeof error.type === 'string' && { type: error.type }),
  }))
}

function failureOfThrown(error: unknown, nowMs: number): Failure {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof TransportError) return failureOfTransport(cause)
  const response = error instanceof Error && 'response' in error ? (error.response as Answered | undefined) : undefined
  if (response === undefined) throw error
  const { status, headers, data } = response
  return failureOf({ status, headers, message: messageOf(data) }, nowMs)
}

function failureOfTransport({ problem, message }: TransportError): Failure {
  if (problem === 'moved' || problem === 'elsewhere') {
    return { type: 'refused', status: 301, message, errors: [] }
  }
  return { type: 'unreachable', reason: message, ...(problem !== 'cut' && problem !== 'timeout' && { final: true }) }
}

/** GitHub's `message` with the details of each of its `errors`. */
function messageOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return 'no explanation'
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors : []
  return [String(data.message), ...errors.map(detailOf)].join('; ')
}

function detailOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { resource, field, code, message } = error as Readonly<Record<string, unknown>>
  return typeof message === 'string' ? message : [resource, field, code].filter((part) => part !== undefined).join(' ')
}
