package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: example.com/web:1.2.3
        ports: [{containerPort: 8080, name: http}]
        resources: {requests: {cpu: 0.5, memory: 64Mi}, limits: {memory: 1Gi}}
`

// told writes problems one a line: rule pointer message [minors] (severity).
func told(problems []Problem) string {
	var lines []string
	for _, problem := range problems {
		line := fmt.Sprintf("%s %s %s", problem.Rule, problem.Pointer, problem.Message)
		if len(problem.KubernetesVersions) > 0 {
			line += fmt.Sprintf(" %v", problem.KubernetesVersions)
		}
		if problem.Severity != "" {
			line += " (" + problem.Severity + ")"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func expect(t *testing.T, object, want string) {
	t.Helper()
	got := told(Objects([]map[string]any{testbundle.Object(t, object)}, schema.Versions()))
	if got != strings.TrimSpace(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, strings.TrimSpace(want))
	}
}

func TestBuiltIn(t *testing.T) {
	testbundle.Load(t)
	change := func(old, new string) string {
		if !strings.Contains(deployment, old) {
			t.Fatal("no such text: " + old)
		}
		return strings.Replace(deployment, old, new, 1)
	}
	for name, c := range map[string]struct{ object, want string }{
		"clean":                  {deployment, ""},
		"misspelt field":         {change("replicas: 2", "replica: 2"), `unknown-field /spec/replica unknown field spec.replica; did you mean replicas?`},
		"two unknown fields":     {change("image:", "imagePullPolice: Always\n        imag:"), "schema /spec/template/spec/containers/0 spec.template.spec.containers[0].image is required\nunknown-field /spec/template/spec/containers/0/imag unknown field spec.template.spec.containers[0].imag; did you mean image?\nunknown-field /spec/template/spec/containers/0/imagePullPolice unknown field spec.template.spec.containers[0].imagePullPolice; did you mean imagePullPolicy?"},
		"quoted number":          {change("replicas: 2", `replicas: "2"`), `schema /spec/replicas spec.replicas must be an integer, but is a string: remove the quotes`},
		"fraction":               {change("replicas: 2", `replicas: 2.5`), `schema /spec/replicas spec.replicas must be an integer, but is a fraction`},
		"label that is a number": {change("metadata: {labels: {app: web}}", `metadata: {labels: {app: web, example.com/rank: 1}}`), `schema /spec/template/metadata/labels/example.com~1rank spec.template.metadata.labels["example.com/rank"] must be a string, but is a number: put it in quotes`},
		"required":               {change("  selector: {matchLabels: {app: web}}\n", ""), `schema /spec spec.selector is required`},
		"enum":                   {change("image:", "imagePullPolicy: always\n        image:"), `schema /spec/template/spec/containers/0/imagePullPolicy spec.template.spec.containers[0].imagePullPolicy must be one of Always, IfNotPresent, Never, but is "always"; did you mean Always?`},
		"int32":                  {change("replicas: 2", `replicas: 3000000000`), `schema /spec/replicas spec.replicas must fit into 32 bits, but is 3000000000`},
		"quantity":               {change("64Mi", "64MB"), `schema /spec/template/spec/containers/0/resources/requests/memory spec.template.spec.containers[0].resources.requests.memory must be a quantity such as 500m, 2 or 128Mi, but is "64MB"`},
		"null is absent":         {change("replicas: 2", "replicas: null\n  strategy: null"), ""},
		"env twice": {change("image:", "env: [{name: A, value: one}, {name: A, value: two}]\n        image:"),
			`duplicate-list-item /spec/template/spec/containers/0/env/1 spec.template.spec.containers[0].env[1] repeats name "A" of spec.template.spec.containers[0].env[0]: server-side apply refuses it, and otherwise the last one may silently win (warning)`},
		"container twice": {change("containers:\n", "containers:\n      - {name: web, image: x}\n"),
			`duplicate-list-item /spec/template/spec/containers/1 spec.template.spec.containers[1] repeats name "web" of spec.template.spec.containers[0]: the API server refuses it (error)`},
		"port name twice": {change("{containerPort: 8080, name: http}", "{containerPort: 8080, name: http}, {containerPort: 8081, name: http}"),
			`duplicate-list-item /spec/template/spec/containers/0/ports/1 spec.template.spec.containers[0].ports[1] repeats name "http" of spec.template.spec.containers[0].ports[0]: the API server refuses it (error)`},
		"misspelt kind":       {change("kind: Deployment", "kind: Deploymnet"), `unknown-kind /kind there is no Deploymnet in apps/v1; did you mean apps/v1 Deployment? (error)`},
		"misspelt group":      {change("apps/v1", "app/v1"), `unknown-kind /apiVersion there is no Deployment in app/v1; did you mean apps/v1 Deployment? (error)`},
		"wrong group":         {change("apps/v1", "v1"), `unknown-kind /apiVersion there is no Deployment in v1; did you mean apps/v1 Deployment? (error)`},
		"somebody's own kind": {"apiVersion: example.com/v1\nkind: Service\nmetadata: {name: a}", `unknown-kind /kind nothing describes example.com/v1 Service: it is not checked. Put its CustomResourceDefinition into the repository, or add it to the schemas (warning)`},
		"removed":             {"apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}", `removed-api /apiVersion policy/v1beta1 PodDisruptionBudget is removed since Kubernetes 1.25: use policy/v1`},
		"secret":              {"apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {password: \"hunter2!\"}", `schema /data/password data.password must be base64, but is not; write plain text under stringData`},
		"secret, good":        {"apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {password: aHVudGVyMg==, empty: \"\"}", ``},
		"quantity as number":  {"apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {hard: {pods: 4, cpu: 0.5, memory: 1e3, requests.storage: 9007199254740993}}", ``},
		"service ports": {"apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: Loadbalancer, ports: [{port: 80, name: a}, {port: 80, protocol: TCP, name: b}, {port: 80, protocol: UDP, name: c}]}",
			"duplicate-list-item /spec/ports/1 spec.ports[1] repeats port 80, protocol \"TCP\" of spec.ports[0]: the API server refuses it (error)\n" +
				`schema /spec/type spec.type must be one of ClusterIP, ExternalName, LoadBalancer, NodePort, but is "Loadbalancer"; did you mean LoadBalancer?`},
		"port by name or number": {"apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80, name: a, targetPort: http}, {port: 81, name: b, targetPort: 8080}, {port: 82, name: c, targetPort: 1.5}]}",
			`schema /spec/ports/2/targetPort spec.ports[2].targetPort must be an integer or a string, but is a fraction`},
	} {
		t.Run(name, func(t *testing.T) { expect(t, c.object, c.want) })
	}
}
