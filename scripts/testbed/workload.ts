// A stand-in for what runs in the pods: answers HTTP with the version of a pod that is ready now, as a Service would.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { ApiServer } from './api-server.ts'

export type Workload = {
  /** `http://127.0.0.1:<port>`; any path is answered. */
  readonly url: string
  readonly close: () => Promise<void>
}

type Pod = {
  readonly metadata: { readonly name: string; readonly deletionTimestamp?: string }
  readonly spec: { readonly containers: readonly { readonly name: string; readonly image: string }[] }
  readonly status?: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] }
}

/**
 * Serves one Deployment on a free port of loopback. 200 with `{ "version", "image", "pod" }`, by turns of every ready pod, so
 * that a rollout shows both versions for a while; 503 while no pod is ready, 404 while there is no such Deployment.
 */
export async function serveDeployment(api: ApiServer, namespace: string, name: string): Promise<Workload> {
  let turn = 0
  const server = createServer((_, response) => {
    readyPods(api, namespace, name).then(
      (pods) => {
        turn += 1
        answer(response, pods, pods?.[turn % Math.max(pods.length, 1)])
      },
      (error: unknown) => send(response, 502, { error: String(error) }),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${portOf(server)}`, close: () => new Promise((done) => server.close(() => done())) }
}

function answer(response: ServerResponse, pods: readonly Pod[] | undefined, pod: Pod | undefined): void {
  if (pods === undefined) send(response, 404, { error: 'no such Deployment' })
  else if (pod === undefined) send(response, 503, { error: 'no pod is ready' })
  else {
    const image = pod.spec.containers[0]?.image ?? ''
    send(response, 200, { version: versionOf(image), image, pod: pod.metadata.name })
  }
}

/** Digest or tag of an image; `latest` where it has neither. */
function versionOf(image: string): string {
  const [name = '', digest] = image.split('@')
  return digest ?? /:([^/:]+)$/.exec(name)?.[1] ?? 'latest'
}

async function readyPods(api: ApiServer, namespace: string, name: string): Promise<readonly Pod[] | undefined> {
  const found = await api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`)
  if (found === undefined) return undefined
  const { spec } = found as { spec: { selector: { matchLabels?: Readonly<Record<string, string>> } } }
  const selector = Object.entries(spec.selector.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`)
  const list = await api.get(
    `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(selector.join(','))}`,
  )
  return ((list?.items ?? []) as readonly Pod[])
    .filter(({ metadata, status }) => metadata.deletionTimestamp === undefined && isReady(status))
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
}

const isReady = (status: Pod['status']) =>
  status?.conditions?.some((one) => one.type === 'Ready' && one.status === 'True') === true

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`)
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
