package schema

import (
	"math"
	"slices"
)

// What the API server checks while decoding and JSON Schema leaves to `format`, written as patterns and bounds,
// so that kubeconform's own path sees it too.
const (
	// quantityPattern is the grammar in apimachinery's resource.ParseQuantity.
	quantityPattern = `^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$`
	// base64Pattern is Go's base64.StdEncoding, which ignores line ends.
	base64Pattern = `^[\r\n]*(([A-Za-z0-9+/][\r\n]*){4})*(([A-Za-z0-9+/][\r\n]*){2}(=[\r\n]*){2}|([A-Za-z0-9+/][\r\n]*){3}=[\r\n]*)?$`
)

// overrides are types whose JSON form the API server decodes by hand; their OpenAPI says too little or, in old minors, too much.
var overrides = map[string]func() map[string]any{
	"io.k8s.apimachinery.pkg.api.resource.Quantity": func() map[string]any {
		return map[string]any{"type": []any{"string", "number"}, "pattern": quantityPattern}
	},
	"io.k8s.apimachinery.pkg.util.intstr.IntOrString": func() map[string]any {
		return map[string]any{"type": []any{"integer", "string"}, "minimum": math.MinInt32, "maximum": math.MaxInt32}
	},
}

// enrich closes objects, bounds integers and widens enums, in place, as the API server would have it.
func enrich(node map[string]any) map[string]any {
	delete(node, "description")
	if reference, refers := node["$ref"]; refers {
		for key := range node {
			if key != "$ref" {
				delete(node, key)
			}
		}
		node["$ref"] = reference
		return node
	}
	switch node["format"] {
	case "int32":
		bound(node, math.MinInt32, math.MaxInt32)
	case "byte":
		node["pattern"] = base64Pattern
	case "int-or-string":
		delete(node, "oneOf")
		node["type"] = []any{"integer", "string"}
	}
	// The empty string is the zero value: the server takes it as absent and defaults it.
	if values, has := node["enum"].([]any); has && !slices.Contains(values, any("")) {
		if _, isText := values[0].(string); isText {
			node["enum"] = append(values, "")
		}
	}
	if properties, has := node["properties"].(map[string]any); has {
		for _, property := range properties {
			enrichAny(property)
		}
		_, open := node["additionalProperties"]
		if !open && node["x-kubernetes-preserve-unknown-fields"] != true && len(properties) > 0 {
			node["additionalProperties"] = false
		}
	}
	enrichAny(node["items"])
	enrichAny(node["additionalProperties"])
	enrichAny(node["not"])
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		branches, _ := node[keyword].([]any)
		if keyword == "allOf" && len(branches) == 1 && node["properties"] == nil {
			if branch, ok := branches[0].(map[string]any); ok && branch["$ref"] != nil {
				for key := range node {
					delete(node, key)
				}
				node["$ref"] = branch["$ref"]
				return node
			}
		}
		for _, branch := range branches {
			enrichAny(branch)
		}
	}
	return node
}

func enrichAny(node any) {
	if object, is := node.(map[string]any); is {
		enrich(object)
	}
}

func bound(node map[string]any, low, high int) {
	if node["minimum"] == nil {
		node["minimum"] = low
	}
	if node["maximum"] == nil {
		node["maximum"] = high
	}
}
