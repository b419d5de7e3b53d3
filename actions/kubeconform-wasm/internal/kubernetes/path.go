package kubernetes

import (
	"regexp"
	"strings"

	"k8s.io/apimachinery/pkg/util/validation/field"

	"kubeconform-wasm/internal/schema"
)

// resolve follows a field as Kubernetes writes it as far as the object has it: what is required is not there, and what
// defaulting has added neither.
func resolve(object map[string]any, path string) (tokens []string, complete bool) {
	tokens = schema.FieldTokens(object, path)
	complete = true
	for len(tokens) > 0 && schema.At(object, tokens) == nil {
		tokens, complete = tokens[:len(tokens)-1], false
	}
	return tokens, complete
}

var limited = regexp.MustCompile(`must be less than or equal to (\S+) limit`)

// precise is the field of an error, and the resource where Kubernetes names only the list of requests.
func precise(one *field.Error) string {
	if found := limited.FindStringSubmatch(one.Detail); found != nil && strings.HasSuffix(one.Field, ".requests") {
		return one.Field + "[" + found[1] + "]"
	}
	return one.Field
}
