package podsecurity

import (
	"testing"

	"sigs.k8s.io/yaml"
)

func read(t *testing.T, text string) map[string]any {
	t.Helper()
	var object map[string]any
	if err := yaml.Unmarshal([]byte(text), &object); err != nil {
		t.Fatal(err)
	}
	return object
}

const namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: baseline}}"

// The baseline level as the Pod Security Standards describe it: no host network, no privileged containers.
func TestReview(t *testing.T) {
	for name, c := range map[string]struct{ object, pointer string }{
		"allowed":             {"apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {containers: [{name: a, image: a}]}", ""},
		"pod":                 {"apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {hostNetwork: true, containers: [{name: a, image: a}]}", "/spec"},
		"second container":    {"apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {containers: [{name: a, image: a}, {name: b, image: b, securityContext: {privileged: true}}]}", "/spec/containers/1"},
		"template":            {"apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a, namespace: shop}\nspec: {jobTemplate: {spec: {template: {spec: {hostPID: true, containers: []}}}}}", "/spec/jobTemplate/spec/template/spec"},
		"another namespace":   {"apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: other}\nspec: {hostNetwork: true, containers: []}", ""},
		"makes no pods":       {"apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: shop}\nspec: {}", ""},
		"does not decode":     {"apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {hostNetwork: 'yes'}", ""},
		"nothing of a pod":    {"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: shop}", ""},
		"unreadable metadata": {"apiVersion: v1\nkind: Pod\nmetadata: []\nspec: {hostNetwork: true}", ""},
	} {
		t.Run(name, func(t *testing.T) {
			found := Review(read(t, c.object), []map[string]any{read(t, namespace)})
			if c.pointer == "" && len(found) > 0 || c.pointer != "" && (len(found) != 1 || found[0].Pointer != c.pointer) {
				t.Errorf("%v", found)
			}
		})
	}
}

func TestLabels(t *testing.T) {
	if found := Labels(read(t, namespace)); len(found) > 0 {
		t.Errorf("%v", found)
	}
	broken := read(t, "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/warn: strict}}")
	if found := Labels(broken); len(found) != 1 || found[0].Pointer != "/metadata/labels/pod-security.kubernetes.io~1warn" {
		t.Errorf("%v", found)
	}
}
