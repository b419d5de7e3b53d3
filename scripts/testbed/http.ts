// HTTP with a bearer token and a certificate of our own, which `fetch` cannot be given; and with the reason when the testbed has died.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { failureOf } from './processes.ts'

export type Answer = {
  readonly status: number
  /** Values of the header `Warning`. */
  readonly warnings: readonly string[]
  readonly text: string
}

export type Endpoint = {
  readonly url: string
  readonly token?: string
  /** PEM of the certificate authority. */
  readonly ca?: string
  /** Scratch folder of the testbed: where the cause is told when nobody answers. */
  readonly folder: string
}

export type Call = {
  readonly method?: string
  readonly body?: unknown
  readonly type?: string
  readonly timeoutMs?: number
}

export type Client = (path: string, call?: Call) => Promise<Answer>

/** A client of one server that keeps its connections. Rejects when there is no answer; any status is an answer. */
export function createClient({ url, token, ca, folder }: Endpoint): Client {
  const secure = url.startsWith('https:')
  const agent = secure ? new HttpsAgent({ keepAlive: true, maxSockets: 16, ca }) : new HttpAgent({ keepAlive: true })
  return (path, { method = 'GET', body, type = 'application/json', timeoutMs = 30_000 } = {}) =>
    new Promise((done, fail) => {
      const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
      const headers = {
        accept: 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(text === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
      }
      const options = { method, headers, agent, timeout: timeoutMs }
      const sent = (secure ? httpsRequest : httpRequest)(`${url}${path}`, options, (message) => {
        collect(message).then(done, fail)
      })
      sent.once('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)))
      sent.once('error', (cause) => {
        fail(new Error(failureOf(folder) ?? `${method} ${url}${path}: ${cause.message}`, { cause }))
      })
      sent.end(text)
    })
}

async function collect(message: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  const { warning } = message.headers
  return {
    status: message.statusCode ?? 0,
    // Node joins repeated headers by a comma; each warning is `299 - "text"`.
    warnings: [...(warning ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
      text.replace(/\\(.)/g, '$1'),
    ),
    text: Buffer.concat(chunks).toString('utf8'),
  }
}
