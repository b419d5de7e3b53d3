package schema

import (
	"fmt"
	"maps"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// Problem is one fault of an object, at a JSON pointer in it.
type Problem struct {
	Rule     string
	Pointer  string
	Message  string
	Severity string
}

// Validate checks a decoded object against one compiled schema and tells every fault, not only the topmost.
// Explicit nulls must be gone already (WithoutNulls).
func Validate(compiled *jsonschema.Schema, object map[string]any) []Problem {
	err := compiled.Validate(object)
	if err == nil {
		return nil
	}
	failure, is := err.(*jsonschema.ValidationError)
	if !is {
		return []Problem{{Rule: "schema", Message: err.Error()}}
	}
	walk := walker{object: object, secret: object["kind"] == "Secret"}
	walk.visit(failure)
	return walk.problems
}

type walker struct {
	object   map[string]any
	secret   bool
	problems []Problem
}

func (walk *walker) visit(failure *jsonschema.ValidationError) {
	switch failure.ErrorKind.(type) {
	case *kind.AnyOf, *kind.OneOf:
		if best := nearestBranch(failure); best != nil {
			walk.visit(best)
			return
		}
	}
	if len(failure.Causes) > 0 {
		for _, cause := range failure.Causes {
			walk.visit(cause)
		}
		return
	}
	walk.leaf(failure)
}

// nearestBranch picks the alternative that came furthest into the object: the one that the author most likely meant.
// Nil when no branch got below the place itself, so that the alternatives are better named together.
func nearestBranch(failure *jsonschema.ValidationError) *jsonschema.ValidationError {
	var best *jsonschema.ValidationError
	depth := len(failure.InstanceLocation)
	for _, cause := range failure.Causes {
		if reached := deepest(cause); reached > depth {
			best, depth = cause, reached
		}
	}
	return best
}

func deepest(failure *jsonschema.ValidationError) int {
	depth := len(failure.InstanceLocation)
	for _, cause := range failure.Causes {
		depth = max(depth, deepest(cause))
	}
	return depth
}

func (walk *walker) report(rule string, tokens []string, format string, args ...any) {
	walk.problems = append(walk.problems, Problem{Rule: rule, Pointer: Pointer(tokens...), Message: fmt.Sprintf(format, args...)})
}

func (walk *walker) leaf(failure *jsonschema.ValidationError) {
	tokens := failure.InstanceLocation
	field := Field(walk.object, tokens)
	if field == "" {
		field = "the object"
	}
	value := At(walk.object, tokens)
	switch fault := failure.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		names := properties(failure.SchemaURL)
		present, _ := value.(map[string]any)
		for _, name := range fault.Properties {
			at := append(slices.Clone(tokens), name)
			walk.report("unknown-field", at, "unknown field %s%s", Field(walk.object, at), Meant(name, names, present))
		}
	case *kind.Required:
		for _, name := range fault.Missing {
			at := append(slices.Clone(tokens), name)
			walk.report("schema", tokens, "%s is required", Field(walk.object, at))
		}
	case *kind.Type:
		walk.report("schema", tokens, "%s must be %s, but is %s%s", field, oneOf(fault.Want), article(typeName(value)), quoteHint(fault.Want, value))
	case *kind.Enum:
		wanted := []string{}
		for _, allowed := range fault.Want {
			if text, is := allowed.(string); !is || text != "" {
				wanted = append(wanted, fmt.Sprint(allowed))
			}
		}
		hint := ""
		if text, is := value.(string); is {
			hint = Meant(text, wanted, nil)
		}
		walk.report("schema", tokens, "%s must be %s, but is %s%s", field, alternatives(wanted), walk.show(tokens, value), hint)
	case *kind.Pattern:
		switch fault.Want {
		case quantityPattern:
			walk.report("schema", tokens, "%s must be a quantity such as 500m, 2 or 128Mi, but is %s", field, walk.show(tokens, value))
		case base64Pattern:
			walk.report("schema", tokens, "%s must be base64, but is not%s", field, walk.stringDataHint(tokens))
		default:
			walk.report("schema", tokens, "%s must match %s, but is %s", field, fault.Want, walk.show(tokens, value))
		}
	case *kind.Minimum:
		walk.report("schema", tokens, "%s must %s, but is %s", field, atLeast(fault.Want), number(fault.Got))
	case *kind.Maximum:
		walk.report("schema", tokens, "%s must %s, but is %s", field, atMost(fault.Want), number(fault.Got))
	case *kind.Format:
		walk.report("schema", tokens, "%s must be a %s, but is %s", field, fault.Want, walk.show(tokens, value))
	case *kind.MinItems:
		walk.report("schema", tokens, "%s must have at least %d items, but has %d", field, fault.Want, fault.Got)
	case *kind.MaxItems:
		walk.report("schema", tokens, "%s must have at most %d items, but has %d", field, fault.Want, fault.Got)
	case *kind.FalseSchema:
		walk.report("unknown-field", tokens, "%s is not allowed", field)
	default:
		walk.report("schema", tokens, "%s: %s", field, failure.ErrorKind.LocalizedString(printer))
	}
}

// show writes a value for a message; never one from a Secret.
func (walk *walker) show(tokens []string, value any) string {
	if walk.secret && len(tokens) > 1 && (tokens[0] == "data" || tokens[0] == "stringData") {
		return "something else"
	}
	return Show(value)
}

func (walk *walker) stringDataHint(tokens []string) string {
	if walk.secret && len(tokens) == 2 && tokens[0] == "data" {
		return "; write plain text under stringData"
	}
	return ""
}

// propertyNames caches the field names that a place of a schema knows.
var propertyNames = map[string][]string{}

func forgetNames() { propertyNames = map[string][]string{} }

func properties(schemaURL string) []string {
	if names, done := propertyNames[schemaURL]; done {
		return names
	}
	var names []string
	if place, err := compiler.Compile(schemaURL); err == nil {
		names = slices.Sorted(maps.Keys(place.Properties))
	}
	propertyNames[schemaURL] = names
	return names
}
