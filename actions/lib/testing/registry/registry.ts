// An OCI registry on loopback for tests: real HTTP, images from a few words, every request kept, faults on demand.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AccessOptions, createAccess } from './access.ts'
import { type Answer, createAnswers, repositoryOf } from './answer.ts'
import { type Attachment, attach, type ImageToPush, type Pushed, pushImage } from './push.ts'
import { createStore, type Store } from './store.ts'

export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** What is answered in place of the registry's own answer. `hang` never answers, `drop` closes the connection. */
export type Fault = Answer | 'hang' | 'drop' | ((response: ServerResponse) => void)

export type RegistryOptions = AccessOptions & {
  readonly referrersApi?: boolean
  readonly digestHeader?: boolean
  /** Asked before anything else, with all requests before this one; undefined lets the registry answer. */
  readonly fault?: (request: SeenRequest, before: readonly SeenRequest[]) => Fault | undefined
}

export type TestRegistry = {
  /** `127.0.0.1:<port>`, as it stands in an image's name. */
  readonly host: string
  readonly store: Store
  readonly requests: readonly SeenRequest[]
  readonly pushImage: (image: ImageToPush) => Pushed
  readonly attach: (attachment: Attachment) => string
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Starts a registry at a free port. */
export async function startRegistry(options: RegistryOptions = {}): Promise<TestRegistry> {
  const store = createStore()
  const requests: SeenRequest[] = []
  const { referrersApi = true, digestHeader = true } = options
  const answers = createAnswers(store, { referrersApi, digestHeader })
  let host = ''
  const access = createAccess(options, () => `http://${host}`)

  const answer = (request: IncomingMessage, body: Buffer, url: URL): Answer => {
    const { method = 'GET' } = request
    const asked = { method, url, authorization: request.headers.authorization, body: body.toString('latin1') }
    if (url.pathname === '/token') {
      const token = access.token(asked)
      if (token === undefined) return { status: 401, body: '{"details":"incorrect username or password"}' }
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(token) }
    }
    const challenge = access.refuse(asked, repositoryOf(url.pathname))
    if (challenge !== undefined) {
      const headers = { 'www-authenticate': challenge, 'content-type': 'application/json' }
      const errors = [{ code: 'UNAUTHORIZED', message: 'authentication required' }]
      return { status: 401, headers, body: JSON.stringify({ errors }) }
    }
    return answers({ method, url, contentType: request.headers['content-type'] ?? '', body })
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', `http://${host}`)
    const headers = request.headers as SeenRequest['headers']
    const seen = { method: request.method ?? 'GET', path: url.pathname, query: url.search.slice(1), headers }
    const fault = options.fault?.(seen, [...requests])
    requests.push(seen)
    if (fault === 'hang') return
    if (fault === 'drop') return void response.destroy()
    if (typeof fault === 'function') return fault(response)
    const { status, headers: own = {}, body = '' } = fault ?? answer(request, Buffer.concat(chunks), url)
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...own })
    response.end(request.method === 'HEAD' ? undefined : body)
  })
  host = `127.0.0.1:${await listen(server)}`

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {
    host,
    store,
    requests,
    pushImage: (image) => pushImage(store, image),
    attach: (attachment) => attach(store, attachment),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
