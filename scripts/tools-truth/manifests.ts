// Manifests of many kinds and spellings of YAML, for overlays that are made up from them.

const pod = (name: string) => `    metadata:
      labels: {app: ${name}}
      annotations: {}
    spec:
      serviceAccountName: worker
      initContainers:
        - name: prepare
          image: registry.example.com:5000/tools/prepare:1.0
          command: ["sh", "-c", "echo 'a: b' > /tmp/x"]
      containers:
        - name: main
          image: nginx
          args:
            - |
              first line
                indented

              last line
            - >-
              folded
              text
          env:
            - {name: ON, value: "on"}
            - {name: NUMBER, value: "0777"}
            - {name: DATE, value: "2024-01-01"}
            - name: FROM_MAP
              valueFrom: {configMapKeyRef: {name: settings, key: level}}
            - name: FROM_SECRET
              valueFrom: {secretKeyRef: {name: tokens, key: token}}
          envFrom:
            - configMapRef: {name: settings}
          resources: {}
          ports: [{name: http, containerPort: 8080, protocol: TCP}]
          volumeMounts: [{name: data, mountPath: /data}]
        - name: side
          image: registry.example.com/side@sha256:${'a'.repeat(64)}
      volumes:
        - name: data
          configMap: {name: settings, defaultMode: 0644}
        - name: tokens
          secret: {secretName: tokens, defaultMode: 256}
        - name: scratch
          emptyDir: {}
`

const custom = `apiVersion: example.test/v1
kind: Widget
metadata:
  name: widget
  labels: {app: widget, "yes": "no"}
  annotations:
    note: "héllo, wörld 🚢"
spec:
  yes: on
  big: 9007199254740993
  negative: -9223372036854775808
  beyond: 18446744073709551615
  octal: 010
  newOctal: 0o10
  hexadecimal: 0x1F
  exponent: 1e3
  small: 1.5e-7
  half: .5
  whole: 2.0
  large: 1e21
  grouped: 1_000
  day: 2024-01-01
  moment: 2001-12-14t21:59:43.10-05:00
  clock: 12:30:45
  nothing: null
  tilde: ~
  empty: ""
  emptyMap: {}
  emptyList: []
  nested: [[], [{}], [[1, [2]]]]
  text: !!str 123
  version: "1.10"
  quotedNull: "null"
  quotedDate: "2024-01-01"
  quotedExponent: "1e3"
  equals: "="
  colon: "a: b"
  hash: "a # b"
  spaces: "  both sides  "
  tab: "a\\tb"
  bell: "\\a"
  separator: "a\\u2028b"
  html: "<a href='x'>&amp;</a>"
  long: "${'lorem ipsum dolor sit amet '.repeat(8)}"
  keep: |+
    kept

  stripped: |-
    stripped
  indented: |2
      two more
  trailing: "line \\nwith space \\n"
  crlf: "a\\r\\nb"
  defaults: &defaults
    a: 1
    b: [x, y]
  merged:
    <<: *defaults
    a: 2
  alias: *defaults
  configRef: {name: settings}
  image: nginx:1.0
  template: {spec: {containers: [{name: c, image: nginx}]}}
`

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.test}
spec:
  group: example.test
  scope: Namespaced
  names: {plural: widgets, singular: widget, kind: Widget}
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
`

/** Texts by file name. Each can stand alone, or refers to others that need not be there. */
export const manifests: Readonly<Record<string, string>> = {
  'deployment.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  labels: {app: web}\nspec:\n  replicas: 2\n  selector: {matchLabels: {app: web}}\n  template:\n${pod('web')}`,
  'stateful.yaml': `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: store}\nspec:\n  serviceName: web\n  selector: {matchLabels: {app: store}}\n  template:\n${pod('store')}  volumeClaimTemplates:\n    - metadata: {name: data}\n      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n`,
  'cron.yaml': `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: nightly}\nspec:\n  schedule: "0 3 * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers: [{name: job, image: "nginx:1.0", envFrom: [{secretRef: {name: tokens}}]}]\n`,
  'service.yaml':
    '# a comment\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}\n  ports: [{name: http, port: 80, targetPort: http}]\n',
  'ingress.yaml':
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  tls: [{hosts: [web.example.com], secretName: tokens}]\n  rules: [{host: web.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}]}}]\n',
  'scaling.yaml':
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}\n  minReplicas: 1\n  maxReplicas: 5\n---\napiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: web}\nspec: {minAvailable: 1, selector: {matchLabels: {app: web}}}\n',
  'network.yaml':
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: web}\nspec:\n  podSelector: {matchLabels: {app: web}}\n  ingress: [{from: [{podSelector: {}}, {namespaceSelector: {matchLabels: {team: a}}}]}]\n',
  'access.yaml':
    'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: worker}\nautomountServiceAccountToken: false\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: reader}\nrules: [{apiGroups: [""], resources: [configmaps], resourceNames: [settings], verbs: [get]}]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: reader}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}\nsubjects: [{kind: ServiceAccount, name: worker}]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: viewers}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\nsubjects: [{kind: ServiceAccount, name: worker, namespace: default}]\n',
  'storage.yaml':
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [ReadWriteOnce], storageClassName: "", resources: {requests: {storage: 10Gi}}}\n',
  'texts.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: texts\n  annotations: {}\n  labels: {}\ndata:\n  "yes": "no"\n  empty: ""\n  script: |\n    #!/bin/sh\n    echo "$HOME"\n\n  ende: "übergrößenträger"\n  json: |-\n    {"a": [1, 2]}\n  "10": "7"\nimmutable: true\n',
  'list.yaml':
    'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: ConfigMap, metadata: {name: listed}, data: {a: b}}\n  - {apiVersion: v1, kind: Secret, metadata: {name: listed}, type: Opaque, stringData: {a: b}}\n',
  'namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: team}\n',
  'object.json':
    '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "json", "annotations": {"big": "9007199254740993"}}, "data": {"a\\u00e9": "\\u003cx\\u003e"}}\n',
  'widget.yaml': custom,
  'definition.yaml': definition,
  'many.yaml':
    '---\n# only a comment\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: many-a}\n---\n\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: many-b}\ndata: null\n',
}
