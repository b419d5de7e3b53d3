package metadata

import (
	"slices"
	"strings"
	"testing"

	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

// Verdicts from the documentation, https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and …/labels/.
func TestNames(t *testing.T) {
	for _, c := range []struct{ apiVersion, kind, name, want string }{
		{"v1", "ConfigMap", "a.b-c.example.com", ""},
		{"v1", "ConfigMap", "Web", "/metadata/name"},
		{"v1", "ConfigMap", "a_b", "/metadata/name"},
		{"v1", "ConfigMap", strings.Repeat("a", 253), ""},
		{"v1", "ConfigMap", strings.Repeat("a", 254), "/metadata/name"},
		{"v1", "Namespace", "a.b", "/metadata/name"},
		{"v1", "Namespace", "1a", ""},
		{"v1", "Service", "1a", "/metadata/name"},
		{"v1", "Service", strings.Repeat("a", 64), "/metadata/name"},
		{"rbac.authorization.k8s.io/v1", "ClusterRole", "system:Node_Reader", ""},
		{"rbac.authorization.k8s.io/v1", "ClusterRole", "a/b", "/metadata/name"},
		{"apiregistration.k8s.io/v1", "APIService", "v1beta1.metrics.k8s.io", ""},
		{"batch/v1", "CronJob", strings.Repeat("a", 53), "/metadata/name"},
		{"networking.k8s.io/v1", "IPAddress", "10.0.0.1", ""},
		{"example.com/v1", "Thing", "under_score", "/metadata/name"},
	} {
		object := map[string]any{"apiVersion": c.apiVersion, "kind": c.kind, "metadata": map[string]any{"name": c.name}}
		if got := pointers(Validate(object, "1.35")); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.kind, c.name, got, c.want)
		}
	}
}

func pointers(problems []schema.Problem) string {
	var all []string
	for _, problem := range problems {
		all = append(all, problem.Pointer)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// RelaxedServiceNameValidation: https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/.
func TestServiceNamesByMinor(t *testing.T) {
	object := map[string]any{"apiVersion": "v1", "kind": "Service", "metadata": map[string]any{"name": "1a"}}
	for version, want := range map[string]int{"1.34": 1, "1.35": 1, "1.36": 0, "1.37": 0} {
		if got := Validate(object, version); len(got) != want {
			t.Errorf("%s: %v", version, got)
		}
	}
}

func TestLabels(t *testing.T) {
	object := testbundle.Object(t, `
apiVersion: apps/v1
kind: Deployment
metadata:
  generateName: web-
  namespace: Shop
  labels: {app.kubernetes.io/name: web, "bad key": a, ok: "-bad", long: `+strings.Repeat("a", 64)+`, empty: ""}
  annotations: {Example.com/free: "any thing", /a: b}
  finalizers: [example.com/x, "a/b/c"]
spec:
  selector: {matchLabels: {app: "a b"}}
  template:
    metadata: {labels: {app: "a b"}}
    spec: {nodeSelector: {disk: "s s d"}}
`)
	want := "/metadata/annotations/~1a /metadata/finalizers/1 /metadata/labels/bad key /metadata/labels/long /metadata/labels/ok /metadata/namespace"
	if got := pointers(Validate(object, "1.35")); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	want = "/spec/selector/matchLabels/app /spec/template/metadata/labels/app /spec/template/spec/nodeSelector/disk"
	if got := pointers(Embedded(object)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := Validate(map[string]any{"apiVersion": "v1", "kind": "ConfigMap", "metadata": map[string]any{}}, "1.35"); len(got) != 1 || got[0].Message != "metadata.name is required" {
		t.Error(got)
	}
}
