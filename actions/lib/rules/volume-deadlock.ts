// Finds Deployments whose new pod waits for a volume that the old pod holds.
import type { JsonValue } from '../kubernetes/object.ts'
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Rule } from './rule.ts'
import { field, listAt, numberAt, textAt } from './values.ts'
import { specPointer } from './workloads.ts'

/** The only access mode of a claim that lets one node, or one pod, mount it. */
const singleMode = (claim: JsonValue): string | undefined => {
  const modes = listAt(claim, 'spec', 'accessModes')
  const single = modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')
  return single && typeof modes[0] === 'string' ? modes[0] : undefined
}

const surges = (deployment: JsonValue): boolean => {
  if (textAt(deployment, 'spec', 'strategy', 'type') === 'Recreate') return false
  const surge = field(deployment, 'spec', 'strategy', 'rollingUpdate', 'maxSurge')
  return surge !== 0 && surge !== '0' && surge !== '0%'
}

export const volumeDeadlock: Rule = {
  id: 'volume-deadlock',
  severity: 'error',
  what: 'A Deployment mounts a ReadWriteOnce or ReadWriteOncePod claim and runs more than one pod at a time, be it only during a rollout.',
  why: 'The new pod, on another node, waits for the volume; the old pod waits for the new one to be ready: the rollout hangs until somebody deletes a pod by hand.',
  mend: 'Use a StatefulSet, or one replica with strategy type Recreate, or a ReadWriteMany volume.',
  check: function* (world) {
    const known = lookup(world)
    for (const kind of ['apps/Deployment', 'argoproj.io/Rollout'])
      for (const item of known.ofKind(kind)) {
        const template = known.templateOf(item)
        if (template === undefined) continue
        const replicas = numberAt(item.object, 'spec', 'replicas') ?? 1
        const reason =
          replicas > 1
            ? `has ${replicas} replicas`
            : surges(item.object)
              ? 'starts the new pod before the old one ends'
              : undefined
        if (reason === undefined || replicas === 0) continue
        for (const [index, volume] of listAt(template.spec, 'volumes').entries()) {
          const name = textAt(volume, 'persistentVolumeClaim', 'claimName')
          if (name === undefined) continue
          const claim = known.find(item.cluster, item.namespace ?? '', '/PersistentVolumeClaim', name)
          const mode = claim === undefined ? undefined : singleMode(claim.object)
          if (mode === undefined) continue
          yield problem(
            item,
            specPointer(template, 'volumes', index, 'persistentVolumeClaim', 'claimName'),
            `${describe(item)} mounts claim ${name} (${mode}) and ${reason}: use a StatefulSet, or one replica with strategy Recreate`,
          )
        }
      }
  },
}
