// One HTTP exchange with GitHub: only to GitHub, within a time and a size, and never half an answer taken for a whole one.
import { fetchFor } from './proxy.ts'

export type TransportProblem =
  /** The connection failed, was cut, or took too long: of a write nobody knows whether it happened. */
  | 'cut'
  | 'timeout'
  /** The machine does not trust the server's certificate: waiting does not help. */
  | 'certificate'
  | 'too-large'
  /** A redirect or a link to somewhere else, where the token must not go. */
  | 'elsewhere'
  | 'moved'

export class TransportError extends Error {
  readonly problem: TransportProblem
  constructor(problem: TransportProblem, message: string, cause?: unknown) {
    super(message, { cause })
    this.problem = problem
  }
}

export type TransportOptions = {
  /** Addresses whose hosts may be talked to. */
  readonly addresses: readonly string[]
  readonly maxBytes: number
}

type Fetch = typeof globalThis.fetch

/**
 * A `fetch` for Octokit whose signal ends the whole exchange, and that resolves only when the whole body is there. With
 * `redirect: 'manual'` a redirect is the answer. Throws TransportErrors.
 */
export function createFetch({ addresses, maxBytes }: TransportOptions): Fetch {
  const origins = new Set(addresses.map((address) => new URL(address).origin))
  return async (input, init = {}) => {
    let url = new URL(input instanceof Request ? input.url : String(input))
    try {
      for (let redirects = 0; ; redirects += 1) {
        if (!origins.has(url.origin)) {
          throw new TransportError('elsewhere', `the answer leads to ${url.origin}, which is not GitHub’s API`)
        }
        const fetchThere = await fetchFor(url)
        const response = await fetchThere(url, { ...init, redirect: 'manual' })
        const location = response.headers.get('location')
        const leadsOn = response.status >= 300 && response.status < 400 && response.status !== 304 && location !== null
        if (!leadsOn || init.redirect === 'manual') {
          return await whole(response, maxBytes)
        }
        await response.body?.cancel()
        // A write that is repeated at another address might be done twice, and by fetch's rules it would become a read.
        if ((init.method ?? 'GET') !== 'GET' || redirects === 3) {
          throw new TransportError('moved', 'GitHub answers that this has moved')
        }
        url = new URL(location, url)
      }
    } catch (error) {
      if (error instanceof TransportError) throw error
      if (init.signal?.aborted) throw new TransportError('timeout', 'no answer in time', error)
      const reason = networkReason(error)
      throw new TransportError(/CERT|TLS|UNABLE_TO/.test(reason) ? 'certificate' : 'cut', reason, error)
    }
  }
}

/** Reads the body to its end: Octokit itself would return what came before the cut. */
async function whole(response: Response, maxBytes: number): Promise<Response> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) {
      throw new TransportError('too-large', `the answer has more than ${Math.round(maxBytes / 1024 / 1024)} MiB`)
    }
    chunks.push(chunk)
  }
  const { status, headers } = response
  const hasNoBody = status === 204 || status === 205 || status === 304
  return new Response(hasNoBody ? null : Buffer.concat(chunks, size), { status, headers })
}

/** Node's own code for what went wrong (`ECONNRESET`, `ENOTFOUND`), which fetch hides two causes deep. */
function networkReason(error: unknown): string {
  let reason = 'the connection failed'
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    reason = 'code' in one && typeof one.code === 'string' ? one.code : one.message
  }
  return reason
}
