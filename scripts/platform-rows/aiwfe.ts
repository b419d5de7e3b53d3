// The rows of platform C (AIWFE) that a manifest carries: which file, which rendered object, which value.

import type { JsonValue } from '../../actions/lib/kubernetes/object.ts'
import type { Expected, Fact } from './fact.ts'

const prod = 'gitops/aiwfe/overlays/prod'
const staging = 'gitops/aiwfe/overlays/staging'
const monitoring = 'gitops/aiwfe/monitoring'
const mesh = 'gitops/aiwfe/overlays/prod-mesh'

const is = (value: JsonValue): Expected => ({ is: value })
const contains = (text: string): Expected => ({ contains: text })

type Line = readonly [row: string, file: string, object: string, pointer: string, expected: Expected]

const inApplication =
  (application: string, folder: string) =>
  ([row, file, object, pointer, expected]: Line): Fact => ({
    row,
    file: `${folder}/${file}`,
    application,
    object,
    pointer,
    expected,
  })

const small: JsonValue = { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '1Gi' } }
const container = '/spec/template/spec/containers/0'
const ports = '/spec/ports/0/port'

const workloads: readonly Line[] = [
  ['C-01', 'api/service.yaml', 'v1/Service aiwfe-prod/api', ports, is(8001)],
  ['C-01', 'webui/service.yaml', 'v1/Service aiwfe-prod/webui', ports, is(5173)],
  ['C-01', 'api/app.env', 'v1/ConfigMap aiwfe-prod/app-config-*', '/data/PGPORT', is('5432')],
  ['C-01', 'redis/master.yaml', 'v1/Service aiwfe-prod/redis-master', ports, is(6379)],
  [
    'C-01',
    'worker/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/worker-deployment',
    `${container}/image`,
    is('ghcr.io/your-org/aiwfe-worker:1.4.0'),
  ],
  [
    'C-01',
    'edge/gateway.yaml',
    'gateway.networking.k8s.io/v1/Gateway aiwfe-prod/aiwfe',
    '/spec/listeners/0/port',
    is(80),
  ],
  [
    'C-01',
    'edge/gateway.yaml',
    'gateway.networking.k8s.io/v1/Gateway aiwfe-prod/aiwfe',
    '/spec/listeners/1/port',
    is(443),
  ],
  ['C-04', 'api/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/api-deployment', '/spec/replicas', is(3)],
  ['C-04', 'webui/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/webui-deployment', '/spec/replicas', is(2)],
  [
    'C-04',
    'edge/routes.yaml',
    'gateway.networking.k8s.io/v1/HTTPRoute aiwfe-prod/webui',
    '/spec/rules/0/filters/0/responseHeaderModifier/set/0/value',
    contains('immutable'),
  ],
  [
    'C-08',
    'api/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/api-deployment',
    `${container}/command`,
    is(['uvicorn', 'app.api.main:app', '--host', '0.0.0.0', '--port', '8001']),
  ],
  ['C-09', 'api/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/api-deployment', `${container}/resources`, is(small)],
  [
    'C-09',
    'webui/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/webui-deployment',
    `${container}/resources`,
    is(small),
  ],
  [
    'C-09',
    'worker/deployment.yaml',
    'apps/v1/Deployment aiwfe-prod/worker-deployment',
    `${container}/resources`,
    is(small),
  ],
  ['C-09', 'postgres/cluster.yaml', 'postgresql.cnpg.io/v1/Cluster aiwfe-prod/postgres', '/spec/resources', is(small)],
]

const scaledObject = 'keda.sh/v1alpha1/ScaledObject aiwfe-prod/worker-deployment'
const scaling: readonly Line[] = [
  ['C-05', 'worker/scaled-object.yaml', scaledObject, '/spec/minReplicaCount', is(2)],
  ['C-05', 'worker/scaled-object.yaml', scaledObject, '/spec/maxReplicaCount', is(10)],
  ['C-05', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/0/metadata/listName', is('celery')],
  [
    'C-05',
    'worker/scaled-object.yaml',
    scaledObject,
    '/spec/triggers/0/metadata/address',
    is('redis-master.aiwfe-prod.svc.cluster.local:6379'),
  ],
  ['C-11', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/0/type', is('redis')],
  ['C-11', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/1/type', is('cpu')],
  ['C-11', 'worker/scaled-object.yaml', scaledObject, '/spec/triggers/2/type', is('memory')],
  ['C-21', 'worker/scaled-object.yaml', scaledObject, '/spec/pollingInterval', is(15)],
]

const cluster = 'postgresql.cnpg.io/v1/Cluster aiwfe-prod/postgres'
const objectStore = 'barmancloud.cnpg.io/v1/ObjectStore aiwfe-prod/postgres-backups'
const data: readonly Line[] = [
  ['C-06', 'postgres/cluster.yaml', cluster, '/spec/instances', is(3)],
  ['C-06', 'postgres/cluster.yaml', cluster, '/spec/storage/size', is('20Gi')],
  [
    'C-06',
    'postgres/cluster.yaml',
    cluster,
    '/metadata/annotations/argocd.argoproj.io~1sync-options',
    is('Prune=confirm,Delete=confirm'),
  ],
  [
    'C-17',
    'postgres/scheduled-backup.yaml',
    'postgresql.cnpg.io/v1/ScheduledBackup aiwfe-prod/postgres-daily',
    '/spec/schedule',
    is('0 30 2 * * *'),
  ],
  ['C-17', 'postgres/cluster.yaml', cluster, '/spec/plugins/0/isWALArchiver', is(true)],
  ['C-17', 'postgres/object-store.yaml', objectStore, '/spec/retentionPolicy', is('30d')],
  [
    'C-17',
    'postgres/object-store.yaml',
    objectStore,
    '/spec/configuration/destinationPath',
    is('s3://aiwfe-prod/postgres/'),
  ],
  ['C-21', 'postgres/cluster.yaml', cluster, '/spec/postgresql/parameters/archive_timeout', is('1min')],
  [
    'C-07',
    'redis/master.yaml',
    'apps/v1/StatefulSet aiwfe-prod/redis-master',
    '/spec/volumeClaimTemplates/0/spec/accessModes/0',
    is('ReadWriteOnce'),
  ],
  [
    'C-07',
    'redis/master.yaml',
    'apps/v1/StatefulSet aiwfe-prod/redis-master',
    `${container}/resources/limits/memory`,
    is('2Gi'),
  ],
  [
    'C-07',
    'redis/replica.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/replica.conf',
    contains('replicaof redis-master 6379'),
  ],
  [
    'C-07',
    'redis/common.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/common.conf',
    contains('maxmemory 1600mb'),
  ],
  [
    'C-18',
    'redis/common.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/common.conf',
    contains('save 21600 1'),
  ],
  [
    'C-18',
    'redis/common.conf',
    'v1/ConfigMap aiwfe-prod/redis-config-*',
    '/data/common.conf',
    contains('appendonly yes'),
  ],
]

const apiPolicy = 'gateway.envoyproxy.io/v1alpha1/BackendTrafficPolicy aiwfe-prod/api'
const edge: readonly Line[] = [
  [
    'C-02',
    'edge/certificate.yaml',
    'cert-manager.io/v1/Certificate aiwfe-prod/aiwfe',
    '/spec/renewBeforePercentage',
    is(50),
  ],
  [
    'C-02',
    'edge/issuer.yaml',
    'cert-manager.io/v1/Issuer aiwfe-prod/letsencrypt',
    '/spec/acme/server',
    contains('letsencrypt.org'),
  ],
  [
    'C-10',
    'edge/gateway.yaml',
    'gateway.networking.k8s.io/v1/Gateway aiwfe-prod/aiwfe',
    '/spec/gatewayClassName',
    is('envoy'),
  ],
  ['C-10', 'edge/traffic.yaml', apiPolicy, '/spec/loadBalancer/type', is('RoundRobin')],
  ['C-10', 'edge/traffic.yaml', apiPolicy, '/spec/healthCheck/active/http/path', is('/health')],
  ['C-11', 'edge/traffic.yaml', apiPolicy, '/spec/circuitBreaker/maxPendingRequests', is(512)],
  ['C-11', 'edge/traffic.yaml', apiPolicy, '/spec/retry/numRetries', is(2)],
]

const objectives: readonly Line[] = ['api', 'webui', 'worker'].flatMap((name): readonly Line[] => {
  const ref = `apps/v1/Deployment aiwfe-prod/${name}-deployment`
  return [
    ['C-20', `${name}/deployment.yaml`, ref, '/spec/progressDeadlineSeconds', is(300)],
    ['C-20', `${name}/deployment.yaml`, ref, `${container}/startupProbe/failureThreshold`, is(15)],
    ['C-20', `${name}/deployment.yaml`, ref, `${container}/startupProbe/periodSeconds`, is(2)],
    ['C-21', `${name}/deployment.yaml`, ref, '/spec/strategy/rollingUpdate/maxUnavailable', is(0)],
    ['C-22', `${name}/deployment.yaml`, ref, `${container}/readinessProbe/httpGet/path`, is('/health')],
  ]
})

const security: readonly Line[] = [
  [
    'C-16',
    'guardrails/network-policies.yaml',
    'networking.k8s.io/v1/NetworkPolicy aiwfe-prod/default-deny',
    '/spec',
    is({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  ],
  [
    'C-16',
    'guardrails/log-reader.yaml',
    'rbac.authorization.k8s.io/v1/Role aiwfe-prod/log-reader',
    '/rules/0/resources',
    is(['pods', 'pods/log']),
  ],
  [
    'C-16',
    'secrets/store.yaml',
    'external-secrets.io/v1/SecretStore aiwfe-prod/vault',
    '/spec/provider/vault/auth/kubernetes/role',
    is('aiwfe-prod'),
  ],
  [
    'C-16',
    'secrets/external-secrets.yaml',
    'external-secrets.io/v1/ExternalSecret aiwfe-prod/api-secrets',
    '/spec/secretStoreRef/name',
    is('vault'),
  ],
  ['C-16', 'api/deployment.yaml', 'v1/ServiceAccount aiwfe-prod/api', '/automountServiceAccountToken', is(false)],
]

const targets: readonly Line[] = [
  [
    'C-13',
    'api/service.yaml',
    'monitoring.coreos.com/v1/ServiceMonitor aiwfe-prod/api',
    '/spec/endpoints/0/path',
    is('/metrics'),
  ],
  [
    'C-13',
    'redis/master.yaml',
    'apps/v1/StatefulSet aiwfe-prod/redis-master',
    '/spec/template/spec/containers/1/ports/0/containerPort',
    is(9121),
  ],
  [
    'C-13',
    'redis/monitor.yaml',
    'monitoring.coreos.com/v1/ServiceMonitor aiwfe-prod/redis',
    '/spec/endpoints/0/port',
    is('metrics'),
  ],
  [
    'C-13',
    'postgres/cluster.yaml',
    'monitoring.coreos.com/v1/PodMonitor aiwfe-prod/postgres',
    '/spec/podMetricsEndpoints/0/port',
    is('metrics'),
  ],
  ['C-15', 'api/app.env', 'v1/ConfigMap aiwfe-prod/app-config-*', '/data/LOG_FORMAT', is('json')],
]

const wave = '/metadata/annotations/argocd.argoproj.io~1sync-wave'
const waves: readonly Line[] = [
  [
    'C-23',
    'guardrails/network-policies.yaml',
    'networking.k8s.io/v1/NetworkPolicy aiwfe-prod/default-deny',
    wave,
    is('-10'),
  ],
  ['C-23', 'postgres/cluster.yaml', cluster, wave, is('10')],
  ['C-23', 'edge/gateway.yaml', 'gateway.networking.k8s.io/v1/Gateway aiwfe-prod/aiwfe', wave, is('20')],
  ['C-23', 'api/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/api-deployment', wave, is('40')],
  ['C-23', 'worker/scaled-object.yaml', scaledObject, wave, is('50')],
]

const enforce = '/metadata/labels/pod-security.kubernetes.io~1enforce'
const prodOverlay: readonly Line[] = [
  [
    'C-02',
    'hostnames.yaml',
    'cert-manager.io/v1/Certificate aiwfe-prod/aiwfe',
    '/spec/dnsNames',
    is(['aiwfe.com', 'www.aiwfe.com']),
  ],
  [
    'C-02',
    'hostnames.yaml',
    'gateway.networking.k8s.io/v1/HTTPRoute aiwfe-prod/webui',
    '/spec/hostnames',
    is(['aiwfe.com', 'www.aiwfe.com']),
  ],
  ['C-03', 'namespace.yaml', 'v1/Namespace aiwfe-prod', enforce, is('restricted')],
  [
    'C-24',
    'namespace.yaml',
    'v1/Namespace aiwfe-prod',
    '/metadata/labels/pod-security.kubernetes.io~1enforce-version',
    is('v1.35'),
  ],
  ['C-21', 'postgres.yaml', cluster, '/spec/postgresql/synchronous/number', is(1)],
]

const stagingOverlay: readonly Line[] = [
  ['C-03', 'namespace.yaml', 'v1/Namespace aiwfe-staging', enforce, is('restricted')],
  [
    'C-24',
    'kustomization.yaml',
    'apps/v1/Deployment aiwfe-staging/api-deployment',
    `${container}/image`,
    is('ghcr.io/your-org/aiwfe-api:1.5.0-rc.1'),
  ],
]

const alerts = 'monitoring.coreos.com/v1/PrometheusRule aiwfe-monitoring/aiwfe-alerts'
const rules = 'monitoring.coreos.com/v1/PrometheusRule aiwfe-monitoring/aiwfe-objectives'
const observability: readonly Line[] = [
  ['C-03', 'namespace.yaml', 'v1/Namespace aiwfe-monitoring', enforce, is('restricted')],
  [
    'C-13',
    'blackbox/probes.yaml',
    'monitoring.coreos.com/v1/Probe aiwfe-monitoring/service-health',
    '/spec/targets/staticConfig/static/0',
    is('http://api.aiwfe-prod.svc:8001/health'),
  ],
  [
    'C-13',
    'blackbox/probes.yaml',
    'monitoring.coreos.com/v1/Probe aiwfe-monitoring/public-health',
    '/spec/targets/staticConfig/static/0',
    is('https://aiwfe.com/health'),
  ],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/0/expr', contains('[1h]) > 3')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/1/expr', contains('> 0.80')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/2/expr', contains('p95_5m > 2')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/3/expr', contains('key="celery"}) > 100')],
  ['C-14', 'rules/alerts.yaml', alerts, '/spec/groups/0/rules/4/expr', contains('< 30 * 86400')],
  [
    'C-15',
    'loki/config.yaml',
    'v1/ConfigMap aiwfe-monitoring/loki-config-*',
    '/data/loki.yaml',
    contains('retention_period: 720h'),
  ],
  [
    'C-15',
    'loki/config.yaml',
    'v1/ConfigMap aiwfe-monitoring/loki-config-*',
    '/data/loki.yaml',
    contains('period: 168h'),
  ],
  [
    'C-15',
    'loki/config.yaml',
    'v1/ConfigMap aiwfe-monitoring/loki-config-*',
    '/data/loki.yaml',
    contains('retention_enabled: true'),
  ],
  [
    'C-15',
    'alloy/config.alloy',
    'v1/ConfigMap aiwfe-monitoring/alloy-config-*',
    '/data/config.alloy',
    contains('trace_id'),
  ],
  ['C-20', 'rules/objectives.yaml', rules, '/spec/groups/0/rules/0/expr', contains('histogram_quantile(0.95')],
  ['C-20', 'rules/objectives.yaml', rules, '/spec/groups/0/rules/1/expr', contains('histogram_quantile(0.99')],
  [
    'C-20',
    'rules/objectives.yaml',
    rules,
    '/spec/groups/0/rules/2/record',
    is('aiwfe:db_query_duration_seconds:p95_5m'),
  ],
  ['C-21', 'rules/objectives.yaml', rules, '/spec/groups/1/rules/0/record', is('aiwfe:http_requests:error_ratio_5m')],
]

const argocd: readonly Line[] = ['aiwfe-prod', 'aiwfe-staging', 'aiwfe-monitoring'].flatMap((name): readonly Line[] => {
  const ref = `argoproj.io/v1alpha1/Application argocd/${name}`
  return [
    ['C-19', `apps/${name}.yaml`, ref, '/spec/destination/namespace', is(name)],
    ['C-19', `apps/${name}.yaml`, ref, '/spec/project', is('aiwfe')],
  ]
})

const meshComponent: readonly Line[] = [
  ['C-12', 'kustomization.yaml', 'v1/Namespace aiwfe-prod', '/metadata/labels/istio.io~1dataplane-mode', is('ambient')],
  [
    'C-16',
    'mutual-tls.yaml',
    'security.istio.io/v1/PeerAuthentication aiwfe-prod/default',
    '/spec/mtls/mode',
    is('STRICT'),
  ],
  [
    'C-11',
    'outbound.yaml',
    'networking.istio.io/v1/DestinationRule aiwfe-prod/calendar',
    '/spec/trafficPolicy/outlierDetection/consecutive5xxErrors',
    is(5),
  ],
]

const base = [workloads, scaling, data, edge, objectives, security, targets, waves].flat()

/** Every fact of platform C, by row. */
export const aiwfeFacts: readonly Fact[] = [
  ...base.map(inApplication(prod, 'gitops/aiwfe/base')),
  ...prodOverlay.map(inApplication(prod, prod)),
  ...stagingOverlay.map(inApplication(staging, staging)),
  ...observability.map(inApplication(monitoring, monitoring)),
  ...argocd.map(inApplication('gitops/argocd', 'gitops/argocd')),
  ...meshComponent.map(inApplication(mesh, 'gitops/aiwfe/components/istio')),
].sort((a, b) => a.row.localeCompare(b.row))

/** C-25 asks for files rather than for objects: its own names, and where they are here. */
export const aiwfeLayout = {
  'docker-compose.yml': 'gitops/aiwfe/docker-compose.yml',
  'k8s/': 'gitops/aiwfe/base',
  'monitoring/': 'gitops/aiwfe/monitoring',
} as const
