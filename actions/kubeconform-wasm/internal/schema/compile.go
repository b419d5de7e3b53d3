package schema

import (
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const location = "seaworthy:///definitions/"

var (
	compiler = newCompiler()
	added    = map[string]bool{}
	compiled = map[string]*jsonschema.Schema{}
)

func forgetCompiled() {
	compiler, added, compiled = newCompiler(), map[string]bool{}, map[string]*jsonschema.Schema{}
	references, closures = map[int][]string{}, map[string]map[string]string{}
	metadataSchema = nil
	forgetLists()
	forgetNames()
	forgetValidators()
}

// newCompiler sets up the compiler as kubeconform's validator does: Draft 4 by default. Its "duration" format concerns no built-in kind.
func newCompiler() *jsonschema.Compiler {
	next := jsonschema.NewCompiler()
	next.DefaultDraft(jsonschema.Draft4)
	next.UseLoader(jsonschema.SchemeURLLoader{})
	return next
}

// Compiled gives the schema of a built-in kind in one minor. Definitions of equal content are compiled once, over all kinds and minors.
func (kind *Kind) Compiled(version string) (*jsonschema.Schema, error) {
	key := kind.ClosureKey(version)
	if key == "" {
		return nil, fmt.Errorf("Kubernetes %s has no %s %s", version, kind.APIVersion, kind.Name)
	}
	if done := compiled[key]; done != nil {
		return done, nil
	}
	return compile(version, kind.Definition)
}

func compile(version, name string) (*jsonschema.Schema, error) {
	key := closureKey(version, name)
	if done := compiled[key]; done != nil {
		return done, nil
	}
	order, err := add(version, name, nil)
	if err != nil {
		return nil, err
	}
	// What is below first: the compiler searches its queue linearly, so many small compilations are much faster than one large one.
	for _, below := range order {
		if _, err := compiler.Compile(location + below); err != nil {
			return nil, err
		}
	}
	done, err := compiler.Compile(location + key)
	if err != nil {
		return nil, err
	}
	compiled[key] = done
	return done, nil
}

// add gives the compiler a definition and everything below it; it appends the new keys to order, what is below first.
func add(version, name string, order []string) ([]string, error) {
	key := closureKey(version, name)
	if added[key] {
		return order, nil
	}
	added[key] = true
	content, err := definition(version, name)
	if err != nil {
		return nil, err
	}
	var below []string
	point(content, func(target string) string {
		below = append(below, target)
		return location + closureKey(version, target)
	})
	if err := compiler.AddResource(location+key, content); err != nil {
		return nil, err
	}
	for _, target := range below {
		if order, err = add(version, target, order); err != nil {
			return nil, err
		}
	}
	return append(order, key), nil
}

// point rewrites every reference of a schema.
func point(node any, to func(name string) string) {
	switch node := node.(type) {
	case map[string]any:
		if reference, is := node["$ref"].(string); is && len(reference) > len(definitionPrefix) {
			node["$ref"] = to(reference[len(definitionPrefix):])
		}
		for _, child := range node {
			point(child, to)
		}
	case []any:
		for _, child := range node {
			point(child, to)
		}
	}
}
