// What the provider stand-in talks to: objects by path, kept as they are sent.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type CloudApi = AsyncDisposable & {
  readonly url: string
  /** Changes an object behind the tool's back; null takes the whole of it away. */
  readonly change: (path: string, fields: Readonly<Record<string, unknown>> | null) => void
}

/** Starts it on loopback. Objects get the ids `id-1`, `id-2` and so on. @param objects that are there from the beginning */
export async function startCloudApi(objects: Readonly<Record<string, object>> = {}): Promise<CloudApi> {
  const stored = new Map<string, object>(Object.entries(objects))
  let created = 0
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const path = request.url?.slice(1) ?? ''
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.method === 'POST') {
      const id = `id-${++created}`
      stored.set(`${path}/${id}`, { ...JSON.parse(text), id })
      return answer(202, { id })
    }
    const object = stored.get(path)
    if (object === undefined) return answer(404, {})
    if (request.method === 'GET') return answer(200, object)
    if (request.method === 'DELETE') stored.delete(path)
    else stored.set(path, { ...object, ...JSON.parse(text) })
    return answer(202, {})
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    change: (path, fields) => {
      if (fields === null) stored.delete(path)
      else stored.set(path, { ...stored.get(path), ...fields })
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
