// The host that GitHub sends downloads to: another one than the API, where an address is all that is needed.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Downloads = {
  /** The address under which a zip can be had. */
  readonly offer: (content: Uint8Array) => string
  readonly close: () => Promise<void>
}

export async function startDownloads(): Promise<Downloads> {
  const offered = new Map<string, Uint8Array>()
  const server = createServer((incoming, response) => {
    const content = offered.get(incoming.url ?? '')
    // The storage takes a token for its own, and refuses it.
    if (incoming.headers.authorization !== undefined) response.writeHead(403).end('AuthenticationFailed')
    else if (content === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'zip', 'content-length': String(content.length) }).end(content)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    offer: (content) => {
      const path = `/artifact.zip?sig=${randomUUID()}`
      offered.set(path, content)
      return `${origin}${path}`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
