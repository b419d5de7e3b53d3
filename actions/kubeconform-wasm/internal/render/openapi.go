package render

import (
	"k8s.io/kube-openapi/pkg/validation/spec"
	"sigs.k8s.io/kustomize/kyaml/openapi"

	"kubeconform-wasm/internal/bridge"
	"kubeconform-wasm/internal/files"
)

// slim holds kustomize's own definitions without what a merge never asks for; nil until Warm ran.
var slim spec.Definitions

func init() { bridge.OnWarm(Warm) }

// Warm makes kustomize ready for its first overlay. Its built-in definitions are 3.5 MB with their descriptions; they are
// read once, at build time, and only types, references and merge keys stay in the snapshot.
func Warm() {
	full := openapi.Schema()
	slim = make(spec.Definitions, len(full.Definitions))
	for name, definition := range full.Definitions {
		slim[name] = *slimmed(&definition)
	}
	useSlim()
	tree := files.NewTree(warmHost{})
	Render(tree, Source{Type: "kustomize", Path: "warm"})
}

func useSlim() {
	openapi.ResetOpenAPI()
	if slim != nil {
		openapi.SuppressBuiltInSchemaUse()
		openapi.AddDefinitions(slim)
	}
}

// withOwnSchema gives a kustomization that brings an OpenAPI schema kustomize's full definitions, and drops afterwards what
// it left in kustomize's global state.
func withOwnSchema(run func()) {
	openapi.ResetOpenAPI()
	defer useSlim()
	run()
}

func slimmed(s *spec.Schema) *spec.Schema {
	if s == nil {
		return nil
	}
	out := &spec.Schema{VendorExtensible: s.VendorExtensible}
	out.Ref = s.Ref
	out.Type = s.Type
	if len(s.Properties) > 0 {
		out.Properties = make(map[string]spec.Schema, len(s.Properties))
		for name, property := range s.Properties {
			out.Properties[name] = *slimmed(&property)
		}
	}
	if s.Items != nil {
		out.Items = &spec.SchemaOrArray{Schema: slimmed(s.Items.Schema)}
	}
	if s.AdditionalProperties != nil {
		out.AdditionalProperties = &spec.SchemaOrBool{Allows: s.AdditionalProperties.Allows, Schema: slimmed(s.AdditionalProperties.Schema)}
	}
	return out
}

// warmHost serves one small overlay that exercises the common transformers, so that what kustomize sets up once is set up.
type warmHost struct{}

var warmFiles = map[string]string{
	"warm/kustomization.yaml": `namespace: warm
resources: [deployment.yaml]
labels: [{pairs: {a: b}, includeSelectors: true}]
images: [{name: image, newTag: "2"}]
configMapGenerator: [{name: settings, literals: [a=b]}]
patches:
- patch: '{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "warm"}, "spec": {"replicas": 2}}'
- target: {kind: Deployment}
  patch: '[{"op": "replace", "path": "/spec/replicas", "value": 3}]'
`,
	"warm/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: warm}
spec:
  selector: {matchLabels: {app: warm}}
  template:
    metadata: {labels: {app: warm}}
    spec: {containers: [{name: warm, image: image, envFrom: [{configMapRef: {name: settings}}]}]}
`,
}

func (warmHost) Read(name string) files.Entry {
	if content, present := warmFiles[name]; present {
		return files.Entry{Kind: files.File, Bytes: []byte(content)}
	}
	if name == "warm" || name == "" {
		return files.Entry{Kind: files.Directory}
	}
	return files.Entry{Kind: files.Missing}
}

func (warmHost) List(string) []string { return nil }
