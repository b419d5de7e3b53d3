// Package testbundle gives tests the committed schema bundle.
package testbundle

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sigs.k8s.io/yaml"

	"kubeconform-wasm/internal/schema"
)

// Load loads the bundle of the repository.
func Load(t testing.TB) {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	folder := filepath.Join(filepath.Dir(here), "../../../../schemas/bundle")
	if other := os.Getenv("SCHEMA_BUNDLE"); other != "" {
		folder = other
	}
	kubernetes, err := os.ReadFile(filepath.Join(folder, "kubernetes.json"))
	if err != nil {
		t.Fatal(err)
	}
	crds, err := os.ReadFile(filepath.Join(folder, "crds.json"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if err := schema.Load(kubernetes, crds); err != nil {
		t.Fatal(err)
	}
}

// Object reads one YAML document as the API server's JSON decoder would see it, integers as int64.
func Object(t testing.TB, text string) map[string]any {
	t.Helper()
	data, err := yaml.YAMLToJSON([]byte(strings.ReplaceAll(strings.TrimPrefix(text, "\n"), "\t", "  ")))
	if err != nil {
		t.Fatal(err)
	}
	object := map[string]any{}
	if err := schema.DecodeJSON(data, &object); err != nil {
		t.Fatal(err)
	}
	return object
}
