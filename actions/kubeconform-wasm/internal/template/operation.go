package template

import (
	"encoding/json"

	"kubeconform-wasm/internal/bridge"
)

func init() {
	bridge.Register("template", func(input []byte) ([]byte, error) {
		// Plain JSON numbers, float64, are what Argo CD's generators hand to templates.
		var request struct {
			Template string         `json:"template"`
			Params   map[string]any `json:"params"`
			Options  []string       `json:"options"`
		}
		if err := json.Unmarshal(input, &request); err != nil {
			return nil, err
		}
		text, err := Fill(request.Template, request.Params, request.Options)
		if err != nil {
			return json.Marshal(map[string]string{"error": err.Error()})
		}
		return json.Marshal(map[string]string{"text": text})
	})
}
