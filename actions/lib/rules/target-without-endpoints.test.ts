import { expect, test } from 'vitest'
import { targetWithoutEndpoints as rule } from './target-without-endpoints.ts'
import { application, found, healthy, objects, places } from './testing/world.ts'

const also = (text: string) => places(rule, `${healthy}---\n${text}`)

test('a Service that selects nothing names what comes near', () => {
  const text = healthy.replace('selector: {app: api}\n', 'selector: {app: api, tier: web}\n')
  const [problem, ...more] = found(rule, text)
  expect(more).toEqual([])
  expect(problem?.pointer).toBe('/spec/selector')
  expect(problem?.message).toContain('Deployment shop/api has some of these labels')
})

test('pods of another namespace or cluster do not count', () => {
  const [deployment, service] = objects(healthy)
  if (deployment === undefined || service === undefined) throw new Error('fixture')
  for (const elsewhere of [{ namespace: 'other' }, { cluster: 'other' }])
    expect(places(rule, { objects: [{ ...deployment, ...elsewhere }, service] })).toEqual(['/spec/selector/app'])
})

test('a named targetPort must exist; a number need not be declared', () => {
  expect(places(rule, healthy.replace('targetPort: http', 'targetPort: web'))).toEqual(['/spec/ports/0/targetPort'])
  expect(places(rule, healthy.replace('targetPort: http', 'targetPort: 9999'))).toEqual([])
})

test('Services without a selector, or for an operator’s pods, have other endpoints', () => {
  expect(also('{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {ports: [{port: 1}]}}')).toEqual([])
  expect(
    also('{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {type: ExternalName, selector: {a: b}}}'),
  ).toEqual([])
  const operated = `{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {selector: {app: thing}}}
---
{apiVersion: databases.example.com/v1, kind: Thing, metadata: {name: thing}}`
  expect(also(operated)).toEqual([])
})

const route = (backend: string) =>
  `{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r}, spec: {rules: [{backendRefs: [${backend}]}]}}`

test.each([
  ['{name: api, port: 80}', []],
  ['{name: apy, port: 80}', ['/spec/rules/0/backendRefs/0/name']],
  ['{name: api, port: 8001}', ['/spec/rules/0/backendRefs/0/port']],
  ['{name: x, group: example.com, kind: Bucket}', []],
  ['{name: x, namespace: of-others, port: 80}', []],
])('HTTPRoute to %s', (backend, expected) => expect(also(route(backend))).toEqual(expected))

const ingress = (service: string) => `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i},
  spec: {rules: [{http: {paths: [{path: /, backend: {service: ${service}}}]}}]}}`

test.each([
  ['{name: api, port: {number: 80}}', []],
  ['{name: api, port: {name: http}}', []],
  ['{name: api, port: {name: web}}', ['/spec/rules/0/http/paths/0/backend/service/port']],
  ['{name: nope, port: {number: 80}}', ['/spec/rules/0/http/paths/0/backend/service/name']],
])('Ingress to %s', (service, expected) => expect(also(ingress(service))).toEqual(expected))

test('a route may lead to a Service that CloudNativePG makes', () => {
  const text = `${route('{name: pg-rw, port: 5432}')}\n---\n{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: pg}}`
  expect(also(text)).toEqual([])
})

test('autoscalers need their workload', () => {
  const hpa = (name: string) => `{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: h},
    spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}}}`
  expect(also(hpa('api'))).toEqual([])
  expect(also(hpa('web'))).toEqual(['/spec/scaleTargetRef/name'])
  const scaled = (name: string) =>
    `{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: s}, spec: {scaleTargetRef: {name: ${name}}}}`
  expect(also(scaled('api'))).toEqual([])
  expect(also(scaled('web'))).toEqual(['/spec/scaleTargetRef/name'])
})

test('a disruption budget that selects nothing is a warning', () => {
  const budget = (app: string) =>
    `{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {selector: {matchLabels: {app: ${app}}}}}`
  expect(also(budget('api'))).toEqual([])
  expect(found(rule, budget('web')).map(({ pointer, severity }) => [pointer, severity])).toEqual([
    ['/spec/selector', 'warning'],
  ])
})

const monitor = (kind: string, endpoints: string, rest = '') =>
  `{apiVersion: monitoring.coreos.com/v1, kind: ${kind}, metadata: {name: m}, spec: {selector: {matchLabels: {app: api}}, ${endpoints}${rest}}}`

test.each([
  [monitor('ServiceMonitor', 'endpoints: [{port: http}]'), []],
  [monitor('ServiceMonitor', 'endpoints: [{port: metrics}]'), ['/spec/endpoints/0/port']],
  [monitor('ServiceMonitor', 'endpoints: [{port: http}]').replace('app: api', 'app: web'), ['/spec/selector']],
  [monitor('PodMonitor', 'podMetricsEndpoints: [{port: http}]'), []],
  [monitor('PodMonitor', 'podMetricsEndpoints: [{port: metrics}]'), ['/spec/podMetricsEndpoints/0/port']],
  [monitor('ServiceMonitor', 'endpoints: [{port: x}]', ', namespaceSelector: {matchNames: [of-others]}'), []],
  [monitor('ServiceMonitor', 'endpoints: [{port: x}]', ', namespaceSelector: {any: true}'), []],
])('%s', (text, expected) => expect(also(text)).toEqual(expected))

test('it is a note where an Application was not rendered, and only there', () => {
  const [, service] = objects(healthy)
  if (service === undefined) throw new Error('fixture')
  const severity = (namespace: string | undefined, cluster = 'in-cluster') =>
    found(rule, {
      objects: [service],
      applications: [application({ name: 'chart', rendered: false, namespace, cluster })],
    })[0]?.severity
  expect(severity('shop')).toBe('note')
  expect(severity(undefined)).toBe('note')
  expect(severity('other')).toBeUndefined()
  expect(severity('shop', 'other')).toBeUndefined()
})
