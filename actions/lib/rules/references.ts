// Which fields name another object: one row a field. Data for missing-reference.
import type { Provided } from './providers.ts'
import type { Segment } from './values.ts'

export type Reference = {
  /** Path to the object that holds the name, `*` for each item. */
  readonly path: readonly Segment[]
  /** Group and kind that is named; a function of nothing but the table. */
  readonly to: string
  /** The field with the name; `''`: the path itself is the name. */
  readonly name: string
  /** The field with the key in a ConfigMap or Secret, or with the name of a listener of a Gateway. */
  readonly key?: string
  /** The field with the namespace, where another may be named. */
  readonly namespace?: string
  /** Holds only when this field has this value; `absent` counts as the first value. */
  readonly when?: readonly [field: string, ...values: string[]]
  /** The named kind has no namespace. */
  readonly clusterScoped?: true
}

const secret = (path: string, name = 'name', key?: string): Reference => ({
  path: path.split('.'),
  to: '/Secret',
  name,
  ...(key === undefined ? {} : { key }),
})

const object = (path: string, to: string, name = 'name'): Reference => ({ path: path.split('.'), to, name })

const issuers = (path: string): readonly Reference[] => [
  { path: path.split('.'), to: 'cert-manager.io/Issuer', name: 'name', when: ['kind', 'Issuer'] },
  {
    path: path.split('.'),
    to: 'cert-manager.io/ClusterIssuer',
    name: 'name',
    when: ['kind', 'ClusterIssuer'],
    clusterScoped: true,
  },
]

const gateways = (path: string): Reference => ({
  path: path.split('.'),
  to: 'gateway.networking.k8s.io/Gateway',
  name: 'name',
  namespace: 'namespace',
  when: ['kind', 'Gateway'],
  key: 'sectionName',
})

const routes: readonly Reference[] = [gateways('spec.parentRefs.*')]

/** Envoy Gateway policies attach to Gateways and routes of their own namespace. */
const policyTargets: readonly Reference[] = ['Gateway', 'HTTPRoute', 'GRPCRoute'].map((kind) => ({
  path: ['spec', 'targetRefs', '*'],
  to: `gateway.networking.k8s.io/${kind}`,
  name: 'name',
  when: ['kind', kind],
  ...(kind === 'Gateway' ? { key: 'sectionName' } : {}),
}))

/** Below a pod's `spec`. */
export const podReferences: readonly Reference[] = [
  ...['containers', 'initContainers'].flatMap((list): Reference[] => [
    { path: [list, '*', 'env', '*', 'valueFrom', 'configMapKeyRef'], to: '/ConfigMap', name: 'name', key: 'key' },
    { path: [list, '*', 'env', '*', 'valueFrom', 'secretKeyRef'], to: '/Secret', name: 'name', key: 'key' },
    { path: [list, '*', 'envFrom', '*', 'configMapRef'], to: '/ConfigMap', name: 'name' },
    { path: [list, '*', 'envFrom', '*', 'secretRef'], to: '/Secret', name: 'name' },
  ]),
  { path: ['volumes', '*', 'configMap'], to: '/ConfigMap', name: 'name', key: 'items' },
  { path: ['volumes', '*', 'secret'], to: '/Secret', name: 'secretName', key: 'items' },
  { path: ['volumes', '*', 'projected', 'sources', '*', 'configMap'], to: '/ConfigMap', name: 'name', key: 'items' },
  { path: ['volumes', '*', 'projected', 'sources', '*', 'secret'], to: '/Secret', name: 'name', key: 'items' },
  { path: ['volumes', '*', 'persistentVolumeClaim'], to: '/PersistentVolumeClaim', name: 'claimName' },
  { path: ['volumes', '*', 'csi', 'nodePublishSecretRef'], to: '/Secret', name: 'name' },
  { path: ['imagePullSecrets', '*'], to: '/Secret', name: 'name' },
  { path: ['serviceAccountName'], to: '/ServiceAccount', name: '' },
  { path: ['priorityClassName'], to: 'scheduling.k8s.io/PriorityClass', name: '', clusterScoped: true },
]

const bindings: readonly Reference[] = [
  { path: ['roleRef'], to: 'rbac.authorization.k8s.io/Role', name: 'name', when: ['kind', 'Role'] },
  {
    path: ['subjects', '*'],
    to: '/ServiceAccount',
    name: 'name',
    namespace: 'namespace',
    when: ['kind', 'ServiceAccount'],
  },
]

export const objectReferences: Readonly<Record<string, readonly Reference[]>> = {
  'apps/StatefulSet': [object('spec.serviceName', '/Service', '')],
  'barmancloud.cnpg.io/ObjectStore': [
    secret('spec.configuration.s3Credentials.accessKeyId', 'name', 'key'),
    secret('spec.configuration.s3Credentials.secretAccessKey', 'name', 'key'),
  ],
  'cert-manager.io/Certificate': issuers('spec.issuerRef'),
  'cert-manager.io/ClusterIssuer': [gateways('spec.acme.solvers.*.http01.gatewayHTTPRoute.parentRefs.*')],
  'cert-manager.io/Issuer': [
    secret('spec.ca', 'secretName'),
    gateways('spec.acme.solvers.*.http01.gatewayHTTPRoute.parentRefs.*'),
  ],
  'external-secrets.io/ExternalSecret': [
    {
      path: ['spec', 'secretStoreRef'],
      to: 'external-secrets.io/SecretStore',
      name: 'name',
      when: ['kind', 'SecretStore'],
    },
    {
      path: ['spec', 'secretStoreRef'],
      to: 'external-secrets.io/ClusterSecretStore',
      name: 'name',
      when: ['kind', 'ClusterSecretStore'],
      clusterScoped: true,
    },
  ],
  'gateway.envoyproxy.io/BackendTrafficPolicy': policyTargets,
  'gateway.envoyproxy.io/ClientTrafficPolicy': policyTargets,
  'gateway.envoyproxy.io/SecurityPolicy': policyTargets,
  'gateway.networking.k8s.io/Gateway': [
    {
      path: ['spec', 'listeners', '*', 'tls', 'certificateRefs', '*'],
      to: '/Secret',
      name: 'name',
      namespace: 'namespace',
      when: ['kind', 'Secret'],
    },
    { path: ['spec', 'gatewayClassName'], to: 'gateway.networking.k8s.io/GatewayClass', name: '', clusterScoped: true },
  ],
  'gateway.networking.k8s.io/GRPCRoute': routes,
  'gateway.networking.k8s.io/HTTPRoute': routes,
  'gateway.networking.k8s.io/TCPRoute': routes,
  'gateway.networking.k8s.io/TLSRoute': routes,
  'keda.sh/ScaledObject': [
    {
      path: ['spec', 'triggers', '*', 'authenticationRef'],
      to: 'keda.sh/TriggerAuthentication',
      name: 'name',
      when: ['kind', 'TriggerAuthentication'],
    },
  ],
  'keda.sh/TriggerAuthentication': [secret('spec.secretTargetRef.*', 'name', 'key')],
  'monitoring.coreos.com/ServiceMonitor': [
    secret('spec.endpoints.*.basicAuth.username', 'name', 'key'),
    secret('spec.endpoints.*.basicAuth.password', 'name', 'key'),
    secret('spec.endpoints.*.authorization.credentials', 'name', 'key'),
  ],
  'networking.k8s.io/Ingress': [secret('spec.tls.*', 'secretName')],
  'postgresql.cnpg.io/Cluster': [
    secret('spec.superuserSecret'),
    secret('spec.bootstrap.initdb.secret'),
    secret('spec.bootstrap.recovery.secret'),
    secret('spec.managed.roles.*.passwordSecret'),
    object('spec.plugins.*.parameters.barmanObjectName', 'barmancloud.cnpg.io/ObjectStore', ''),
  ],
  'postgresql.cnpg.io/Database': [object('spec.cluster', 'postgresql.cnpg.io/Cluster')],
  'postgresql.cnpg.io/Pooler': [object('spec.cluster', 'postgresql.cnpg.io/Cluster')],
  'postgresql.cnpg.io/ScheduledBackup': [object('spec.cluster', 'postgresql.cnpg.io/Cluster')],
  'rbac.authorization.k8s.io/ClusterRoleBinding': bindings,
  'rbac.authorization.k8s.io/RoleBinding': bindings,
}

/** Kinds that the provider table knows. */
export const providedKind: Readonly<Record<string, Provided>> = {
  '/ConfigMap': 'ConfigMap',
  '/Secret': 'Secret',
  '/Service': 'Service',
  '/ServiceAccount': 'ServiceAccount',
}

/** Objects that every cluster has, and ranges of names that belong to Kubernetes. */
export const isBuiltIn = (to: string, name: string): boolean =>
  to === 'scheduling.k8s.io/PriorityClass' && name.startsWith('system-')
