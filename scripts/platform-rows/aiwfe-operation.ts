// Platform C: how its workloads are reached, held to their objectives, guarded and watched, in `gitops/aiwfe/base`.

import { container, contains, is, type Line } from './line.ts'

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
  ['C-23', 'postgres/cluster.yaml', 'postgresql.cnpg.io/v1/Cluster aiwfe-prod/postgres', wave, is('10')],
  ['C-23', 'edge/gateway.yaml', 'gateway.networking.k8s.io/v1/Gateway aiwfe-prod/aiwfe', wave, is('20')],
  ['C-23', 'api/deployment.yaml', 'apps/v1/Deployment aiwfe-prod/api-deployment', wave, is('40')],
  ['C-23', 'worker/scaled-object.yaml', 'keda.sh/v1alpha1/ScaledObject aiwfe-prod/worker-deployment', wave, is('50')],
]

export const operationLines: readonly Line[] = [...edge, ...objectives, ...security, ...targets, ...waves]
