// Package check judges objects as the API server would: schema, fields, names, lists, and the rules of custom resources.
package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kubeconform-wasm/internal/builtin"
	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/metadata"
	"kubeconform-wasm/internal/schema"
)

// Problem is one thing that is wrong with one object, as it goes to the host.
type Problem struct {
	Object             int      `json:"object"`
	Rule               string   `json:"rule"`
	Pointer            string   `json:"pointer"`
	Message            string   `json:"message"`
	Severity           string   `json:"severity,omitempty"`
	KubernetesVersions []string `json:"kubernetesVersions,omitempty"`
}

// Objects judges each object against each of the Kubernetes minors. Objects are not changed.
// A fault that holds for all minors is told once and names none; a panic over one object becomes a problem of that object.
func Objects(objects []map[string]any, versions []string) []Problem {
	problems := []Problem{}
	if len(versions) == 0 {
		return problems
	}
	for i, object := range objects {
		problems = append(problems, one(i, object, versions)...)
	}
	return problems
}

func one(index int, object map[string]any, versions []string) []Problem {
	return guarded(index, object, versions, func(collect *collector) { judge(collect, object) })
}

// guarded turns a panic over one object into a problem of that object.
func guarded(index int, object map[string]any, versions []string, judge func(*collector)) (problems []Problem) {
	collect := &collector{index: index, versions: versions, found: map[schema.Problem][]string{}}
	defer func() {
		if cause := recover(); cause != nil {
			problems = append(collect.problems(), Problem{Object: index, Rule: "not-judged", Message: fmt.Sprintf("the check of %s failed: %v", describe(object), cause)})
		}
	}()
	judge(collect)
	return collect.problems()
}

func describe(object map[string]any) string {
	metadata, _ := object["metadata"].(map[string]any)
	return strings.TrimSpace(fmt.Sprintf("%v %v", text(object["kind"]), text(metadata["name"])))
}

func text(value any) string {
	word, _ := value.(string)
	return word
}

func judge(collect *collector, object map[string]any) {
	apiVersion, kindName := text(object["apiVersion"]), text(object["kind"])
	if apiVersion == "" || kindName == "" {
		for _, field := range []string{"apiVersion", "kind"} {
			if text(object[field]) == "" {
				collect.all(schema.Problem{Rule: "schema", Message: field + " is required"})
			}
		}
		return
	}
	names(collect, object)
	judgeKind(collect, object)
}

// names: the rule for Services depends on the minor, and only that.
func names(collect *collector, object map[string]any) {
	if object["apiVersion"] == "v1" && object["kind"] == "List" {
		return
	}
	if object["apiVersion"] != "v1" || object["kind"] != "Service" {
		collect.all(metadata.Validate(object, "")...)
		return
	}
	for _, version := range collect.versions {
		collect.add([]string{version}, metadata.Validate(object, version)...)
	}
}

// judgeKind judges what depends on the kind, which may become known only once the whole tree is rendered.
func judgeKind(collect *collector, object map[string]any) {
	apiVersion, kindName := text(object["apiVersion"]), text(object["kind"])
	kind := schema.Lookup(apiVersion, kindName)
	lifecycle(collect, apiVersion, kindName, kind)
	switch {
	case kind == nil:
	case kind.Custom != nil:
		collect.all(crd.Validate(kind, object)...)
	default:
		builtIn(collect, kind, object)
	}
}

// builtIn validates once for all minors that demand the same of the object.
func builtIn(collect *collector, kind *schema.Kind, object map[string]any) {
	object = withoutStatus(schema.WithoutNulls(object))
	collect.all(metadata.Embedded(object)...)
	collect.all(builtin.Validate(object)...)
	for _, versions := range alike(kind, collect.versions, object) {
		compiled, err := kind.Compiled(versions[0])
		if err != nil {
			collect.add(versions, schema.Problem{Rule: "not-judged", Message: fmt.Sprintf("the schema of %s %s is broken: %v", kind.APIVersion, kind.Name, err)})
			continue
		}
		collect.add(versions, schema.Validate(compiled, object)...)
		collect.add(versions, kind.Duplicates(versions[0], object)...)
	}
}

// withoutStatus leaves out what the server ignores in what users write.
func withoutStatus(object map[string]any) map[string]any {
	if object["status"] == nil {
		return object
	}
	object = maps.Clone(object)
	delete(object, "status")
	return object
}

// alike groups the minors that have the kind and cannot judge the object differently.
func alike(kind *schema.Kind, versions []string, object map[string]any) [][]string {
	var groups [][]string
next:
	for _, version := range versions {
		key := kind.ClosureKey(version)
		if key == "" {
			continue
		}
		for i, group := range groups {
			if kind.ClosureKey(group[0]) == key || kind.SameVerdict(group[0], version, object) {
				groups[i] = append(group, version)
				continue next
			}
		}
		groups = append(groups, []string{version})
	}
	return groups
}

// collector joins equal findings over the minors.
type collector struct {
	index    int
	versions []string
	found    map[schema.Problem][]string
	order    []schema.Problem
}

func (collect *collector) all(problems ...schema.Problem) { collect.add(collect.versions, problems...) }

func (collect *collector) add(versions []string, problems ...schema.Problem) {
	for _, problem := range problems {
		if _, seen := collect.found[problem]; !seen {
			collect.order = append(collect.order, problem)
		}
		for _, version := range versions {
			if !slices.Contains(collect.found[problem], version) {
				collect.found[problem] = append(collect.found[problem], version)
			}
		}
	}
}

func (collect *collector) problems() []Problem {
	var problems []Problem
	for _, problem := range collect.order {
		versions := collect.found[problem]
		if len(versions) == len(collect.versions) {
			versions = nil
		}
		problems = append(problems, Problem{
			Object: collect.index, Rule: problem.Rule, Pointer: problem.Pointer,
			Message: problem.Message, Severity: problem.Severity, KubernetesVersions: versions,
		})
	}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.Pointer, b.Pointer), strings.Compare(a.Rule, b.Rule), strings.Compare(a.Message, b.Message))
	})
	return problems
}
