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
	combined  = regexp.MustCompile(`^"(.*)" must (not )?validate .*\((oneOf|anyOf|allOf|not)\)`)
	inBody    = regexp.MustCompile(`^.* in body `)
	plainType = map[string]string{"integer": "an integer", "number": "a number", "string": "a string", "boolean": "a boolean", "object": "a map", "array": "a list", "null": "null"}
)

// tell words the server's errors in our way, at JSON pointers of the object as written.
func tell(object map[string]any, found []fault) []schema.Problem {
	var problems []schema.Problem
	for _, one := range found {
		path := pathOf(one)
		if combined.MatchString(one.err.Detail) && slices.ContainsFunc(found, func(other fault) bool {
			return !combined.MatchString(other.err.Detail) && strings.HasPrefix(pathOf(other), path)
		}) {
			continue // the branch that failed is told by itself
		}
		tokens := schema.FieldTokens(object, path)
		name := schema.Field(object, tokens)
		if name == "" {
			name = "the object"
		}
		if one.err.Type == field.ErrorTypeRequired && len(tokens) > 0 {
			tokens = tokens[:len(tokens)-1]
		}
		problems = append(problems, schema.Problem{Rule: one.rule, Pointer: schema.Pointer(tokens...), Message: message(name, one)})
	}
	return problems
}

// pathOf is the field path of a fault; for combinations of schemas the library writes it into the message only.
func pathOf(fault fault) string {
	if parts := combined.FindStringSubmatch(fault.err.Detail); parts != nil {
		return parts[1]
	}
	if fault.err.Field == "<nil>" {
		return ""
	}
	return fault.err.Field
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
	if parts := combined.FindStringSubmatch(err.Detail); parts != nil {
		return name + strings.TrimPrefix(err.Detail, `"`+parts[1]+`"`)
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
