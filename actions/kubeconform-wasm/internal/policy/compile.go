// Package policy evaluates ValidatingAdmissionPolicies as the API server's admission chain does, with its CEL compiler.
package policy

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/google/cel-go/cel"
	v1 "k8s.io/api/admissionregistration/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	admissioncel "k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/cel/environment"

	"kubeconform-wasm/internal/schema"
)

// Problem is a fault of a policy or a binding itself.
type Problem struct {
	// Policy is the name of the policy, or of the binding that is at fault.
	Policy  string `json:"policy"`
	Pointer string `json:"pointer"`
	Message string `json:"message"`
	// Kind and Index say which object of the request is meant.
	Kind  string `json:"kind"`
	Index int    `json:"index"`
	// Severity is that of the rule when it is empty.
	Severity string `json:"severity,omitempty"`
}

// Set is a compiled set of policies and bindings.
type Set struct {
	Problems []Problem
	pairs    []pair
}

// pair is a policy with one of its bindings: the unit that the server evaluates.
type pair struct {
	policy  *compiledPolicy
	binding *v1.ValidatingAdmissionPolicyBinding
	match   *matcher
}

type compiledPolicy struct {
	v1.ValidatingAdmissionPolicy
	match                            *matcher
	conditions, validations, message admissioncel.ConditionEvaluator
}

// expression is what the CEL compiler wants to know of one expression; pointer is where it is written.
type expression struct {
	name, text, pointer string
	returns             []*cel.Type
}

func (e *expression) GetExpression() string    { return e.text }
func (e *expression) GetName() string          { return e.name }
func (e *expression) ReturnTypes() []*cel.Type { return e.returns }

var (
	boolean  = []*cel.Type{cel.BoolType}
	textual  = []*cel.Type{cel.StringType}
	anything = []*cel.Type{cel.AnyType, cel.DynType}
	noted    = []*cel.Type{cel.StringType, cel.NullType}
)

// Compile reads policies and bindings. What is broken is told in Problems and left out.
func Compile(policies, bindings []json.RawMessage) *Set {
	set := &Set{Problems: []Problem{}}
	byName := map[string]*compiledPolicy{}
	for i, text := range policies {
		policy := &compiledPolicy{}
		report := set.reporter("ValidatingAdmissionPolicy", i, &policy.Name)
		if err := json.Unmarshal(text, &policy.ValidatingAdmissionPolicy); err != nil {
			report("", "the policy does not decode: "+strings.TrimPrefix(err.Error(), "json: "))
			byName[policy.Name] = nil
			continue
		}
		sound := policy.compile(report)
		byName[policy.Name] = nil
		if sound {
			byName[policy.Name] = policy
		}
	}
	for i, text := range bindings {
		binding := &v1.ValidatingAdmissionPolicyBinding{}
		report := set.reporter("ValidatingAdmissionPolicyBinding", i, &binding.Name)
		if err := json.Unmarshal(text, binding); err != nil {
			report("", "the binding does not decode: "+strings.TrimPrefix(err.Error(), "json: "))
			continue
		}
		policy, exists := byName[binding.Spec.PolicyName]
		if !exists {
			report("/spec/policyName", fmt.Sprintf("the policy %q is not in the repository: the binding has no effect unless it is in the cluster", binding.Spec.PolicyName))
			set.Problems[len(set.Problems)-1].Severity = "warning"
			continue
		}
		match, sound := newMatcher(binding.Spec.MatchResources, "/spec/matchResources", report)
		sound = checkBinding(binding, policy, report) && sound
		if policy != nil && sound {
			set.pairs = append(set.pairs, pair{policy, binding, match})
		}
	}
	return set
}

func (set *Set) reporter(kind string, index int, name *string) func(pointer, message string) {
	return func(pointer, message string) {
		set.Problems = append(set.Problems, Problem{Policy: *name, Pointer: pointer, Message: message, Kind: kind, Index: index})
	}
}

func checkBinding(binding *v1.ValidatingAdmissionPolicyBinding, policy *compiledPolicy, report func(pointer, message string)) bool {
	sound := true
	fail := func(pointer, message string) {
		sound = false
		report(pointer, message)
	}
	if len(binding.Spec.ValidationActions) == 0 {
		fail("/spec", "spec.validationActions is required: one or more of Deny, Warn, Audit")
	}
	if ref := binding.Spec.ParamRef; ref != nil {
		if (ref.Name == "") == (ref.Selector == nil) {
			fail("/spec/paramRef", "exactly one of name and selector is required")
		}
		if ref.ParameterNotFoundAction == nil {
			fail("/spec/paramRef", "parameterNotFoundAction is required: Allow or Deny")
		}
		if ref.Selector != nil {
			if _, err := metav1.LabelSelectorAsSelector(ref.Selector); err != nil {
				fail("/spec/paramRef/selector", err.Error())
			}
		}
		if policy != nil && policy.Spec.ParamKind != nil && ref.Namespace != "" {
			if namespaced, known := schema.Namespaced(policy.Spec.ParamKind.APIVersion, policy.Spec.ParamKind.Kind); known && !namespaced {
				fail("/spec/paramRef/namespace", policy.Spec.ParamKind.Kind+" is not namespaced: paramRef.namespace must not be set")
			}
		}
	}
	return sound
}

// compile compiles every expression and tells what is wrong with each.
func (policy *compiledPolicy) compile(report func(pointer, message string)) bool {
	sound := true
	fail := func(pointer, message string) {
		sound = false
		report(pointer, message)
	}
	compiler, err := admissioncel.NewCompositedCompiler(environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion()))
	if err != nil {
		fail("", err.Error())
		return false
	}
	options := admissioncel.OptionalVariableDeclarations{HasParams: policy.Spec.ParamKind != nil}
	spec := &policy.Spec
	if len(spec.Validations) == 0 && len(spec.AuditAnnotations) == 0 {
		fail("/spec", "spec.validations or spec.auditAnnotations is required")
	}
	for i, variable := range spec.Variables {
		pointer := at("variables", i, "expression")
		result := compiler.CompileAndStoreVariable(&expression{variable.Name, variable.Expression, pointer, anything}, options, environment.StoredExpressions)
		if result.Error != nil {
			fail(pointer, worded(result.Error.Detail))
		}
	}
	// Compiled one by one to know where a fault is, and together for evaluation.
	check := func(accessor admissioncel.ExpressionAccessor) {
		where := accessor.(*expression)
		result := compiler.CompileCELExpression(where, options, environment.StoredExpressions)
		if result.Error != nil {
			fail(where.pointer, worded(result.Error.Detail))
		}
	}
	var conditions, validations, messages []admissioncel.ExpressionAccessor
	for i, condition := range spec.MatchConditions {
		conditions = append(conditions, &expression{text: condition.Expression, pointer: at("matchConditions", i, "expression"), returns: boolean})
		check(conditions[i])
	}
	for i, validation := range spec.Validations {
		validations = append(validations, &expression{text: validation.Expression, pointer: at("validations", i, "expression"), returns: boolean})
		check(validations[i])
		messages = append(messages, nil)
		if validation.MessageExpression != "" {
			messages[i] = &expression{text: validation.MessageExpression, pointer: at("validations", i, "messageExpression"), returns: textual}
			check(messages[i])
		}
	}
	for i, annotation := range spec.AuditAnnotations {
		check(&expression{text: annotation.ValueExpression, pointer: at("auditAnnotations", i, "valueExpression"), returns: noted})
	}
	if spec.MatchConstraints == nil || len(spec.MatchConstraints.ResourceRules) == 0 {
		fail("/spec", "spec.matchConstraints.resourceRules is required")
	}
	var matches bool
	policy.match, matches = newMatcher(spec.MatchConstraints, "/spec/matchConstraints", report)
	if !sound || !matches {
		return false
	}
	policy.conditions = compiler.CompileCondition(conditions, options, environment.StoredExpressions)
	policy.validations = compiler.CompileCondition(validations, options, environment.StoredExpressions)
	policy.message = compiler.CompileCondition(messages, options, environment.StoredExpressions)
	return true
}

func at(list string, index int, field string) string {
	return schema.Pointer("spec", list, strconv.Itoa(index), field)
}

// worded explains the one thing that cannot be judged offline.
func worded(detail string) string {
	if strings.Contains(detail, "undeclared reference to 'authorizer'") {
		return "the expression asks the authorizer, which only a cluster can answer: the policy is not evaluated"
	}
	return detail
}

func selector(written *metav1.LabelSelector) (labels.Selector, error) {
	if written == nil {
		return labels.Everything(), nil
	}
	return metav1.LabelSelectorAsSelector(written)
}
