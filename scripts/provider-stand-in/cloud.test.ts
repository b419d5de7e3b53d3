import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startCloud } from './cloud.ts'

test('keeps what it is given, chooses the rest, and never gives a password back', async () => {
  await using cloud = await startCloud()
  const send = (method: string, path: string, body?: object) =>
    fetch(`${cloud.url}/${path}`, {
      method,
      headers: { authorization: `Bearer ${cloud.environment.IONOS_TOKEN}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const { id } = (await (await send('POST', 'mariadb', { cores: 4, credentials: { password: 'x' } })).json()) as {
    id: string
  }
  const read = async () => (await send('GET', `mariadb/${id}`)).json()
  expect(await read()).toEqual({ id, cores: 4, credentials: {}, dns_name: 'mariadb-1.example' })
  await send('PUT', `mariadb/${id}`, { cores: 8 })
  cloud.change(`mariadb/${id}`, { instances: 1 })
  expect(await read()).toMatchObject({ cores: 8, instances: 1, dns_name: 'mariadb-1.example' })
  cloud.change(`mariadb/${id}`, null)
  expect((await send('GET', `mariadb/${id}`)).status).toBe(404)
  expect((await fetch(`${cloud.url}/mariadb`)).status).toBe(401)

  cloud.setFault({ kind: 'fail', atRequest: 2, status: 503 })
  const statuses = [await send('GET', 'lans'), await send('GET', 'lans'), await send('GET', 'lans')]
  expect(statuses.map(({ status }) => status)).toEqual([200, 503, 200])

  cloud.setFault({ kind: 'slow', ms: 300 })
  const slow = send('GET', 'lans')
  expect(await Promise.race([slow, wait(100, 'not yet')])).toBe('not yet')
  expect((await slow).status).toBe(200)
})
