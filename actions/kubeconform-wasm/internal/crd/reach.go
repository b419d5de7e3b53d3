package crd

import (
	"maps"

	structural "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	celconfig "k8s.io/apiserver/pkg/apis/cel"

	"kubeconform-wasm/internal/schema"
)

// Compiling every rule of a large CRD takes hundreds of milliseconds and megabytes, and an object uses few of its fields.
// A rule is evaluated only where the object has a value, so only rules of nodes that some object has reached are compiled.

// reached names the nodes of a schema, by their path in it, at which rules stand and a value was seen.
type reached map[string]bool

func (r reached) visit(node *structural.Structural, value any, path string) {
	if len(node.XValidations) > 0 {
		r[path] = true
	}
	switch v := value.(type) {
	case map[string]any:
		for name, element := range v {
			if property, declared := node.Properties[name]; declared {
				r.visit(&property, element, path+"/"+name)
			} else if node.AdditionalProperties != nil && node.AdditionalProperties.Structural != nil {
				r.visit(node.AdditionalProperties.Structural, element, path+"/*")
			}
		}
	case []any:
		if node.Items == nil {
			return
		}
		for _, element := range v {
			r.visit(node.Items, element, path+"/[]")
		}
	}
}

// rulesFor returns a validator that holds every rule that the object can meet.
func (definition *compiled) rulesFor(object map[string]any) *cel.Validator {
	seen := reached{}
	seen.visit(definition.structural, object, "")
	for path := range seen {
		if !definition.reached[path] {
			maps.Copy(seen, definition.reached)
			definition.reached = seen
			definition.rules = cel.NewValidator(onlyReached(definition.structural, seen, ""), true, celconfig.PerCallLimit)
			break
		}
	}
	return definition.rules
}

// Warm compiles every rule of a kind at once: for kinds that most trees have, when the engine is built.
func Warm(kind *schema.Kind) {
	definition := compile(kind)
	if definition.err != nil {
		return
	}
	definition.reached = reached{}
	definition.reached.all(definition.structural, "")
	definition.rules = cel.NewValidator(definition.structural, true, celconfig.PerCallLimit)
}

// WarmSchema makes a kind ready but for its rules, which are compiled when an object reaches them.
func WarmSchema(kind *schema.Kind) { compile(kind) }

func (r reached) all(node *structural.Structural, path string) {
	if len(node.XValidations) > 0 {
		r[path] = true
	}
	for name, property := range node.Properties {
		r.all(&property, path+"/"+name)
	}
	if node.Items != nil {
		r.all(node.Items, path+"/[]")
	}
	if node.AdditionalProperties != nil && node.AdditionalProperties.Structural != nil {
		r.all(node.AdditionalProperties.Structural, path+"/*")
	}
}

// onlyReached copies a schema without the rules of other nodes. Types stay whole: a rule may speak of any field below it.
func onlyReached(node *structural.Structural, seen reached, path string) *structural.Structural {
	out := *node
	if !seen[path] {
		out.XValidations = nil
	}
	if node.Items != nil {
		out.Items = onlyReached(node.Items, seen, path+"/[]")
	}
	if node.Properties != nil {
		out.Properties = make(map[string]structural.Structural, len(node.Properties))
		for name, property := range node.Properties {
			out.Properties[name] = *onlyReached(&property, seen, path+"/"+name)
		}
	}
	if node.AdditionalProperties != nil && node.AdditionalProperties.Structural != nil {
		additional := *node.AdditionalProperties
		additional.Structural = onlyReached(additional.Structural, seen, path+"/*")
		out.AdditionalProperties = &additional
	}
	return &out
}
