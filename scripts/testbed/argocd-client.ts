// What tests ask of Argo CD's API.
import { messageOf } from './api-server.ts'
import { type Answer, type Client, createClient, type Endpoint } from './http.ts'

export type ApplicationStatus = {
  readonly sync?: { readonly status?: string; readonly revision?: string }
  readonly health?: { readonly status?: string }
  readonly operationState?: {
    readonly phase?: string
    readonly message?: string
    readonly syncResult?: { readonly revision?: string }
  }
  readonly conditions?: readonly { readonly type: string; readonly message: string }[]
  readonly summary?: { readonly images?: readonly string[] }
}

export type ArgocdClient = {
  /** What the repository server renders for an Application, as objects. Rejects with Argo CD's message when it cannot. */
  readonly manifests: (name: string) => Promise<readonly Record<string, unknown>[]>
  /** Asks for a comparison with the newest commit; resolves when the request is taken, with the status before it. */
  readonly refresh: (name: string) => Promise<ApplicationStatus>
  readonly status: (name: string) => Promise<ApplicationStatus>
}

export function createArgocdClient(endpoint: Endpoint): ArgocdClient {
  const call = createClient(endpoint)
  const get = async (path: string): Promise<Record<string, unknown>> => {
    const { status, text } = await allowed(call, path)
    if (status !== 200) throw new Error(messageOf(text))
    return JSON.parse(text) as Record<string, unknown>
  }
  const application = async (name: string, query = '') =>
    ((await get(`/api/v1/applications/${name}${query}`)).status ?? {}) as ApplicationStatus
  return {
    manifests: async (name) => {
      const { manifests = [] } = (await get(`/api/v1/applications/${name}/manifests`)) as {
        manifests?: readonly string[]
      }
      return manifests.map((text) => JSON.parse(text) as Record<string, unknown>)
    },
    refresh: (name) => application(name, '?refresh=normal'),
    status: (name) => application(name),
  }
}

/**
 * A new Application reaches the API's own cache a moment after it is stored; until then it is as forbidden as one that is not
 * there. Other caches of the server follow later still.
 */
async function allowed(call: Client, path: string): Promise<Answer> {
  const limit = performance.now() + 60_000
  for (;;) {
    const answer = await call(path, { timeoutMs: 90_000 })
    if (answer.status !== 403 || performance.now() > limit) return answer
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Waits until an Application's health is this. Rejects after the limit with what it is instead. */
export async function untilHealth(client: ArgocdClient, name: string, health: string, limitMs = 60_000): Promise<void> {
  const limit = performance.now() + limitMs
  for (let status = await client.refresh(name); status.health?.status !== health; status = await client.status(name)) {
    if (performance.now() > limit) throw new Error(`${name} is not ${health}: ${JSON.stringify(status)}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** Waits until an Application runs a revision, synced and healthy. Rejects after the limit with what it is instead. */
export async function untilHealthy(
  client: ArgocdClient,
  name: string,
  revision: string,
  limitMs = 60_000,
): Promise<void> {
  const limit = performance.now() + limitMs
  for (let status = await client.refresh(name); ; status = await client.status(name)) {
    const done = status.operationState?.phase === 'Succeeded' && status.operationState.syncResult?.revision === revision
    if (
      done &&
      status.sync?.status === 'Synced' &&
      status.sync.revision === revision &&
      status.health?.status === 'Healthy'
    )
      return
    if (performance.now() > limit)
      throw new Error(`${name} is not healthy at ${revision.slice(0, 7)}: ${JSON.stringify(status)}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}
