package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// What JSON Schema cannot say of built-in kinds: which lists are maps by a key, or sets.
// The server does not refuse every duplicate: some its own validation refuses always, the rest only server-side apply refuses,
// because it must tell the items apart.

// listBearing tells, by closure key, whether a definition reaches any list map or set.
var listBearing = map[string]bool{}

func forgetLists() {
	listBearing, shapes = map[string]bool{}, map[int]*shape{}
}

// refusedAlways are the lists, by definition and field, whose duplicates the server's own validation refuses, with the keys
// that it compares. From pkg/apis/*/validation of Kubernetes.
var refusedAlways = map[string]map[string][]string{
	"io.k8s.api.core.v1.PodSpec": {
		"containers": {"name"}, "initContainers": {"name"}, "ephemeralContainers": {"name"}, "volumes": {"name"},
		"resourceClaims": {"name"}, "topologySpreadConstraints": {"topologyKey", "whenUnsatisfiable"},
	},
	"io.k8s.api.core.v1.Container":                                       {"volumeMounts": {"mountPath"}, "volumeDevices": {"devicePath"}},
	"io.k8s.api.core.v1.ServiceSpec":                                     {"ports": {"port", "protocol"}},
	"io.k8s.api.core.v1.ResourceRequirements":                            {"claims": {"name", "request"}},
	"io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration": {"webhooks": {"name"}},
	"io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration":   {"webhooks": {"name"}},
	"io.k8s.api.admissionregistration.v1.ValidatingWebhook":              {"matchConditions": {"name"}},
	"io.k8s.api.admissionregistration.v1.MutatingWebhook":                {"matchConditions": {"name"}},
	"io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec":  {"matchConditions": {"name"}, "variables": {"name"}},
}

// alsoRefused are further keys of the same lists that must be unique where they are given.
var alsoRefused = map[string]map[string][]string{
	"io.k8s.api.core.v1.Container":   {"ports": {"name"}},
	"io.k8s.api.core.v1.ServiceSpec": {"ports": {"name"}},
}

var keyDefaults = map[string]any{"protocol": "TCP"}

// Duplicates tells the items of list maps and sets that occur twice in an object of a built-in kind.
func (kind *Kind) Duplicates(version string, object map[string]any) []Problem {
	find := duplicates{version: version, object: object}
	find.definition(kind.Definition, object, nil)
	return find.problems
}

type duplicates struct {
	version  string
	object   map[string]any
	problems []Problem
}

func (find *duplicates) definition(name string, value any, tokens []string) {
	if bears(find.version, name) {
		find.node(name, shapeOf(find.version, name), value, tokens)
	}
}

// bears says whether a definition reaches a list map or set at all, so that most branches are never walked.
func bears(version, name string) bool {
	key := closureKey(version, name)
	if answer, done := listBearing[key]; done {
		return answer
	}
	answer := slices.ContainsFunc(closure(version, name), func(member string) bool {
		if refusedAlways[member] != nil || alsoRefused[member] != nil {
			return true
		}
		text := string(known.definitions[known.names[version][member]])
		return strings.Contains(text, `"x-kubernetes-list-type":"map"`) || strings.Contains(text, `"x-kubernetes-list-type":"set"`) ||
			strings.Contains(text, `"x-kubernetes-list-type": "map"`) || strings.Contains(text, `"x-kubernetes-list-type": "set"`)
	})
	listBearing[key] = answer
	return answer
}

func (find *duplicates) node(owner string, node *shape, value any, tokens []string) {
	if node == nil {
		return
	}
	if node.reference != "" {
		find.definition(node.reference, value, tokens)
		return
	}
	switch value := value.(type) {
	case map[string]any:
		for name, item := range value {
			property := node.properties[name]
			if property == nil {
				property = node.values
			}
			if property == nil || property.reference == "" && property.items == nil && property.values == nil && property.properties == nil {
				continue
			}
			at := append(tokens[:len(tokens):len(tokens)], name)
			if list, is := item.([]any); is {
				find.list(owner, name, property, list, at)
			}
			find.node("", property, item, at)
		}
	case []any:
		if node.items == nil || node.items.reference != "" && !bears(find.version, node.items.reference) {
			return
		}
		for i, item := range value {
			find.node("", node.items, item, append(tokens[:len(tokens):len(tokens)], strconv.Itoa(i)))
		}
	}
}

func (find *duplicates) list(owner, field string, node *shape, items []any, tokens []string) {
	if len(items) < 2 {
		return
	}
	reported := map[int]bool{}
	refuse := func(keys []string, complete bool) {
		find.twice(items, keys, complete, func(first, second int, what string) {
			if !reported[second] {
				reported[second] = true
				find.report(tokens, first, second, "error", "%s repeats %s of %s: the API server refuses it", what)
			}
		})
	}
	if keys := refusedAlways[owner][field]; keys != nil {
		refuse(keys, false)
	}
	if keys := alsoRefused[owner][field]; keys != nil {
		refuse(keys, true)
	}
	switch node.listType {
	case "map":
		find.twice(items, node.listKeys, false, func(first, second int, what string) {
			if !reported[second] {
				find.report(tokens, first, second, "warning", "%s repeats %s of %s: server-side apply refuses it, and otherwise the last one may silently win", what)
			}
		})
	case "set":
		find.twice(items, nil, false, func(first, second int, what string) {
			find.report(tokens, first, second, "warning", "%s repeats %s of %s: server-side apply refuses it", what)
		})
	}
}

func (find *duplicates) report(tokens []string, first, second int, severity, format, what string) {
	at := append(slices.Clone(tokens), strconv.Itoa(second))
	find.problems = append(find.problems, Problem{
		Rule: "duplicate-list-item", Pointer: Pointer(at...), Severity: severity,
		Message: fmt.Sprintf(format, Field(find.object, at), what, Field(find.object, append(slices.Clone(tokens), strconv.Itoa(first)))),
	})
}

// twice reports items whose keys are equal; without keys the items themselves are compared. complete leaves out items that lack a key.
func (find *duplicates) twice(items []any, keys []string, complete bool, report func(first, second int, what string)) {
	seen := map[string]int{}
	for i, item := range items {
		identity, what, usable := identify(item, keys, complete)
		if !usable {
			continue
		}
		if first, is := seen[identity]; is {
			report(first, i, what)
			continue
		}
		seen[identity] = i
	}
}

func identify(item any, keys []string, complete bool) (identity, what string, usable bool) {
	if len(keys) == 0 {
		_, isMap := item.(map[string]any)
		return whole(item), "the value " + Show(item), !isMap
	}
	fields, is := item.(map[string]any)
	if !is {
		return "", "", false
	}
	any := false
	var parts []string
	for _, key := range keys {
		value, present := fields[key]
		if !present || value == "" {
			if complete {
				return "", "", false
			}
			value, present = keyDefaults[key]
		}
		any = any || fields[key] != nil
		if present {
			parts = append(parts, key+" "+Show(value))
		}
		identity += whole(value) + "\x00"
	}
	// Items without any of their keys are the schema's business.
	return identity, strings.Join(parts, ", "), any
}

// whole is a value as text; unlike Show it is never cut.
func whole(value any) string {
	if text, is := value.(string); is {
		return "s" + text
	}
	return fmt.Sprintf("%T%v", value, value)
}
