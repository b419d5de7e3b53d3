// etcd, the API server, the controllers and the scheduler, as plain processes on loopback.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from './http.ts'
import type { Processes } from './processes.ts'

export const controlPlanePorts = [
  'etcd',
  'etcd-peer',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
] as const

export type ControlPlanePorts = Readonly<Record<(typeof controlPlanePorts)[number], number>>

export type ControlPlane = {
  readonly url: string
  /** Of a user in `system:masters`, whom no RBAC holds back. */
  readonly token: string
  /** PEM: the certificate that the API server has made for itself. */
  readonly ca: string
  /** Path of the file. */
  readonly kubeconfig: string
}

/** What the fixtures and Argo CD need. Others would only cost memory. */
const controllers = [
  'cronjob-controller',
  'daemonset-controller',
  'deployment-controller',
  'disruption-controller',
  'endpoints-controller',
  'endpointslice-controller',
  'garbage-collector-controller',
  'job-controller',
  'namespace-controller',
  'node-lifecycle-controller',
  'replicaset-controller',
  'resourcequota-controller',
  'root-ca-certificate-publisher-controller',
  'serviceaccount-controller',
  'statefulset-controller',
  // Type checks of policies are shown in their status.
  'validatingadmissionpolicy-status-controller',
]

/** Starts the API server and waits until it answers. The controllers are started by `startControllers`. */
export async function startApiServer(
  folder: string,
  ports: ControlPlanePorts,
  processes: Processes,
): Promise<ControlPlane> {
  const keys = join(folder, 'keys')
  mkdirSync(keys)
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  writeFileSync(join(keys, 'service-accounts.key'), privateKey, { mode: 0o600 })
  writeFileSync(join(keys, 'service-accounts.pub'), publicKey)
  const token = randomBytes(24).toString('hex')
  writeFileSync(join(keys, 'tokens.csv'), `${token},admin,admin,system:masters\n`, { mode: 0o600 })
  const etcd = `http://127.0.0.1:${ports.etcd}`
  const peer = `http://127.0.0.1:${ports['etcd-peer']}`
  processes.start('etcd', [
    '--data-dir=etcd',
    `--listen-client-urls=${etcd}`,
    `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // The state lives as long as the run.
    '--unsafe-no-fsync',
    '--log-level=warn',
  ])
  processes.start(
    'kube-apiserver',
    [
      `--etcd-servers=${etcd}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${ports['kube-apiserver']}`,
      // Without a certificate it makes one for itself, which is its own authority.
      '--cert-dir=keys',
      '--token-auth-file=keys/tokens.csv',
      '--authorization-mode=RBAC',
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      '--service-account-key-file=keys/service-accounts.pub',
      '--service-account-signing-key-file=keys/service-accounts.key',
      '--service-cluster-ip-range=10.96.0.0/16',
      '--allow-privileged=true',
      '--endpoint-reconciler-type=none',
      '--profiling=false',
    ],
    // It holds half of all memory.
    { GOGC: '20' },
  )
  const url = `https://127.0.0.1:${ports['kube-apiserver']}`
  const certificate = join(keys, 'apiserver.crt')
  await processes.waitFor('kube-apiserver', async () => {
    if (!existsSync(certificate)) return false
    const ready = await createClient({ url, token, ca: readFileSync(certificate, 'utf8'), folder })('/readyz')
    return ready.status === 200
  })
  const kubeconfig = join(folder, 'kubeconfig')
  writeFileSync(kubeconfig, kubeconfigText(url, certificate, token, 'default'), { mode: 0o600 })
  return { url, token, ca: readFileSync(certificate, 'utf8'), kubeconfig }
}

/** Starts the controllers and the scheduler; they work a moment later. */
export function startControllers(ports: ControlPlanePorts, { kubeconfig }: ControlPlane, processes: Processes): void {
  processes.start('kube-controller-manager', [
    `--kubeconfig=${kubeconfig}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${ports['kube-controller-manager']}`,
    '--leader-elect=false',
    '--root-ca-file=keys/apiserver.crt',
    '--service-account-private-key-file=keys/service-accounts.key',
    '--use-service-account-credentials=false',
    `--controllers=${controllers.join(',')}`,
  ])
  processes.start('kube-scheduler', [
    `--kubeconfig=${kubeconfig}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${ports['kube-scheduler']}`,
    '--leader-elect=false',
  ])
}

/** A kubeconfig of one cluster and one user. JSON is YAML. */
export function kubeconfigText(server: string, authority: string, token: string, namespace: string): string {
  const name = 'seaworthy-testbed'
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server, 'certificate-authority': authority } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name, context: { cluster: name, user: 'admin', namespace } }],
    'current-context': name,
  })
}
