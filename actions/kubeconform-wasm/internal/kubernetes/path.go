package kubernetes

import "kubeconform-wasm/internal/schema"

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
