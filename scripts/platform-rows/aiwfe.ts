// The rows of platform C (AIWFE) that a manifest carries: which file, which rendered object, which value.

import { observabilityLines } from './aiwfe-monitoring.ts'
import { operationLines } from './aiwfe-operation.ts'
import { workloadLines } from './aiwfe-workloads.ts'
import type { Fact } from './fact.ts'
import { container, inApplication, is, type Line } from './line.ts'

const prod = 'gitops/aiwfe/overlays/prod'
const staging = 'gitops/aiwfe/overlays/staging'
const monitoring = 'gitops/aiwfe/monitoring'
const mesh = 'gitops/aiwfe/overlays/prod-mesh'

const cluster = 'postgresql.cnpg.io/v1/Cluster aiwfe-prod/postgres'

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

/** Every fact of platform C, by row. */
export const aiwfeFacts: readonly Fact[] = [
  ...[...workloadLines, ...operationLines].map(inApplication(prod, 'gitops/aiwfe/base')),
  ...prodOverlay.map(inApplication(prod, prod)),
  ...stagingOverlay.map(inApplication(staging, staging)),
  ...observabilityLines.map(inApplication(monitoring, monitoring)),
  ...argocd.map(inApplication('gitops/argocd', 'gitops/argocd')),
  ...meshComponent.map(inApplication(mesh, 'gitops/aiwfe/components/istio')),
].sort((a, b) => a.row.localeCompare(b.row))

/** C-25 asks for files rather than for objects: its own names, and where they are here. */
export const aiwfeLayout = {
  'docker-compose.yml': 'gitops/aiwfe/docker-compose.yml',
  'k8s/': 'gitops/aiwfe/base',
  'monitoring/': 'gitops/aiwfe/monitoring',
} as const
