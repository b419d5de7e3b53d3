// Worlds for the tests of rules, written as YAML.
import { parse, parseAllDocuments } from 'yaml'
import type { JsonValue, KubernetesObject } from '../../kubernetes/object.ts'
import type { Problem, Rule, SourceFile, World, WorldApplication, WorldObject } from '../rule.ts'

export const application = (overrides: Partial<WorldApplication> = {}): WorldApplication => ({
  name: 'shop',
  project: 'platform',
  cluster: 'in-cluster',
  namespace: 'shop',
  rendered: true,
  labels: {},
  ...overrides,
})

const clusterScoped = new Set([
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'Namespace',
  'PriorityClass',
])

/** The documents of a YAML text as rendered objects; the namespace is the one written, else `shop`. */
export const objects = (text: string, overrides: Partial<WorldObject> = {}): readonly WorldObject[] =>
  parseAllDocuments(text).flatMap((document) => {
    const object = document.toJS() as KubernetesObject | null
    if (object === null) return []
    const namespace = clusterScoped.has(object.kind) ? undefined : (object.metadata?.namespace ?? 'shop')
    return [{ object, application: 'shop', cluster: 'in-cluster', namespace, ...overrides }]
  })

export const source = (path: string, text: string, overrides: Partial<SourceFile> = {}): SourceFile => {
  const kind = /kustomization\.ya?ml$/.test(path) ? 'kustomization' : /\.ya?ml$/.test(path) ? 'manifest' : 'other'
  const documents = kind === 'other' ? [] : [parse(text) as JsonValue]
  return { path, kind, documents, text, applications: ['shop'], ...overrides }
}

export const world = (overrides: Partial<World> | string = {}): World => ({
  applications: [application()],
  objects: typeof overrides === 'string' ? objects(overrides) : [],
  sources: [],
  kubernetesVersions: ['1.36'],
  kindInfo: () => undefined,
  ...(typeof overrides === 'string' ? {} : overrides),
})

/** What a rule finds, as lines of `[severity ]pointer: message` for reading in an assertion. */
export const found = (rule: Rule, overrides: Partial<World> | string): readonly Problem[] => [
  ...rule.check(world(overrides)),
]

/** Only where it points, with the file before the pointer of a source. */
export const places = (rule: Rule, overrides: Partial<World> | string): readonly string[] =>
  found(rule, overrides).map(
    ({ file, pointer, line }) => `${file ?? ''}${pointer ?? (line === undefined ? '' : `:${line}`)}`,
  )

/** A Deployment that no rule objects to, with its Service. */
export const healthy = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      containers:
        - name: api
          image: ghcr.io/your-org/api:1.4.2
          ports: [{name: http, containerPort: 8001}]
          readinessProbe: {httpGet: {path: /health, port: http}}
          livenessProbe: {httpGet: {path: /health, port: http}}
          resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {memory: 1Gi}}
---
apiVersion: v1
kind: Service
metadata: {name: api, labels: {app: api}}
spec:
  selector: {app: api}
  ports: [{name: http, port: 80, targetPort: http}]
`
