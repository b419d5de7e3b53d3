package check

import "kubeconform-wasm/internal/schema"

func custom(collect *collector, kind *schema.Kind, object map[string]any) {}
