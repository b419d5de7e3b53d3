import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { startRegistry } from './registry.ts'

const bytes = Buffer.from('some layer')
const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`

// The ways to upload are those of the OCI distribution spec 1.1, "Pushing blobs".
test('blobs arrive whole, in parts, and from another repository', async () => {
  await using registry = await startRegistry()
  const at = (path: string) => `http://${registry.host}${path}`
  const ask = async (method: string, path: string, body?: Buffer) => {
    const reply = await fetch(at(path), { method, ...(body !== undefined && { body }) })
    return { status: reply.status, location: reply.headers.get('location') ?? '' }
  }
  expect(await ask('POST', `/v2/a/one/blobs/uploads/?digest=${digest}`, bytes)).toMatchObject({ status: 201 })

  const started = await ask('POST', '/v2/a/two/blobs/uploads/')
  expect(started.status).toBe(202)
  const first = await ask('PATCH', started.location, bytes.subarray(0, 4))
  expect(await ask('PATCH', first.location, bytes.subarray(4))).toMatchObject({ status: 202 })
  expect(await ask('PUT', `${first.location}?digest=${digest}`)).toMatchObject({ status: 201 })

  expect(await ask('POST', `/v2/a/three/blobs/uploads/?mount=${digest}&from=a/one`)).toMatchObject({ status: 201 })
  expect(await ask('POST', `/v2/a/four/blobs/uploads/?mount=${digest}&from=nowhere`)).toMatchObject({ status: 202 })
  for (const name of ['one', 'two', 'three']) {
    const reply = await fetch(at(`/v2/a/${name}/blobs/${digest}`))
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes)
  }
  expect(await ask('GET', `/v2/a/four/blobs/${digest}`)).toMatchObject({ status: 404 })

  const other = await ask('POST', '/v2/a/five/blobs/uploads/')
  expect(await ask('PUT', `${other.location}?digest=${digest}`, Buffer.from('other'))).toMatchObject({ status: 400 })
})

test('a manifest is known by its tag, its digest and its subject', async () => {
  await using registry = await startRegistry()
  const { digest: image } = registry.pushImage({ repository: 'a', tag: '1' })
  const type = 'application/vnd.oci.image.manifest.v1+json'
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: type,
    artifactType: 'x/y',
    layers: [],
    subject: { digest: image },
  })
  const put = await fetch(`http://${registry.host}/v2/a/manifests/note`, {
    method: 'PUT',
    headers: { 'content-type': type },
    body,
  })
  expect([put.status, put.headers.get('oci-subject')]).toEqual([201, image])
  const listed = await fetch(`http://${registry.host}/v2/a/referrers/${image}?artifactType=x/y`)
  expect(await listed.json()).toMatchObject({ manifests: [{ digest: put.headers.get('docker-content-digest') }] })
  const tags = await fetch(`http://${registry.host}/v2/a/tags/list`)
  expect(await tags.json()).toEqual({ name: 'a', tags: ['1', 'note'] })
})

test('a token to read does not let anybody write', async () => {
  await using registry = await startRegistry({ auth: 'token', anonymous: true })
  const ask = (scope: string) => fetch(`http://${registry.host}/token?service=test+registry&scope=${scope}`)
  const { token } = (await (await ask('repository:a:pull')).json()) as { token: string }
  const headers = { authorization: `Bearer ${token}` }
  const write = await fetch(`http://${registry.host}/v2/a/blobs/uploads/`, { method: 'POST', headers })
  expect(write.status).toBe(401)
  expect(write.headers.get('www-authenticate')).toContain('scope="repository:a:pull,push"')
  expect((await fetch(`http://${registry.host}/v2/a/manifests/1`, { headers })).status).toBe(404)
  expect((await fetch(`http://${registry.host}/v2/b/manifests/1`, { headers })).status).toBe(401)
  expect((await ask('repository:a:pull,push')).status).toBe(401)
})
