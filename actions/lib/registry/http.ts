// One HTTP request: limits on time and size, no redirects, and a few more tries for what may pass.
import { type Logger, silentLogger } from '../toolkit/logger.ts'
import { errorMessage, UserError } from '../toolkit/user-error.ts'

export type HttpOptions = {
  readonly log?: Logger
  readonly fetch?: typeof fetch
  readonly timeouts?: {
    /** For one request with its body. 20 seconds unless told otherwise. */
    readonly requestMs?: number
    /** Longest wait that a registry may ask for between two tries. 15 seconds unless told otherwise. */
    readonly longestWaitMs?: number
  }
  /** How to wait, for tests. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** A longer body of a successful answer is an error; of a failure only the beginning is read. */
  readonly maxBytes: number
}

export type HttpReply = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer }

const tries = 3
const firstDelayMs = 500
const maxFailureBytes = 64 * 1024
const passing = [408, 429, 500, 502, 503, 504]

/** Returns the answer whatever its status, or throws a UserError when there is none, or none in time, or too much of it. */
export async function send(request: HttpRequest, options: HttpOptions = {}): Promise<HttpReply> {
  const { log = silentLogger, wait = sleep, timeouts = {} } = options
  const longestWaitMs = timeouts.longestWaitMs ?? 15_000
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once(request, options)
    const mayPass = outcome instanceof Unreachable ? outcome.mayPass : passing.includes(outcome.status)
    if (!mayPass) return reply(outcome)
    const asked = outcome instanceof Unreachable ? undefined : askedWait(outcome.headers)
    const delay = asked ?? firstDelayMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2)
    if (attempt === tries || delay > longestWaitMs) return reply(outcome)
    const what = outcome instanceof Unreachable ? outcome.message : `status ${outcome.status}`
    log.debug(`${request.url.host}: ${what}; next try in ${(delay / 1000).toFixed(1)} s`)
    await wait(delay)
  }
}

class Unreachable extends UserError {
  readonly mayPass: boolean
  constructor(what: string, details: { readonly where: string; readonly next: string; readonly mayPass: boolean }) {
    super(what, details)
    this.mayPass = details.mayPass
  }
}

function reply(outcome: HttpReply | Unreachable): HttpReply {
  if (outcome instanceof Unreachable) throw new UserError(outcome.what, withoutUndefined(outcome))
  return outcome
}

const withoutUndefined = ({ where = '', next = '' }: UserError) => ({ where, next })

async function once(request: HttpRequest, options: HttpOptions): Promise<HttpReply | Unreachable> {
  const { method, url, headers = {}, body } = request
  const limit = options.timeouts?.requestMs ?? 20_000
  const where = `${method} ${url.origin}${url.pathname}`
  try {
    const response = await (options.fetch ?? fetch)(url, {
      method,
      headers: { 'user-agent': 'seaworthy', ...headers },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(limit),
    })
    return { status: response.status, headers: response.headers, bytes: await read(response, request.maxBytes, where) }
  } catch (error) {
    if (error instanceof UserError) throw error
    if (error instanceof Error && error.name === 'TimeoutError')
      return new Unreachable(`${url.host} did not answer within ${limit / 1000} s.`, {
        where,
        next: 'try again later, or find out what stands between this runner and the registry',
        mayPass: true,
      })
    const reason = causeOf(error)
    return new Unreachable(`${url.host} cannot be reached: ${reason}`, {
      where,
      next: 'check the name of the registry, and that this runner may reach it',
      mayPass: !/CERT|SSL|TLS|ENOTFOUND/i.test(reason),
    })
  }
}

async function read(response: Response, maxBytes: number, where: string): Promise<Buffer> {
  if (response.body === null) return Buffer.alloc(0)
  const limit = response.ok ? maxBytes : maxFailureBytes
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body) {
    size += chunk.length
    if (size > limit) {
      // Leaving the loop ends the transfer.
      if (!response.ok) break
      throw new UserError(`The registry’s answer is longer than ${limit} bytes, which is the most that is read.`, {
        where,
        next: 'check that the image’s name is right; what is meant is far smaller',
      })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Milliseconds that a `Retry-After` header asks for. Source: RFC 9110, section 10.2.3. */
export function askedWait(headers: Headers, now = Date.now()): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const date = /GMT$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0)
}

/** Node's fetch says "fetch failed" and keeps the reason in a chain of causes. */
function causeOf(error: unknown): string {
  let last = error
  while (last instanceof Error && last.cause instanceof Error) last = last.cause
  if (last instanceof AggregateError && last.errors.length > 0) last = last.errors[0]
  const code = last instanceof Error && 'code' in last ? String(last.code) : ''
  const message = errorMessage(last)
  return code === '' || message.includes(code) ? message : `${message} (${code})`
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
