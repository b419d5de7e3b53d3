package kubernetes

import (
	"maps"
	"reflect"

	"k8s.io/apimachinery/pkg/runtime"
)

// applied is what the server holds after the change from old to object, as they are written, was applied to what it has stored:
// fields that nobody writes keep the values that the server gave them. Lists are taken as they are written.
func applied(stored any, old, object map[string]any) (map[string]any, error) {
	held, err := runtime.DefaultUnstructuredConverter.ToUnstructured(stored)
	if err != nil {
		return nil, err
	}
	return merged(held, old, object), nil
}

// wholesale are objects that kubectl and Argo CD replace when their discriminator changes (the patch strategy retainKeys).
var wholesale = map[string]bool{"strategy": true}

func merged(held, old, object map[string]any) map[string]any {
	result := maps.Clone(held)
	for name := range old {
		if _, kept := object[name]; !kept {
			delete(result, name)
		}
	}
	for name, value := range object {
		before, had := old[name]
		if had && reflect.DeepEqual(before, value) {
			continue
		}
		to, isObject := value.(map[string]any)
		from, wasHeld := result[name].(map[string]any)
		if !isObject || !wasHeld || wholesale[name] {
			result[name] = value
			continue
		}
		was, _ := before.(map[string]any)
		result[name] = merged(from, was, to)
	}
	return result
}
