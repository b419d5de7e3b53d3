// HTTP: a request is read, logged, struck by faults, answered, and its answer held to what GitHub promises.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Emulator } from './emulator.ts'
import { RestError } from './errors.ts'
import type { FaultRegister } from './faults.ts'
import { answerGraphQL, parseGraphQL } from './graphql/answer.ts'
import { matchOperation } from './openapi.ts'
import { limitHeaders } from './rate-limit.ts'
import { answerRest, type Received, refusal, type Sent } from './rest/answer.ts'
import { strike } from './strike.ts'
import type { LoggedRequest } from './types.ts'
import { type Viewer, viewerOf } from './viewer.ts'

type Entry = { -readonly [Key in keyof LoggedRequest]: LoggedRequest[Key] }

/** GitHub takes requests up to some tens of megabytes. */
const maxBodyBytes = 64 * 1024 * 1024

export function createApiServer(emulator: Emulator, faults: FaultRegister, log: LoggedRequest[]): Server {
  return createServer((incoming, response) => {
    handle(emulator, faults, log, incoming, response).catch((error: unknown) => {
      // A client that went away while it was still sending, or an emulator that was stopped: neither is a mistake.
      if (incoming.complete && !emulator.ended.aborted)
        emulator.problems.push(`${incoming.method} ${incoming.url}: ${detail(error)}`)
      incoming.socket.destroy()
    })
  })
}

const detail = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/** GitHub turns away who does not say what it is. */
const noUserAgent: Sent = {
  status: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  content: Buffer.from(
    'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
  ),
}

async function handle(
  emulator: Emulator,
  faults: FaultRegister,
  log: LoggedRequest[],
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await bodyOf(incoming)
  const body = parsed(text)
  const method = incoming.method ?? 'GET'
  const path = incoming.url ?? '/'
  const url = new URL(path, emulator.url)
  const isGraphQL = url.pathname === '/graphql' && method === 'POST'
  const graphql = isGraphQL ? parseGraphQL(body) : undefined
  const match = isGraphQL ? undefined : matchOperation(method, url.pathname)
  const routes = graphql?.rootFields ?? (match === undefined ? [] : [match.id])
  const entry: Entry = { method, route: routes.join(','), path, status: undefined, login: undefined, body }
  log.push(entry)
  const viewer = viewerOr401(incoming.headers.authorization, emulator)
  entry.login = viewer instanceof RestError ? undefined : viewer.login
  const due = faults.due({ routes, method, path })
  const struck = await strike(due, { emulator, match, graphql: isGraphQL, body, routes })
  if (struck.cut === 'before') return void incoming.socket.resetAndDestroy()
  const work = async (): Promise<Sent> => {
    if (incoming.headers['user-agent'] === undefined) return noUserAgent
    if (viewer instanceof RestError) return refusal(viewer, match?.operation.docs ?? 'https://docs.github.com/rest')
    const received: Received = { emulator, viewer, method, url, accept: incoming.headers.accept ?? '', text, body }
    if (graphql !== undefined) return answerGraphQL(received, graphql)
    if (match !== undefined) return answerRest(received, match)
    emulator.problems.push(`${method} ${path}: no operation that the emulator serves`)
    return refusal(new RestError(404, 'Not Found'), 'https://docs.github.com/rest')
  }
  const sent = struck.instead ?? struck.afterwards(await work())
  if (struck.cut === 'after') return void incoming.socket.resetAndDestroy()
  entry.status = sent.status
  const headers = {
    date: new Date().toUTCString(),
    server: 'github.com',
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `E:${emulator.nextId()}`,
    ...limitHeaders(isGraphQL ? 'graphql' : 'core', log.length),
    ...sent.headers,
    'content-length': String(sent.content.length),
  }
  response.writeHead(sent.status, headers)
  if (struck.cut !== 'within') return void response.end(method === 'HEAD' ? undefined : sent.content)
  response.write(sent.content.subarray(0, Math.floor(sent.content.length / 2)), () => incoming.socket.destroySoon())
}

function viewerOr401(header: string | undefined, { tokens }: Emulator): Viewer | RestError {
  try {
    return viewerOf(header, tokens)
  } catch (error) {
    if (error instanceof RestError) return error
    throw error
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming) {
    const bytes: Buffer = chunk
    size += bytes.length
    if (size > maxBodyBytes) throw new Error(`a body of more than ${maxBodyBytes} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
