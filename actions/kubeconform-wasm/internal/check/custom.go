package check

import (
	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/schema"
)

func custom(collect *collector, kind *schema.Kind, object map[string]any) {
	collect.all(crd.Validate(kind, object)...)
}
