// The host that GitHub sends downloads to: another one than the API, where an address is all that is needed.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Downloads = {
  /** The address under which a zip can be had, or one file as it is when it has a name. */
  readonly offer: (content: Uint8Array, fileName?: string) => string
  readonly close: () => Promise<void>
}

export async function startDownloads(): Promise<Downloads> {
  const offered = new Map<
    string,
    { readonly content: Uint8Array; readonly headers: Readonly<Record<string, string>> }
  >()
  const server = createServer((incoming, response) => {
    const found = offered.get(incoming.url ?? '')
    // The storage takes a token for its own, and refuses it.
    if (incoming.headers.authorization !== undefined) response.writeHead(403).end('AuthenticationFailed')
    else if (found === undefined) response.writeHead(404).end()
    else response.writeHead(200, found.headers).end(found.content)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    offer: (content, fileName) => {
      const path = `/artifact?sig=${randomUUID()}`
      const name = fileName ?? 'artifact.zip'
      offered.set(path, {
        content,
        headers: {
          'content-type': fileName === undefined ? 'zip' : 'application/octet-stream',
          'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
          'content-length': String(content.length),
        },
      })
      return `${origin}${path}`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
