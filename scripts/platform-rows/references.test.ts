import { expect, test } from 'vitest'
import type { KubernetesObject } from '../../actions/lib/kubernetes/object.ts'
import { loosePods } from './pods.ts'
import { brokenRoutes, danglingReferences, idleSelectors } from './references.ts'

const object = (
  kind: string,
  name: string,
  spec: KubernetesObject['spec'] = {},
  namespace = 'shop',
): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace },
  spec: spec ?? {},
})

const deployment = object('Deployment', 'web', {
  template: {
    metadata: { labels: { 'app.kubernetes.io/name': 'web' } },
    spec: {
      serviceAccountName: 'web',
      containers: [{ name: 'web', image: 'nginx:latest', envFrom: [{ secretRef: { name: 'keys' } }] }],
    },
  },
})

test('a Secret counts as provided by the ExternalSecret that makes it, in its own namespace only', () => {
  const account = object('ServiceAccount', 'web')
  const secret = { secretStoreRef: { name: 'vault' }, target: { name: 'keys' } }
  const store = object('SecretStore', 'vault', {
    provider: { vault: { auth: { kubernetes: { serviceAccountRef: { name: 'web' } } } } },
  })
  expect(danglingReferences([deployment, account, store, object('ExternalSecret', 'x', secret)])).toEqual([])
  expect(danglingReferences([deployment, account])).toEqual([
    'v1/Deployment shop/web refers to shop/Secret/keys, which nothing provides',
  ])
})

test('a Service that selects no pod is idle', () => {
  const service = object('Service', 'web', { selector: { 'app.kubernetes.io/name': 'wbe' } })
  expect(idleSelectors([deployment, service])).toEqual(['v1/Service shop/web selects no pod'])
})

test('a hostname belongs to one namespace, a backend to a port of a Service', () => {
  const route = (namespace: string) =>
    object(
      'HTTPRoute',
      'web',
      { hostnames: ['a.example'], rules: [{ backendRefs: [{ name: 'web', port: 80 }] }] },
      namespace,
    )
  const service = object('Service', 'web', { ports: [{ port: 80 }] })
  expect(brokenRoutes([service, route('shop'), route('bar')])).toEqual([
    'v1/HTTPRoute bar/web leads to bar/web:80, which no Service offers',
    'a.example is claimed by more than one namespace',
  ])
})

test('a bare container lacks everything', () => {
  expect(loosePods(deployment)).toHaveLength(9)
})
