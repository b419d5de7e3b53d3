import { expect, test } from 'vitest'
import { missingReference as rule } from './missing-reference.ts'
import { application, found, objects, places } from './testing/world.ts'

const pod = (spec: string) => `
apiVersion: v1
kind: Pod
metadata: {name: p}
spec: ${spec}
`
const env = (valueFrom: string) => pod(`{containers: [{name: a, env: [{name: A, valueFrom: ${valueFrom}}]}]}`)
const at = '/spec/containers/0/env/0/valueFrom'
const settings = '\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {level: debug}}'
const severities = (text: string) => found(rule, text).map(({ severity }) => severity ?? rule.severity)

test.each([
  ['{configMapKeyRef: {name: settings, key: level}}', []],
  ['{configMapKeyRef: {name: settings, key: colour}}', [`${at}/configMapKeyRef/key`]],
  ['{configMapKeyRef: {name: setings, key: level}}', [`${at}/configMapKeyRef/name`]],
  ['{configMapKeyRef: {name: setings, key: level, optional: true}}', []],
  ['{secretKeyRef: {name: db, key: password}}', [`${at}/secretKeyRef/name`]],
])('env from %s', (valueFrom, expected) => expect(places(rule, env(valueFrom) + settings)).toEqual(expected))

test('a missing Secret is a warning, since it may come from outside Git; a missing ConfigMap is an error', () => {
  expect(severities(env('{secretKeyRef: {name: db, key: password}}'))).toEqual(['warning'])
  expect(severities(env('{configMapKeyRef: {name: c, key: k}}'))).toEqual(['error'])
})

test.each([
  ['{volumes: [{name: v, configMap: {name: nope}}]}', ['/spec/volumes/0/configMap/name']],
  [
    '{volumes: [{name: v, configMap: {name: settings, items: [{key: x, path: x}]}}]}',
    ['/spec/volumes/0/configMap/items/0/key'],
  ],
  ['{volumes: [{name: v, configMap: {name: kube-root-ca.crt}}]}', []],
  ['{volumes: [{name: v, secret: {secretName: nope, optional: true}}]}', []],
  [
    '{volumes: [{name: v, persistentVolumeClaim: {claimName: nope}}]}',
    ['/spec/volumes/0/persistentVolumeClaim/claimName'],
  ],
  [
    '{volumes: [{name: v, projected: {sources: [{secret: {name: nope}}]}}]}',
    ['/spec/volumes/0/projected/sources/0/secret/name'],
  ],
  ['{serviceAccountName: default}', []],
  ['{serviceAccountName: nope}', ['/spec/serviceAccountName']],
  ['{imagePullSecrets: [{name: nope}]}', ['/spec/imagePullSecrets/0/name']],
  ['{priorityClassName: system-node-critical}', []],
  [
    '{containers: [{name: a, envFrom: [{configMapRef: {name: nope}}]}]}',
    ['/spec/containers/0/envFrom/0/configMapRef/name'],
  ],
  ['{containers: [{name: a, volumeMounts: [{name: v, mountPath: /v}]}]}', ['/spec/containers/0/volumeMounts/0/name']],
])('a pod with %s', (spec, expected) => expect(places(rule, pod(spec) + settings)).toEqual(expected))

test('a priority class counts as missing only where the tree manages priority classes', () => {
  const other = '---\n{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}}'
  expect(places(rule, pod('{priorityClassName: low}'))).toEqual([])
  expect(places(rule, pod('{priorityClassName: low}') + other)).toEqual(['/spec/priorityClassName'])
  expect(places(rule, pod('{priorityClassName: high}') + other)).toEqual([])
})

const secretFrom = (name: string, maker: string) =>
  places(rule, `${env(`{secretKeyRef: {name: ${name}, key: k}}`)}\n---\n${maker}`)

test.each([
  ['db', '{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: x}, spec: {target: {name: db}}}'],
  ['db', '{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: db}}'],
  ['db', '{apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: db}}'],
  [
    'web-tls',
    '{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: web}, spec: {secretName: web-tls}}',
  ],
  ['pg-app', '{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: pg}}'],
  ['mq-default-user', '{apiVersion: rabbitmq.com/v1beta1, kind: RabbitmqCluster, metadata: {name: mq}}'],
  [
    'db',
    '{apiVersion: secrets.hashicorp.com/v1beta1, kind: VaultStaticSecret, metadata: {name: v}, spec: {destination: {name: db}}}',
  ],
  [
    'conn',
    '{apiVersion: sql.example.com/v1, kind: Instance, metadata: {name: i}, spec: {writeConnectionSecretToRef: {name: conn}}}',
  ],
  ['thing-auth', '{apiVersion: things.example.com/v1, kind: Thing, metadata: {name: thing}}'],
])('Secret %s is made by %s', (name, maker) => expect(secretFrom(name, maker)).toEqual([]))

test('a controller makes what it makes, and no more', () => {
  expect(
    secretFrom('pg-nope', '{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {name: pg}}'),
  ).toHaveLength(1)
  expect(
    secretFrom(
      'db',
      '{apiVersion: external-secrets.io/v1, kind: ExternalSecret, metadata: {name: x, namespace: other}, spec: {target: {name: db}}}',
    ),
  ).toHaveLength(1)
})

test('bindings need their Role and their ServiceAccounts, where those are ours', () => {
  const binding = (
    subject: string,
  ) => `{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b},
    roleRef: {kind: Role, name: reader}, subjects: [${subject}, {kind: User, name: u}]}`
  const role = '\n---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: reader}}'
  expect(places(rule, binding('{kind: ServiceAccount, name: a, namespace: of-others}') + role)).toEqual([])
  expect(places(rule, binding('{kind: ServiceAccount, name: a}') + role)).toEqual(['/subjects/0/name'])
  expect(places(rule, binding('{kind: Group, name: g}'))).toEqual(['/roleRef/name'])
})

test('custom resources name objects too', () => {
  const backup =
    '{apiVersion: postgresql.cnpg.io/v1, kind: ScheduledBackup, metadata: {name: b}, spec: {cluster: {name: pg}}}'
  expect(places(rule, backup)).toEqual(['/spec/cluster/name'])
  const issued = (kind: string) =>
    `{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: c}, spec: {issuerRef: {name: ca${kind}}}}`
  expect(places(rule, issued(''))).toEqual(['/spec/issuerRef/name'])
  expect(places(rule, issued(', kind: ClusterIssuer'))).toEqual([])
  const set = '{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {serviceName: nope}}'
  expect(places(rule, set)).toEqual(['/spec/serviceName'])
})

test('a claim template of a StatefulSet is a volume of its pods', () => {
  const set = `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {volumeClaimTemplates: [{metadata: {name: data}}],
    template: {spec: {containers: [{name: a, volumeMounts: [{name: data, mountPath: /d}]}]}}}}`
  expect(places(rule, set)).toEqual([])
})

test('it is a note where an Application was not rendered', () => {
  const applications = [application(), application({ name: 'chart', rendered: false })]
  const problems = found(rule, { objects: objects(env('{configMapKeyRef: {name: c, key: k}}')), applications })
  expect(problems.map(({ severity }) => severity)).toEqual(['note'])
})

test('routes and policies name a Gateway and one of its listeners', () => {
  const gateway =
    '\n---\n{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: public}, spec: {listeners: [{name: https}]}}'
  const route = (parent: string) =>
    `{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r}, spec: {parentRefs: [${parent}]}}${gateway}`
  expect(places(rule, route('{name: public, sectionName: https}'))).toEqual([])
  expect(places(rule, route('{name: public, sectionName: http}'))).toEqual(['/spec/parentRefs/0/sectionName'])
  expect(places(rule, route('{name: publik}'))).toEqual(['/spec/parentRefs/0/name'])
  expect(places(rule, route('{name: public, namespace: of-others}'))).toEqual([])
  const policy = (target: string) =>
    `{apiVersion: gateway.envoyproxy.io/v1alpha1, kind: ClientTrafficPolicy, metadata: {name: p}, spec: {targetRefs: [${target}]}}${gateway}`
  expect(places(rule, policy('{kind: Gateway, name: public}'))).toEqual([])
  expect(places(rule, policy('{kind: Gateway, name: publik}'))).toEqual(['/spec/targetRefs/0/name'])
  expect(places(rule, policy('{kind: HTTPRoute, name: nope}'))).toEqual(['/spec/targetRefs/0/name'])
})
