// A request of the REST API from its address to the answer that is sent, held to GitHub's description on both ways.
import type { Emulator } from '../emulator.ts'
import { RestError } from '../errors.ts'
import { answerProblems, bodyProblems, type Match, readQuery, unknownFields } from '../openapi.ts'
import type { Viewer } from '../viewer.ts'
import type { Answer, Handler } from './handler.ts'
import { values } from './handler.ts'
import { handlers } from './handlers.ts'

export type Sent = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly content: Uint8Array
}

export type Received = {
  readonly emulator: Emulator
  readonly viewer: Viewer
  readonly method: string
  readonly url: URL
  readonly accept: string
  /** The body's text; empty when there was none. */
  readonly text: string
  /** Undefined when it is empty or not JSON. */
  readonly body: unknown
}

export const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  content: Buffer.from(JSON.stringify(body)),
})

/** The body of a refusal. */
export function refusal(error: RestError, docs: string): Sent {
  const { status, message, errors, headers } = error
  const listed = errors === undefined ? {} : { errors }
  return json(status, { message, ...listed, documentation_url: docs, status: String(status) }, headers)
}

/** Answers a request whose operation is known. What the emulator did wrong is put on the list of problems, and answered with 500. */
export async function answerRest(received: Received, match: Match): Promise<Sent> {
  const { emulator, method, url } = received
  const { id, operation } = match
  const named = `${method} ${url.pathname}${url.search} (${id})`
  const handler = handlers[id]
  let answer: Answer
  try {
    answer = await worked(received, match, handler, named)
  } catch (error) {
    if (!(error instanceof RestError)) {
      emulator.problems.push(`${named}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return refusal(new RestError(500, 'Server Error'), operation.docs)
    }
    const sent = refusal(error, operation.docs)
    check(emulator, named, match, error.status, JSON.parse(Buffer.from(sent.content).toString()))
    return { ...sent, headers: { ...sent.headers, 'x-accepted-github-permissions': accepted(handler.needs) } }
  }
  const { status, body, raw, headers = {} } = answer
  if (raw !== undefined) return { status, headers: { 'content-type': raw.type, ...headers }, content: raw.content }
  // What is sent is what is checked: dates have become text, and undefined is gone.
  const sent = body === undefined ? { status, headers, content: Buffer.alloc(0) } : json(status, body, headers)
  check(emulator, named, match, status, body === undefined ? undefined : JSON.parse(sent.content.toString()))
  return { ...sent, headers: { ...sent.headers, 'x-accepted-github-permissions': accepted(handler.needs) } }
}

/** As GitHub writes it: `contents=write; pull_requests=write`. */
const accepted = (needs: string) => needs.replaceAll(':', '=').replaceAll('|', '; ')

async function worked(received: Received, { id, path }: Match, handler: Handler, named: string): Promise<Answer> {
  const { emulator, viewer, url, text, body, accept } = received
  const query = readQuery(id, url.searchParams)
  for (const name of [...query.unknown, ...unknownFields(id, body)])
    emulator.problems.push(`${named}: GitHub knows no parameter ${name} here`)
  if (text !== '' && body === undefined) throw new RestError(400, 'Problems parsing JSON')
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body)))
    throw new RestError(400, 'Body should be a JSON object')
  const problems = [...query.problems, ...bodyProblems(id, body)]
  // GitHub looks at a body only when the rest is in order: an unknown repository is 404, whatever was sent.
  const request = { emulator, viewer, id, path, query: query.values, body: values(body), accept, url }
  if (problems.length === 0) return handler.answer(request)
  handler.permit(request)
  throw new RestError(422, `Invalid request.\n\n${problems.join('\n')}`)
}

function check(emulator: Emulator, named: string, { id }: Match, status: number, body: unknown): void {
  for (const problem of answerProblems(id, status, 'application/json', body))
    emulator.problems.push(`${named}: the emulator's answer ${status} is not what GitHub describes: ${problem}`)
}
