// What the API server refuses in pods by code, beyond their schema.
// Source: k8s.io/kubernetes pkg/apis/core/validation and pkg/apis/{apps,batch}/validation.
import type { JsonObject } from '../kubernetes/object.ts'
import { compareQuantities, parseQuantity } from '../kubernetes/quantity.ts'
import { groupKindOf } from './objects.ts'
import { field, isObject, listAt, objectAt, pointer, textAt } from './values.ts'
import { type Container, containersOf, type PodTemplate, specPointer } from './workloads.ts'

export type Refusal = { readonly pointer: string; readonly message: string; readonly value?: string }

const isPort = (value: unknown): boolean => typeof value !== 'number' || (value >= 1 && value <= 65535)
const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc']

const probes = function* ({ container, name, pointer: at }: Container): Iterable<Refusal> {
  for (const probe of ['readinessProbe', 'livenessProbe', 'startupProbe']) {
    const value = field(container, probe)
    if (!isObject(value)) continue
    const used = handlers.filter((handler) => isObject(field(value, handler)))
    if (used.length !== 1) {
      const message = `${probe} of container ${name} has ${used.length === 0 ? 'no handler' : used.join(' and ')}: give exactly one of ${handlers.join(', ')}`
      yield { pointer: `${at}/${probe}`, message }
    }
    for (const handler of used)
      if (!isPort(field(value, handler, 'port')))
        yield {
          pointer: `${at}/${probe}/${handler}/port`,
          message: `${probe} of container ${name}: a port is between 1 and 65535`,
        }
    if (probe !== 'readinessProbe' && typeof value.successThreshold === 'number' && value.successThreshold > 1)
      yield {
        pointer: `${at}/${probe}/successThreshold`,
        message: `${probe} of container ${name}: successThreshold must be 1`,
      }
  }
}

const container = function* (one: Container): Iterable<Refusal> {
  const { container: value, name, pointer: at } = one
  if (textAt(value, 'image') === undefined) yield { pointer: at, message: `container ${name} has no image: add it` }
  const limits: JsonObject = objectAt(value, 'resources', 'limits')
  for (const [resource, requested] of Object.entries(objectAt(value, 'resources', 'requests'))) {
    const [request, limit] = [parseQuantity(requested), parseQuantity(field(limits, resource))]
    if (request !== undefined && limit !== undefined && compareQuantities(request, limit) > 0)
      yield {
        pointer: `${at}${pointer('resources', 'requests', resource)}`,
        message: `container ${name} requests more ${resource} (${requested}) than its limit (${limits[resource]}): raise the limit or lower the request`,
      }
  }
  for (const [index, port] of listAt(value, 'ports').entries())
    for (const key of ['containerPort', 'hostPort'])
      if (!isPort(field(port, key)) && !(key === 'hostPort' && field(port, key) === 0))
        yield {
          pointer: `${at}${pointer('ports', index, key)}`,
          message: `container ${name}: a port is between 1 and 65535`,
        }
  const mounted = new Set<string>()
  for (const [index, mount] of listAt(value, 'volumeMounts').entries()) {
    const path = textAt(mount, 'mountPath')
    if (path === undefined) continue
    if (mounted.has(path))
      yield {
        pointer: `${at}${pointer('volumeMounts', index, 'mountPath')}`,
        message: `container ${name} mounts two volumes at ${path}: give each its own path`,
      }
    mounted.add(path)
  }
  yield* probes(one)
}

const restarts: Readonly<Record<string, readonly string[]>> = {
  'apps/DaemonSet': ['Always'],
  'apps/Deployment': ['Always'],
  'apps/ReplicaSet': ['Always'],
  'apps/StatefulSet': ['Always'],
  'batch/CronJob': ['OnFailure', 'Never'],
  'batch/Job': ['OnFailure', 'Never'],
}

/** All that the API server would refuse in a pod template of a built-in kind. */
export const podRefusals = function* (template: PodTemplate): Iterable<Refusal> {
  // What has no containers is not a pod as the schema sees it, and other kinds have validators of their own.
  const allowed = restarts[groupKindOf(template.owner)] ?? (groupKindOf(template.owner) === '/Pod' ? [] : undefined)
  if (allowed === undefined || listAt(template.spec, 'containers').length === 0) return
  const policy = textAt(template.spec, 'restartPolicy') ?? 'Always'
  if (allowed.length > 0 && !allowed.includes(policy)) {
    const isWritten = field(template.spec, 'restartPolicy') !== undefined
    yield {
      pointer: isWritten ? specPointer(template, 'restartPolicy') : specPointer(template),
      message: `restartPolicy ${policy}${isWritten ? '' : ' (the default)'} is refused here: set ${allowed.join(' or ')}`,
    }
  }
  for (const [index, volume] of listAt(template.spec, 'volumes').entries()) {
    if (!isObject(volume)) continue
    // No source at all is an emptyDir.
    const sources = Object.keys(volume).filter((key) => key !== 'name' && volume[key] !== null)
    if (sources.length > 1)
      yield {
        pointer: specPointer(template, 'volumes', index),
        message: `volume ${textAt(volume, 'name') ?? index} has ${sources.join(' and ')}: keep one source`,
      }
  }
  for (const one of containersOf(template)) yield* container(one)
}
