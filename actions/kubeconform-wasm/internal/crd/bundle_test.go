package crd

import (
	"testing"

	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

// Every schema of the bundle compiles, and judges an empty object without failing.
func TestBundle(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles every CRD")
	}
	testbundle.Load(t)
	count := 0
	schema.All(func(kind *schema.Kind) {
		if kind.Custom == nil {
			return
		}
		count++
		if definition := compile(kind); definition.err != nil {
			t.Errorf("%s %s: %v", kind.APIVersion, kind.Name, definition.err)
		}
		for _, problem := range Validate(kind, map[string]any{"apiVersion": kind.APIVersion, "kind": kind.Name, "metadata": map[string]any{"name": "a"}}) {
			if problem.Rule == "not-judged" || problem.Rule == "crd-rule" && len(problem.Message) > 300 {
				t.Errorf("%s %s: %v", kind.APIVersion, kind.Name, problem)
			}
		}
	})
	t.Log(count)
}
