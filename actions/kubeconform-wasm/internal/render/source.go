// Package render turns one source of an Argo CD Application into objects, each with the place in the repository it came from.
package render

import (
	"fmt"

	"kubeconform-wasm/internal/files"
)

// Source is what an Application's spec.source points at, once its type is known.
type Source struct {
	Type      string           `json:"type"`
	Path      string           `json:"path"`
	Kustomize KustomizeOptions `json:"kustomize"`
	Directory DirectoryOptions `json:"directory"`
}

// Origin is where an object of plain manifests stands in the repository as written; empty for kustomize.
type Origin struct {
	File string `json:"file,omitempty"`
	Line int    `json:"line,omitempty"` // where the content of the YAML document starts, from 1
	Item *int   `json:"item,omitempty"`
}

// Object is one rendered object.
type Object struct {
	Object map[string]any `json:"object"`
	Origin Origin         `json:"origin"`
}

// FileProblem is a problem of a source file that did not stop the render.
type FileProblem struct {
	File    string `json:"file"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
}

// Failure says why there are no objects. Type "gap": it cannot be judged offline; "fault": Argo CD would fail too.
type Failure struct {
	Type    string `json:"type"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
}

func (f *Failure) Error() string { return f.Message }

// Result is what a render gives.
type Result struct {
	Objects      []Object
	FileProblems []FileProblem
	Failure      *Failure
}

// Render renders a source. No message of the result tells a secret.
func Render(tree *files.Tree, source Source) Result {
	result := dispatch(tree, source)
	if result.Failure != nil {
		failure := *result.Failure
		failure.Message = redact(tree, failure.Message)
		result.Failure = &failure
	}
	return result
}

func dispatch(tree *files.Tree, source Source) Result {
	switch source.Type {
	case "kustomize":
		return kustomize(tree, source)
	case "directory":
		return directory(tree, source)
	default:
		return Result{Failure: &Failure{Type: "gap", Reason: "source-type", Message: fmt.Sprintf("sources of type %q are not rendered yet", source.Type)}}
	}
}
