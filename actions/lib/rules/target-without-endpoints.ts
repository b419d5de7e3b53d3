// Finds Services, routes, monitors, autoscalers and disruption budgets that lead to nothing.
import type { Severity } from '../findings/finding.ts'
import type { Lookup } from './lookup.ts'
import { lookup } from './lookup.ts'
import { describe, groupOf, problem } from './objects.ts'
import { backendKinds, backendsOf } from './route-backends.ts'
import type { Problem, Rule, WorldObject } from './rule.ts'
import { isEmpty, labelSelector, type Selector, selectorText } from './selectors.ts'
import { podsBehind, serviceSelector, templateDeclaresPort } from './services.ts'
import { field, listAt, pointer, textAt } from './values.ts'

/** The workload whose labels come closest, for the message. */
const nearest = (known: Lookup, service: WorldObject, selector: Selector): string => {
  const half = selector.labels.flatMap(([key, value]) =>
    known.selected(service.cluster, service.namespace ?? '', { labels: [[key, value]], expressions: [] }),
  )[0]
  return half === undefined ? '' : `; ${describe(half.owner)} has some of these labels`
}

const services = function* (known: Lookup): Iterable<Problem> {
  for (const service of known.ofKind('/Service')) {
    const selector = serviceSelector(service)
    if (selector === undefined) continue
    const namespace = service.namespace ?? ''
    const pods = podsBehind(known, service)
    const operated = known.runsPods(service.cluster, namespace, selector)
    if (operated) continue
    if (pods.length === 0) {
      const { severity, because } = known.absence(service.cluster, namespace)
      const message = `${describe(service)} selects ${selectorText(selector)}, which no pod template in namespace ${namespace} has${because}${nearest(known, service, selector)}: correct the selector or the labels`
      const [only, ...others] = selector.labels
      const at = only !== undefined && others.length === 0 ? pointer('spec', 'selector', only[0]) : '/spec/selector'
      yield problem(service, at, message, { severity })
      continue
    }
    for (const [index, port] of listAt(service.object, 'spec', 'ports').entries()) {
      const target = textAt(port, 'targetPort')
      if (target === undefined || pods.some((pod) => templateDeclaresPort(pod, target))) continue
      const message = `${describe(service)}: targetPort ${target} is not the name of a port of any container of ${pods.map(({ owner }) => describe(owner)).join(', ')}: name the container port`
      yield problem(service, pointer('spec', 'ports', index, 'targetPort'), message, { value: target })
    }
  }
}

const routes = function* (known: Lookup): Iterable<Problem> {
  for (const kind of backendKinds)
    for (const route of known.ofKind(kind))
      for (const backend of backendsOf(route)) {
        const { cluster } = route
        // Nothing of this world goes to that namespace: it belongs to somebody else.
        if (backend.namespace !== (route.namespace ?? '') && !known.deploysTo(cluster, backend.namespace)) continue
        if (known.provides(cluster, backend.namespace, 'Service', backend.service)) continue
        const service = known.find(cluster, backend.namespace, '/Service', backend.service)
        if (service === undefined) {
          const { severity, because } = known.absence(cluster, backend.namespace)
          const message = `${describe(route)} sends traffic to Service ${backend.namespace}/${backend.service}, which does not exist${because}: correct the name or add the Service`
          yield problem(route, backend.pointer, message, { value: backend.service, severity })
          continue
        }
        const { port } = backend
        const ports = listAt(service.object, 'spec', 'ports')
        if (port === undefined || ports.length === 0) continue
        if (ports.some((offered) => field(offered, typeof port === 'number' ? 'port' : 'name') === port)) continue
        const offers = ports.map((offered) => String(field(offered, 'port') ?? '?')).join(', ')
        const message = `${describe(route)} sends traffic to port ${port} of ${describe(service)}, which has ${offers}: correct the port`
        yield problem(route, backend.portPointer, message, { value: String(port) })
      }
}

const scalers: Readonly<Record<string, string>> = {
  'autoscaling/HorizontalPodAutoscaler': 'scaleTargetRef',
  'autoscaling.k8s.io/VerticalPodAutoscaler': 'targetRef',
  'keda.sh/ScaledObject': 'scaleTargetRef',
}

const scaled = function* (known: Lookup): Iterable<Problem> {
  for (const [groupKind, key] of Object.entries(scalers))
    for (const scaler of known.ofKind(groupKind)) {
      const target = field(scaler.object, 'spec', key)
      const name = textAt(target, 'name')
      if (name === undefined) continue
      const kind = textAt(target, 'kind') ?? 'Deployment'
      const group = groupOf(textAt(target, 'apiVersion') ?? 'apps/v1')
      const namespace = scaler.namespace ?? ''
      if (known.find(scaler.cluster, namespace, `${group}/${kind}`, name) !== undefined) continue
      const { severity, because } = known.absence(scaler.cluster, namespace)
      const message = `${describe(scaler)} scales ${kind} ${namespace}/${name}, which does not exist${because}: correct ${key}`
      yield problem(scaler, pointer('spec', key, 'name'), message, { value: name, severity })
    }
}

const budgets = function* (known: Lookup): Iterable<Problem> {
  for (const budget of known.ofKind('policy/PodDisruptionBudget')) {
    const selector = labelSelector(field(budget.object, 'spec', 'selector'))
    const namespace = budget.namespace ?? ''
    if (isEmpty(selector) || known.selected(budget.cluster, namespace, selector).length > 0) continue
    if (known.runsPods(budget.cluster, namespace, selector)) continue
    const { severity = 'warning', because } = known.absence(budget.cluster, namespace)
    const message = `${describe(budget)} selects ${selectorText(selector)}, which no pod template in namespace ${namespace} has${because}: it protects nothing; correct the selector`
    yield problem(budget, '/spec/selector', message, { severity })
  }
}

type Monitored = { readonly count: number; readonly hasPort: (name: string) => boolean; readonly operated: boolean }

const monitored = (known: Lookup, monitor: WorldObject, namespace: string, selector: Selector): Monitored => {
  if (textAt(monitor.object, 'kind') === 'PodMonitor') {
    const pods = known.selected(monitor.cluster, namespace, selector)
    return {
      count: pods.length,
      hasPort: (name) => pods.some((pod) => templateDeclaresPort(pod, name)),
      operated: known.runsPods(monitor.cluster, namespace, selector),
    }
  }
  const found = known.services(monitor.cluster, namespace, selector)
  return {
    count: found.length,
    hasPort: (name) =>
      found.some((service) => listAt(service.object, 'spec', 'ports').some((port) => field(port, 'name') === name)),
    // The Services of an operator carry its labels, as its pods do.
    operated: known.runsPods(monitor.cluster, namespace, selector),
  }
}

const monitors = function* (known: Lookup): Iterable<Problem> {
  for (const [kind, endpoints] of [
    ['ServiceMonitor', 'endpoints'],
    ['PodMonitor', 'podMetricsEndpoints'],
  ] as const)
    for (const monitor of known.ofKind(`monitoring.coreos.com/${kind}`)) {
      const selector = labelSelector(field(monitor.object, 'spec', 'selector'))
      const where = field(monitor.object, 'spec', 'namespaceSelector')
      const own = monitor.namespace ?? ''
      const listed = listAt(where, 'matchNames').filter((name): name is string => typeof name === 'string')
      // Anywhere in the cluster may well be outside this repository.
      if (field(where, 'any') === true || isEmpty(selector)) continue
      const places = listed.length > 0 ? listed : [own]
      if (places.some((place) => place !== own && !known.deploysTo(monitor.cluster, place))) continue
      const found = places.map((place) => monitored(known, monitor, place, selector))
      if (found.some(({ operated }) => operated)) continue
      const missing = places.map((place) => known.absence(monitor.cluster, place))
      const { severity = 'warning' as Severity, because } = missing.find(({ because }) => because !== '') ?? {
        because: '',
      }
      if (found.every(({ count }) => count === 0)) {
        const message = `${describe(monitor)} selects ${selectorText(selector)}, which no ${kind === 'PodMonitor' ? 'pod template' : 'Service'} in ${places.join(', ')} has${because}: it scrapes nothing; correct the selector`
        yield problem(monitor, '/spec/selector', message, { severity })
        continue
      }
      for (const [index, endpoint] of listAt(monitor.object, 'spec', endpoints).entries()) {
        const port = textAt(endpoint, 'port')
        if (port === undefined || found.some(({ hasPort }) => hasPort(port))) continue
        const message = `${describe(monitor)} scrapes port ${port}, which nothing that it selects has${because}: correct the name of the port`
        yield problem(monitor, pointer('spec', endpoints, index, 'port'), message, { value: port, severity })
      }
    }
}

export const targetWithoutEndpoints: Rule = {
  id: 'target-without-endpoints',
  severity: 'error',
  what: 'A Service selects no pod or names a container port that no pod has; a route or Ingress leads to a missing Service or port; an autoscaler targets a missing workload; a monitor or disruption budget selects nothing (warning).',
  why: 'Everything is accepted and shown as healthy, and users get 503, alerts stay silent, and nodes are drained without care.',
  mend: 'Correct the selector, name or port; where the target is made outside the repository, exempt the object with the reason.',
  check: function* (world) {
    const known = lookup(world)
    yield* services(known)
    yield* routes(known)
    yield* scaled(known)
    yield* budgets(known)
    yield* monitors(known)
  },
}
