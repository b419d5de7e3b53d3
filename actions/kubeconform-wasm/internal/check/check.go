// Package check judges objects as the API server would: schema, fields, names, lists, the rules of custom resources, and
// Kubernetes' own validation for all that no schema says of built-in kinds.
package check

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/kubernetes"
	"kubeconform-wasm/internal/metadata"
	"kubeconform-wasm/internal/podsecurity"
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
	collectors := make([]*collector, len(objects))
	for i, object := range objects {
		collectors[i] = newCollector(i, object, versions)
		collectors[i].guard(func() { judge(collectors[i], object) })
	}
	// Minor by minor: the feature gates of Kubernetes' validation are switched for all objects at once.
	for _, version := range versions {
		for i, object := range objects {
			collectors[i].guard(func() { validate(collectors[i], object, version) })
		}
	}
	for _, collect := range collectors {
		problems = append(problems, collect.problems()...)
	}
	return problems
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
	collect.all(podsecurity.Labels(object)...)
	judgeKind(collect, object)
	collect.bySchema = collect.order
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

// validate asks Kubernetes' own validation, and keeps what the schema has not told already.
func validate(collect *collector, object map[string]any, version string) {
	kind := schema.Lookup(text(object["apiVersion"]), text(object["kind"]))
	if kind == nil || kind.Custom != nil || kind.ClosureKey(version) == "" {
		return
	}
	for _, problem := range kubernetes.Validate(withoutStatus(schema.WithoutNulls(object)), version) {
		if !isTold(collect.bySchema, problem) {
			collect.add([]string{version}, problem.Problem)
		}
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
	object   map[string]any
	versions []string
	found    map[schema.Problem][]string
	order    []schema.Problem
	// bySchema is what was found before Kubernetes' own validation was asked.
	bySchema []schema.Problem
	failed   []Problem
}

func newCollector(index int, object map[string]any, versions []string) *collector {
	return &collector{index: index, object: object, versions: versions, found: map[schema.Problem][]string{}}
}

// guard turns a panic over one object into a problem of that object.
func (collect *collector) guard(judge func()) {
	defer func() {
		if cause := recover(); cause != nil {
			message := fmt.Sprintf("the check of %s failed: %v", describe(collect.object), cause)
			collect.failed = append(collect.failed, Problem{Object: collect.index, Rule: "not-judged", Message: message})
		}
	}()
	judge()
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

// isTold: the schema has told it, at the same place or within it; or that the item that the problem is in is there twice.
func isTold(known []schema.Problem, problem kubernetes.Problem) bool {
	return slices.ContainsFunc(known, func(one schema.Problem) bool {
		if one.Severity == "warning" {
			return false
		}
		if problem.Absent != "" {
			return one.Pointer == problem.Pointer && strings.HasPrefix(one.Message, problem.Absent+" is required")
		}
		within := one.Pointer == problem.Pointer || strings.HasPrefix(one.Pointer, problem.Pointer+"/")
		return within || one.Rule == "duplicate-list-item" && strings.HasPrefix(problem.Pointer, one.Pointer+"/")
	})
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
	return append(problems, collect.failed...)
}
