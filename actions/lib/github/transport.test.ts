import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { errorOf, testClient } from './testing/test-client.ts'
import { createFetch, TransportError } from './transport.ts'

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const fetchFrom = (url: string, maxBytes = 1000) => createFetch({ addresses: [url], maxBytes })

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await errorOf(work)
  expect(error).toBeInstanceOf(TransportError)
  return (error as TransportError).problem
}

describe('an answer', () => {
  it('comes whole, with its status and headers', async () => {
    await using server = await serve((_request, response) => response.writeHead(201, { 'x-a': 'b' }).end('body'))
    const response = await fetchFrom(server.url)(server.url)
    expect([response.status, response.headers.get('x-a'), await response.text()]).toEqual([201, 'b', 'body'])
  })

  it('without a body stays one', async () => {
    await using server = await serve((_request, response) => response.writeHead(204).end())
    expect((await fetchFrom(server.url)(server.url)).status).toBe(204)
  })

  it('that is too large is not read to its end', async () => {
    await using server = await serve((_request, response) => response.end('x'.repeat(1001)))
    expect(await problemOf(fetchFrom(server.url)(server.url))).toBe('too-large')
  })

  it('that is cut off is none', async () => {
    await using server = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('half', () => response.destroy())
    })
    expect(await problemOf(fetchFrom(server.url)(server.url))).toBe('cut')
  })

  it('that does not come ends with the signal', async () => {
    const ending = new AbortController()
    await using server = await serve(() => ending.abort())
    expect(await problemOf(fetchFrom(server.url)(server.url, { signal: ending.signal }))).toBe('timeout')
  })

  it('is not awaited from where nobody listens', async () => {
    const { url } = await serve(() => {}).then(async (server) => {
      await server[Symbol.asyncDispose]()
      return server
    })
    const error = await errorOf(fetchFrom(url)(url))
    expect(error.message).toBe('ECONNREFUSED')
  })
})

describe('the token stays with GitHub', () => {
  it('another host is never asked', async () => {
    await using server = await serve((_request, response) => response.end('{}'))
    expect(await problemOf(fetchFrom('https://api.github.com')(server.url))).toBe('elsewhere')
  })

  it('a redirect to another host is not followed', async () => {
    const asked: (string | undefined)[] = []
    await using other = await serve((request, response) => {
      asked.push(request.headers.authorization)
      response.end('{}')
    })
    await using server = await serve((_request, response) => response.writeHead(302, { location: other.url }).end())
    expect(await problemOf(fetchFrom(server.url)(server.url, { headers: { authorization: 'secret' } }))).toBe(
      'elsewhere',
    )
    expect(asked).toEqual([])
  })

  it('a next page elsewhere neither', async () => {
    const asked: string[] = []
    await using other = await serve((request, response) => {
      asked.push(String(request.url))
      response.end('[]')
    })
    await using server = await serve((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json', link: `<${other.url}/page2>; rel="next"` })
        .end('[{}]')
    })
    const { client } = testClient(server.url)
    const error = await errorOf(client.paginate('GET /repos/{owner}/{repo}/commits', { owner: 'a', repo: 'b' }))
    expect(error.message).toContain('which is not GitHub’s API')
    expect(asked).toEqual([])
  })

  it('a redirect within it is followed for a read, as for a renamed repository', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/new') response.end('there')
      else response.writeHead(301, { location: '/new' }).end()
    })
    expect(await (await fetchFrom(server.url)(`${server.url}/old`)).text()).toBe('there')
    expect(await problemOf(fetchFrom(server.url)(`${server.url}/old`, { method: 'POST', body: 'x' }))).toBe('moved')
  })

  it('round in circles it ends', async () => {
    await using server = await serve((_request, response) => response.writeHead(301, { location: '/again' }).end())
    expect(await problemOf(fetchFrom(server.url)(server.url))).toBe('moved')
  })
})

describe('behind something that is not GitHub', () => {
  it.each([
    ['text/html', '<html>sign in</html>', 'not JSON'],
    ['application/json', '{"object": {"sha": ', 'cut off'],
    ['application/json', '', 'cut off'],
  ])('%s %j is no success', async (type, body, expected) => {
    let requests = 0
    await using server = await serve((_request, response) => {
      requests += 1
      response.writeHead(200, { 'content-type': type }).end(body)
    })
    const { client } = testClient(server.url)
    const error = await errorOf(client.request('GET /repos/{owner}/{repo}', { owner: 'a', repo: 'b' }))
    expect(error.message).toContain(expected)
    expect(requests).toBe(6)
  })
})

it.each(['{"data": null}', '{}', '[]'])('an answer of GraphQL without data is no answer: %s', async (body) => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  })
  const { client } = testClient(server.url)
  expect(await errorOf(client.graphql('query { viewer { login } }'))).toMatchObject({
    failure: { type: 'unreachable' },
  })
})

describe('behind a proxy', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('GitHub is asked through it, this machine is not', async () => {
    const asked: string[] = []
    const proxy = createTcpServer((socket: Socket) => {
      socket.once('data', (data) => {
        asked.push(data.toString().split('\r\n', 1)[0] ?? '')
        socket.end('HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n')
      })
      socket.on('error', () => {})
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    vi.stubEnv('https_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
    vi.stubEnv('no_proxy', '')
    await errorOf(fetchFrom('https://api.github.invalid')('https://api.github.invalid/x'))
    expect(asked).toEqual(['CONNECT api.github.invalid:443 HTTP/1.1'])
    await using server = await serve((_request, response) => response.end('direct'))
    expect(await (await fetchFrom(server.url)(server.url)).text()).toBe('direct')
    expect(asked).toHaveLength(1)
    proxy.close()
  })
})
