package render

import (
	"encoding/json"

	"kubeconform-wasm/internal/bridge"
	"kubeconform-wasm/internal/check"
	"kubeconform-wasm/internal/files"
)

// Request and Answer are RenderRequest and RenderAnswer of src/protocol.ts.
type Request struct {
	Source             Source   `json:"source"`
	Namespace          string   `json:"namespace"`
	KubernetesVersions []string `json:"kubernetesVersions"`
}

type Answer struct {
	Objects      []Object        `json:"objects"`
	Problems     []check.Problem `json:"problems"`
	FileProblems []FileProblem   `json:"fileProblems"`
	Failure      *Failure        `json:"failure,omitempty"`
	Read         []string        `json:"read"`
	Missed       []string        `json:"missed"`
}

func init() {
	bridge.Register("render", func(input []byte) ([]byte, error) {
		var request Request
		if err := json.Unmarshal(input, &request); err != nil {
			return nil, err
		}
		return json.Marshal(Run(files.NewTree(files.Current()), request))
	})
}

// Run renders a source, applies the destination namespace and checks what came out, all in one pass over parsed objects.
func Run(tree *files.Tree, request Request) Answer {
	result := Render(tree, request.Source)
	objects := make([]map[string]any, len(result.Objects))
	for i, object := range result.Objects {
		objects[i] = object.Object
	}
	applyNamespace(objects, request.Namespace)
	answer := Answer{
		Objects:      nonNil(result.Objects),
		Problems:     []check.Problem{},
		FileProblems: nonNil(result.FileProblems),
		Failure:      result.Failure,
	}
	if len(request.KubernetesVersions) > 0 {
		answer.Problems = nonNil(check.Objects(objects, request.KubernetesVersions))
	}
	answer.Read, answer.Missed = tree.Trace()
	return answer
}

func nonNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
