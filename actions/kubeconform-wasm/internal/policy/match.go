package policy

import (
	"slices"
	"strings"

	admissionv1 "k8s.io/api/admission/v1"
	v1 "k8s.io/api/admissionregistration/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apiserver/pkg/admission"

	"kubeconform-wasm/internal/schema"
)

// subject is an object with what the admission chain knows of its request.
type subject struct {
	object, old      map[string]any
	group, version   string
	resource, kind   string
	name, namespace  string
	namespaced       bool
	operation        v1.OperationType
	described        *schema.Kind
	namespaceLabels  map[string]string
	labels, oldLabel map[string]string
	// made once for all policies, since it holds the object as CEL sees it
	attributes *admission.VersionedAttributes
	asked      *admissionv1.AdmissionRequest
}

func (subject *subject) isNamespace() bool { return subject.group == "" && subject.kind == "Namespace" }

type matcher struct {
	rules, excluded     []v1.NamedRuleWithOperations
	namespaces, objects labels.Selector
	equivalent          bool
}

// newMatcher reads matchConstraints of a policy or matchResources of a binding; nil matches everything.
func newMatcher(resources *v1.MatchResources, pointer string, report func(pointer, message string)) (*matcher, bool) {
	match := &matcher{namespaces: labels.Everything(), objects: labels.Everything()}
	if resources == nil {
		return match, true
	}
	sound := true
	var err error
	if match.namespaces, err = selector(resources.NamespaceSelector); err != nil {
		report(pointer+"/namespaceSelector", err.Error())
		sound = false
	}
	if match.objects, err = selector(resources.ObjectSelector); err != nil {
		report(pointer+"/objectSelector", err.Error())
		sound = false
	}
	match.rules, match.excluded = resources.ResourceRules, resources.ExcludeResourceRules
	// The server's default is Equivalent.
	match.equivalent = resources.MatchPolicy == nil || *resources.MatchPolicy == v1.Equivalent
	return match, sound
}

func (match *matcher) matches(subject *subject) bool {
	if !match.namespaces.Empty() && !match.namespace(subject) {
		return false
	}
	if !match.objects.Matches(labels.Set(subject.labels)) && (subject.old == nil || !match.objects.Matches(labels.Set(subject.oldLabel))) {
		return false
	}
	if match.anyRule(match.excluded, subject) {
		return false
	}
	return len(match.rules) == 0 || match.anyRule(match.rules, subject)
}

// namespace: a Namespace is selected by its own labels; other cluster-scoped objects are always selected.
func (match *matcher) namespace(subject *subject) bool {
	switch {
	case subject.isNamespace():
		return match.namespaces.Matches(labels.Set(subject.namespaceLabels))
	case !subject.namespaced:
		return true
	}
	return match.namespaces.Matches(labels.Set(subject.namespaceLabels))
}

func (match *matcher) anyRule(rules []v1.NamedRuleWithOperations, subject *subject) bool {
	return slices.ContainsFunc(rules, func(rule v1.NamedRuleWithOperations) bool {
		if len(rule.ResourceNames) > 0 && !slices.Contains(rule.ResourceNames, subject.name) {
			return false
		}
		if !scope(rule.Scope, subject) || !operation(rule.Operations, subject.operation) || !has(rule.APIGroups, subject.group) || !resource(rule.Resources, subject.resource) {
			return false
		}
		if has(rule.APIVersions, subject.version) {
			return true
		}
		return match.equivalent && equivalentOf(rule, subject) != ""
	})
}

// version is that in which the server shows the object to a policy: the one that a rule asks for, else its own.
func (match *matcher) version(subject *subject) string {
	for _, rule := range match.rules {
		if match.anyRule([]v1.NamedRuleWithOperations{rule}, subject) && !has(rule.APIVersions, subject.version) {
			return equivalentOf(rule, subject)
		}
	}
	return subject.version
}

func equivalentOf(rule v1.NamedRuleWithOperations, subject *subject) string {
	for _, version := range equivalents(subject.described) {
		if has(rule.APIVersions, version) {
			return version
		}
	}
	return ""
}

func scope(wanted *v1.ScopeType, subject *subject) bool {
	if wanted == nil || *wanted == v1.AllScopes {
		return true
	}
	return (*wanted == v1.NamespacedScope) == subject.namespaced
}

func operation(wanted []v1.OperationType, given v1.OperationType) bool {
	return slices.Contains(wanted, v1.OperationAll) || slices.Contains(wanted, given)
}

func has(items []string, item string) bool {
	return slices.Contains(items, "*") || slices.Contains(items, item)
}

// resource: objects are never requests for a subresource, which only an explicit "/" would match.
func resource(wanted []string, given string) bool {
	return slices.ContainsFunc(wanted, func(item string) bool {
		name, sub, _ := strings.Cut(item, "/")
		return (name == "*" || name == given) && (sub == "" || sub == "*")
	})
}

// equivalents lists the other versions in which the same resource is served.
func equivalents(kind *schema.Kind) []string {
	var versions []string
	schema.All(func(other *schema.Kind) {
		if other.Name == kind.Name && schema.Group(other.APIVersion) == schema.Group(kind.APIVersion) && other.APIVersion != kind.APIVersion {
			versions = append(versions, other.APIVersion[strings.LastIndexByte(other.APIVersion, '/')+1:])
		}
	})
	return versions
}
