// Package builtin knows what the API server demands of built-in kinds beyond their schema: rules that it has in code only,
// in pkg/apis/*/validation of Kubernetes. Those that manifests break most are here; wrong types are passed over, being the schema's business.
package builtin

import (
	"fmt"
	"strconv"
	"strings"

	"kubeconform-wasm/internal/schema"
)

// Validate checks one object of a built-in kind.
func Validate(object map[string]any) []schema.Problem {
	check := &checker{object: object}
	spec := at(object, "spec")
	switch object["kind"] {
	case "Pod":
		check.pod(spec, []string{"spec"}, nil)
	case "Deployment":
		check.workload(spec, "Always")
		check.rollout(spec)
	case "ReplicaSet", "DaemonSet", "ReplicationController":
		check.workload(spec, "Always")
	case "StatefulSet":
		check.statefulSet(spec)
	case "Job":
		check.job(spec, []string{"spec"})
	case "CronJob":
		check.cronJob(spec)
	case "Service":
		check.service(spec)
	case "Ingress":
		check.ingress(spec)
	case "HorizontalPodAutoscaler":
		check.autoscaler(spec)
	case "PodDisruptionBudget":
		check.budget(spec)
	case "Role", "ClusterRole":
		check.role(object)
	case "RoleBinding", "ClusterRoleBinding":
		check.roleBinding(object)
	case "PersistentVolumeClaim":
		check.claim(spec, []string{"spec"})
	case "ConfigMap", "Secret":
		check.keys(object)
	}
	return check.problems
}

type checker struct {
	object   map[string]any
	problems []schema.Problem
}

// fail reports at a place; the message begins with the field there.
func (check *checker) fail(tokens []string, format string, args ...any) {
	field := schema.Field(check.object, tokens)
	check.problems = append(check.problems, schema.Problem{Rule: "schema", Pointer: schema.Pointer(tokens...), Message: field + " " + fmt.Sprintf(format, args...)})
}

// missing reports a field that is required, at the object that lacks it; name may be a path with dots.
func (check *checker) missing(tokens []string, name, reason string) {
	field := schema.Field(check.object, join(tokens, strings.Split(name, ".")...))
	check.problems = append(check.problems, schema.Problem{Rule: "schema", Pointer: schema.Pointer(tokens...), Message: field + " is required" + reason})
}

func at(node map[string]any, names ...string) map[string]any {
	for _, name := range names {
		node, _ = node[name].(map[string]any)
	}
	return node
}

func text(value any) string {
	word, _ := value.(string)
	return word
}

func join(tokens []string, more ...string) []string {
	return append(append(make([]string, 0, len(tokens)+len(more)), tokens...), more...)
}

// each visits the items of a list that are maps.
func each(node map[string]any, list string, tokens []string, visit func(item map[string]any, tokens []string)) {
	items, _ := node[list].([]any)
	for i, item := range items {
		if item, is := item.(map[string]any); is {
			visit(item, join(tokens, list, strconv.Itoa(i)))
		}
	}
}

// whole reads an integer, whatever Go type the parser gave it.
func whole(value any) (int64, bool) {
	switch value := value.(type) {
	case int:
		return int64(value), true
	case int64:
		return value, true
	case float64:
		return int64(value), value == float64(int64(value))
	}
	return 0, false
}

func (check *checker) atLeast(node map[string]any, name string, limit int64, tokens []string) {
	if value, is := whole(node[name]); is && value < limit {
		check.fail(join(tokens, name), "must be at least %d, but is %d", limit, value)
	}
}

func (check *checker) port(node map[string]any, name string, tokens []string) {
	if value, is := whole(node[name]); is && (value < 1 || value > 65535) {
		check.fail(join(tokens, name), "must be a port between 1 and 65535, but is %d", value)
	}
}

// optionalPort takes 0 as absent, as the server does where a port has a default.
func (check *checker) optionalPort(node map[string]any, name string, tokens []string) {
	if !isZero(node[name]) {
		check.port(node, name, tokens)
	}
}
