// What must hold between the rendered objects of one platform: nothing refers to what is not there.

import type { JsonObject, JsonValue, KubernetesObject } from '../../actions/lib/kubernetes/object.ts'
import { objectRef } from './fact.ts'
import { podTemplates } from './pods.ts'
import { record, records, text } from './read.ts'

/** Returns one line for each reference to a Secret, ConfigMap or ServiceAccount that no object provides. */
export function danglingReferences(objects: readonly KubernetesObject[]): readonly string[] {
  const provided = new Set(objects.flatMap(provides))
  return objects.flatMap((object) =>
    refersTo(object)
      .filter((name) => !provided.has(name))
      .map((name) => `${objectRef(object)} refers to ${name}, which nothing provides`),
  )
}

/** Returns one line for each selector (Service, PodDisruptionBudget, NetworkPolicy of our own labels) that no pod template answers to. */
export function idleSelectors(objects: readonly KubernetesObject[]): readonly string[] {
  const pods = objects.flatMap(podTemplates)
  return objects.flatMap((object) => {
    const labels = selectorOf(object)
    if (labels === undefined) return []
    const matched = pods.some((pod) => pod.namespace === object.metadata.namespace && matches(labels, pod.labels))
    return matched ? [] : [`${objectRef(object)} selects no pod`]
  })
}

/** Returns one line for each route backend that is no port of a Service, and each hostname that two namespaces claim. */
export function brokenRoutes(objects: readonly KubernetesObject[]): readonly string[] {
  const servicePorts = new Set(
    objects
      .filter((o) => o.kind === 'Service')
      .flatMap((o) =>
        records(record(o.spec).ports).map((port) => `${o.metadata.namespace}/${o.metadata.name}:${port.port}`),
      ),
  )
  const routes = objects.filter((object) => object.kind === 'HTTPRoute')
  const backends = routes.flatMap((route) =>
    records(record(route.spec).rules)
      .flatMap((rule) => records(rule.backendRefs))
      .map((backend) => `${route.metadata.namespace}/${text(backend.name)}:${backend.port}`)
      .filter((backend) => !servicePorts.has(backend))
      .map((backend) => `${objectRef(route)} leads to ${backend}, which no Service offers`),
  )
  const owners = Map.groupBy(
    routes.flatMap((route) =>
      strings(record(route.spec).hostnames).map((host) => ({ host, namespace: route.metadata.namespace ?? '' })),
    ),
    (claim) => claim.host,
  )
  const duplicates = [...owners].filter(([, claims]) => new Set(claims.map((claim) => claim.namespace)).size > 1)
  return [...backends, ...duplicates.map(([host]) => `${host} is claimed by more than one namespace`)]
}

function provides(object: KubernetesObject): readonly string[] {
  const { namespace, name } = object.metadata
  const spec = record(object.spec)
  const secret = (value: JsonValue | undefined) => [`${namespace}/Secret/${text(value)}`]
  if (object.kind === 'ExternalSecret') return secret(record(spec.target).name)
  if (object.kind === 'Certificate') return secret(spec.secretName)
  return [`${namespace}/${object.kind}/${name}`]
}

function refersTo(object: KubernetesObject): readonly string[] {
  const { namespace } = object.metadata
  const fromPods = podTemplates(object).flatMap((pod) => [...pod.references])
  const spec = record(object.spec)
  const fromKind: Record<string, () => readonly string[]> = {
    Cluster: () => [`Secret/${text(record(record(record(spec.bootstrap).initdb).secret).name)}`, ...plugins(spec)],
    ObjectStore: () =>
      Object.values(record(record(spec.configuration).s3Credentials)).map((key) => `Secret/${text(record(key).name)}`),
    ExternalSecret: () => [`SecretStore/${text(record(spec.secretStoreRef).name)}`],
    SecretStore: () => [
      `ServiceAccount/${text(record(record(record(record(record(spec.provider).vault).auth).kubernetes).serviceAccountRef).name)}`,
    ],
    Certificate: () => [`Issuer/${text(record(spec.issuerRef).name)}`],
    ScaledObject: () => [
      `Deployment/${text(record(spec.scaleTargetRef).name)}`,
      ...records(spec.triggers).flatMap(authentication),
    ],
    TriggerAuthentication: () => records(spec.secretTargetRef).map((ref) => `Secret/${text(ref.name)}`),
    ScheduledBackup: () => [`Cluster/${text(record(spec.cluster).name)}`],
    HTTPRoute: () => records(spec.parentRefs).map((ref) => `Gateway/${text(ref.name)}`),
    BackendTrafficPolicy: () => records(spec.targetRefs).map((ref) => `${text(ref.kind)}/${text(ref.name)}`),
    ClientTrafficPolicy: () => records(spec.targetRefs).map((ref) => `${text(ref.kind)}/${text(ref.name)}`),
    Gateway: () => [...records(spec.listeners).flatMap(certificates), ...parameters(spec)],
  }
  const own = [...fromPods, ...(fromKind[object.kind]?.() ?? [])].map((name) => `${namespace}/${name}`)
  if (object.kind !== 'RoleBinding') return own
  const subjects = records(object.subjects).map(
    (subject) => `${text(subject.namespace)}/ServiceAccount/${text(subject.name)}`,
  )
  return [...subjects, `${namespace}/Role/${text(record(object.roleRef).name)}`]
}

const plugins = (spec: JsonObject) =>
  records(spec.plugins).map((plugin) => `ObjectStore/${text(record(plugin.parameters).barmanObjectName)}`)
const authentication = (trigger: JsonObject) =>
  trigger.authenticationRef === undefined
    ? []
    : [`TriggerAuthentication/${text(record(trigger.authenticationRef).name)}`]
const certificates = (listener: JsonObject) =>
  records(record(listener.tls).certificateRefs).map((ref) => `Secret/${text(ref.name)}`)
const parameters = (spec: JsonObject) => {
  const ref = record(record(spec.infrastructure).parametersRef)
  return ref.kind === undefined ? [] : [`${text(ref.kind)}/${text(ref.name)}`]
}

function selectorOf(object: KubernetesObject): JsonObject | undefined {
  const spec = record(object.spec)
  const selectors: Record<string, JsonValue | undefined> = {
    Service: spec.selector,
    PodDisruptionBudget: record(spec.selector).matchLabels,
    NetworkPolicy: record(spec.podSelector).matchLabels,
  }
  const labels = record(selectors[object.kind])
  // Pods that an operator makes carry the operator's labels: they are not rendered here.
  return Object.keys(labels).some((label) => label.startsWith('app.kubernetes.io/')) ? labels : undefined
}

const matches = (wanted: JsonObject, actual: JsonObject) =>
  Object.entries(wanted).every(([key, value]) => actual[key] === value)
const strings = (value: JsonValue | undefined): readonly string[] => (Array.isArray(value) ? value.map(text) : [])
