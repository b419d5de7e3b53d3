package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/yannh/kubeconform/pkg/resource"
	"github.com/yannh/kubeconform/pkg/validator"
	"sigs.k8s.io/yaml"
)

// The path carries group and version in full: kubeconform's usual template keeps only the first label of the group, under
// which networking.k8s.io and networking.istio.io are the same.
const pathTemplate = "/schemas/{{.NormalizedKubernetesVersion}}{{.StrictSuffix}}/{{.Group}}/{{.ResourceAPIVersion}}/{{.ResourceKind}}.json"

var (
	validators = map[string]validator.Validator{}
	published  = map[string]bool{}
)

func forgetValidators() {
	validators, published = map[string]validator.Validator{}, map[string]bool{}
}

// Kubeconform runs kubeconform's ValidateResource over one document, with the schemas of the bundle.
// The text must not be changed afterwards: kubeconform keeps it in its answer.
func Kubeconform(text []byte, version string, strict bool) (validator.Result, error) {
	kind := headOf(text)
	if kind != nil {
		if err := publish(kind, version, strict); err != nil {
			return validator.Result{}, err
		}
	}
	key := fmt.Sprint(version, strict)
	if validators[key] == nil {
		made, err := validator.New([]string{folder() + pathTemplate}, validator.Opts{KubernetesVersion: version, Strict: strict})
		if err != nil {
			return validator.Result{}, err
		}
		validators[key] = made
	}
	return validators[key].ValidateResource(resource.Resource{Path: "document", Bytes: text}), nil
}

// headOf finds the kind of a document; nil when it has none or nothing describes it.
func headOf(text []byte) *Kind {
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
	}
	if err := yaml.Unmarshal(text, &head); err != nil {
		return nil
	}
	return Lookup(head.APIVersion, head.Kind)
}

// publish composes the standalone schema of a kind and puts it where kubeconform will look for it.
func publish(kind *Kind, version string, strict bool) error {
	suffix := ""
	if strict {
		suffix = "-strict"
	}
	group, apiVersion, grouped := strings.Cut(kind.APIVersion, "/")
	if !grouped {
		apiVersion = group
	}
	path := fmt.Sprintf("/schemas/v%s%s/%s/%s/%s.json", version, suffix, group, apiVersion, strings.ToLower(kind.Name))
	if published[path] {
		return nil
	}
	content, err := kind.Standalone(version, strict)
	if err != nil || content == nil {
		return err
	}
	if err := Publish(path, content); err != nil {
		return err
	}
	published[path] = true
	return nil
}

// Standalone composes one JSON Schema that holds everything a kind needs; nil when the minor does not have the kind.
// Without strict, unknown fields are allowed, as in kubeconform's schemas.
func (kind *Kind) Standalone(version string, strict bool) ([]byte, error) {
	definitions := map[string]any{}
	var root map[string]any
	if kind.Custom != nil {
		var err error
		if root, err = customStandalone(kind); err != nil {
			return nil, err
		}
	} else {
		if kind.ClosureKey(version) == "" {
			return nil, nil
		}
		for _, name := range closure(version, kind.Definition) {
			content, err := definition(version, name)
			if err != nil {
				return nil, err
			}
			definitions[name] = content
		}
		// The root is the kind itself, not a reference to it: kubeconform tells only the topmost causes.
		var err error
		if root, err = definition(version, kind.Definition); err != nil {
			return nil, err
		}
		root["definitions"] = definitions
	}
	if !strict {
		open(root)
	}
	return json.Marshal(root)
}

// open takes back what closes objects.
func open(node any) {
	switch node := node.(type) {
	case map[string]any:
		if node["additionalProperties"] == false {
			delete(node, "additionalProperties")
		}
		for _, child := range node {
			open(child)
		}
	case []any:
		for _, child := range node {
			open(child)
		}
	}
}

// customStandalone turns the OpenAPI schema of a CRD into JSON Schema, as converters for kubeconform do, but for their known faults:
// null where nullable, objects open where unknown fields are kept, int-or-string, and metadata.
func customStandalone(kind *Kind) (map[string]any, error) {
	root := map[string]any{}
	decoder := json.NewDecoder(bytes.NewReader(kind.Custom.Schema))
	decoder.UseNumber()
	if err := decoder.Decode(&root); err != nil {
		return nil, err
	}
	toJSONSchema(root, true)
	properties, _ := root["properties"].(map[string]any)
	if properties == nil {
		properties = map[string]any{}
		root["properties"] = properties
	}
	properties["apiVersion"] = map[string]any{"type": "string"}
	properties["kind"] = map[string]any{"type": "string"}
	properties["metadata"] = map[string]any{"type": "object"}
	return root, nil
}

func toJSONSchema(node map[string]any, structural bool) {
	for _, keyword := range []string{"items", "additionalProperties"} {
		if child, is := node[keyword].(map[string]any); is {
			toJSONSchema(child, structural)
		}
	}
	if child, is := node["not"].(map[string]any); is {
		toJSONSchema(child, false)
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		branches, _ := node[keyword].([]any)
		for _, branch := range branches {
			if branch, is := branch.(map[string]any); is {
				toJSONSchema(branch, false)
			}
		}
	}
	properties, has := node["properties"].(map[string]any)
	for _, property := range properties {
		if property, is := property.(map[string]any); is {
			toJSONSchema(property, structural)
		}
	}
	delete(node, "default")
	if node["x-kubernetes-int-or-string"] == true {
		node["type"] = []any{"integer", "string"}
	}
	if node["nullable"] == true && node["type"] != nil {
		types, isList := node["type"].([]any)
		if !isList {
			types = []any{node["type"]}
		}
		node["type"] = append(types, "null")
		if values, limited := node["enum"].([]any); limited {
			node["enum"] = append(values, nil)
		}
	}
	if !structural {
		return
	}
	if node["x-kubernetes-embedded-resource"] == true {
		delete(node, "additionalProperties")
		return
	}
	if _, said := node["additionalProperties"]; has && !said && node["x-kubernetes-preserve-unknown-fields"] != true {
		node["additionalProperties"] = false
	}
}
