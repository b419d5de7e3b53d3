// Package metadata knows the rules for names, labels and annotations, with API machinery's own validation.
package metadata

import (
	"fmt"
	"net/netip"
	"strings"

	apivalidation "k8s.io/apimachinery/pkg/api/validation"
	"k8s.io/apimachinery/pkg/api/validation/path"
	"k8s.io/apimachinery/pkg/util/validation"

	"kubeconform-wasm/internal/schema"
)

// What an object name may be, by "group/kind". Everything else must be a DNS subdomain. From pkg/apis/*/validation of Kubernetes.
var nameRules = map[string]apivalidation.ValidateNameFunc{
	"/Namespace": apivalidation.ValidateNamespaceName,
	// DNS-1123 labels are allowed for Services behind the feature gate RelaxedServiceNameValidation, off by default up to 1.36.
	"/Service":                                      apivalidation.NameIsDNS1035Label,
	"apps/StatefulSet":                              apivalidation.NameIsDNSLabel,
	"rbac.authorization.k8s.io/Role":                pathSegment,
	"rbac.authorization.k8s.io/RoleBinding":         pathSegment,
	"rbac.authorization.k8s.io/ClusterRole":         pathSegment,
	"rbac.authorization.k8s.io/ClusterRoleBinding":  pathSegment,
	"certificates.k8s.io/CertificateSigningRequest": anyName,
	"certificates.k8s.io/ClusterTrustBundle":        trustBundle,
	"networking.k8s.io/IPAddress":                   address,
	"apiregistration.k8s.io/APIService":             pathSegment,
	"internal.apiserver.k8s.io/StorageVersion":      pathSegment,
	"batch/CronJob":                                 cronJob,
	// Its validation has no word about the name.
	"policy/PodDisruptionBudget": pathSegment,
}

func pathSegment(name string, prefix bool) []string {
	if prefix {
		return path.IsValidPathSegmentPrefix(name)
	}
	return path.IsValidPathSegmentName(name)
}

func anyName(string, bool) []string { return nil }

// trustBundle: a signer's bundle carries the signer's name with colons before its own.
func trustBundle(name string, prefix bool) []string {
	return apivalidation.NameIsDNSSubdomain(name[strings.LastIndexByte(name, ':')+1:], prefix)
}

func address(name string, _ bool) []string {
	if _, err := netip.ParseAddr(name); err != nil {
		return []string{"must be an IP address"}
	}
	return nil
}

// cronJob: the controller appends eleven characters for its Jobs, whose names end at 63.
func cronJob(name string, prefix bool) []string {
	faults := apivalidation.NameIsDNSSubdomain(name, prefix)
	if len(name) > 52 && !prefix {
		faults = append(faults, "must be no more than 52 characters, because its Jobs get a suffix")
	}
	return faults
}

// serviceNames: RelaxedServiceNameValidation is on by default since 1.36.
func serviceNames(version string) apivalidation.ValidateNameFunc {
	if schema.CompareMinors(version, "1.36") >= 0 {
		return apivalidation.NameIsDNSLabel
	}
	return apivalidation.NameIsDNS1035Label
}

// Validate checks the metadata of an object. The Kubernetes minor matters only to Services.
// Wrong types are the schema's business and are passed over here.
func Validate(object map[string]any, version string) []schema.Problem {
	check := checker{object: object}
	apiVersion, _ := object["apiVersion"].(string)
	kind, _ := object["kind"].(string)
	meta, isMap := object["metadata"].(map[string]any)
	if !isMap {
		if object["metadata"] == nil {
			check.report([]string{}, "metadata.name is required")
		}
		return check.problems
	}
	rule := nameRules[schema.Group(apiVersion)+"/"+kind]
	if apiVersion == "v1" && kind == "Service" {
		rule = serviceNames(version)
	}
	if rule == nil {
		rule = apivalidation.NameIsDNSSubdomain
	}
	check.names(meta, rule)
	check.maps(meta, []string{"metadata"})
	check.finalizers(meta)
	return check.problems
}

// Embedded checks the labels, annotations and selectors below the metadata of a built-in object: pod templates, claim templates, selectors.
func Embedded(object map[string]any) []schema.Problem {
	check := checker{object: object}
	if spec, is := object["spec"].(map[string]any); is {
		check.below(spec, []string{"spec"})
	}
	return check.problems
}

type checker struct {
	object   map[string]any
	problems []schema.Problem
}

func (check *checker) report(tokens []string, format string, args ...any) {
	check.problems = append(check.problems, schema.Problem{Rule: "metadata", Pointer: schema.Pointer(tokens...), Message: fmt.Sprintf(format, args...)})
}

func (check *checker) names(meta map[string]any, rule apivalidation.ValidateNameFunc) {
	name, _ := meta["name"].(string)
	prefix, _ := meta["generateName"].(string)
	if meta["name"] != nil && name == "" && !isText(meta["name"]) || meta["generateName"] != nil && !isText(meta["generateName"]) {
		return
	}
	if name == "" && prefix == "" {
		check.report([]string{"metadata"}, "metadata.name is required")
	}
	if name != "" {
		for _, fault := range rule(name, false) {
			check.report([]string{"metadata", "name"}, "metadata.name %q is not valid: %s", name, Plain(fault))
		}
	}
	if prefix != "" {
		for _, fault := range rule(prefix, true) {
			check.report([]string{"metadata", "generateName"}, "metadata.generateName %q is not valid: %s", prefix, Plain(fault))
		}
	}
	if namespace, _ := meta["namespace"].(string); namespace != "" {
		for _, fault := range apivalidation.ValidateNamespaceName(namespace, false) {
			check.report([]string{"metadata", "namespace"}, "metadata.namespace %q is not valid: %s", namespace, Plain(fault))
		}
	}
}

func isText(value any) bool {
	_, is := value.(string)
	return is
}

// maps checks the labels and annotations of one metadata map.
func (check *checker) maps(meta map[string]any, tokens []string) {
	labels, _ := meta["labels"].(map[string]any)
	check.labels(labels, join(tokens, "labels"))
	annotations, _ := meta["annotations"].(map[string]any)
	size := 0
	for key, value := range annotations {
		// Annotation keys may have capitals in their prefix: the server lowers them before it looks.
		for _, fault := range validation.IsQualifiedName(strings.ToLower(key)) {
			at := join(tokens, "annotations", key)
			check.report(at, "the annotation key %q is not valid: %s", key, Plain(fault))
		}
		text, _ := value.(string)
		size += len(key) + len(text)
	}
	if size > apivalidation.TotalAnnotationSizeLimitB {
		check.report(join(tokens, "annotations"), "%s are %d bytes together; the API server takes at most %d", schema.Field(check.object, join(tokens, "annotations")), size, apivalidation.TotalAnnotationSizeLimitB)
	}
}

func (check *checker) labels(labels map[string]any, tokens []string) {
	for key, value := range labels {
		at := join(tokens, key)
		for _, fault := range validation.IsQualifiedName(key) {
			check.report(at, "the label key %q is not valid: %s", key, Plain(fault))
		}
		if text, is := value.(string); is {
			for _, fault := range validation.IsValidLabelValue(text) {
				check.report(at, "%s %q is not a valid label value: %s", schema.Field(check.object, at), text, Plain(fault))
			}
		}
	}
}

func (check *checker) finalizers(meta map[string]any) {
	list, _ := meta["finalizers"].([]any)
	for i, item := range list {
		if name, is := item.(string); is {
			for _, fault := range validation.IsQualifiedName(name) {
				check.report([]string{"metadata", "finalizers", fmt.Sprint(i)}, "the finalizer %q is not valid: %s", name, Plain(fault))
			}
		}
	}
}

// below finds what the server checks as labels inside a spec.
func (check *checker) below(node map[string]any, tokens []string) {
	for key, value := range node {
		at := join(tokens, key)
		switch value := value.(type) {
		case map[string]any:
			switch key {
			case "metadata":
				check.maps(value, at)
				continue
			case "matchLabels", "nodeSelector":
				check.labels(value, at)
				continue
			case "selector":
				if flat(value) {
					check.labels(value, at)
					continue
				}
			case "template", "jobTemplate", "spec", "podSelector", "namespaceSelector", "labelSelector", "objectSelector", "affinity":
			default:
				continue
			}
			check.below(value, at)
		case []any:
			if key != "volumeClaimTemplates" && key != "topologySpreadConstraints" {
				continue
			}
			for i, item := range value {
				if item, is := item.(map[string]any); is {
					check.below(item, join(at, fmt.Sprint(i)))
				}
			}
		}
	}
}

// flat tells a Service's selector, a plain map of labels, from a LabelSelector.
func flat(selector map[string]any) bool {
	return selector["matchLabels"] == nil && selector["matchExpressions"] == nil
}

func join(tokens []string, more ...string) []string {
	return append(append(make([]string, 0, len(tokens)+len(more)), tokens...), more...)
}

// Plain leaves out the regular expression that API machinery appends to its messages.
func Plain(fault string) string {
	if at := strings.Index(fault, ", regex used for validation"); at >= 0 {
		return fault[:at] + ")"
	}
	return fault
}
