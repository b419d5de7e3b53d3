package render

import (
	"encoding/json"
	"testing"

	"kubeconform-wasm/internal/files"
)

func TestScratch(t *testing.T) {
	files.Root = "/tmp/kt"
	r := Run(files.NewTree(files.Current()), Request{Source: Source{Type: "kustomize", Path: "overlay"}, Namespace: "d"})
	b, _ := json.MarshalIndent(r, "", " ")
	t.Log(string(b))
}
