package render

import (
	"encoding/json"
	"path"

	"kubeconform-wasm/internal/bridge"
	"kubeconform-wasm/internal/files"
)

// DocumentsRequest and DocumentsAnswer are those of src/protocol.ts: objects of single files, whatever stands beside them.
type DocumentsRequest struct {
	Paths []string `json:"paths"`
}

type DocumentsAnswer struct {
	Objects  []Object  `json:"objects"`
	Failures []Failure `json:"failures"`
}

func init() {
	bridge.Register("documents", func(input []byte) ([]byte, error) {
		var request DocumentsRequest
		if err := json.Unmarshal(input, &request); err != nil {
			return nil, err
		}
		tree := files.NewTree(files.Current())
		answer := DocumentsAnswer{Objects: []Object{}, Failures: []Failure{}}
		for _, name := range request.Paths {
			if isKustomization(path.Base(name)) {
				continue
			}
			objects, _, failure := manifestFile(tree, name)
			answer.Objects = append(answer.Objects, objects...)
			if failure != nil {
				failure.Message = redact(tree, failure.Message)
				answer.Failures = append(answer.Failures, *failure)
			}
		}
		return json.Marshal(answer)
	})
}
