// Argo CD as plain processes: the controllers, the repository server, the API, and its cache.
import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ApiServer, KubernetesObject } from './api-server.ts'
import { argocdNamespace, argocdObjects } from './argocd-objects.ts'
import type { Components } from './components.ts'
import { type ControlPlane, kubeconfigText } from './control-plane.ts'
import { waitUntilEstablished } from './custom-resources.ts'
import { createClient } from './http.ts'
import type { Processes } from './processes.ts'

export const argocdPorts = [
  'redis',
  'argocd-repo-server',
  'repo-server-metrics',
  'controller-metrics',
  'applicationset-metrics',
  'applicationset-probe',
  'applicationset-webhook',
  'argocd-server',
  'server-metrics',
] as const

export type ArgocdPorts = Readonly<Record<(typeof argocdPorts)[number], number>>

export type Argocd = {
  readonly url: string
  /** Of the account `ci`, which may do all with Applications and read projects. */
  readonly token: string
}

const on = (port: number) => `127.0.0.1:${port}`

/** Starts what needs no cluster, so that it is warm when the API server answers. */
export function startRepoServer(
  components: Components,
  folder: string,
  ports: ArgocdPorts,
  processes: Processes,
): void {
  for (const name of ['tls', 'ssh', 'gpg', 'plugins']) mkdirSync(join(folder, name))
  processes.start('redis', ['--address', on(ports.redis)])
  const args = [
    '--address=127.0.0.1',
    `--port=${ports['argocd-repo-server']}`,
    '--metrics-address=127.0.0.1',
    `--metrics-port=${ports['repo-server-metrics']}`,
    `--redis=${on(ports.redis)}`,
    '--disable-tls',
    '--client-ca-path=',
  ]
  processes.start('argocd-repo-server', args, environment(components, folder))
}

/** Starts the rest of Argo CD, and waits until its API answers. */
export async function startArgocd(
  components: Components,
  folder: string,
  ports: ArgocdPorts,
  controlPlane: ControlPlane,
  api: ApiServer,
  processes: Processes,
): Promise<Argocd> {
  const authority = join(folder, 'keys/apiserver.crt')
  writeFileSync(
    join(folder, 'kubeconfig.argocd'),
    kubeconfigText(controlPlane.url, authority, controlPlane.token, argocdNamespace),
    { mode: 0o600 },
  )
  await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: argocdNamespace } })
  await serveOwnKinds(components, api)
  const key = randomBytes(24).toString('hex')
  const account = accountToken(key)
  await api.apply(...argocdObjects(key, account))

  const env = environment(components, folder)
  const repo = [
    `--redis=${on(ports.redis)}`,
    `--repo-server=${on(ports['argocd-repo-server'])}`,
    '--repo-server-plaintext',
  ]
  processes.start('argocd-application-controller', [...repo, `--metrics-port=${ports['controller-metrics']}`], env)
  const applicationSets = [
    `--metrics-addr=${on(ports['applicationset-metrics'])}`,
    `--probe-addr=${on(ports['applicationset-probe'])}`,
    `--webhook-addr=${on(ports['applicationset-webhook'])}`,
    `--argocd-repo-server=${on(ports['argocd-repo-server'])}`,
    '--repo-server-plaintext',
  ]
  processes.start('argocd-applicationset-controller', applicationSets, { ...env, NAMESPACE: argocdNamespace })
  const server = [
    ...repo,
    '--insecure',
    '--address=127.0.0.1',
    `--port=${ports['argocd-server']}`,
    '--metrics-address=127.0.0.1',
    `--metrics-port=${ports['server-metrics']}`,
    '--dex-server=http://127.0.0.1:1',
    `--staticassets=${join(folder, 'tmp')}`,
  ]
  processes.start('argocd-server', server, env)

  const url = `http://${on(ports['argocd-server'])}`
  const answers = (address: string, path: string) => async () =>
    (await createClient({ url: `http://${address}`, token: account.token, folder })(path, { timeoutMs: 2000 }))
      .status === 200
  await Promise.all([
    processes.waitFor('argocd-repo-server', answers(on(ports['repo-server-metrics']), '/healthz')),
    processes.waitFor('argocd-application-controller', answers(on(ports['controller-metrics']), '/healthz')),
    processes.waitFor('argocd-applicationset-controller', answers(on(ports['applicationset-metrics']), '/metrics')),
    processes.waitFor('argocd-server', answers(on(ports['argocd-server']), '/api/v1/applications')),
  ])
  return { url, token: account.token }
}

/** Argo CD's own kinds, unless the state of the cluster has them already. The controllers look for them once, and then not for ten seconds. */
async function serveOwnKinds({ argocdCrds }: Components, api: ApiServer): Promise<void> {
  const definitions = readdirSync(argocdCrds).map(
    (name) => parse(readFileSync(join(argocdCrds, name), 'utf8')) as KubernetesObject,
  )
  const found = await Promise.all(definitions.map(async (one) => api.get(await api.pathOf(one))))
  const missing = definitions.filter((_, index) => found[index] === undefined)
  await api.apply(...missing)
  await waitUntilEstablished(
    api,
    definitions.map(({ metadata }) => metadata.name),
  )
}

function environment({ path }: Components, folder: string): Record<string, string> {
  return {
    PATH: `${path}:${process.env.PATH}`,
    KUBECONFIG: join(folder, 'kubeconfig.argocd'),
    // Without it a destination `https://kubernetes.default.svc` would be asked for by that name.
    ARGOCD_FAKE_IN_CLUSTER: 'true',
    ARGOCD_GPG_ENABLED: 'false',
    ARGOCD_TLS_DATA_PATH: join(folder, 'tls'),
    ARGOCD_SSH_DATA_PATH: join(folder, 'ssh'),
    ARGOCD_PLUGINSOCKFILEPATH: join(folder, 'plugins'),
    ARGOCD_ASK_PASS_SOCK: join(folder, 'tmp/askpass.sock'),
  }
}

export type AccountToken = { readonly id: string; readonly issuedAt: number; readonly token: string }

/** A token of the account `ci` as `argocd account generate-token` makes it: a JWT signed with the server's key. */
function accountToken(key: string): AccountToken {
  const id = 'testbed'
  const issuedAt = Math.floor(Date.now() / 1000) - 60
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { iss: 'argocd', sub: 'ci:apiKey', jti: id, iat: issuedAt, nbf: issuedAt }
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return { id, issuedAt, token: `${text}.${createHmac('sha256', key).update(text).digest('base64url')}` }
}
