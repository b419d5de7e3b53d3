// What can go wrong between a client and GitHub, on request: which requests it befalls, how often and how.
import type { Files } from '../temporary-repository.ts'

export type FaultEffect =
  /**
   * Somebody else's commit lands just before the request is worked on: on its branch, or on the one that is named. `late`: between
   * the look at the branch and its move, where GitHub has other words for a lost race.
   */
  | { readonly type: 'stale-head'; readonly branch?: string; readonly files?: Files; readonly late?: boolean }
  /** Answered at once, no work done. */
  | {
      readonly type: 'status'
      readonly status: number
      readonly message?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The work is done, then the answer is lost: replaced by a status (502), or the connection is cut. */
  | { readonly type: 'lost-answer'; readonly status?: number; readonly drop?: boolean }
  /** Too much in too short a time. `Retry-After` only when seconds are given. */
  | { readonly type: 'secondary-limit'; readonly retryAfterSeconds?: number; readonly status?: 403 | 429 }
  /** The hour's budget is used up until `x-ratelimit-reset`. */
  | { readonly type: 'primary-limit'; readonly resetSeconds: number; readonly status?: 403 | 429 }
  | { readonly type: 'slow'; readonly ms: number }
  /** The work is done; the body ends in the middle of what `Content-Length` promises. */
  | { readonly type: 'truncated' }
  /** The connection is reset before any work. */
  | { readonly type: 'reset' }
  /** An error of GraphQL with status 200, no work done. */
  | { readonly type: 'graphql-error'; readonly message: string; readonly errorType?: string }

export type Fault = {
  /** All that are given must match. `route`: an operation's id, or a root field of GraphQL. `path`: with the query string. */
  readonly on: { readonly route?: string; readonly method?: string; readonly path?: RegExp }
  /** How often it happens: once unless said, `Infinity` for ever. */
  readonly times?: number
  /** Only every n-th request that matches. */
  readonly every?: number
  readonly effect: FaultEffect
}

export type Faults = {
  readonly add: (fault: Fault) => void
  readonly clear: () => void
}

export type FaultRegister = Faults & {
  /** The effects that befall a request, in the order in which they were added. Counts the request. */
  readonly due: (request: {
    readonly routes: readonly string[]
    readonly method: string
    readonly path: string
  }) => readonly FaultEffect[]
}

export function faultRegister(): FaultRegister {
  const faults: { readonly fault: Fault; matched: number; left: number }[] = []
  return {
    add: (fault) => {
      faults.push({ fault, matched: 0, left: fault.times ?? 1 })
    },
    clear: () => {
      faults.length = 0
    },
    due: ({ routes, method, path }) =>
      faults.flatMap((entry) => {
        const { on, every = 1, effect } = entry.fault
        const matches =
          (on.route === undefined || routes.includes(on.route)) &&
          (on.method === undefined || on.method === method) &&
          (on.path === undefined || new RegExp(on.path.source, on.path.flags.replace(/[gy]/g, '')).test(path))
        if (!matches) return []
        entry.matched += 1
        if (entry.left <= 0 || entry.matched % every !== 0) return []
        entry.left -= 1
        return [effect]
      }),
  }
}
