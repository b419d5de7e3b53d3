// A fleet made up from a seed: overlays over shared bases, as platform teams have them, for timings and limits.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type FleetOptions = {
  readonly applications: number
  /** Objects of each Application; the fleet has `applications * objects` in all. At least 6. */
  readonly objects: number
  readonly seed: number
}

/** Files of a fleet by path. The same options give the same bytes. */
export function fleet({ applications, objects, seed }: FleetOptions): ReadonlyMap<string, string> {
  const random = seededRandom(seed)
  const files = new Map<string, string>()
  const bases = Math.max(1, Math.round(applications / 20))
  for (let base = 0; base < bases; base += 1) addBase(files, base, objects, random)
  for (let number = 0; number < applications; number += 1) addApplication(files, number, number % bases, random)
  files.set(
    '.github/seaworthy.yaml',
    'repository: [https://github.com/your-org/fleet]\nkubernetes-versions: ["1.36"]\nroots: [gitops/argocd]\n',
  )
  return files
}

/** Writes a fleet below a directory. */
export function writeFleet(directory: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

/** A whole number from 0, below the argument. */
export type Random = (below: number) => number

/** A small linear congruential generator: the figures must not depend on the machine's. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function addBase(files: Map<string, string>, base: number, objects: number, random: Random): void {
  const directory = `gitops/bases/base-${base}`
  const port = 8000 + random(1000)
  const memory = 64 * (1 + random(8))
  const manifests: Record<string, string> = {
    'deployment.yaml': deployment(port, memory),
    'service.yaml': `apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app.kubernetes.io/name: web\n  ports:\n    - name: http\n      port: 80\n      targetPort: http\n`,
    'service-account.yaml':
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\nautomountServiceAccountToken: false\n',
    'disruption-budget.yaml':
      'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels:\n      app.kubernetes.io/name: web\n',
    'network-policy.yaml': `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector:\n    matchLabels:\n      app.kubernetes.io/name: web\n  policyTypes: [Ingress]\n  ingress:\n    - ports:\n        - port: ${port}\n`,
  }
  // One object more comes from the generator of each overlay.
  for (let extra = 0; extra < objects - 6; extra += 1) {
    manifests[`settings-${extra}.yaml`] =
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings-${extra}\ndata:\n  level: "${random(9)}"\n  text: |\n    line ${random(100)}\n    line ${random(100)}\n`
  }
  const resources = Object.keys(manifests).map((name) => `  - ${name}\n`)
  files.set(
    `${directory}/kustomization.yaml`,
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${resources.join('')}`,
  )
  for (const [name, text] of Object.entries(manifests)) files.set(`${directory}/${name}`, text)
}

function deployment(port: number, memory: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app.kubernetes.io/name: web
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web
    spec:
      serviceAccountName: web
      securityContext:
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web
          image: registry.example.com/web:1.0.0
          ports:
            - name: http
              containerPort: ${port}
          env:
            - name: PORT
              value: "${port}"
          envFrom:
            - configMapRef:
                name: environment
          resources:
            requests:
              cpu: 100m
              memory: ${memory}Mi
            limits:
              memory: ${memory * 2}Mi
          readinessProbe:
            httpGet:
              path: /health
              port: http
          livenessProbe:
            httpGet:
              path: /health
              port: http
            initialDelaySeconds: 10
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
`
}

function addApplication(files: Map<string, string>, number: number, base: number, random: Random): void {
  const name = `service-${String(number).padStart(4, '0')}`
  const directory = `gitops/services/${name}`
  files.set(
    `${directory}/kustomization.yaml`,
    `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${name}
resources:
  - ../../bases/base-${base}
labels:
  - pairs:
      app.kubernetes.io/instance: ${name}
images:
  - name: registry.example.com/web
    newTag: 1.${random(20)}.${random(20)}
configMapGenerator:
  - name: environment
    literals:
      - SERVICE=${name}
      - LEVEL=${random(5)}
patches:
  - path: replicas.yaml
`,
  )
  files.set(
    `${directory}/replicas.yaml`,
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ${2 + random(4)}
  template:
    spec:
      containers:
        - name: web
          env:
            - name: SERVICE
              value: ${name}
`,
  )
  files.set(
    `gitops/argocd/${name}.yaml`,
    `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://github.com/your-org/fleet.git
    targetRevision: main
    path: ${directory}
  destination:
    server: https://kubernetes.default.svc
    namespace: ${name}
`,
  )
}
