package policy

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	celtypes "github.com/google/cel-go/common/types"
	v1 "k8s.io/api/admissionregistration/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	admissioncel "k8s.io/apiserver/pkg/admission/plugin/cel"
	celconfig "k8s.io/apiserver/pkg/apis/cel"

	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/schema"
)

// World is what the policies may look at besides the object.
type World struct {
	// Namespaces are the Namespace objects of the tree.
	Namespaces []map[string]any
	// Params are the objects that can be parameters.
	Params []map[string]any
}

// Review evaluates every policy that is bound to the object. old is nil when the object is created.
// Objects of a kind that nothing describes are passed over: their resource is not known.
func (set *Set) Review(object, old map[string]any, world *World) []schema.Problem {
	if len(set.pairs) == 0 {
		return nil
	}
	subject := newSubject(object, old, world)
	// The server never admits its own admission configuration by policy, so that nobody can lock themselves out.
	if subject == nil || subject.group == "admissionregistration.k8s.io" && strings.Contains(subject.kind, "Admission") || strings.HasSuffix(subject.kind, "WebhookConfiguration") && subject.group == "admissionregistration.k8s.io" {
		return nil
	}
	var problems []schema.Problem
	for _, pair := range set.pairs {
		if !pair.policy.match.matches(subject) || !pair.match.matches(subject) {
			continue
		}
		subject := subject.in(pair.policy.match.version(subject))
		params, fault := pair.params(subject, world)
		if fault != nil {
			problems = append(problems, *fault)
			continue
		}
		for _, param := range params {
			problems = append(problems, pair.evaluate(subject, param, world)...)
		}
	}
	return problems
}

func newSubject(object, old map[string]any, world *World) *subject {
	given := unstructured.Unstructured{Object: object}
	kind := schema.Lookup(given.GetAPIVersion(), given.GetKind())
	if kind == nil {
		return nil
	}
	gvk := given.GroupVersionKind()
	made := &subject{
		object: admitted(kind, object), group: gvk.Group, version: gvk.Version, kind: gvk.Kind, resource: kind.Plural,
		name: given.GetName(), namespace: given.GetNamespace(), namespaced: kind.Namespaced,
		operation: v1.Create, labels: given.GetLabels(), described: kind,
	}
	if !kind.Namespaced {
		made.namespace = ""
	}
	if old != nil {
		made.operation, made.old = v1.Update, admitted(kind, old)
		made.oldLabel = (&unstructured.Unstructured{Object: old}).GetLabels()
	}
	if made.isNamespace() {
		made.namespaceLabels = withName(made.labels, made.name)
	} else if made.namespaced {
		made.namespaceLabels = withName(world.namespace(made.namespace).GetLabels(), made.namespace)
	}
	return made
}

// in is the subject in another version of its kind. Definitions without a conversion webhook differ in nothing but the name of
// the version; how the server converts built-in kinds is not known here, and they stay as they are.
func (subject *subject) in(version string) *subject {
	apiVersion := version
	if subject.group != "" {
		apiVersion = subject.group + "/" + version
	}
	kind := schema.Lookup(apiVersion, subject.kind)
	if version == subject.version || kind == nil || kind.Custom == nil {
		return subject
	}
	other := *subject
	other.version, other.described, other.attributes, other.asked = version, kind, nil, nil
	convert := func(object map[string]any) map[string]any {
		if object == nil {
			return nil
		}
		converted := maps.Clone(object)
		converted["apiVersion"] = apiVersion
		return converted
	}
	other.object, other.old = convert(subject.object), convert(subject.old)
	return &other
}

// admitted is the object as admission sees it: copied, with defaults.
func admitted(kind *schema.Kind, object map[string]any) map[string]any {
	copied := schema.Copy(object).(map[string]any)
	if kind.Custom != nil {
		crd.Default(kind, copied)
	} else {
		defaultBuiltIn(copied)
	}
	return copied
}

// withName adds the label that the server sets on every Namespace.
func withName(given map[string]string, name string) map[string]string {
	all := map[string]string{"kubernetes.io/metadata.name": name}
	for key, value := range given {
		all[key] = value
	}
	return all
}

func (world *World) namespace(name string) *unstructured.Unstructured {
	for _, namespace := range world.Namespaces {
		if found := (&unstructured.Unstructured{Object: namespace}); found.GetName() == name {
			return found
		}
	}
	return &unstructured.Unstructured{Object: map[string]any{}}
}

// params finds the parameters of a binding: one nil where it has none.
func (pair pair) params(subject *subject, world *World) ([]runtime.Object, *schema.Problem) {
	kind, ref := pair.policy.Spec.ParamKind, pair.binding.Spec.ParamRef
	if kind == nil || ref == nil {
		return []runtime.Object{nil}, nil
	}
	namespace := ref.Namespace
	namespaced, known := schema.Namespaced(kind.APIVersion, kind.Kind)
	if namespace == "" && namespaced && known {
		namespace = subject.namespace
		if namespace == "" {
			return nil, pair.failed("cannot use namespaced parameters for an object without a namespace: set paramRef.namespace")
		}
	}
	wanted, _ := selector(ref.Selector)
	var found []runtime.Object
	for _, param := range world.Params {
		candidate := &unstructured.Unstructured{Object: param}
		switch {
		case candidate.GetAPIVersion() != kind.APIVersion || candidate.GetKind() != kind.Kind,
			namespace != "" && candidate.GetNamespace() != namespace,
			ref.Name != "" && candidate.GetName() != ref.Name,
			ref.Name == "" && !wanted.Matches(labels.Set(candidate.GetLabels())):
			continue
		}
		found = append(found, &unstructured.Unstructured{Object: schema.Copy(param).(map[string]any)})
	}
	if len(found) > 0 || ref.ParameterNotFoundAction == nil || *ref.ParameterNotFoundAction == v1.AllowAction {
		return found, nil
	}
	problem := pair.problem(fmt.Sprintf("its parameter (%s%s) is not in the repository; unless it is in the cluster, the object is refused", kind.Kind, place(ref, namespace)))
	problem.Severity = "warning"
	return nil, &problem
}

func place(ref *v1.ParamRef, namespace string) string {
	what := " " + ref.Name
	if ref.Name == "" {
		what = " by selector " + metav1.FormatLabelSelector(ref.Selector)
	}
	if namespace != "" {
		what += " in namespace " + namespace
	}
	return what
}

func (pair pair) problem(message string) schema.Problem {
	return schema.Problem{
		Rule: "admission-policy", Severity: pair.severity(),
		Message: fmt.Sprintf("policy %s (binding %s): %s", pair.policy.Name, pair.binding.Name, message),
	}
}

// failed is what becomes of an error: nothing when the policy says so.
func (pair pair) failed(message string) *schema.Problem {
	if policy := pair.policy.Spec.FailurePolicy; policy != nil && *policy == v1.Ignore {
		return nil
	}
	problem := pair.problem(message)
	return &problem
}

func (pair pair) severity() string {
	actions := pair.binding.Spec.ValidationActions
	switch {
	case slices.Contains(actions, v1.Deny):
		return "error"
	case slices.Contains(actions, v1.Warn):
		return "warning"
	}
	return "note"
}

// evaluate follows pkg/admission/plugin/policy/validating of the API server.
func (pair pair) evaluate(subject *subject, param runtime.Object, world *World) (problems []schema.Problem) {
	fail := func(message string) {
		if problem := pair.failed(message); problem != nil {
			problems = append(problems, *problem)
		}
	}
	ctx := context.Background()
	versioned, request := subject.requested()
	variables := admissioncel.OptionalVariableBindings{VersionedParams: param}
	results, _, err := pair.policy.conditions.ForInput(ctx, versioned, request, variables, nil, celconfig.RuntimeCELCostBudgetMatchConditions)
	if err != nil {
		fail("match conditions: " + err.Error())
		return problems
	}
	var broken []string
	for i, result := range results {
		if result.Error != nil {
			broken = append(broken, fmt.Sprintf("match condition %s: %v", pair.policy.Spec.MatchConditions[i].Name, result.Error))
		} else if result.EvalResult != celtypes.True {
			return nil // one that is false outweighs errors of others
		}
	}
	if len(broken) > 0 {
		fail(strings.Join(broken, "; "))
		return problems
	}
	var namespace *corev1.Namespace
	if subject.namespaced {
		namespace = world.namespaceObject(subject.namespace, subject.namespaceLabels)
	}
	results, left, err := pair.policy.validations.ForInput(ctx, versioned, request, variables, namespace, celconfig.RuntimeCELCostBudget)
	if err != nil {
		fail(err.Error())
		return problems
	}
	messages, _, _ := pair.policy.message.ForInput(ctx, versioned, request, variables, namespace, left)
	for i, result := range results {
		switch {
		case result.Error != nil:
			fail(result.Error.Error())
		case result.EvalResult != celtypes.True:
			problems = append(problems, pair.problem(refusal(pair.policy.Spec.Validations[i], messages, i)))
		}
	}
	return problems
}

func refusal(validation v1.Validation, messages []admissioncel.EvaluationResult, index int) string {
	if index < len(messages) && messages[index].Error == nil && messages[index].EvalResult != nil {
		text, _ := messages[index].EvalResult.Value().(string)
		text = strings.TrimSpace(text)
		if text != "" && len(text) <= celconfig.MaxEvaluatedMessageExpressionSizeBytes && !strings.Contains(text, "\n") {
			return text
		}
	}
	if text := strings.TrimSpace(validation.Message); text != "" {
		return text
	}
	return "failed expression: " + strings.TrimSpace(validation.Expression)
}

func (world *World) namespaceObject(name string, all map[string]string) *corev1.Namespace {
	found := world.namespace(name)
	return admissioncel.CreateNamespaceObject(&corev1.Namespace{
		ObjectMeta: metav1.ObjectMeta{Name: name, Labels: all, Annotations: found.GetAnnotations()},
	})
}
