// Package podsecurity applies the Pod Security Standards with the admission plugin's own checks: what the labels of a namespace enforce.
package podsecurity

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"

	"kubeconform-wasm/internal/schema"
)

// templates are where the kinds that make pods keep them. A Pod is its own.
var templates = map[string][]string{
	"v1 Pod":                   {},
	"v1 ReplicationController": {"spec", "template"},
	"apps/v1 DaemonSet":        {"spec", "template"},
	"apps/v1 Deployment":       {"spec", "template"},
	"apps/v1 ReplicaSet":       {"spec", "template"},
	"apps/v1 StatefulSet":      {"spec", "template"},
	"batch/v1 Job":             {"spec", "template"},
	"batch/v1 CronJob":         {"spec", "jobTemplate", "spec", "template"},
}

// A server without configuration enforces nothing where a namespace has no label.
var defaults = api.Policy{
	Enforce: api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()},
	Audit:   api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()},
	Warn:    api.LevelVersion{Level: api.LevelPrivileged, Version: api.LatestVersion()},
}

var evaluator = sync.OnceValues(func() (policy.Evaluator, error) {
	return policy.NewEvaluator(policy.DefaultChecks(), nil)
})

// Labels tells what is wrong with the labels of a Namespace.
func Labels(object map[string]any) []schema.Problem {
	if object["apiVersion"] != "v1" || object["kind"] != "Namespace" {
		return nil
	}
	var problems []schema.Problem
	_, faults := api.PolicyToEvaluate(labelsOf(object), defaults)
	for _, fault := range faults {
		tokens := schema.FieldTokens(object, fault.Field)
		problems = append(problems, schema.Problem{
			Rule: "metadata", Pointer: schema.Pointer(tokens...),
			Message: schema.Field(object, tokens) + ": " + fault.Detail + ", but is " + strconv.Quote(labelsOf(object)[tokens[len(tokens)-1]]),
		})
	}
	return problems
}

// Review tells what the labels of the object's namespace forbid its pods. namespaces are Namespace objects of the cluster.
func Review(object map[string]any, namespaces []map[string]any) []schema.Problem {
	apiVersion, _ := object["apiVersion"].(string)
	kind, _ := object["kind"].(string)
	tokens, makesPods := templates[apiVersion+" "+kind]
	level := enforced(object, namespaces)
	if !makesPods || level.Level == api.LevelPrivileged {
		return nil
	}
	checks, err := evaluator()
	written, isObject := schema.At(object, tokens).(map[string]any)
	var pod corev1.PodTemplateSpec
	// What does not decode is the schema's business.
	if err != nil || !isObject || runtime.DefaultUnstructuredConverter.FromUnstructured(map[string]any{"metadata": written["metadata"], "spec": written["spec"]}, &pod) != nil {
		return nil
	}
	var problems []schema.Problem
	for _, result := range checks.EvaluatePod(level, &pod.ObjectMeta, &pod.Spec) {
		if result.Allowed {
			continue
		}
		place := append(append([]string{}, tokens...), "spec")
		place = append(place, containerIn(result.ForbiddenDetail, &pod.Spec)...)
		message := schema.Field(object, place) + " breaks the Pod Security level " + string(level.Level) + ", which the namespace enforces: " + result.ForbiddenReason
		if result.ForbiddenDetail != "" {
			message += " (" + result.ForbiddenDetail + ")"
		}
		problems = append(problems, schema.Problem{Rule: "pod-security", Pointer: schema.Pointer(place...), Message: message})
	}
	return problems
}

func enforced(object map[string]any, namespaces []map[string]any) api.LevelVersion {
	metadata, _ := object["metadata"].(map[string]any)
	for _, namespace := range namespaces {
		own, _ := namespace["metadata"].(map[string]any)
		if own["name"] != nil && own["name"] == metadata["namespace"] {
			// A label that cannot be read counts as the strictest level; it is told at the Namespace.
			found, _ := api.PolicyToEvaluate(labelsOf(namespace), defaults)
			return found.Enforce
		}
	}
	return defaults.Enforce
}

func labelsOf(object map[string]any) map[string]string {
	metadata, _ := object["metadata"].(map[string]any)
	written, _ := metadata["labels"].(map[string]any)
	labels := map[string]string{}
	for name, value := range written {
		if text, isText := value.(string); isText {
			labels[name] = text
		}
	}
	return labels
}

var containerName = regexp.MustCompile(`containers? "([^"]+)"`)

// containerIn is the place of the first container that the detail names; none when it is about the pod.
func containerIn(detail string, spec *corev1.PodSpec) []string {
	named := containerName.FindStringSubmatch(detail)
	if named == nil || strings.HasPrefix(detail, "pod") {
		return nil
	}
	for i, container := range spec.Containers {
		if container.Name == named[1] {
			return []string{"containers", strconv.Itoa(i)}
		}
	}
	for i, container := range spec.InitContainers {
		if container.Name == named[1] {
			return []string{"initContainers", strconv.Itoa(i)}
		}
	}
	return nil
}
