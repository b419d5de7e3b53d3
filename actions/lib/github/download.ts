// Fetches a file from the place that GitHub leads to: another host, to which no token goes, and which is no API.
import { createHash } from 'node:crypto'
import { UserError } from '../toolkit/user-error.ts'
import { isLoopback } from './api-address.ts'
import type { GitHubClient } from './client.ts'
import { createFetch, TransportError } from './transport.ts'

export type Download = {
  /** Names it in messages. */
  readonly what: string
  /** Asks for the address anew: one is good for a minute only. */
  readonly address: () => Promise<string>
  readonly maxBytes: number
  /** `sha256:…` of the content; other kinds are an error. */
  readonly digest?: string | undefined
}

export type Downloaded = {
  readonly content: Uint8Array
  /** Of a file that is not packed; undefined for a zip. */
  readonly fileName?: string
}

const timeLimitMs = 5 * 60_000
const attempts = 4

/** Tries again when the connection fails. Throws a UserError, which never holds the address. */
export async function fetchDownload(client: GitHubClient, download: Download): Promise<Downloaded> {
  const { what, maxBytes, digest } = download
  for (let attempt = 1; ; attempt += 1) {
    const url = checked(await download.address(), what)
    const outcome = await once(url, maxBytes)
    if ('content' in outcome) {
      const wrong = digest === undefined ? undefined : digestProblem(outcome.content, digest)
      if (wrong === undefined) return outcome
      throw new UserError(`${what} ${wrong}`, {
        next: 'do not use it; run the job again, and if it stays so, the workflow that made it',
      })
    }
    if (outcome.final || attempt === attempts) {
      throw new UserError(`could not download ${what} from ${url.host}: ${outcome.reason}`, {
        next: 'run the job again; if it stays like this, look at the proxy and firewall of your own runners, which must let that host through',
      })
    }
    client.log.info(`${what}: ${outcome.reason}; asks for it again`)
    await client.clock.sleep(500 * 2 ** attempt)
  }
}

type Failed = { readonly reason: string; readonly final: boolean }

async function once(url: URL, maxBytes: number): Promise<Downloaded | Failed> {
  // The token is the client's own and stays there: this is a plain fetch.
  const fetchThere = createFetch({ addresses: [url.origin], maxBytes })
  try {
    const response = await fetchThere(url, { signal: AbortSignal.timeout(timeLimitMs), redirect: 'manual' })
    const { status, headers } = response
    if (status !== 200)
      return { reason: `it answers ${status}`, final: status < 500 && status !== 403 && status !== 429 }
    const content = new Uint8Array(await response.arrayBuffer())
    const declared = headers.get('content-length')
    if (declared !== null && headers.get('content-encoding') === null && Number(declared) !== content.length)
      return { reason: 'the answer was cut off', final: false }
    // `zip` is what GitHub's storage says, `application/zip` its newer one.
    if (/^(application\/)?(x-)?zip(-compressed)?\s*(;|$)/i.test(headers.get('content-type') ?? '')) return { content }
    return { content, fileName: fileNameOf(headers.get('content-disposition') ?? '') }
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    return { reason: error.message, final: error.problem !== 'cut' && error.problem !== 'timeout' }
  }
}

function checked(address: string, what: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))) return url
  throw new UserError(`could not download ${what}: GitHub leads to an address that is not https`, {
    next: 'check the settings of your GitHub Enterprise Server',
  })
}

function digestProblem(content: Uint8Array, digest: string): string | undefined {
  const [, wanted] = /^sha256:([0-9a-f]{64})$/.exec(digest) ?? []
  if (wanted === undefined) return 'has a digest of a kind that is not known'
  const actual = createHash('sha256').update(content).digest('hex')
  return actual === wanted ? undefined : 'is not what GitHub’s digest of it says'
}

/** The last part of the name, and never a path. https://www.rfc-editor.org/rfc/rfc6266 */
function fileNameOf(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? []
  const [, plain] = /filename="?([^";]+)"?/i.exec(disposition) ?? []
  const name = (encoded === undefined ? plain : decoded(encoded)) ?? 'file'
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return last === '' || last === '.' || last === '..' ? 'file' : last
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
