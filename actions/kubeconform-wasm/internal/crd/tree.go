package crd

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"

	"kubeconform-wasm/internal/schema"
)

// Problem is a fault of one of the CRDs themselves.
type Problem struct {
	CRD     int    `json:"crd"`
	Pointer string `json:"pointer"`
	Message string `json:"message"`
}

// judged holds the faults of CRDs by content, since the same CRDs come with every commit.
var judged = map[[sha256.Size]byte][]Problem{}

// UseTree makes the CRDs of the tree known, before the bundle; of two for the same kind the first counts.
// The answer tells what the API server would refuse in them.
func UseTree(definitions []map[string]any) []Problem {
	if len(definitions) > 0 {
		clear(known) // the kinds of the last tree are gone
	}
	problems := []Problem{}
	kinds := map[string]*schema.Kind{}
	for i, definition := range definitions {
		found, faults := read(definition)
		for _, fault := range faults {
			fault.CRD = i
			problems = append(problems, fault)
		}
		for key, kind := range found {
			if kinds[key] == nil {
				kinds[key] = kind
			}
		}
	}
	schema.SetTree(kinds)
	return problems
}

func read(object map[string]any) (kinds map[string]*schema.Kind, problems []Problem) {
	defer func() {
		if cause := recover(); cause != nil {
			problems = append(problems, Problem{Message: fmt.Sprintf("the CustomResourceDefinition could not be judged: %v", cause)})
		}
	}()
	if object["apiVersion"] != "apiextensions.k8s.io/v1" {
		return nil, nil
	}
	text, definition, err := decode(object)
	if err != nil {
		return nil, []Problem{{Message: "the CustomResourceDefinition does not decode: " + strings.TrimPrefix(err.Error(), "json: ")}}
	}
	key := sha256.Sum256(text)
	problems, done := judged[key]
	if !done {
		problems = judge(object, definition)
		judged[key] = problems
	}
	return kindsOf(object, definition), append([]Problem(nil), problems...)
}

// decode returns the definition with its defaults, and the text that it was read from.
func decode(object map[string]any) ([]byte, *apiextensionsv1.CustomResourceDefinition, error) {
	text, err := json.Marshal(object)
	if err != nil {
		return nil, nil, err
	}
	definition := &apiextensionsv1.CustomResourceDefinition{}
	if err := json.Unmarshal(text, definition); err != nil {
		return nil, nil, err
	}
	apiextensionsv1.SetDefaults_CustomResourceDefinition(definition)
	apiextensionsv1.SetDefaults_CustomResourceDefinitionSpec(&definition.Spec)
	return text, definition, nil
}

// kindsOf takes the schemas as written, without descriptions.
func kindsOf(object map[string]any, definition *apiextensionsv1.CustomResourceDefinition) map[string]*schema.Kind {
	kinds := map[string]*schema.Kind{}
	for i, version := range definition.Spec.Versions {
		kind := &schema.Kind{
			APIVersion: definition.Spec.Group + "/" + version.Name, Name: definition.Spec.Names.Kind,
			Plural: definition.Spec.Names.Plural, Namespaced: definition.Spec.Scope == apiextensionsv1.NamespaceScoped,
			Custom: &schema.Custom{Served: version.Served, Source: "the tree's own CustomResourceDefinition"},
		}
		if version.Deprecated {
			kind.Custom.Deprecated = "its CustomResourceDefinition says so"
			if version.DeprecationWarning != nil {
				kind.Custom.Deprecated = *version.DeprecationWarning
			}
		}
		at := []string{"spec", "versions", fmt.Sprint(i)}
		if written := schema.At(object, append(at, "schema", "openAPIV3Schema")); written != nil {
			kind.Custom.Schema, _ = json.Marshal(withoutDescriptions(written))
		}
		if written := schema.At(object, append(at, "subresources")); written != nil {
			kind.Custom.Subresources, _ = json.Marshal(written)
		}
		kinds[kind.APIVersion+"/"+kind.Name] = kind
	}
	return kinds
}

// withoutDescriptions copies a schema; a property that is called "description" is a schema, not a text, and stays.
func withoutDescriptions(node any) any {
	switch node := node.(type) {
	case map[string]any:
		copied := make(map[string]any, len(node))
		for key, child := range node {
			if _, isText := child.(string); key == "description" && isText {
				continue
			}
			if key == "default" || key == "enum" || key == "example" {
				copied[key] = child
				continue
			}
			copied[key] = withoutDescriptions(child)
		}
		return copied
	case []any:
		copied := make([]any, len(node))
		for i, child := range node {
			copied[i] = withoutDescriptions(child)
		}
		return copied
	}
	return node
}
