import { expect, test } from 'vitest'
import { infrastructureIds, publicAddresses } from './addresses.ts'
import { infrastructureIdentity as rule } from './infrastructure-identity.ts'
import { objects, places, source } from './testing/world.ts'

// Addresses of nobody's platform in particular, outside the documentation ranges on purpose.
test.each([
  ['52.1.2.3', ['52.1.2.3']],
  ['https://52.1.2.3:6443', ['52.1.2.3']],
  ['--bind=52.1.2.3', ['52.1.2.3']],
  ['52.1.2.3/32', ['52.1.2.3']],
  ['10.0.0.1,52.1.2.3', ['52.1.2.3']],
  ['172.32.0.1', ['172.32.0.1']],
  ['2a02:247a:1::5', ['2a02:247a:1::5']],
  ['http://[2a02:247a:1::5]:80', ['2a02:247a:1::5']],
])('%s names %o', (text, expected) => expect(publicAddresses(text)).toEqual(expected))

test.each([
  ...[
    '0.0.0.0/0',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.0/24',
    '127.0.0.1',
    '169.254.169.254',
  ],
  ...['100.64.0.1', '192.0.2.10', '198.51.100.7', '203.0.113.9', '224.0.0.251', '255.255.255.255', '999.1.2.3'],
  ...['1.1.1.1', '8.8.8.8', '9.9.9.9', '140.82.112.0/20', '128.0.0.0/1'],
  ...[
    'v1.2.3.4',
    'app:1.2.3.4',
    'nginx-1.25.3.4',
    'version: 4.19.0.1',
    '--version=1.2.3.4',
    'Chrome/120.0.0.0',
    '1.2.3.4-rc1',
    '1.2.3.4.5',
  ],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '2001:db8::1',
    '2001:4860:4860::8888',
    '2000::/3',
    '2026-11-21T10:58:00Z',
    '00:1a:2b:3c:4d:5e',
    'std::vector',
  ],
])('%s is no identity', (text) => expect(publicAddresses(text)).toEqual([]))

const id = '3f8b1c52-9d4e-4a7b-8c6d-2e5f7a901b34'

test.each([
  [id, [id]],
  [`https://api.example.com/k8s/${id}`, [id]],
  [`first line\ncluster_id: "${id}"\n`, [id]],
  [`{"panels":[\n{"uid":"${id}"}]}`, []],
  ['00000000-0000-0000-0000-000000000000', []],
  ['11111111-1111-4111-8111-111111111111', []],
  ['12345678-1234-1234-1234-123456789012', []],
  [`a-${id}`, []],
])('%s names %o', (text, expected) => expect(infrastructureIds(text)).toEqual(expected))

test('objects and kustomizations are read, versions and CRDs are not', () => {
  const text = `
apiVersion: v1
kind: Service
metadata: {name: s, uid: ${id}, labels: {app.kubernetes.io/version: 52.1.2.3}}
spec: {loadBalancerIP: 52.1.2.3}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: c}
spec: {description: such as 52.1.2.3}
`
  const sources = [source('a/kustomization.yaml', `commonAnnotations: {datacenter: ${id}, address: 52.1.2.3}`)]
  expect(places(rule, { objects: objects(text), sources })).toEqual([
    '/spec/loadBalancerIP',
    'a/kustomization.yaml/commonAnnotations/datacenter',
  ])
})
