// The pod templates of workloads: labels, what they refer to, and what a restricted, bounded, probed container must have.

import type { JsonObject, KubernetesObject } from '../../actions/lib/kubernetes/object.ts'
import { objectRef } from './fact.ts'
import { record, records, text } from './read.ts'

export type PodTemplate = {
  readonly namespace: string | undefined
  readonly labels: JsonObject
  readonly spec: JsonObject
  /** `Kind/name`, in the same namespace. */
  readonly references: readonly string[]
}

/** Returns the pod template of a Deployment, StatefulSet or DaemonSet, and nothing for other kinds. */
export function podTemplates(object: KubernetesObject): readonly PodTemplate[] {
  if (!['Deployment', 'StatefulSet', 'DaemonSet'].includes(object.kind)) return []
  const template = record(record(object.spec).template)
  const spec = record(template.spec)
  return [
    {
      namespace: object.metadata.namespace,
      labels: record(record(template.metadata).labels),
      spec,
      references: references(spec),
    },
  ]
}

/** Returns one line for each thing that a container of the object lacks: bounds, probes, a locked-down security context, an exact image. */
export function loosePods(object: KubernetesObject): readonly string[] {
  return podTemplates(object).flatMap(({ spec }) => {
    const podSecurity = record(spec.securityContext)
    const pod = [
      podSecurity.runAsNonRoot === true || 'runAsNonRoot',
      record(podSecurity.seccompProfile).type === 'RuntimeDefault' || 'a seccomp profile',
      typeof spec.automountServiceAccountToken === 'boolean' || 'a decision on automountServiceAccountToken',
    ]
    const containers = [
      ...records(spec.initContainers).flatMap(lacks),
      ...records(spec.containers).flatMap((container) => [...lacks(container), ...lacksProbes(container)]),
    ]
    return [...pod, ...containers].filter((line) => line !== true).map((line) => `${objectRef(object)} lacks ${line}`)
  })
}

function lacks(container: JsonObject): readonly (string | true)[] {
  const resources = record(container.resources)
  const security = record(container.securityContext)
  const bounded = (['requests', 'limits'] as const).every((side) =>
    ['cpu', 'memory'].every((name) => record(resources[side])[name] !== undefined),
  )
  const locked = security.readOnlyRootFilesystem === true && security.allowPrivilegeEscalation === false
  const dropsAll = JSON.stringify(record(security.capabilities).drop) === '["ALL"]'
  const exact = /^[a-z0-9.-]+\/.+:v?\d+\.\d+\.\d+[a-z0-9.-]*(@sha256:[0-9a-f]{64})?$/.test(text(container.image))
  const of = (thing: string) => `${thing} of container ${text(container.name)}`
  return [
    bounded || of('requests or limits'),
    (locked && dropsAll) || of('a restricted security context'),
    exact || of('an exact image tag'),
  ]
}

function lacksProbes(container: JsonObject): readonly (string | true)[] {
  return ['startupProbe', 'livenessProbe', 'readinessProbe'].map(
    (probe) => container[probe] !== undefined || `${probe} of container ${text(container.name)}`,
  )
}

function references(spec: JsonObject): readonly string[] {
  const containers = [...records(spec.initContainers), ...records(spec.containers)]
  const fromEnv = containers.flatMap((container) => [
    ...records(container.envFrom).flatMap((source) =>
      named(source.secretRef, 'Secret').concat(named(source.configMapRef, 'ConfigMap')),
    ),
    ...records(container.env).flatMap((entry) => {
      const source = record(entry.valueFrom)
      return named(source.secretKeyRef, 'Secret').concat(named(source.configMapKeyRef, 'ConfigMap'))
    }),
  ])
  const fromVolumes = records(spec.volumes).flatMap((volume) => [
    ...named(volume.configMap, 'ConfigMap'),
    ...(volume.secret === undefined ? [] : [`Secret/${text(record(volume.secret).secretName)}`]),
    ...(volume.persistentVolumeClaim === undefined
      ? []
      : [`PersistentVolumeClaim/${text(record(volume.persistentVolumeClaim).claimName)}`]),
  ])
  return [`ServiceAccount/${text(spec.serviceAccountName)}`, ...fromEnv, ...fromVolumes]
}

function named(ref: JsonObject[string] | undefined, kind: string): string[] {
  return ref === undefined ? [] : [`${kind}/${text(record(ref).name)}`]
}
