package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/gobwas/glob"

	"kubeconform-wasm/internal/files"
)

// DirectoryOptions are spec.source.directory of an Application.
type DirectoryOptions struct {
	Recurse bool   `json:"recurse"`
	Include string `json:"include"`
	Exclude string `json:"exclude"`
}

var manifestName = regexp.MustCompile(`^.*\.(yaml|yml|json|jsonnet)$`)

// skipMarker in a file makes Argo CD pass it over (reposerver/repository, skipFileRenderingMarker).
var skipMarker = []byte("+argocd:skip-file-rendering")

// directory renders plain manifests by the rules of Argo CD's repo-server (findManifests, v3.5).
func directory(tree *files.Tree, source Source) Result {
	matches, failure := filter(source.Directory)
	if failure != nil {
		return Result{Failure: failure}
	}
	root := files.Clean(source.Path)
	var result Result
	for _, name := range tree.Below(root) {
		relative := strings.TrimPrefix(strings.TrimPrefix(name, root), "/")
		if !source.Directory.Recurse && strings.Contains(relative, "/") {
			continue
		}
		if !manifestName.MatchString(path.Base(name)) || !matches(relative) {
			continue
		}
		objects, problems, failure := manifestFile(tree, name)
		result.FileProblems = append(result.FileProblems, problems...)
		if failure != nil {
			return Result{FileProblems: result.FileProblems, Failure: failure}
		}
		result.Objects = append(result.Objects, objects...)
	}
	return result
}

func filter(options DirectoryOptions) (func(string) bool, *Failure) {
	compile := func(field, pattern string) (glob.Glob, *Failure) {
		if pattern == "" {
			return nil, nil
		}
		compiled, err := glob.Compile(pattern)
		if err != nil {
			return nil, &Failure{Type: "fault", Reason: "glob", Message: fmt.Sprintf("spec.source.directory.%s %q is not a valid pattern: %v", field, pattern, err)}
		}
		return compiled, nil
	}
	include, failure := compile("include", options.Include)
	if failure != nil {
		return nil, failure
	}
	exclude, failure := compile("exclude", options.Exclude)
	if failure != nil {
		return nil, failure
	}
	return func(name string) bool {
		return (exclude == nil || !exclude.Match(name)) && (include == nil || include.Match(name))
	}, nil
}

func manifestFile(tree *files.Tree, name string) ([]Object, []FileProblem, *Failure) {
	content, err := tree.Content(name)
	if err != nil {
		var refused *files.RefusedError
		if errors.As(err, &refused) {
			return nil, nil, &Failure{Type: "gap", Reason: "unreadable-file", File: name, Message: err.Error()}
		}
		return nil, nil, nil // the target of a symlink is missing: Argo CD passes it over with a warning
	}
	text, err := decodeText(content)
	if err != nil {
		return nil, nil, &Failure{Type: "fault", Reason: "invalid-text", File: name, Message: fmt.Sprintf("%s is %v", name, err)}
	}
	if bytes.Contains(text, skipMarker) {
		return nil, nil, nil
	}
	if strings.HasSuffix(name, ".jsonnet") {
		return nil, nil, &Failure{Type: "gap", Reason: "jsonnet", File: name, Line: 1, Message: name + " is Jsonnet, which is not evaluated here"}
	}
	if tooDeep(text) {
		return nil, nil, &Failure{Type: "fault", Reason: "too-deep", File: name, Message: fmt.Sprintf("%s nests more than %d levels deep", name, maxNesting)}
	}
	return parseManifests(name, text)
}

func parseManifests(name string, text []byte) (objects []Object, problems []FileProblem, failure *Failure) {
	documents, err := splitDocuments(text)
	reason := "invalid-yaml"
	broken := func(err error, line int) ([]Object, []FileProblem, *Failure) {
		// Argo CD passes over a file that gave no object and does not look like a manifest.
		if len(objects) == 0 && !looksLikeManifest(text) && !strings.HasSuffix(name, ".json") {
			return nil, nil, nil
		}
		return nil, problems, &Failure{Type: "fault", Reason: reason, File: name, Line: line, Message: err.Error()}
	}
	if strings.HasSuffix(name, ".json") {
		if line, err := oneJSONObject(text); err != nil {
			return broken(err, line)
		}
	}
	for index, doc := range documents {
		value, err := parseDocument(doc, name)
		var syntax *syntaxError
		if errors.As(err, &syntax) {
			return broken(fmt.Errorf("not valid YAML: %s", syntax.message), syntax.line)
		}
		problems = append(problems, value.problems...)
		if value.value == nil {
			continue
		}
		object, isObject := value.value.(map[string]any)
		if kind, _ := object["kind"].(string); !isObject || kind == "" {
			reason = "no-object"
			return broken(fmt.Errorf("document %d is no Kubernetes object: it has no kind", index+1), firstContentLine(doc))
		}
		objects = append(objects, expandList(object, name, firstContentLine(doc))...)
	}
	if err != nil {
		return broken(err, 1)
	}
	return objects, problems, nil
}

// oneJSONObject refuses what Argo CD refuses in a .json file: it decodes those as JSON, and takes one value only.
func oneJSONObject(text []byte) (line int, err error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	var value json.RawMessage
	if err := decoder.Decode(&value); err != nil {
		at := decoder.InputOffset()
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = syntax.Offset
		}
		return 1 + bytes.Count(text[:min(int(at), len(text))], []byte("\n")), fmt.Errorf("not valid JSON: %w", err)
	}
	if decoder.More() {
		return 1 + bytes.Count(text[:decoder.InputOffset()], []byte("\n")), errors.New("holds more than one object, which Argo CD takes from YAML files only")
	}
	return 0, nil
}

func looksLikeManifest(text []byte) bool {
	return bytes.Contains(text, []byte("apiVersion:")) && bytes.Contains(text, []byte("kind:")) && bytes.Contains(text, []byte("metadata:"))
}

func firstContentLine(doc document) int {
	for offset, line := range strings.Split(string(doc.text), "\n") {
		trimmed := strings.TrimSpace(line)
		if trimmed != "" && !strings.HasPrefix(trimmed, "#") && !strings.HasPrefix(trimmed, "---") {
			return doc.line + offset
		}
	}
	return doc.line
}

// expandList opens List kinds one level, as Argo CD does before it compares. An item that is no object is kept, for the checks to refuse.
func expandList(object map[string]any, name string, line int) []Object {
	items, isList := object["items"].([]any)
	kind, _ := object["kind"].(string)
	if !isList || !strings.HasSuffix(kind, "List") {
		return []Object{{Object: object, Origin: Origin{File: name, Line: line}}}
	}
	objects := make([]Object, 0, len(items))
	for position, item := range items {
		element, isObject := item.(map[string]any)
		if !isObject {
			element = map[string]any{}
		}
		objects = append(objects, Object{Object: element, Origin: Origin{File: name, Line: line, Item: &position}})
	}
	return objects
}
