import { expect, test } from 'vitest'
import { duplicateHostname as rule } from './duplicate-hostname.ts'
import { found, objects, places } from './testing/world.ts'

const route = (name: string, spec = '', parent = '{name: public, namespace: gateway}') =>
  `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: ${name}}, spec: {parentRefs: [${parent}], hostnames: [a.example.com, "${name}.example.com"]${spec}}}\n`
const path = (value: string) => `, rules: [{matches: [{path: {type: PathPrefix, value: ${value}}}]}]`

test('two routes for one host and path: the second is found at its host', () => {
  const [problem, ...more] = found(rule, route('one') + route('two', path('/')))
  expect(more).toEqual([])
  expect(problem?.object?.object.metadata.name).toBe('two')
  expect(problem?.pointer).toBe('/spec/hostnames/0')
  expect(problem?.message).toContain('HTTPRoute shop/one')
})

test.each([
  ['other paths', path('/a'), path('/b'), undefined],
  ['other headers', ', rules: [{matches: [{headers: [{name: x, value: y}]}]}]', '', undefined],
  ['another Gateway', '', '', '{name: internal, namespace: gateway}'],
])('%s share a host in peace', (_, one, two, parent) => {
  expect(found(rule, route('one', one) + route('two', two, parent))).toEqual([])
})

test('a redirect on the plain listener and the route on the TLS listener do not meet', () => {
  const listener = (name: string) => `{name: public, sectionName: ${name}}`
  expect(found(rule, route('one', '', listener('http')) + route('two', '', listener('https')))).toEqual([])
  expect(found(rule, route('one', '', listener('http')) + route('two', '', '{name: public}'))).toHaveLength(1)
})

test('two clusters never meet', () => {
  const other = objects(route('two'), { cluster: 'other' })
  expect(places(rule, { objects: [...objects(route('one')), ...other] })).toEqual([])
})

const ingress = (name: string, rest = '', annotations = '{}') =>
  `---\n{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: ${name}, annotations: ${annotations}}, spec: {ingressClassName: nginx${rest}, rules: [{host: a.example.com, http: {paths: [{path: /}]}}]}}\n`

test('Ingresses of one class; a canary is meant to share', () => {
  expect(places(rule, ingress('one') + ingress('two'))).toEqual(['/spec/rules/0/host'])
  expect(places(rule, ingress('one') + ingress('two', '', '{nginx.ingress.kubernetes.io/canary: "true"}'))).toEqual([])
  expect(places(rule, ingress('one') + ingress('two').replace('nginx', 'internal'))).toEqual([])
})

test('a listener and the routes attached to it are one claim', () => {
  const gateway = (name: string) =>
    `---\n{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: ${name}, namespace: gateway}, spec: {gatewayClassName: envoy, listeners: [{name: https, port: 443, hostname: a.example.com}]}}\n`
  expect(found(rule, gateway('public') + route('one'))).toEqual([])
  expect(places(rule, gateway('public') + gateway('second'))).toEqual(['/spec/listeners/0/hostname'])
})

test('VirtualServices on one gateway', () => {
  const service = (name: string, gateways: string) =>
    `---\n{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: ${name}}, spec: {hosts: [a.example.com], gateways: [${gateways}], http: [{route: []}]}}\n`
  expect(places(rule, service('one', 'istio/public') + service('two', 'istio/public'))).toEqual(['/spec/hosts/0'])
  expect(places(rule, service('one', 'mesh') + service('two', 'mesh'))).toEqual([])
})
