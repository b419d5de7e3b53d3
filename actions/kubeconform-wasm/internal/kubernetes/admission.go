package kubernetes

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	v1 "k8s.io/api/admissionregistration/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	metav1validation "k8s.io/apimachinery/pkg/apis/meta/v1/validation"
	"k8s.io/apimachinery/pkg/conversion"
	"k8s.io/apimachinery/pkg/util/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// The rules of pkg/apis/admissionregistration/validation. That package itself is not linked: it brings the API server's
// webhook client and the policy plugin, as much as all the rest of the engine. Expressions are compiled by package policy.
func init() {
	register("admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy", steward[v1.ValidatingAdmissionPolicy, v1.ValidatingAdmissionPolicy]{
		clusterScoped: true,
		convert:       same[v1.ValidatingAdmissionPolicy],
		create:        policyRules,
		update:        func(one, _ *v1.ValidatingAdmissionPolicy) field.ErrorList { return policyRules(one) },
	})
	register("admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding", steward[v1.ValidatingAdmissionPolicyBinding, v1.ValidatingAdmissionPolicyBinding]{
		clusterScoped: true,
		convert:       same[v1.ValidatingAdmissionPolicyBinding],
		create:        binding,
		update:        func(one, _ *v1.ValidatingAdmissionPolicyBinding) field.ErrorList { return binding(one) },
	})
	register("admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration", steward[v1.ValidatingWebhookConfiguration, v1.ValidatingWebhookConfiguration]{
		clusterScoped: true,
		convert:       same[v1.ValidatingWebhookConfiguration],
		create:        validatingWebhooks,
		update:        func(one, _ *v1.ValidatingWebhookConfiguration) field.ErrorList { return validatingWebhooks(one) },
	})
	register("admissionregistration.k8s.io/v1 MutatingWebhookConfiguration", steward[v1.MutatingWebhookConfiguration, v1.MutatingWebhookConfiguration]{
		clusterScoped: true,
		convert:       same[v1.MutatingWebhookConfiguration],
		create:        mutatingWebhooks,
		update:        func(one, _ *v1.MutatingWebhookConfiguration) field.ErrorList { return mutatingWebhooks(one) },
	})
}

// same: these kinds are judged in the version that is written.
func same[T any](in, out *T, _ conversion.Scope) error {
	*out = *in
	return nil
}

var identifier = regexp.MustCompile(`^[_a-zA-Z][_a-zA-Z0-9]*$`)

var reasons = []metav1.StatusReason{metav1.StatusReasonForbidden, metav1.StatusReasonInvalid, metav1.StatusReasonRequestEntityTooLarge, metav1.StatusReasonUnauthorized}

func policyRules(one *v1.ValidatingAdmissionPolicy) field.ErrorList {
	var errs field.ErrorList
	spec := field.NewPath("spec")
	if kind := one.Spec.ParamKind; kind != nil {
		errs = append(errs, required(spec.Child("paramKind", "apiVersion"), kind.APIVersion)...)
		errs = append(errs, required(spec.Child("paramKind", "kind"), kind.Kind)...)
	}
	errs = append(errs, matching(spec.Child("matchConstraints"), one.Spec.MatchConstraints)...)
	for i, variable := range one.Spec.Variables {
		if at := spec.Child("variables").Index(i).Child("name"); variable.Name != "" && !identifier.MatchString(variable.Name) {
			errs = append(errs, field.Invalid(at, variable.Name, "must be a valid CEL identifier"))
		}
	}
	for i, rule := range one.Spec.Validations {
		at := spec.Child("validations").Index(i)
		if strings.ContainsAny(rule.Message, "\n\r") {
			errs = append(errs, field.Invalid(at.Child("message"), "", "must not contain line breaks"))
		}
		if rule.Reason != nil && !slices.Contains(reasons, *rule.Reason) {
			errs = append(errs, field.NotSupported(at.Child("reason"), *rule.Reason, reasons))
		}
	}
	return errs
}

func binding(one *v1.ValidatingAdmissionPolicyBinding) field.ErrorList {
	var errs field.ErrorList
	spec := field.NewPath("spec")
	for _, fault := range validation.IsDNS1123Subdomain(one.Spec.PolicyName) {
		errs = append(errs, field.Invalid(spec.Child("policyName"), one.Spec.PolicyName, fault))
	}
	errs = append(errs, actions(spec.Child("validationActions"), one.Spec.ValidationActions)...)
	errs = append(errs, matching(spec.Child("matchResources"), one.Spec.MatchResources)...)
	if ref := one.Spec.ParamRef; ref != nil {
		at := spec.Child("paramRef")
		if (ref.Name == "") == (ref.Selector == nil) {
			errs = append(errs, field.Invalid(at, "", "must have either name or selector"))
		}
		if ref.ParameterNotFoundAction == nil {
			errs = append(errs, field.Required(at.Child("parameterNotFoundAction"), ""))
		}
		errs = append(errs, selector(at.Child("selector"), ref.Selector)...)
	}
	return errs
}

func actions(path *field.Path, all []v1.ValidationAction) field.ErrorList {
	if len(all) == 0 {
		return field.ErrorList{field.Required(path, "")}
	}
	var errs field.ErrorList
	for i, action := range all {
		if slices.Contains(all[:i], action) {
			errs = append(errs, field.Duplicate(path.Index(i), action))
		}
	}
	if slices.Contains(all, v1.Deny) && slices.Contains(all, v1.Warn) {
		errs = append(errs, field.Invalid(path, "", "must not contain both Deny and Warn"))
	}
	return errs
}

func matching(path *field.Path, match *v1.MatchResources) field.ErrorList {
	if match == nil {
		return nil
	}
	errs := append(selector(path.Child("namespaceSelector"), match.NamespaceSelector), selector(path.Child("objectSelector"), match.ObjectSelector)...)
	for i, one := range match.ResourceRules {
		errs = append(errs, rule(path.Child("resourceRules").Index(i), one.RuleWithOperations)...)
	}
	for i, one := range match.ExcludeResourceRules {
		errs = append(errs, rule(path.Child("excludeResourceRules").Index(i), one.RuleWithOperations)...)
	}
	return errs
}

func selector(path *field.Path, one *metav1.LabelSelector) field.ErrorList {
	if one == nil {
		return nil
	}
	return metav1validation.ValidateLabelSelector(one, metav1validation.LabelSelectorValidationOptions{}, path)
}

func rule(path *field.Path, one v1.RuleWithOperations) field.ErrorList {
	errs := alone(path.Child("operations"), one.Operations, v1.OperationAll)
	errs = append(errs, alone(path.Child("apiGroups"), one.APIGroups, "*")...)
	errs = append(errs, alone(path.Child("apiVersions"), one.APIVersions, "*")...)
	for i, version := range one.APIVersions {
		errs = append(errs, required(path.Child("apiVersions").Index(i), version)...)
	}
	plain := slices.DeleteFunc(slices.Clone(one.Resources), func(name string) bool { return strings.Contains(name, "/") })
	if len(one.Resources) == 0 {
		return append(errs, field.Required(path.Child("resources"), ""))
	}
	if slices.Contains(plain, "*") && len(plain) > 1 {
		errs = append(errs, field.Invalid(path.Child("resources"), "", "must not name others beside *"))
	}
	return errs
}

// alone: a list that is required, and whose `*` stands for all.
func alone[T ~string](path *field.Path, list []T, all T) field.ErrorList {
	if len(list) == 0 {
		return field.ErrorList{field.Required(path, "")}
	}
	if len(list) > 1 && slices.Contains(list, all) {
		return field.ErrorList{field.Invalid(path, "", "must not name others beside *")}
	}
	return nil
}

func required(path *field.Path, value string) field.ErrorList {
	if value == "" {
		return field.ErrorList{field.Required(path, "")}
	}
	return nil
}

func validatingWebhooks(one *v1.ValidatingWebhookConfiguration) field.ErrorList {
	var errs field.ErrorList
	for i, hook := range one.Webhooks {
		at := field.NewPath("webhooks").Index(i)
		errs = append(errs, webhook(at, hook.Name, hook.ClientConfig, hook.SideEffects, hook.TimeoutSeconds, hook.AdmissionReviewVersions)...)
		errs = append(errs, webhookMatching(at, hook.Rules, hook.NamespaceSelector, hook.ObjectSelector)...)
	}
	return errs
}

func mutatingWebhooks(one *v1.MutatingWebhookConfiguration) field.ErrorList {
	var errs field.ErrorList
	for i, hook := range one.Webhooks {
		at := field.NewPath("webhooks").Index(i)
		errs = append(errs, webhook(at, hook.Name, hook.ClientConfig, hook.SideEffects, hook.TimeoutSeconds, hook.AdmissionReviewVersions)...)
		errs = append(errs, webhookMatching(at, hook.Rules, hook.NamespaceSelector, hook.ObjectSelector)...)
	}
	return errs
}

func webhookMatching(path *field.Path, rules []v1.RuleWithOperations, namespaces, objects *metav1.LabelSelector) field.ErrorList {
	errs := append(selector(path.Child("namespaceSelector"), namespaces), selector(path.Child("objectSelector"), objects)...)
	for i, one := range rules {
		errs = append(errs, rule(path.Child("rules").Index(i), one)...)
	}
	return errs
}

func webhook(path *field.Path, name string, client v1.WebhookClientConfig, effects *v1.SideEffectClass, timeout *int32, versions []string) field.ErrorList {
	errs := validation.IsFullyQualifiedName(path.Child("name"), name)
	allowed := []v1.SideEffectClass{v1.SideEffectClassNone, v1.SideEffectClassNoneOnDryRun}
	if effects == nil {
		errs = append(errs, field.Required(path.Child("sideEffects"), ""))
	} else if !slices.Contains(allowed, *effects) {
		errs = append(errs, field.NotSupported(path.Child("sideEffects"), *effects, allowed))
	}
	if timeout != nil && (*timeout < 1 || *timeout > 30) {
		errs = append(errs, field.Invalid(path.Child("timeoutSeconds"), *timeout, "must be between 1 and 30 seconds"))
	}
	if !slices.Contains(versions, "v1") && !slices.Contains(versions, "v1beta1") {
		errs = append(errs, field.Invalid(path.Child("admissionReviewVersions"), "", "must include v1 or v1beta1"))
	}
	return append(errs, address(path.Child("clientConfig"), client)...)
}

func address(path *field.Path, client v1.WebhookClientConfig) field.ErrorList {
	if (client.URL == nil) == (client.Service == nil) {
		return field.ErrorList{field.Required(path, "exactly one of url and service")}
	}
	if service := client.Service; service != nil {
		errs := append(required(path.Child("service", "name"), service.Name), required(path.Child("service", "namespace"), service.Namespace)...)
		if service.Path != nil && !strings.HasPrefix(*service.Path, "/") {
			errs = append(errs, field.Invalid(path.Child("service", "path"), *service.Path, "must start with a /"))
		}
		return errs
	}
	at := path.Child("url")
	parsed, err := url.Parse(*client.URL)
	switch {
	case err != nil:
		return field.ErrorList{field.Invalid(at, *client.URL, "must be a URL")}
	case parsed.Scheme != "https":
		return field.ErrorList{field.Invalid(at, *client.URL, "must begin with https://")}
	case parsed.Host == "":
		return field.ErrorList{field.Invalid(at, *client.URL, "must name a host")}
	case parsed.User != nil || parsed.RawQuery != "" || parsed.Fragment != "":
		return field.ErrorList{field.Invalid(at, "", "must have no user, query or fragment")}
	}
	return nil
}
