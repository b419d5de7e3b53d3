package builtin

import (
	"slices"
	"strings"
	"testing"

	"kubeconform-wasm/internal/testbundle"
)

const pod = `
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  volumes: [{name: data, emptyDir: {}}]
  initContainers: [{name: first, image: a}]
  containers:
  - name: web
    image: example.com/web:1
    ports: [{containerPort: 8080, name: http}]
    env: [{name: A, value: b}]
    volumeMounts: [{name: data, mountPath: /data}]
    resources: {requests: {cpu: 500m, memory: 64Mi}, limits: {cpu: 1, memory: 64Mi}}
    livenessProbe: {httpGet: {port: http}}
`

const service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80, targetPort: http}]}"
const cron = "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: '0 3 * * *', jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}}}"
const ingress = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {rules: [{host: a.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: a, port: {number: 80}}}}]}}]}"
const role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\nrules: [{apiGroups: [''], resources: [pods], verbs: [get]}]"
const binding = "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: a}\nsubjects: [{kind: ServiceAccount, name: a}]"
const deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 1, strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}, template: {spec: {restartPolicy: Always, containers: [{name: a, image: a}]}}}"
const stateful = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, image: a, volumeMounts: [{name: data, mountPath: /d}]}]}}, volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}"
const autoscaler = "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {minReplicas: 2, maxReplicas: 4}"
const budget = "apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {minAvailable: 1}"
const claim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}"
const secret = "apiVersion: v1\nkind: Secret\ntype: kubernetes.io/tls\nmetadata: {name: a}\ndata: {tls.crt: '', tls.key: ''}"

// The verdicts are those of pkg/apis/*/validation of Kubernetes 1.36, read there.
func TestValidate(t *testing.T) {
	for _, c := range []struct{ object, old, new, want string }{
		{pod, "", "", ""},
		{pod, "image: example.com/web:1", "imagePullPolicy: Always", "/spec/containers/0 spec.containers[0].image is required"},
		{pod, "containerPort: 8080", "containerPort: 99999", "/spec/containers/0/ports/0/containerPort spec.containers[0].ports[0].containerPort must be a port between 1 and 65535, but is 99999"},
		{pod, "containerPort: 8080", "containerPort: 80, hostPort: 0", ""},
		{pod, "name: http}]", "name: a-far-too-long-name}]", "/spec/containers/0/ports/0/name spec.containers[0].ports[0].name \"a-far-too-long-name\" is not valid: must be no more than 15 characters"},
		{pod, "{name: data, mountPath", "{name: date, mountPath", `/spec/containers/0/volumeMounts/0/name spec.containers[0].volumeMounts[0].name "date" names no volume of the pod; did you mean data?`},
		{pod, "emptyDir: {}", "emptyDir: {}, configMap: {name: a}", "/spec/volumes/0 spec.volumes[0] has more than one source: configMap, emptyDir"},
		{pod, ", emptyDir: {}", "", ""},
		{pod, "httpGet: {port: http}", "httpGet: {port: http}, exec: {command: [a]}", "/spec/containers/0/livenessProbe spec.containers[0].livenessProbe may have only one of exec and httpGet"},
		{pod, "httpGet: {port: http}", "periodSeconds: 5", "/spec/containers/0/livenessProbe spec.containers[0].livenessProbe must have one of exec, httpGet, tcpSocket, grpc"},
		{pod, "httpGet: {port: http}", "httpGet: {port: http}, successThreshold: 0", ""},
		{pod, "httpGet: {port: http}", "httpGet: {port: http}, successThreshold: 2", "/spec/containers/0/livenessProbe/successThreshold spec.containers[0].livenessProbe.successThreshold must be 1 for this probe, but is 2"},
		{pod, "httpGet: {port: http}", "tcpSocket: {port: 0}", "/spec/containers/0/livenessProbe/tcpSocket/port spec.containers[0].livenessProbe.tcpSocket.port must be a port between 1 and 65535, but is 0"},
		{pod, "cpu: 500m", "cpu: 2", "/spec/containers/0/resources/requests/cpu spec.containers[0].resources.requests.cpu is 2, above its limit of 1"},
		{pod, "cpu: 500m", "cpu: 1000m", ""},
		{pod, "value: b", "value: b, valueFrom: {fieldRef: {fieldPath: a}}", "/spec/containers/0/env/0 spec.containers[0].env[0] has both value and valueFrom"},
		{pod, "name: first", "name: web", "/spec/containers/0/name spec.containers[0].name \"web\" is the name of one of the initContainers too"},
		{pod, "name: first", "name: First_1", "/spec/initContainers/0/name spec.initContainers[0].name \"First_1\" is not valid: a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc')"},
		{service, "", "", ""},
		{service, "port: 80,", "port: 0,", "/spec/ports/0/port spec.ports[0].port must be a port between 1 and 65535, but is 0"},
		{service, "}]}", "}, {port: 81, name: b}]}", "/spec/ports/0 spec.ports[0].name is required when a Service has more than one port"},
		{service, "ports: [{port: 80, targetPort: http}]", "selector: {a: b}", "/spec spec.ports is required, unless the Service is headless"},
		{service, "ports: [{port: 80, targetPort: http}]", "clusterIP: None", ""},
		{service, "ports: [{port: 80, targetPort: http}]", "type: ExternalName", "/spec spec.externalName is required for the type ExternalName"},
		{service, "port: 80,", "port: 80, nodePort: 30080,", "/spec/ports/0/nodePort spec.ports[0].nodePort is not allowed for the type ClusterIP"},
		{cron, "", "", ""},
		{cron, "0 3 * * *", "0 25 * * *", `/spec/schedule spec.schedule "0 25 * * *" is not a schedule: "25" is no hour (0–23)`},
		{cron, "0 3 * * *", "0 3 * *", `/spec/schedule spec.schedule "0 3 * *" is not a schedule: it must have five fields, but has 4`},
		{cron, "0 3 * * *", "*/15 0-6,22 1 jan-MAR mon", ""},
		{cron, "0 3 * * *", "@daily", ""},
		{cron, "0 3 * * *", "@every 1h30m", ""},
		{cron, "0 3 * * *", "0 22 * * ?", ""},
		{cron, "0 3 * * *", "@every day", `/spec/schedule spec.schedule "@every day" is not a schedule: "day" is no duration such as 1h30m`},
		{cron, "0 3 * * *", "@sometimes", `/spec/schedule spec.schedule "@sometimes" is not a schedule: there is @yearly, @monthly, @weekly, @daily, @hourly and @every, but not this`},
		{cron, "0 3 * * *", "60 3 * * *", `/spec/schedule spec.schedule "60 3 * * *" is not a schedule: "60" is no minute (0–59)`},
		{cron, "0 3 * * *", "0 0 * * 7", `/spec/schedule spec.schedule "0 0 * * 7" is not a schedule: "7" is no day of the week (0–6)`},
		{cron, "0 3 * * *", "0 5-3 * * *", `/spec/schedule spec.schedule "0 5-3 * * *" is not a schedule: "5-3" is no hour (0–23)`},
		{cron, "0 3 * * *", "*/0 * * * *", `/spec/schedule spec.schedule "*/0 * * * *" is not a schedule: "*/0" is no minute (0–59)`},
		{cron, "restartPolicy: Never", "restartPolicy: Always", `/spec/jobTemplate/spec/template/spec/restartPolicy spec.jobTemplate.spec.template.spec.restartPolicy must be Never or OnFailure, but is "Always"`},
		{cron, "restartPolicy: Never, ", "", "/spec/jobTemplate/spec/template/spec spec.jobTemplate.spec.template.spec.restartPolicy is required: Never or OnFailure"},
		{ingress, "", "", ""},
		{ingress, "path: /,", "path: shop,", "/spec/rules/0/http/paths/0/path spec.rules[0].http.paths[0].path must begin with /"},
		{ingress, "host: a.example.com", "host: https://a.example.com", `/spec/rules/0/host spec.rules[0].host "https://a.example.com" is not a host name`},
		{ingress, "host: a.example.com", "host: '*.example.com'", ""},
		{ingress, ", port: {number: 80}", "", "/spec/rules/0/http/paths/0/backend/service spec.rules[0].http.paths[0].backend.service.port.number is required, or port.name"},
		{claim, "", "", ""},
		{claim, "accessModes: [ReadWriteOnce], ", "", "/spec spec.accessModes is required"},
		{claim, "storage: 1Gi", "", "/spec spec.resources.requests.storage is required"},
		{role, "", "", ""},
		{role, "apiGroups: [''], ", "", `/rules/0 rules[0].apiGroups is required; the core group is ""`},
		{role, "verbs: [get]", "verbs: []", "/rules/0 rules[0].verbs is required"},
		{binding, "", "", ""},
		{binding, "kind: RoleBinding", "kind: ClusterRoleBinding", "/roleRef/kind roleRef.kind must be ClusterRole, but is \"Role\"\n/subjects/0 subjects[0].namespace is required for a ServiceAccount"},
		{binding, "kind: ServiceAccount", "kind: Serviceaccount", `/subjects/0/kind subjects[0].kind must be ServiceAccount, User or Group, but is "Serviceaccount"; did you mean ServiceAccount?`},
		{deployment, "", "", ""},
		{deployment, "maxSurge: 1", "maxSurge: 0%", "/spec/strategy/rollingUpdate spec.strategy.rollingUpdate has maxSurge and maxUnavailable both at 0: nothing could ever be replaced"},
		{deployment, "type: RollingUpdate", "type: Recreate", "/spec/strategy/rollingUpdate spec.strategy.rollingUpdate is not allowed when the type is Recreate"},
		{deployment, "replicas: 1", "replicas: -1", "/spec/replicas spec.replicas must be at least 0, but is -1"},
		{deployment, "restartPolicy: Always", "restartPolicy: Never", `/spec/template/spec/restartPolicy spec.template.spec.restartPolicy must be Always, but is "Never"`},
		{stateful, "", "", ""},
		{stateful, "accessModes: [ReadWriteOnce], ", "", "/spec/volumeClaimTemplates/0/spec spec.volumeClaimTemplates[0].spec.accessModes is required"},
		{autoscaler, "", "", ""},
		{autoscaler, "minReplicas: 2", "minReplicas: 5", "/spec/maxReplicas spec.maxReplicas is 4, below minReplicas of 5"},
		{budget, "", "", ""},
		{budget, "minAvailable: 1", "minAvailable: 1, maxUnavailable: 1", "/spec/maxUnavailable spec.maxUnavailable is not allowed beside minAvailable: keep one of them"},
		{secret, "", "", ""},
		{secret, ", tls.key: ''", "", "/data data must have the key tls.key in a Secret of type kubernetes.io/tls"},
		{secret, "tls.key", "tls.key: '', a/b", `/data/a~1b data["a/b"] is not a valid key: a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name')`},
	} {
		if !strings.Contains(c.object, c.old) {
			t.Fatalf("no %q in %s", c.old, c.object)
		}
		var lines []string
		for _, problem := range Validate(testbundle.Object(t, strings.Replace(c.object, c.old, c.new, 1))) {
			lines = append(lines, problem.Pointer+" "+problem.Message)
		}
		slices.Sort(lines)
		if got := strings.Join(lines, "\n"); got != c.want {
			t.Errorf("%s → %s\ngot:  %s\nwant: %s", c.old, c.new, got, c.want)
		}
	}
}
