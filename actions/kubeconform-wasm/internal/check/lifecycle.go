package check

import (
	"fmt"
	"slices"
	"strings"

	"kubeconform-wasm/internal/schema"
)

// lifecycle says whether a kind exists, still exists and will exist, per minor.
func lifecycle(collect *collector, apiVersion, kindName string, kind *schema.Kind) {
	life := schema.LifecycleOf(apiVersion, kindName)
	if kind == nil && life == nil {
		unknown(collect, apiVersion, kindName)
		return
	}
	what := apiVersion + " " + kindName
	if life == nil {
		life = &schema.Lifecycle{}
	}
	instead := ""
	if life.Replacement != "" {
		instead = ": use " + life.Replacement
	}
	if kind != nil && kind.Custom != nil || life.Verdict != "" {
		customLifecycle(collect, what, kind, life, instead)
		return
	}
	var removed, absent, deprecated []string
	for _, version := range collect.versions {
		switch {
		case life.RemovedIn != "" && schema.CompareMinors(version, life.RemovedIn) >= 0:
			removed = append(removed, version)
		case kind == nil || kind.Versions != nil && !slices.Contains(kind.Versions, version):
			absent = append(absent, version)
		case life.DeprecatedIn != "" && schema.CompareMinors(version, life.DeprecatedIn) >= 0:
			deprecated = append(deprecated, version)
		}
	}
	if len(removed) > 0 {
		collect.add(removed, schema.Problem{Rule: "removed-api", Pointer: "/apiVersion", Message: fmt.Sprintf("%s is removed since Kubernetes %s%s", what, life.RemovedIn, instead)})
	}
	if len(absent) > 0 {
		collect.add(absent, schema.Problem{Rule: "removed-api", Pointer: "/apiVersion", Message: what + " is not served here" + servedBy(kind) + instead})
	}
	if len(deprecated) > 0 {
		when := ""
		if life.RemovedIn != "" {
			when = " and removed in " + life.RemovedIn
		}
		collect.add(deprecated, schema.Problem{Rule: "deprecated-api", Pointer: "/apiVersion", Severity: "warning", Message: fmt.Sprintf("%s is deprecated since Kubernetes %s%s%s", what, life.DeprecatedIn, when, instead)})
	}
}

func servedBy(kind *schema.Kind) string {
	if kind == nil || len(kind.Versions) == 0 {
		return ""
	}
	return ": of the known versions of Kubernetes only " + strings.Join(kind.Versions, ", ") + " serve it"
}

func customLifecycle(collect *collector, what string, kind *schema.Kind, life *schema.Lifecycle, instead string) {
	switch {
	case life.Verdict == "refuse" || kind != nil && !kind.Custom.Served:
		collect.all(schema.Problem{Rule: "removed-api", Pointer: "/apiVersion", Message: explain(what+" is not served any more", life, kind, instead)})
	case life.Verdict == "warn":
		collect.all(schema.Problem{Rule: "deprecated-api", Pointer: "/apiVersion", Severity: "warning", Message: explain(what+" is deprecated", life, kind, instead)})
	case kind.Custom.Deprecated != "":
		collect.all(schema.Problem{Rule: "deprecated-api", Pointer: "/apiVersion", Severity: "warning", Message: explain(what+" is deprecated"+reason(what, kind.Custom.Deprecated), life, kind, instead)})
	}
}

func explain(fact string, life *schema.Lifecycle, kind *schema.Kind, instead string) string {
	if kind != nil && kind.Custom.Source != "" {
		fact += " (" + kind.Custom.Source + ")"
	}
	if life.Message != "" {
		return fact + ": " + life.Message
	}
	return fact + instead
}

// unknown tells a typing error from a kind that merely nobody described to us.
func unknown(collect *collector, apiVersion, kindName string) {
	if apiVersion == "v1" && kindName == "List" {
		return
	}
	suggestion, found, certain := schema.Suggest(apiVersion, kindName)
	problem := schema.Problem{Rule: "unknown-kind", Pointer: "/kind", Severity: "warning",
		Message: fmt.Sprintf("nothing describes %s %s: it is not checked. Put its CustomResourceDefinition into the repository, or add it to the schemas", apiVersion, kindName)}
	if found || certain {
		problem.Severity = "error"
		problem.Message = fmt.Sprintf("there is no %s in %s", kindName, apiVersion)
	}
	if found {
		problem.Message += fmt.Sprintf("; did you mean %s %s?", suggestion.APIVersion, suggestion.Kind)
		if suggestion.Kind == kindName {
			problem.Pointer = "/apiVersion"
		}
	}
	collect.all(problem)
}

// reason leaves out the API server's own default warning, which only repeats the fact.
func reason(what, warning string) string {
	if warning == what+" is deprecated" {
		return ""
	}
	return ": " + warning
}
