package check

import (
	"encoding/json"

	"github.com/yannh/kubeconform/pkg/validator"

	"kubeconform-wasm/internal/bridge"
	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/schema"
	_ "kubeconform-wasm/internal/template" // registers its operation
)

func init() {
	register("schemas", func(request struct {
		Kubernetes json.RawMessage `json:"kubernetes"`
		CRDs       json.RawMessage `json:"crds"`
	}) (any, error) {
		return struct{}{}, schema.Load(present(request.Kubernetes), present(request.CRDs))
	})
	register("crds", func(request struct {
		CRDs []json.RawMessage `json:"crds"`
	}) (any, error) {
		definitions, err := decodeAll(request.CRDs)
		if err != nil {
			return nil, err
		}
		return map[string]any{"problems": crd.UseTree(definitions)}, nil
	})
	register("review", Review)
	register("kubeconform", func(request struct {
		Text              string `json:"text"`
		KubernetesVersion string `json:"kubernetesVersion"`
		Strict            bool   `json:"strict"`
	}) (any, error) {
		result, err := schema.Kubeconform([]byte(request.Text), request.KubernetesVersion, request.Strict)
		if err != nil {
			return nil, err
		}
		return kubeconformAnswer(result), nil
	})
	register("kind", func(request struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
	}) (any, error) {
		answer := map[string]any{"known": false}
		if life := schema.LifecycleOf(request.APIVersion, request.Kind); life != nil {
			answer["lifecycle"] = life
		}
		if kind := schema.Lookup(request.APIVersion, request.Kind); kind != nil {
			answer["known"], answer["plural"], answer["namespaced"], answer["versions"] = true, kind.Plural, kind.Namespaced, kind.Versions
			if kind.Versions == nil {
				answer["versions"] = []string{}
			}
		}
		return answer, nil
	})
	bridge.OnWarm(func() {
		if _, err := Warm(); err != nil {
			panic(err)
		}
	})
}

// register adds an operation whose request and answer are JSON.
func register[Request any](name string, operate func(Request) (any, error)) {
	bridge.Register(name, func(input []byte) ([]byte, error) {
		var request Request
		if len(input) > 0 {
			if err := json.Unmarshal(input, &request); err != nil {
				return nil, err
			}
		}
		answer, err := operate(request)
		if err != nil {
			return nil, err
		}
		return json.Marshal(answer)
	})
}

func present(text json.RawMessage) []byte {
	if string(text) == "null" {
		return nil
	}
	return text
}

// decodeAll decodes objects as the API server does: integers above 2^53 survive.
func decodeAll(texts []json.RawMessage) ([]map[string]any, error) {
	objects := make([]map[string]any, len(texts))
	for i, text := range texts {
		if err := schema.DecodeJSON(text, &objects[i]); err != nil {
			return nil, err
		}
	}
	return objects, nil
}

var statuses = map[validator.Status]string{
	validator.Valid: "valid", validator.Invalid: "invalid", validator.Error: "error", validator.Skipped: "skipped", validator.Empty: "empty",
}

func kubeconformAnswer(result validator.Result) map[string]any {
	answer := map[string]any{"status": statuses[result.Status]}
	if result.Err != nil {
		answer["message"] = result.Err.Error()
	}
	if len(result.ValidationErrors) > 0 {
		errors := []map[string]string{}
		for _, one := range result.ValidationErrors {
			errors = append(errors, map[string]string{"path": one.Path, "message": one.Msg})
		}
		answer["errors"] = errors
	}
	return answer
}
