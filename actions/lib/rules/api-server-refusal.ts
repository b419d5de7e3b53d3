// Finds what the API server refuses by code although the schema allows it.
// Source: k8s.io/kubernetes pkg/apis/*/validation, the checks that manifests in Git break most.
import { podRefusals, type Refusal } from './api-server-pods.ts'
import { isSchedule } from './cron.ts'
import { engineRules } from './engine-rules.ts'
import { lookup } from './lookup.ts'
import { describe, problem } from './objects.ts'
import type { Rule, RuleDescription, WorldObject } from './rule.ts'
import { field, listAt, numberAt, pointer, textAt } from './values.ts'

const service = function* ({ object }: WorldObject): Iterable<Refusal> {
  const ports = listAt(object, 'spec', 'ports')
  for (const [index, port] of ports.entries()) {
    if (ports.length > 1 && textAt(port, 'name') === undefined)
      yield {
        pointer: pointer('spec', 'ports', index),
        message: 'a Service with several ports needs a name for each: add name',
      }
    for (const key of ['port', 'targetPort']) {
      const number = numberAt(port, key)
      if (number !== undefined && (number < 1 || number > 65535) && !(key === 'targetPort' && number === 0))
        yield { pointer: pointer('spec', 'ports', index, key), message: `${key} ${number} is not between 1 and 65535` }
    }
  }
}

const cronJob = function* ({ object }: WorldObject): Iterable<Refusal> {
  const schedule = textAt(object, 'spec', 'schedule')
  if (schedule !== undefined && !isSchedule(schedule))
    yield { pointer: '/spec/schedule', message: `schedule ${schedule} is not a cron expression of five fields` }
}

const autoscaler = function* ({ object }: WorldObject): Iterable<Refusal> {
  const low = numberAt(object, 'spec', 'minReplicas') ?? 1
  const high = numberAt(object, 'spec', 'maxReplicas')
  if (high !== undefined && low > high)
    yield { pointer: '/spec/maxReplicas', message: `maxReplicas ${high} is less than minReplicas ${low}` }
}

const budget = function* ({ object }: WorldObject): Iterable<Refusal> {
  if (field(object, 'spec', 'minAvailable') !== undefined && field(object, 'spec', 'maxUnavailable') !== undefined)
    yield { pointer: '/spec/maxUnavailable', message: 'minAvailable and maxUnavailable exclude each other: keep one' }
}

const role = function* ({ object }: WorldObject): Iterable<Refusal> {
  for (const [index, rule] of listAt(object, 'rules').entries()) {
    const at = pointer('rules', index)
    if (listAt(rule, 'verbs').length === 0) yield { pointer: at, message: 'the rule has no verbs: add them' }
    if (listAt(rule, 'nonResourceURLs').length > 0) continue
    if (listAt(rule, 'apiGroups').length === 0)
      yield { pointer: at, message: 'the rule has no apiGroups: add them ("" for the core group)' }
    else if (listAt(rule, 'resources').length === 0)
      yield { pointer: at, message: 'the rule has no resources: add them' }
  }
}

const isZero = (value: unknown): boolean => value === 0 || value === '0' || value === '0%'

const deployment = function* ({ object }: WorldObject): Iterable<Refusal> {
  const rolling = field(object, 'spec', 'strategy', 'rollingUpdate')
  if (rolling === undefined || rolling === null) return
  if (textAt(object, 'spec', 'strategy', 'type') === 'Recreate')
    yield { pointer: '/spec/strategy/rollingUpdate', message: 'strategy Recreate has no rollingUpdate: remove it' }
  else if (isZero(field(rolling, 'maxSurge')) && isZero(field(rolling, 'maxUnavailable')))
    yield { pointer: '/spec/strategy/rollingUpdate', message: 'maxSurge and maxUnavailable cannot both be 0' }
}

const claim = function* ({ object }: WorldObject): Iterable<Refusal> {
  if (listAt(object, 'spec', 'accessModes').length === 0)
    yield { pointer: '/spec', message: 'the claim has no accessModes: add one' }
  if (field(object, 'spec', 'resources', 'requests', 'storage') === undefined)
    yield {
      pointer: '/spec',
      message: 'the claim requests no storage: add resources.requests.storage',
      value: 'storage',
    }
}

const checks: Readonly<Record<string, (item: WorldObject) => Iterable<Refusal>>> = {
  '/PersistentVolumeClaim': claim,
  '/Service': service,
  'apps/Deployment': deployment,
  'autoscaling/HorizontalPodAutoscaler': autoscaler,
  'batch/CronJob': cronJob,
  'policy/PodDisruptionBudget': budget,
  'rbac.authorization.k8s.io/ClusterRole': role,
  'rbac.authorization.k8s.io/Role': role,
}

/** The user sees one rule, whether a schema or a validation function of the server refuses. */
const schema = engineRules.find(({ id }) => id === 'schema') as RuleDescription

export const apiServerRefusal: Rule = {
  ...schema,
  check: function* (world) {
    const known = lookup(world)
    const tell = (item: WorldObject, { pointer: at, message, value }: Refusal) =>
      problem(
        item,
        at,
        `${describe(item)}: ${message}; the API server refuses it`,
        value === undefined ? {} : { value },
      )
    for (const [groupKind, check] of Object.entries(checks))
      for (const item of known.ofKind(groupKind)) {
        // Without a spec the schema has said all.
        if (!groupKind.endsWith('Role') && field(item.object, 'spec') === undefined) continue
        for (const refusal of check(item)) yield tell(item, refusal)
      }
    for (const template of known.templates)
      for (const refusal of podRefusals(template)) yield tell(template.owner, refusal)
  },
}
