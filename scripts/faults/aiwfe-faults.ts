// Thirty-odd mistakes of different kinds, each made at one place of platform C, and where the verdict must point.

export type Fault = {
  /** What somebody did, as the test's title. */
  readonly title: string
  readonly file: string
  /** Text that stands in the file (its first occurrence, after `after` where given), and what it becomes. */
  readonly find: string
  readonly after?: string
  readonly replace: string
  /** The rule that must speak … */
  readonly rule: string
  /** … at the line of this text in the changed file; absent: the line of `replace`. */
  readonly at?: string
  /** The file it must name, where that is another one. */
  readonly in?: string
}

const api = 'gitops/aiwfe/base/api/deployment.yaml'
const service = 'gitops/aiwfe/base/api/service.yaml'
const redis = 'gitops/aiwfe/base/redis/master.yaml'
const cluster = 'gitops/aiwfe/base/postgres/cluster.yaml'
const staging = 'gitops/aiwfe/overlays/staging'

export const faults: readonly Fault[] = [
  { title: 'a misspelt field', file: api, find: 'replicas: 3', replace: 'replicsa: 3', rule: 'unknown-field' },
  {
    title: 'a text where a number belongs',
    file: api,
    find: 'progressDeadlineSeconds: 300',
    replace: 'progressDeadlineSeconds: "300"',
    rule: 'schema',
  },
  {
    title: 'a value that is not in the enumeration',
    file: api,
    find: 'type: RollingUpdate',
    replace: 'type: RollingUpdates',
    rule: 'schema',
  },
  { title: 'a quantity that is none', file: api, find: 'memory: 256Mi', replace: 'memory: 256MiB', rule: 'schema' },
  {
    title: 'an integer beyond 32 bits',
    file: api,
    find: 'revisionHistoryLimit: 5',
    replace: 'revisionHistoryLimit: 5000000000',
    rule: 'schema',
  },
  {
    title: 'a required field left out',
    file: api,
    find: '        - name: api\n          image: ghcr.io/your-org/aiwfe-api:1.4.0',
    replace: '        - image: ghcr.io/your-org/aiwfe-api:1.4.0',
    rule: 'schema',
  },
  {
    title: 'a name that the API server refuses',
    file: 'gitops/aiwfe/base/worker/service.yaml',
    find: '  name: worker\n',
    replace: '  name: Worker_1\n',
    rule: 'metadata',
    at: 'name: Worker_1',
  },
  {
    title: 'a label value that the API server refuses',
    file: service,
    find: 'app.kubernetes.io/name: api\n  annotations',
    replace: 'app.kubernetes.io/name: "api server!"\n  annotations',
    rule: 'metadata',
    at: 'app.kubernetes.io/name: "api server!"',
  },
  {
    title: 'a kind with a typing error',
    file: service,
    find: 'kind: PodDisruptionBudget',
    replace: 'kind: PodDisruptionBugdet',
    rule: 'unknown-kind',
  },
  {
    title: 'an API version that was removed',
    file: service,
    find: 'apiVersion: policy/v1',
    replace: 'apiVersion: policy/v1beta1',
    rule: 'removed-api',
  },
  {
    title: 'an unknown field of a custom resource',
    file: cluster,
    find: 'resizeInUseVolumes: true',
    replace: 'resizeInUseVolume: true',
    rule: 'unknown-field',
  },
  {
    title: 'a custom resource below its minimum',
    file: cluster,
    find: 'instances: 3',
    replace: 'instances: 0',
    rule: 'schema',
  },
  {
    title: 'a CEL rule of a CRD',
    file: 'gitops/aiwfe/base/edge/gateway.yaml',
    find: 'protocol: HTTP\n',
    replace: 'protocol: HTTP\n      hostname: "*.*.aiwfe.com"\n',
    rule: 'schema',
    at: 'hostname: "*.*.aiwfe.com"',
  },
  {
    title: 'an enumeration of a custom resource',
    file: 'gitops/aiwfe/base/edge/certificate.yaml',
    find: 'algorithm: ECDSA',
    replace: 'algorithm: ECDSSA',
    rule: 'schema',
  },
  {
    title: 'a selector that misses its own pods',
    file: api,
    find: 'app.kubernetes.io/name: api\n  template',
    replace: 'app.kubernetes.io/name: apis\n  template',
    rule: 'selector-mismatch',
    at: 'app.kubernetes.io/name: apis',
  },
  {
    title: 'a Service that selects nothing',
    file: service,
    find: '  selector:\n    app.kubernetes.io/name: api\n  ports',
    replace: '  selector:\n    app.kubernetes.io/name: apiserver\n  ports',
    rule: 'target-without-endpoints',
    at: 'app.kubernetes.io/name: apiserver',
  },
  {
    title: 'a Service port that no container has',
    file: service,
    find: 'targetPort: http',
    replace: 'targetPort: https',
    rule: 'target-without-endpoints',
  },
  {
    title: 'a route to a Service that is not there',
    file: 'gitops/aiwfe/base/edge/routes.yaml',
    find: '- name: api\n          port: 8001',
    replace: '- name: apis\n          port: 8001',
    rule: 'target-without-endpoints',
    at: 'name: apis',
  },
  {
    title: 'a route to a port that the Service lacks',
    file: 'gitops/aiwfe/base/edge/routes.yaml',
    find: 'port: 8001',
    replace: 'port: 8081',
    rule: 'target-without-endpoints',
  },
  {
    title: 'a scaler of a Deployment that is not there',
    file: 'gitops/aiwfe/base/worker/scaled-object.yaml',
    find: 'scaleTargetRef:\n    name: worker-deployment',
    replace: 'scaleTargetRef:\n    name: worker',
    rule: 'target-without-endpoints',
    at: '    name: worker\n',
  },
  {
    title: 'a Secret that nobody makes',
    file: api,
    find: 'name: api-secrets',
    replace: 'name: api-secret',
    rule: 'missing-reference',
  },
  {
    title: 'a ConfigMap that nobody makes',
    file: api,
    find: 'name: app-config',
    replace: 'name: application-config',
    rule: 'missing-reference',
  },
  {
    title: 'a ServiceAccount that is not there',
    file: redis,
    find: 'serviceAccountName: redis',
    replace: 'serviceAccountName: redis-server',
    rule: 'missing-reference',
  },
  {
    title: 'a request above its limit',
    file: api,
    find: 'memory: 256Mi',
    replace: 'memory: 4Gi',
    rule: 'schema',
  },
  {
    title: 'a container without a readiness probe',
    file: api,
    find: `          readinessProbe:
            httpGet:
              path: /health
              port: http
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
`,
    replace: '',
    rule: 'probes-missing',
    at: '- name: api\n',
  },
  {
    title: 'an image without a tag',
    file: redis,
    find: 'redis_exporter:v1.91.1',
    replace: 'redis_exporter',
    rule: 'image-not-exact',
  },
  {
    title: 'a moving tag set by an overlay',
    file: `${staging}/kustomization.yaml`,
    find: 'newTag: 1.5.0-rc.1',
    replace: 'newTag: latest',
    rule: 'image-not-exact',
  },
  {
    title: 'a password in an environment variable',
    file: redis,
    find: 'value: redis://localhost:6379',
    replace: 'value: redis://:Hunter2Hunter2@localhost:6379',
    rule: 'secret-in-clear',
  },
  {
    title: 'a Secret in Git',
    file: 'gitops/aiwfe/base/secrets/store.yaml',
    find: 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: external-secrets\nautomountServiceAccountToken: false',
    replace:
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: external-secrets\nautomountServiceAccountToken: false\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: clear\nstringData:\n  password: correct-horse-battery',
    rule: 'secret-in-clear',
    at: 'password: correct-horse-battery',
  },
  {
    title: 'the address of a real machine',
    file: 'gitops/aiwfe/base/secrets/store.yaml',
    find: 'https://vault.vault.svc:8200',
    replace: 'https://85.215.12.34:8200',
    rule: 'infrastructure-identity',
  },
  {
    title: 'a hostname that another route has already',
    file: `${staging}/namespace.yaml`,
    find: 'apiVersion: v1\nkind: Namespace',
    replace:
      'apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n  name: zz-copy\nspec:\n  parentRefs:\n    - name: aiwfe\n      sectionName: https\n  hostnames:\n    - staging.aiwfe.com\n  rules:\n    - backendRefs:\n        - name: webui\n          port: 5173\n---\napiVersion: v1\nkind: Namespace',
    rule: 'duplicate-hostname',
    at: '- staging.aiwfe.com',
  },
  {
    title: 'a remote base',
    file: `${staging}/kustomization.yaml`,
    find: '  - ../../base',
    replace: '  - ../../base\n  - https://github.com/your-org/other//deploy?ref=v1',
    rule: 'kustomize-remote-reference',
    at: 'https://github.com/your-org/other',
  },
  {
    title: 'a file that the kustomization names and nobody wrote',
    file: `${staging}/kustomization.yaml`,
    find: '  - namespace.yaml',
    replace: '  - namespaces.yaml',
    rule: 'render-failed',
  },
  {
    title: 'broken YAML',
    file: 'gitops/argocd/projects/aiwfe.yaml',
    find: 'metadata:\n  name: aiwfe',
    replace: 'metadata:\n  name: aiwfe: broken',
    rule: 'yaml-syntax',
    at: 'name: aiwfe: broken',
  },
  {
    title: 'a key that stands twice',
    file: 'gitops/argocd/argocd-cm.yaml',
    find: '  application.resourceTrackingMethod: annotation',
    replace: '  application.resourceTrackingMethod: annotation\n  application.resourceTrackingMethod: label',
    rule: 'duplicate-key',
    at: 'application.resourceTrackingMethod: label',
  },
  {
    title: 'an Application whose path is gone',
    file: 'gitops/argocd/apps/aiwfe-staging.yaml',
    find: 'path: gitops/aiwfe/overlays/staging',
    replace: 'path: gitops/aiwfe/overlays/stage',
    rule: 'render-failed',
  },
  {
    title: 'a wrong value in a patch',
    file: `${staging}/kustomization.yaml`,
    find: 'path: /spec/maxReplicaCount\n        value: 3',
    replace: 'path: /spec/maxReplicaCount\n        value: three',
    rule: 'schema',
    at: 'value: three',
  },
]
