// The host that downloads come from: what it may do wrong, and that neither token nor address get about.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { UserError } from '../toolkit/user-error.ts'
import { fetchDownload } from './download.ts'
import { errorOf, testClient } from './testing/test-client.ts'

/** What a client gets from a host that answers so, in turn. */
async function fetched(...answers: readonly RequestListener[]) {
  const seen: string[] = []
  const server = createServer((incoming, response) => {
    seen.push(incoming.headers.authorization ?? 'no token')
    const answer = answers[Math.min(seen.length, answers.length) - 1]
    answer?.(incoming, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve()) && server.closeAllConnections()))
  const { client, lines } = testClient('http://127.0.0.1:1')
  let asked = 0
  const address = async () => {
    asked += 1
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/a?sig=secret${asked}`
  }
  const downloading = fetchDownload(client, { what: 'the artifact x', address, maxBytes: 100 })
  const outcome = await downloading.catch((error: unknown) => error)
  return { outcome, seen, lines, asked }
}

const good: RequestListener = (_, response) => response.writeHead(200, { 'content-type': 'application/zip' }).end('zip')
const status =
  (code: number, headers = {}): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end('no')
const cut: RequestListener = (incoming) => incoming.socket.destroy()
const half: RequestListener = (incoming, response) => {
  response.writeHead(200, { 'content-length': '50' })
  response.write('half', () => incoming.socket.destroySoon())
}

test.each<[string, RequestListener]>([
  ['a cut connection', cut],
  ['half an answer', half],
  ['an error of the host’s own', status(503)],
  ['an address that is no longer good', status(403)],
])('after %s it asks for another address', async (_, first) => {
  const { outcome, seen, asked, lines } = await fetched(first, good)
  expect(outcome).toMatchObject({ content: new Uint8Array(Buffer.from('zip')) })
  expect([seen, asked]).toEqual([['no token', 'no token'], 2])
  expect(lines.join()).not.toContain('secret')
})

test.each<[string, RequestListener, number, RegExp]>([
  ['does not answer', cut, 4, /could not download the artifact x from 127\.0\.0\.1:\d+:/],
  ['has not got it', status(404), 1, /it answers 404/],
  ['leads on', status(302, { location: 'https://elsewhere.example' }), 1, /it answers 302/],
  ['sends more than is taken', (_, response) => response.writeHead(200).end('x'.repeat(101)), 1, /more than/],
])('says when the host %s', async (_, answer, times, words) => {
  const { outcome, asked } = await fetched(answer)
  expect(outcome).toBeInstanceOf(UserError)
  expect(String(outcome)).toMatch(words)
  expect(String(outcome)).not.toContain('secret')
  expect(asked).toBe(times)
})

test.each(['http://elsewhere.example/a?sig=secret', 'ftp://127.0.0.1/a?sig=secret', 'secret'])(
  'an address that is not safe is not asked: %s',
  async (address) => {
    const { client } = testClient('http://127.0.0.1:1')
    const error = await errorOf(fetchDownload(client, { what: 'x', address: async () => address, maxBytes: 1 }))
    expect(error.message).toContain('not https')
    expect(error.message).not.toContain('secret')
  },
)
