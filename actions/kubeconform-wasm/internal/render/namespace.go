package render

import "kubeconform-wasm/internal/schema"

// applyNamespace does what Argo CD does before it compares (controller/state.go, DeduplicateTargetObjects): namespaced objects
// without a namespace get the destination's, cluster-scoped ones lose theirs, unknown kinds count as namespaced.
func applyNamespace(objects []map[string]any, namespace string) {
	own := scopesOf(objects)
	for _, object := range objects {
		metadata, ok := object["metadata"].(map[string]any)
		if !ok {
			continue
		}
		if !namespaced(object, own) {
			delete(metadata, "namespace")
			continue
		}
		if current, _ := metadata["namespace"].(string); current == "" && namespace != "" {
			metadata["namespace"] = namespace
		}
	}
}

func namespaced(object map[string]any, own map[string]bool) bool {
	apiVersion, _ := object["apiVersion"].(string)
	kind, _ := object["kind"].(string)
	if scoped, defined := own[groupOf(apiVersion)+"/"+kind]; defined {
		return scoped
	}
	scoped, known := schema.Namespaced(apiVersion, kind)
	return scoped || !known
}

// scopesOf reads the scopes of the kinds whose CRDs are among the objects.
func scopesOf(objects []map[string]any) map[string]bool {
	scopes := map[string]bool{}
	for _, object := range objects {
		if object["kind"] != "CustomResourceDefinition" {
			continue
		}
		spec, _ := object["spec"].(map[string]any)
		names, _ := spec["names"].(map[string]any)
		group, _ := spec["group"].(string)
		kind, _ := names["kind"].(string)
		scopes[group+"/"+kind] = spec["scope"] == "Namespaced"
	}
	return scopes
}

func groupOf(apiVersion string) string {
	for i := range apiVersion {
		if apiVersion[i] == '/' {
			return apiVersion[:i]
		}
	}
	return ""
}
