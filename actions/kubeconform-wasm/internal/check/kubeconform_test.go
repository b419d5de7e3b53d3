package check

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yannh/kubeconform/pkg/validator"
	"sigs.k8s.io/yaml"

	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

var seeds = []string{deployment, `
apiVersion: v1
kind: Service
metadata: {name: web, labels: {app: web}}
spec: {type: ClusterIP, selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}, {name: m, port: 90, targetPort: 9090}]}
`, `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  rules: [{host: shop.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]
`, `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  minReplicas: 1
  maxReplicas: 4
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]
`, `
apiVersion: batch/v1
kind: CronJob
metadata: {name: tidy}
spec:
  schedule: "0 3 * * *"
  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: tidy, image: a, env: [{name: A, value: b}]}]}}}}
`, `
apiVersion: v1
kind: Secret
metadata: {name: token}
type: Opaque
data: {token: aHVudGVyMg==}
`, `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
`, `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}
`}

// mutate breaks one random place of an object in one of the ways in which people break manifests.
func mutate(random *rand.Rand, node any) any {
	switch node := node.(type) {
	case map[string]any:
		var names []string
		for name := range node {
			if name != "apiVersion" && name != "kind" {
				names = append(names, name)
			}
		}
		if len(names) == 0 || random.IntN(8) == 0 {
			node[[]string{"extra", "namme", "imagePullPolice"}[random.IntN(3)]] = "x"
			return node
		}
		name := names[random.IntN(len(names))]
		if random.IntN(8) == 0 {
			delete(node, name)
			return node
		}
		node[name] = mutate(random, node[name])
		return node
	case []any:
		if len(node) == 0 || random.IntN(6) == 0 {
			return append(node, "x")
		}
		at := random.IntN(len(node))
		node[at] = mutate(random, node[at])
		return node
	}
	values := []any{"text", "3", int64(3), int64(-1), int64(9007199254740993), 2.5, true, []any{}, map[string]any{}, "12Mi", "!"}
	return values[random.IntN(len(values))]
}

// The path over decoded objects and kubeconform's own ValidateResource over text must agree on every object.
func TestEqualsKubeconform(t *testing.T) {
	testbundle.Load(t)
	random := rand.New(rand.NewPCG(1, 2))
	count := map[bool]int{}
	for round := range 800 {
		object := testbundle.Object(t, seeds[round%len(seeds)])
		for range random.IntN(3) {
			mutate(random, object)
		}
		text, err := yaml.Marshal(object)
		if err != nil {
			t.Fatal(err)
		}
		version := schema.Versions()[round%len(schema.Versions())]
		result, err := schema.Kubeconform(text, version, true)
		if err != nil {
			t.Fatal(err)
		}
		kind := schema.Lookup(object["apiVersion"].(string), object["kind"].(string))
		compiled, err := kind.Compiled(version)
		if err != nil {
			t.Fatal(err)
		}
		problems := schema.Validate(compiled, object)
		valid := result.Status == validator.Valid
		if valid != (len(problems) == 0) || !valid && result.Status != validator.Invalid {
			t.Errorf("kubeconform: %v %v; ours: %v\n%s", result.Status, result.Err, problems, text)
		}
		count[valid]++
		// What holds for one minor by SameVerdict must be what the other minor says by itself.
		for _, other := range schema.Versions() {
			if kind.SameVerdict(version, other, object) {
				compiled, err := kind.Compiled(other)
				if err != nil {
					t.Fatal(err)
				}
				if got := schema.Validate(compiled, object); len(got) != len(problems) {
					t.Errorf("%s: %v; %s: %v", version, problems, other, got)
				}
			}
		}
	}
	if count[true] < 100 || count[false] < 100 {
		t.Errorf("the sample is too one-sided: %v", count)
	}
	t.Log(count)
}

func call(t *testing.T, name string, request any) map[string]any {
	t.Helper()
	input, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	output, err := callBridge(name, input)
	if err != nil {
		t.Fatal(err)
	}
	answer := map[string]any{}
	if err := schema.DecodeJSON(output, &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

func TestKubeconformOperation(t *testing.T) {
	testbundle.Load(t)
	for text, want := range map[string]string{
		deployment: "valid", deployment + "extra: 1\n": "invalid", "": "empty", "# nothing": "empty", "a: [": "error",
		"apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}": "error",
		deployment + "kind: Deployment\n":                              "error",
	} {
		answer := call(t, "kubeconform", map[string]any{"text": text, "kubernetesVersion": "1.36", "strict": true})
		if answer["status"] != want {
			t.Errorf("%q: %v, want %s", text, answer, want)
		}
	}
	answer := call(t, "kubeconform", map[string]any{"text": strings.Replace(deployment, "replicas: 2", "replicas: x", 1), "kubernetesVersion": "1.36", "strict": true})
	if errors, _ := answer["errors"].([]any); len(errors) != 1 || errors[0].(map[string]any)["path"] != "/spec" && errors[0].(map[string]any)["path"] != "/spec/replicas" {
		t.Errorf("the topmost cause must name a place: %v", answer)
	}
	if answer := call(t, "kubeconform", map[string]any{"text": deployment + "extra: 1\n", "kubernetesVersion": "1.36"}); answer["status"] != "valid" {
		t.Errorf("unknown fields are allowed unless strict: %v", answer)
	}
	certificate := "apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {secretName: a, issuerRef: {name: b}%s}"
	if answer := call(t, "kubeconform", map[string]any{"text": fmt.Sprintf(certificate, ""), "kubernetesVersion": "1.36", "strict": true}); answer["status"] != "valid" {
		t.Error(answer)
	}
	if answer := call(t, "kubeconform", map[string]any{"text": fmt.Sprintf(certificate, ", dnsName: [a]"), "kubernetesVersion": "1.36", "strict": true}); answer["status"] != "invalid" {
		t.Error(answer)
	}
}
