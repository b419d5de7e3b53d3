// A client for GitHub's API: patient with reads, careful with writes, and clear about what is missing.
import type { PaginatingEndpoints } from '@octokit/plugin-paginate-rest'
import type { Endpoints } from '@octokit/types'
import type { Logger } from '../toolkit/logger.ts'
import { UserError } from '../toolkit/user-error.ts'
import { apiAddress } from './api-address.ts'
import { createExchange } from './exchange.ts'
import { type Asked, explain } from './github-error.ts'
import { listOf, nextPage } from './pages.ts'
import { type Clock, createPatience } from './patience.ts'
import type { Repeat } from './retry.ts'

export type ClientOptions = Partial<Clock> & {
  readonly token: string
  /** `https://api.github.com`, or `https://host/api/v3`. */
  readonly apiUrl: string
  readonly graphqlUrl?: string
  readonly log: Logger
  readonly userAgent?: string
  /** Time (milliseconds since 1970) beyond which nothing is waited for. Each request has at most five minutes anyway. */
  readonly deadline?: number
}

export type Call = Partial<Asked> & {
  /** By default `always` for reads and `limits` for writes. */
  readonly repeat?: Repeat
  /** Gives the redirect itself, with its `location`, for places where the token must not go. */
  readonly redirect?: 'manual'
}

export type GitHubClient = {
  /** A request to the REST API, by GitHub's own name for it. Throws a GitHubError. */
  readonly request: <R extends keyof Endpoints>(
    route: R,
    parameters: Endpoints[R]['parameters'],
    call?: Call,
  ) => Promise<Endpoints[R]['response']>
  /** The data of a query or mutation, in the shape that the text asks for. Throws a GitHubError, also when only a part failed. */
  readonly graphql: <T>(text: string, variables?: Readonly<Record<string, unknown>>, call?: Call) => Promise<T>
  /** The items of a list, page by page, at most `limit` of them; ends after the page that has an item for which `until` holds. */
  readonly paginate: <R extends keyof PaginatingEndpoints>(
    route: R,
    parameters: PaginatingEndpoints[R]['parameters'],
    options?: Call & { readonly limit?: number; readonly until?: (item: Item<R>) => boolean },
  ) => Promise<Item<R>[]>
  /** The same client, which waits for nothing beyond `untilMs`. */
  readonly before: (untilMs: number) => GitHubClient
  /** The same object for a client and all that were made of it by `before`: what is remembered of answers hangs on it. */
  readonly memory: object
  readonly log: Logger
  readonly clock: Clock
}

type Item<R extends keyof PaginatingEndpoints> = PaginatingEndpoints[R]['response']['data'] extends readonly (infer I)[]
  ? I
  : unknown

const maxItems = 10_000

/** Throws a UserError when the address or the token cannot be used; sends nothing yet. */
export function createClient(options: ClientOptions): GitHubClient {
  const address = apiAddress(options.apiUrl, options.graphqlUrl)
  const { token, log, userAgent = 'seaworthy' } = options
  checkToken(token)
  const clock: Clock = {
    now: options.now ?? Date.now,
    sleep: options.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
    random: options.random ?? Math.random,
  }
  const send = createPatience({ send: createExchange({ address, token, userAgent, log }), clock, log, token })
  const memory = {}

  const clientBefore = (untilMs: number): GitHubClient => {
    const rest = (route: string, parameters: object, { repeat, redirect, ...asked }: Call) =>
      send({
        route,
        parameters,
        side: 'rest',
        asked: { purpose: `call ${route}`, ...asked },
        repeat: repeat ?? (route.startsWith('GET ') ? 'always' : 'limits'),
        redirect,
        untilMs,
      })
    return {
      log,
      clock,
      memory,
      before: (earlierMs) => clientBefore(Math.min(untilMs, earlierMs)),
      request: async (route, parameters, call = {}) => (await rest(route, parameters ?? {}, call)) as never,
      graphql: async (text, variables = {}, { repeat, ...asked } = {}) => {
        const { data } = await send({
          route: `POST ${address.graphql}`,
          parameters: { query: text, variables },
          side: 'graphql',
          asked: { purpose: 'ask GraphQL', ...asked },
          repeat: repeat ?? (/^\s*mutation\b/.test(text) ? 'limits' : 'always'),
          untilMs,
        })
        const answer = (data as { readonly data?: unknown }).data
        if (typeof answer === 'object' && answer !== null) return answer as never
        throw explain({ type: 'unreachable', reason: 'the answer has no data' }, { purpose: 'ask GraphQL', ...asked })
      },
      paginate: async (route, parameters, { limit = maxItems, until, ...call } = {}) => {
        const items: unknown[] = []
        let next: string | undefined = route
        let given: object = { per_page: Math.min(100, limit), ...parameters }
        while (next !== undefined && items.length < limit) {
          const { data, headers } = await rest(next, given, { purpose: `call ${route}`, ...call })
          const page = listOf(data)
          items.push(...page)
          if (page.length === 0 || (until !== undefined && page.some((item) => until(item as never)))) break
          next = nextPage(headers.link)
          given = {}
        }
        return items.slice(0, limit) as never
      },
    }
  }
  return clientBefore(options.deadline ?? Number.POSITIVE_INFINITY)
}

function checkToken(token: string): void {
  if (/^[\x21-\x7e]+$/.test(token)) return
  const what = token === '' ? 'is empty' : 'has a space, a line break or another character that no token has'
  throw new UserError(`the token for GitHub ${what}`, {
    next: 'pass it as it is, and check that the secret exists where this runs',
  })
}
