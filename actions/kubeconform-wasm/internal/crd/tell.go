package crd

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/util/validation/field"

	"kubeconform-wasm/internal/schema"
)

var (
	wrongType = regexp.MustCompile(`must be of type ([a-z,\[\] ]+): "([a-z]+)"`)
	inBody    = regexp.MustCompile(`^.* in body `)
	plainType = map[string]string{"integer": "an integer", "number": "a number", "string": "a string", "boolean": "a boolean", "object": "a map", "array": "a list", "null": "null"}
)

// tell words the server's errors in our way, at JSON pointers of the object as written.
func tell(object map[string]any, found []fault) []schema.Problem {
	var problems []schema.Problem
	for _, fault := range found {
		path := fault.err.Field
		if path == "<nil>" {
			path = ""
		}
		tokens := schema.FieldTokens(object, path)
		name := schema.Field(object, tokens)
		if name == "" {
			name = "the object"
		}
		pointer := tokens
		if fault.err.Type == field.ErrorTypeRequired && len(tokens) > 0 {
			pointer = tokens[:len(tokens)-1]
		}
		problems = append(problems, schema.Problem{Rule: fault.rule, Pointer: schema.Pointer(pointer...), Message: message(name, fault)})
	}
	return problems
}

func message(name string, fault fault) string {
	err := fault.err
	switch err.Type {
	case field.ErrorTypeRequired:
		if err.Detail != "" && fault.rule == "crd-rule" {
			return name + ": " + err.Detail
		}
		return name + " is required"
	case field.ErrorTypeNotSupported:
		return name + " must be one of " + strings.TrimPrefix(err.Detail, "supported values: ") + ", but is " + schema.Show(err.BadValue)
	case field.ErrorTypeDuplicate:
		return name + " is in the list twice: " + keys(err.BadValue)
	case field.ErrorTypeTypeInvalid:
		if parts := wrongType.FindStringSubmatch(err.Detail); parts != nil && plainType[parts[1]] != "" && plainType[parts[2]] != "" {
			return name + " must be " + plainType[parts[1]] + ", but is " + plainType[parts[2]]
		}
	case field.ErrorTypeTooLong, field.ErrorTypeTooMany:
		if err.Detail != "" {
			return name + " " + err.Detail
		}
	}
	if inBody.MatchString(err.Detail) {
		return name + " " + inBody.ReplaceAllString(err.Detail, "")
	}
	if err.Detail == "" {
		return name + ": " + err.ErrorBody()
	}
	return name + ": " + err.Detail
}

// keys writes the value that two items share: a scalar of a set, or the keys of a map's items.
func keys(value any) string {
	fields, is := value.(map[string]any)
	if !is {
		return schema.Show(value)
	}
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		parts = append(parts, key+" "+schema.Show(fields[key]))
	}
	return strings.Join(parts, ", ")
}
