// The cloud that the stand-in talks to: keeps objects by path, chooses what a cloud chooses, and misbehaves on demand.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type CloudObject = Readonly<Record<string, unknown>>

export type CloudFault =
  /** Every answer comes later. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The request with this number, counted from now and from 1, is refused; nothing is changed by it. */
  | { readonly kind: 'fail'; readonly atRequest: number; readonly status: number; readonly method?: string }

export type CloudRequest = { readonly method: string; readonly path: string }

export type Cloud = AsyncDisposable & {
  readonly url: string
  /** Variables for the provider, with keys that this cloud accepts. */
  readonly environment: Readonly<Record<string, string>>
  /** What is there, by path: `collection/id`. */
  readonly objects: ReadonlyMap<string, CloudObject>
  readonly requests: readonly CloudRequest[]
  /** Changes an object behind Terraform's back; null takes it away. */
  readonly change: (path: string, fields: CloudObject | null) => void
  /** Undefined: no fault. */
  readonly setFault: (fault: CloudFault | undefined) => void
}

const token = 'token-of-the-stand-in'

/** Starts it on a free port of loopback. */
export async function startCloud(): Promise<Cloud> {
  const objects = new Map<string, CloudObject>()
  const requests: CloudRequest[] = []
  let created = 0
  let fault: CloudFault | undefined
  let sinceFault = 0

  const respond = async (request: IncomingMessage): Promise<readonly [status: number, body: object]> => {
    const method = request.method ?? ''
    const path = request.url?.slice(1) ?? ''
    let text = ''
    for await (const chunk of request) text += chunk
    requests.push({ method, path })
    if (request.headers.authorization !== `Bearer ${token}`) return [401, { message: 'the token is not valid' }]
    if (fault?.kind === 'slow') await wait(fault.ms)
    if (fault?.kind === 'fail' && (fault.method ?? method) === method) {
      sinceFault += 1
      if (sinceFault === fault.atRequest) return [fault.status, { message: 'refused on demand' }]
    }
    if (method === 'POST') {
      created += 1
      const body: CloudObject = JSON.parse(text)
      const id = String(body.id ?? idFor(path, created))
      if (objects.has(`${path}/${id}`)) return [409, { message: `${id} is there already` }]
      objects.set(`${path}/${id}`, { ...chosenByCloud(path, created, body), ...withoutPasswords(body), id })
      return [202, { id }]
    }
    if (method === 'GET' && !path.includes('/')) {
      return [200, { items: [...objects].filter(([key]) => key.startsWith(`${path}/`)).map(([, object]) => object) }]
    }
    const object = objects.get(path)
    if (object === undefined) return [404, { message: `there is no ${path}` }]
    if (method === 'PUT') objects.set(path, { ...object, ...withoutPasswords(JSON.parse(text)), id: object.id })
    if (method === 'DELETE') objects.delete(path)
    return [method === 'GET' ? 200 : 202, object]
  }

  const server = createServer((request, response) => {
    respond(request).then(
      ([status, body]) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.destroy(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    environment: {
      IONOS_API_URL: url,
      IONOS_TOKEN: token,
      IONOS_S3_ACCESS_KEY: 'access-key-of-the-stand-in',
      IONOS_S3_SECRET_KEY: 'secret-key-of-the-stand-in',
    },
    objects,
    requests,
    change: (path, fields) => {
      const object = objects.get(path)
      if (object === undefined) throw new Error(`there is no ${path}`)
      if (fields === null) objects.delete(path)
      else objects.set(path, { ...object, ...fields })
    },
    setFault: (next) => {
      fault = next
      sinceFault = 0
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** LANs have numbers, all else has UUIDs. */
function idFor(collection: string, count: number): string {
  return collection === 'lans' ? String(count) : `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
}

/** Addresses are those for examples (RFC 5737). */
function chosenByCloud(collection: string, count: number, body: CloudObject): CloudObject {
  switch (collection) {
    case 'ipblocks':
      return { ips: Array.from({ length: Number(body.size) }, (_, index) => `203.0.113.${index + 1}`) }
    case 'k8s':
      return clusterFields(count)
    case 'nodepools':
      return { cpu_family: 'INTEL_ICELAKE', server_type: 'DedicatedCore' }
    case 'nsgs':
      return { rule_ids: [] }
    case 'nsg-rules':
      return { source_ip: '', target_ip: '', type: 'INGRESS' }
    case 'postgresql':
    case 'mariadb':
      return { dns_name: `${collection}-${count}.example` }
    case 's3-buckets':
      return { region: 'eu-central-3' }
    default:
      return {}
  }
}

function clusterFields(count: number): CloudObject {
  const server = `https://cluster-${count}.example:6443`
  const adminToken = `administrator-token-${count}`
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'cluster', cluster: { server } }],
    users: [{ name: 'cluster-admin', user: { token: adminToken } }],
  }
  return {
    k8s_version: '1.35.2',
    state: 'ACTIVE',
    server,
    ca_crt: 'certificate of the stand-in',
    user_tokens: { 'cluster-admin': adminToken },
    kube_config: JSON.stringify(config),
    viable_node_pool_versions: ['1.35.2'],
    maintenance_window: [{ day_of_the_week: 'Monday', time: '01:00:00Z' }],
  }
}

/** No cloud gives a password back. */
function withoutPasswords(value: CloudObject): CloudObject {
  return JSON.parse(JSON.stringify(value, (key, member) => (key === 'password' ? undefined : member)))
}
