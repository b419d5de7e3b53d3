// Nodes that nobody runs: KWOK plays their kubelets, and a label on a pod says how the pod fares.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAllDocuments, stringify } from 'yaml'
import type { ApiServer, KubernetesObject } from './api-server.ts'
import type { ControlPlane } from './control-plane.ts'
import type { Processes } from './processes.ts'
import { run } from './run.ts'

/** The label on a pod, and its values. A pod without it is ready at once. */
export const podFate = 'testbed.seaworthy/pod'
export type PodFate =
  /** Never starts: the Deployment stays Progressing until its deadline. */
  | 'stuck'
  /** Its containers end with an error again and again. */
  | 'crash'
  /** Is ready after five seconds. */
  | 'slow'

const slowMilliseconds = 5000
const label = `.metadata.labels["${podFate}"]`

type Stage = {
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly selector: { readonly matchExpressions: readonly unknown[] }
    readonly [field: string]: unknown
  }
}

/** Starts KWOK and makes the nodes. */
export async function startNodes(
  binary: string,
  folder: string,
  port: number,
  count: number,
  { kubeconfig }: ControlPlane,
  api: ApiServer,
  processes: Processes,
): Promise<void> {
  const stages = join(folder, 'stages.yaml')
  writeFileSync(stages, stagesText(await run(binary, ['kwok-stages'])))
  processes.start('kwok', [
    `--config=${stages}`,
    `--kubeconfig=${kubeconfig}`,
    '--manage-all-nodes=true',
    '--cidr=10.0.0.0/16',
    '--node-ip=127.0.0.1',
    '--node-lease-duration-seconds=40',
    `--server-address=127.0.0.1:${port}`,
  ])
  await api.apply(...Array.from({ length: count }, (_, index) => node(`node-${index}`)))
}

/** KWOK's own stages, with the label respected, and two stages more. */
export function stagesText(documents: string): string {
  const stages = parseAllDocuments(documents).flatMap((one) => (one.contents === null ? [] : [one.toJS() as Stage]))
  const ready = stages.find(({ metadata }) => metadata.name === 'pod-ready')
  if (ready === undefined) throw new Error('KWOK has no stage pod-ready any more')
  const others = stages.filter((stage) => stage !== ready)
  return [
    ...others,
    when(ready, 'pod-ready', { key: label, operator: 'DoesNotExist' }),
    when(
      ready,
      'pod-slow',
      { key: label, operator: 'In', values: ['slow'] },
      { delay: { durationMilliseconds: slowMilliseconds } },
    ),
    when(ready, 'pod-crash', { key: label, operator: 'In', values: ['crash'] }, { next: { statusTemplate: crashed } }),
  ]
    .map((stage) => stringify(stage))
    .join('---\n')
}

function when(stage: Stage, name: string, expression: unknown, change: Readonly<Record<string, unknown>> = {}): Stage {
  const matchExpressions = [...stage.spec.selector.matchExpressions, expression]
  return { ...stage, metadata: { name }, spec: { ...stage.spec, ...change, selector: { matchExpressions } } }
}

/** The status that a kubelet gives a pod whose containers keep failing. */
const crashed = `
phase: Running
conditions:
- {type: Initialized, status: "True"}
- {type: Ready, status: "False", reason: ContainersNotReady}
- {type: ContainersReady, status: "False", reason: ContainersNotReady}
containerStatuses:
{{ range .spec.containers }}
- name: {{ .name | Quote }}
  image: {{ .image | Quote }}
  ready: false
  started: false
  restartCount: 5
  state:
    waiting: {reason: CrashLoopBackOff, message: back-off 5m0s restarting failed container}
  lastState:
    terminated: {exitCode: 1, reason: Error}
{{ end }}
`

function node(name: string): KubernetesObject {
  const resources = { cpu: '64', memory: '256Gi', pods: '500', 'ephemeral-storage': '500Gi' }
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake', 'node.alpha.kubernetes.io/ttl': '0' },
      labels: { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' },
    },
    status: { capacity: resources, allocatable: resources },
  }
}
