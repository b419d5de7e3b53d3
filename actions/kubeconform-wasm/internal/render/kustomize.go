package render

import (
	"errors"
	"fmt"
	"math"
	"path"
	"regexp"
	"strings"
	"time"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/resmap"
	"sigs.k8s.io/kustomize/api/types"

	"kubeconform-wasm/internal/files"
)

// kustomize renders an overlay as `kustomize build` of the pinned version would.
//
// kustomize is not asked for origins. Its origin annotations bring its record of transformations with them: every transformer
// of every kustomization writes itself into every object, changed or not, and parses and writes the whole list each time
// (multiTransformer.Transform, resmap.AddTransformerAnnotation): more than half of a render. Where an object was written
// follows from its name and the kustomization files; the host looks it up for the few objects that it speaks of.
func kustomize(tree *files.Tree, source Source) Result {
	guarded := &guardedFiles{FileSystem: files.FileSystem{Tree: tree}}
	top, content, failure := topKustomization(tree, source)
	if failure != nil {
		return Result{Failure: failure}
	}
	if !source.Kustomize.empty() {
		edited, failure := withOptions(tree, content, source.Kustomize, top)
		if failure != nil {
			return Result{Failure: failure}
		}
		tree.Overlay(top, edited)
		content = edited
	}
	var resources resmap.ResMap
	var err error
	run := func() { resources, err = build(guarded, path.Dir("/"+top)) }
	if ownSchema.Match(content) {
		withOwnSchema(run)
	} else {
		run()
	}
	if guarded.failure != nil {
		return Result{Failure: guarded.failure}
	}
	if err != nil {
		return Result{Failure: explain(tree, err, top)}
	}
	return collect(tree, resources, top)
}

func topKustomization(tree *files.Tree, source Source) (string, []byte, *Failure) {
	root := files.Clean(source.Path)
	resolved, _ := tree.Resolve(root)
	for _, name := range kustomizationNames {
		candidate := path.Join(resolved, name)
		real, entry := tree.Resolve(candidate)
		switch entry.Kind {
		case files.File:
			return candidate, entry.Bytes, nil
		case files.Refused:
			return "", nil, &Failure{Type: "gap", Reason: "unreadable-file", File: real, Message: fmt.Sprintf("%s cannot be read: %s", real, entry.Reason)}
		}
	}
	return "", nil, &Failure{Type: "fault", Reason: "missing-file", File: root, Message: fmt.Sprintf("%s holds no kustomization.yaml", root)}
}

// ownSchema matches the field by which a top kustomization replaces kustomize's definitions (only the top one's counts).
var ownSchema = regexp.MustCompile(`(?m)(^|[{,]\s*)"?openapi"?\s*:`)

func build(fileSystem *guardedFiles, root string) (resources resmap.ResMap, err error) {
	options := krusty.MakeDefaultOptions()
	// As the command line and Argo CD: the legacy order, unless the kustomization says another; the library's default is none.
	options.Reorder = krusty.ReorderOptionUnspecified
	options.PluginConfig = types.DisabledPluginConfig()
	return krusty.MakeKustomizer(options).Run(fileSystem, root)
}

func collect(tree *files.Tree, resources resmap.ResMap, top string) Result {
	objects := make([]Object, 0, resources.Size())
	for _, res := range resources.Resources() {
		object, err := res.Map()
		if err == nil {
			err = normalize(object)
		}
		if err != nil {
			return Result{Failure: explain(tree, fmt.Errorf("%s: %w", res.CurId(), err), top)}
		}
		nameBuilder(object)
		objects = append(objects, Object{Object: object})
	}
	return Result{Objects: objects}
}

// managedBy is the label of `buildMetadata: [managedByLabel]`. The library does not know which release it belongs to.
const (
	managedBy     = "app.kubernetes.io/managed-by"
	unknownBuild  = "kustomize-(devel)"
	pinnedRelease = "kustomize-v5.8.1"
)

func nameBuilder(object map[string]any) {
	metadata, _ := object["metadata"].(map[string]any)
	if labels, _ := metadata["labels"].(map[string]any); labels[managedBy] == unknownBuild {
		labels[managedBy] = pinnedRelease
	}
}

// normalize writes timestamps below an object as kustomize's own output does, and refuses what JSON cannot hold, as kustomize does.
func normalize(object map[string]any) error {
	for key, element := range object {
		switch element.(type) {
		case string, bool, nil:
			continue
		}
		converted, err := normal(element)
		if err != nil {
			return err
		}
		object[key] = converted
	}
	return nil
}

func normal(value any) (any, error) {
	switch v := value.(type) {
	case map[string]any:
		return v, normalize(v)
	case []any:
		for i, element := range v {
			converted, err := normal(element)
			if err != nil {
				return nil, err
			}
			v[i] = converted
		}
	case int:
		return int64(v), nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("%v cannot be written as JSON, and a Kubernetes object must be", v)
		}
	case map[any]any:
		for key := range v {
			if _, isText := key.(string); !isText {
				return nil, fmt.Errorf("the mapping key %v is not a string: put it in quotes", key)
			}
		}
	case time.Time:
		return v.Format(time.RFC3339Nano), nil
	}
	return value, nil
}

// explain turns an error of kustomize into one that says what, where and what next.
func explain(tree *files.Tree, err error, top string) *Failure {
	message := strings.ReplaceAll(err.Error(), "\n", " ")
	if failure := malformed(tree, message); failure != nil {
		return failure
	}
	if strings.Contains(message, "yaml: ") || strings.Contains(message, "unable to parse SM or JSON patch") {
		if failure := broken(tree, message); failure != nil {
			return failure
		}
	}
	failure := &Failure{Type: "fault", Reason: "kustomize", File: top, Message: shorten(message)}
	refused := tree.Refusal()
	errors.As(err, &refused)
	switch {
	case refused != nil:
		failure.Type, failure.Reason, failure.File = "gap", "unreadable-file", refused.Path
		failure.Message = fmt.Sprintf("%s cannot be read: %s", refused.Path, refused.Reason)
		return failure
	case strings.Contains(message, "plugin") || strings.Contains(message, "--enable-exec"):
		failure.Type, failure.Reason = "gap", "plugin"
		failure.Message = "needs a kustomize plugin or function, which is never run here: " + shorten(message)
	case strings.Contains(message, "security; file"):
		failure.Reason = "outside-root"
	}
	if file, line := place(tree, message); file != "" {
		failure.File, failure.Line = file, line
	}
	return failure
}
