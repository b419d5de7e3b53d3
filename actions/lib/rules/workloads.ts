// Where kinds keep their pod templates, and the containers in them.
import type { JsonObject, JsonValue } from '../kubernetes/object.ts'
import { groupKindOf } from './objects.ts'
import type { WorldObject } from './rule.ts'
import { isObject, listAt, objectAt, pointer, type Segment, textAt } from './values.ts'

type TemplateKind = { readonly path: readonly Segment[]; readonly runs: 'service' | 'job' }

/** The path to the template, which holds `metadata` and `spec`. A Pod is its own template. */
const templateKinds: Readonly<Record<string, TemplateKind>> = {
  '/Pod': { path: [], runs: 'service' },
  '/ReplicationController': { path: ['spec', 'template'], runs: 'service' },
  'apps/Deployment': { path: ['spec', 'template'], runs: 'service' },
  'apps/ReplicaSet': { path: ['spec', 'template'], runs: 'service' },
  'apps/StatefulSet': { path: ['spec', 'template'], runs: 'service' },
  'apps/DaemonSet': { path: ['spec', 'template'], runs: 'service' },
  'batch/Job': { path: ['spec', 'template'], runs: 'job' },
  'batch/CronJob': { path: ['spec', 'jobTemplate', 'spec', 'template'], runs: 'job' },
  'argoproj.io/Rollout': { path: ['spec', 'template'], runs: 'service' },
  'keda.sh/ScaledJob': { path: ['spec', 'jobTargetRef', 'template'], runs: 'job' },
  'serving.knative.dev/Service': { path: ['spec', 'template'], runs: 'service' },
  'leaderworkerset.x-k8s.io/LeaderWorkerSet': {
    path: ['spec', 'leaderWorkerTemplate', 'workerTemplate'],
    runs: 'service',
  },
}

export type PodTemplate = {
  readonly owner: WorldObject
  /** Path to the template in the owner. */
  readonly path: readonly Segment[]
  readonly labels: JsonObject
  readonly spec: JsonObject
  /** `job`: ends by itself; `service`: runs until it is deleted. */
  readonly runs: 'service' | 'job'
}

export type Container = {
  readonly container: JsonObject
  readonly name: string
  readonly pointer: string
  /** `sidecar`: an init container with restartPolicy Always. */
  readonly role: 'main' | 'init' | 'sidecar'
}

/** The pod template of an object, or undefined for kinds that have none known. */
export const podTemplate = (item: WorldObject): PodTemplate | undefined => {
  const groupKind = groupKindOf(item)
  const known = Object.hasOwn(templateKinds, groupKind) ? templateKinds[groupKind] : undefined
  if (known === undefined) return undefined
  const template = objectAt(item.object, ...known.path)
  return {
    owner: item,
    path: known.path,
    labels: objectAt(template, 'metadata', 'labels'),
    spec: objectAt(template, 'spec'),
    runs: known.runs,
  }
}

/** A pointer in the owner from a path below the pod's `spec`. */
export const specPointer = (template: PodTemplate, ...path: readonly Segment[]): string =>
  pointer(...template.path, 'spec', ...path)

const containersIn = (template: PodTemplate, key: 'containers' | 'initContainers'): readonly Container[] =>
  listAt(template.spec, key).flatMap((container: JsonValue, index) =>
    isObject(container)
      ? [
          {
            container,
            name: textAt(container, 'name') ?? `#${index + 1}`,
            pointer: specPointer(template, key, index),
            role: key === 'containers' ? 'main' : textAt(container, 'restartPolicy') === 'Always' ? 'sidecar' : 'init',
          },
        ]
      : [],
  )

/** Init containers first, as they run. */
export const containersOf = (template: PodTemplate): readonly Container[] => [
  ...containersIn(template, 'initContainers'),
  ...containersIn(template, 'containers'),
]
