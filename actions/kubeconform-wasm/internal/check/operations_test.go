package check

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"kubeconform-wasm/internal/bridge"
	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

func callBridge(name string, input []byte) ([]byte, error) { return bridge.Call(name, input) }

const tenants = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: tenants.example.com}
spec:
  group: example.com
  scope: Cluster
  names: {plural: tenants, kind: Tenant}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              size: {type: integer, x-kubernetes-validations: [{rule: self >= oldSelf, message: size may only grow}]}
  - {name: v1alpha1, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
  - {name: v1beta1, served: true, storage: false, deprecated: true, deprecationWarning: use v1, schema: {openAPIV3Schema: {type: object}}}
`

const tenant = "apiVersion: example.com/v1\nkind: Tenant\nmetadata: {name: a}\nspec: {size: %d}"

func TestTreeDefinitionsAndReview(t *testing.T) {
	testbundle.Load(t)
	expect(t, fmt.Sprintf(tenant, 1), "unknown-kind /kind nothing describes example.com/v1 Tenant: it is not checked. Put its CustomResourceDefinition into the repository, or add it to the schemas (warning)")
	if answer := call(t, "crds", map[string]any{"crds": []any{testbundle.Object(t, tenants)}}); len(answer["problems"].([]any)) > 0 {
		t.Fatal(answer)
	}
	answer := call(t, "kind", map[string]any{"apiVersion": "example.com/v1", "kind": "Tenant"})
	if answer["known"] != true || answer["plural"] != "tenants" || answer["namespaced"] != false {
		t.Error(answer)
	}
	expect(t, fmt.Sprintf(tenant, 1), "")
	expect(t, strings.Replace(fmt.Sprintf(tenant, 1), "size", "siez", 1), "unknown-field /spec/siez unknown field spec.siez; did you mean size?")
	expect(t, "apiVersion: example.com/v1alpha1\nkind: Tenant\nmetadata: {name: a}", "removed-api /apiVersion example.com/v1alpha1 Tenant is not served any more (the tree's own CustomResourceDefinition)")
	expect(t, "apiVersion: example.com/v1beta1\nkind: Tenant\nmetadata: {name: a}", "deprecated-api /apiVersion example.com/v1beta1 Tenant is deprecated: use v1 (the tree's own CustomResourceDefinition) (warning)")
	expect(t, "apiVersion: example.com/v2\nkind: Tenant\nmetadata: {name: a}", "unknown-kind /apiVersion there is no Tenant in example.com/v2; did you mean example.com/v1 Tenant? (error)")

	answer = call(t, "review", map[string]any{
		"kubernetesVersions": []string{"1.36"},
		"items": []any{
			map[string]any{"object": testbundle.Object(t, fmt.Sprintf(tenant, 1)), "oldObject": testbundle.Object(t, fmt.Sprintf(tenant, 2))},
			map[string]any{"object": testbundle.Object(t, fmt.Sprintf(tenant, 1))},
			map[string]any{"object": testbundle.Object(t, strings.Replace(fmt.Sprintf(tenant, 1), "size", "siez", 1)), "schema": true},
		},
		"policies": []any{testbundle.Object(t, "metadata: {name: p}\nspec: {matchConstraints: {resourceRules: [{apiGroups: [example.com], apiVersions: [v1], operations: [CREATE], resources: [tenants]}]}, validations: [{expression: 'has(object.spec.size)', message: size it}]}")},
		"bindings": []any{testbundle.Object(t, "metadata: {name: b}\nspec: {policyName: p, validationActions: [Warn]}"), testbundle.Object(t, "metadata: {name: c}\nspec: {policyName: q, validationActions: [Warn]}")},
	})
	got, _ := json.Marshal(answer)
	want := `{"policyProblems":[{"index":1,"kind":"ValidatingAdmissionPolicyBinding","message":"the policy \"q\" is not in the repository: the binding has no effect unless it is in the cluster","pointer":"/spec/policyName","policy":"c","severity":"warning"}],` +
		`"problems":[{"message":"spec.size: size may only grow","object":0,"pointer":"/spec/size","rule":"transition-rule"},` +
		`{"message":"policy p (binding b): size it","object":2,"pointer":"","rule":"admission-policy","severity":"warning"},` +
		`{"message":"unknown field spec.siez; did you mean size?","object":2,"pointer":"/spec/siez","rule":"unknown-field"}]}`
	if string(got) != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	call(t, "crds", map[string]any{"crds": []any{}})
	if kind := schema.Lookup("example.com/v1", "Tenant"); kind != nil {
		t.Error("the next tree must not see the definitions of the last")
	}
}

func TestPanicNamesTheObject(t *testing.T) {
	collect := newCollector(3, map[string]any{"kind": "Tenant", "metadata": map[string]any{"name": "a"}}, []string{"1.36"})
	collect.guard(func() {
		collect.all(schema.Problem{Rule: "schema", Message: "found before"})
		var nothing map[string]any
		nothing["a"] = 1
	})
	problems := collect.problems()
	if len(problems) != 2 || problems[1].Rule != "not-judged" || problems[1].Object != 3 || !strings.Contains(problems[1].Message, "Tenant a") {
		t.Error(problems)
	}
}

func TestOddObjects(t *testing.T) {
	testbundle.Load(t)
	objects := []map[string]any{
		{}, {"apiVersion": 1, "kind": []any{}}, {"apiVersion": "v1", "kind": "ConfigMap", "metadata": "a"},
		{"apiVersion": "v1", "kind": "ConfigMap", "metadata": nil, "data": []any{nil}}, {"apiVersion": "v1", "kind": "List", "items": []any{}},
		{"apiVersion": "v1", "kind": "Pod", "metadata": map[string]any{"name": "a"}, "spec": map[string]any{"containers": []any{nil, "a", map[string]any{"name": nil}}}},
		{"apiVersion": "cert-manager.io/v1", "kind": "Certificate", "metadata": map[string]any{"name": 1, "labels": []any{}}, "spec": []any{}},
		{"apiVersion": "cert-manager.io/v1", "kind": "Certificate"}, {"apiVersion": "a/b/c", "kind": "D"}, nil,
	}
	for _, problem := range Objects(objects, schema.Versions()) {
		if problem.Rule == "not-judged" {
			t.Error(problem)
		}
	}
}

// Minors differ: a field that came with a later one is unknown to the earlier ones, and only there.
func TestVersions(t *testing.T) {
	testbundle.Load(t)
	versions := schema.Versions()
	seen := false
	schema.All(func(kind *schema.Kind) {
		if seen || kind.Custom != nil || len(kind.Versions) == len(versions) || schema.LifecycleOf(kind.APIVersion, kind.Name) != nil {
			return
		}
		seen = true
		problems := Objects([]map[string]any{{"apiVersion": kind.APIVersion, "kind": kind.Name, "metadata": map[string]any{"name": "a"}}}, versions)
		for _, problem := range problems {
			if problem.Rule == "removed-api" && len(problem.KubernetesVersions) == len(versions)-len(kind.Versions) {
				return
			}
		}
		t.Errorf("%s %s: %v", kind.APIVersion, kind.Name, problems)
	})
	if !seen {
		t.Skip("every kind is in every minor")
	}
}

func TestWarm(t *testing.T) {
	testbundle.Load(t)
	done, err := Warm()
	if err != nil || done.Schemas < 25*len(schema.Versions()) {
		t.Error(done, err)
	}
	t.Logf("%d schemas, %d KiB", done.Schemas, done.Bytes>>10)
}

func BenchmarkObjects(b *testing.B) {
	testbundle.Load(b)
	var objects []map[string]any
	for _, seed := range seeds {
		objects = append(objects, testbundle.Object(b, seed))
	}
	Objects(objects, schema.Versions())
	for b.Loop() {
		Objects(objects, schema.Versions())
	}
}
