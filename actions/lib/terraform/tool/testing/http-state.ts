// A server that keeps states and their locks, as Terraform's HTTP backend wants it
// (developer.hashicorp.com/terraform/language/backend/http). In memory, on loopback, with faults on demand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type StateFault =
  /** Every answer comes later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The state is kept, and the answer is an error all the same. */
  | { readonly kind: 'error-after-write' }
  /** Nothing is kept. */
  | { readonly kind: 'refuse-writes' }

export type HttpState = {
  readonly address: (name: string) => string
  /** A `terraform` block with this backend. */
  readonly configuration: (name: string) => string
  readonly state: (name: string) => { readonly serial: number; readonly lineage: string } | undefined
  /** The state's text. */
  readonly text: (name: string) => string | undefined
  /** What the holder of the lock said of itself. */
  readonly lock: (name: string) => Readonly<Record<string, string>> | undefined
  readonly requests: readonly { readonly method: string; readonly name: string }[]
  /** Undefined: no fault. */
  readonly setFault: (fault: StateFault | undefined) => void
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Starts the server on a free port. */
export async function httpState(): Promise<HttpState> {
  const states = new Map<string, string>()
  const locks = new Map<string, string>()
  const requests: { method: string; name: string }[] = []
  let fault: StateFault | undefined

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const name = url.pathname.slice(1)
    requests.push({ method: request.method ?? '', name })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    if (fault?.kind === 'slow') await wait(fault.ms)
    const say = (status: number, text = '') =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    const held = locks.get(name)
    switch (request.method) {
      case 'LOCK':
        if (held !== undefined) return say(423, held)
        locks.set(name, body)
        return say(200)
      case 'UNLOCK':
        if (held === undefined || idOf(body) !== idOf(held)) return say(409, held)
        locks.delete(name)
        return say(200)
      case 'GET': {
        const state = states.get(name)
        return state === undefined ? say(404) : say(200, state)
      }
      case 'POST':
        if (held !== undefined && url.searchParams.get('ID') !== idOf(held)) return say(423, held)
        if (fault?.kind === 'refuse-writes') return say(500)
        states.set(name, body)
        return say(fault?.kind === 'error-after-write' ? 500 : 200)
      case 'DELETE':
        states.delete(name)
        return say(200)
      default:
        return say(405)
    }
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`
  return {
    address,
    configuration: (name) => `terraform {
  backend "http" {
    address        = "${address(name)}"
    lock_address   = "${address(name)}"
    unlock_address = "${address(name)}"
    retry_max      = 0
  }
}
`,
    state: (name) => {
      const text = states.get(name)
      return text === undefined ? undefined : JSON.parse(text)
    },
    text: (name) => states.get(name),
    lock: (name) => {
      const text = locks.get(name)
      return text === undefined ? undefined : JSON.parse(text)
    },
    requests,
    setFault: (next) => {
      fault = next
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const idOf = (text: string): unknown => (text === '' ? undefined : JSON.parse(text).ID)
