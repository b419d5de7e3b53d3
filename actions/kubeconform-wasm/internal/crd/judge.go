package crd

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structural "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel/model"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	apiservercel "k8s.io/apiserver/pkg/cel"
	"k8s.io/apiserver/pkg/cel/environment"

	"kubeconform-wasm/internal/schema"
)

// Limits on the estimated cost of rules, from pkg/apis/apiextensions/validation. That package itself is not linked:
// it brings the API server's webhook client, a third of the size of the engine.
const (
	ruleCostLimit       = 10_000_000
	definitionCostLimit = 100_000_000
)

// judge tells what the API server would refuse in a CRD: versions, structural schemas, list keys, defaults, rules and their estimated cost.
func judge(object map[string]any, definition *apiextensionsv1.CustomResourceDefinition) []Problem {
	errs := names(definition)
	for i, version := range definition.Spec.Versions {
		path := field.NewPath("spec", "versions").Index(i).Child("schema", "openAPIV3Schema")
		if version.Schema == nil || version.Schema.OpenAPIV3Schema == nil {
			errs = append(errs, field.Required(field.NewPath("spec", "versions").Index(i).Child("schema", "openAPIV3Schema"), "schemas are required"))
			continue
		}
		errs = append(errs, versionSchema(path, version.Schema.OpenAPIV3Schema)...)
	}
	return worded(object, errs)
}

func worded(object map[string]any, errs field.ErrorList) []Problem {
	var problems []Problem
	for _, err := range errs {
		tokens := schema.FieldTokens(object, err.Field)
		name := schema.Field(object, tokens)
		for len(tokens) > 0 && schema.At(object, tokens) == nil {
			tokens = tokens[:len(tokens)-1]
		}
		detail := err.Detail
		if detail == "" || err.Type == field.ErrorTypeNotSupported {
			detail = err.ErrorBody()
		}
		problems = append(problems, Problem{Pointer: schema.Pointer(tokens...), Message: name + ": " + detail})
	}
	return problems
}

func versionSchema(path *field.Path, written *apiextensionsv1.JSONSchemaProps) field.ErrorList {
	if errs := shape(path, written); len(errs) > 0 {
		return errs
	}
	var props apiextensions.JSONSchemaProps
	if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(written, &props, nil); err != nil {
		return field.ErrorList{field.Invalid(path, "", err.Error())}
	}
	root, err := structural.NewStructural(&props)
	if err != nil {
		return field.ErrorList{field.Invalid(path, "", err.Error())}
	}
	if errs := structural.ValidateStructural(path, root); len(errs) > 0 {
		return errs
	}
	check := rules{environment: environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion())}
	one := uint64(1)
	check.node(path, root, nil, true, &one, true)
	if check.total > definitionCostLimit && len(check.errs) == 0 {
		check.errs = append(check.errs, field.Forbidden(path, tooExpensive("the estimated cost of all rules together", check.total, definitionCostLimit)))
	}
	if len(check.errs) > 0 {
		return check.errs
	}
	if errs, err := defaulting.ValidateDefaults(context.Background(), path, root, true, true); err != nil {
		return field.ErrorList{field.Invalid(path, "", err.Error())}
	} else if len(errs) > 0 {
		return errs
	}
	return nil
}

type rules struct {
	environment *environment.EnvSet
	errs        field.ErrorList
	total       uint64
}

// node checks one place of a schema. cardinality is how often it can occur in an object, nil when that is unbounded;
// correlatable tells whether an item here can be found again in the old object.
func (check *rules) node(path *field.Path, node *structural.Structural, declared *apiservercel.DeclType, isRoot bool, cardinality *uint64, correlatable bool) {
	check.listKeys(path, node)
	if len(node.XValidations) > 0 {
		if declared == nil {
			declared = model.SchemaDeclType(node, isRoot)
		}
		check.rules(path.Child("x-kubernetes-validations"), node, declared, cardinality, correlatable)
	}
	for name, property := range node.Properties {
		var child *apiservercel.DeclType
		if escaped, ok := apiservercel.Escape(name); ok && declared != nil && declared.Fields[escaped] != nil {
			child = declared.Fields[escaped].Type
		}
		check.node(path.Child("properties").Key(name), &property, child, property.XEmbeddedResource, cardinality, correlatable)
	}
	var element *apiservercel.DeclType
	if declared != nil {
		element = declared.ElemType
	}
	var limit *int64
	if node.ValueValidation != nil {
		limit = node.ValueValidation.MaxItems
	}
	if node.Items != nil {
		kept := correlatable && node.XListType != nil && *node.XListType == "map"
		check.node(path.Child("items"), node.Items, element, node.Items.XEmbeddedResource, times(cardinality, limit), kept)
	}
	if values := node.AdditionalProperties; values != nil && values.Structural != nil {
		limit = nil
		if node.ValueValidation != nil {
			limit = node.ValueValidation.MaxProperties
		}
		kept := correlatable && (node.XMapType == nil || *node.XMapType == "granular")
		check.node(path.Child("additionalProperties"), values.Structural, element, values.Structural.XEmbeddedResource, times(cardinality, limit), kept)
	}
}

func times(cardinality *uint64, limit *int64) *uint64 {
	if cardinality == nil || limit == nil {
		return nil
	}
	product := multiply(*cardinality, uint64(max(*limit, 0)))
	return &product
}

func multiply(a, b uint64) uint64 {
	if a != 0 && b > math.MaxUint64/a {
		return math.MaxUint64
	}
	return a * b
}

var lineBreak = regexp.MustCompile(`[\n\r]`)

func (check *rules) rules(path *field.Path, node *structural.Structural, declared *apiservercel.DeclType, cardinality *uint64, correlatable bool) {
	for i, rule := range node.XValidations {
		switch {
		case strings.TrimSpace(rule.Rule) == "":
			check.errs = append(check.errs, field.Required(path.Index(i).Child("rule"), "rule is not specified"))
		case rule.Message != "" && strings.TrimSpace(rule.Message) == "":
			check.errs = append(check.errs, field.Invalid(path.Index(i).Child("message"), rule.Message, "must not be blank"))
		case lineBreak.MatchString(strings.TrimSpace(rule.Message)):
			check.errs = append(check.errs, field.Invalid(path.Index(i).Child("message"), rule.Message, "must not contain line breaks"))
		case rule.Message == "" && lineBreak.MatchString(strings.TrimSpace(rule.Rule)):
			check.errs = append(check.errs, field.Required(path.Index(i).Child("message"), "message must be specified if the rule contains line breaks"))
		}
		if rule.FieldPath != "" {
			if _, _, err := cel.ValidFieldPath(rule.FieldPath, node); err != nil {
				check.errs = append(check.errs, field.Invalid(path.Index(i).Child("fieldPath"), rule.FieldPath, "must be a valid path: "+err.Error()))
			}
		}
	}
	if declared == nil {
		check.errs = append(check.errs, field.Invalid(path, "", "rules cannot be checked on a place whose type is unknown"))
		return
	}
	results, err := cel.Compile(node, declared, celconfig.PerCallLimit, check.environment, cel.NewExpressionsEnvLoader())
	if err != nil {
		check.errs = append(check.errs, field.InternalError(path, err))
		return
	}
	for i, result := range results {
		at := path.Index(i).Child("rule")
		occurs := result.MaxCardinality
		if cardinality != nil {
			occurs = *cardinality
		}
		cost := multiply(result.MaxCost, occurs)
		check.total = max(check.total, check.total+cost)
		if result.Error != nil {
			check.errs = append(check.errs, field.Invalid(at, "", result.Error.Detail))
		} else if cost > ruleCostLimit {
			check.errs = append(check.errs, field.Forbidden(at, tooExpensive("its estimated cost", cost, ruleCostLimit)))
		}
		if result.MessageExpressionError != nil {
			check.errs = append(check.errs, field.Invalid(path.Index(i).Child("messageExpression"), "", result.MessageExpressionError.Detail))
		}
		if result.UsesOldSelf && !correlatable {
			check.errs = append(check.errs, field.Invalid(at, "", "oldSelf cannot be used here: items of a list that is no map by keys cannot be found again"))
		}
		if !result.UsesOldSelf && node.XValidations[i].OptionalOldSelf != nil {
			check.errs = append(check.errs, field.Invalid(path.Index(i).Child("optionalOldSelf"), "", "may not be set if oldSelf is not used in the rule"))
		}
	}
}

func tooExpensive(what string, cost, limit uint64) string {
	factor := fmt.Sprintf("%.1f", float64(cost)/float64(limit))
	if cost/limit > 100 {
		factor = "more than 100"
	}
	return fmt.Sprintf("%s exceeds the limit of the API server by a factor of %s: simplify rules, or add maxItems, maxProperties and maxLength", what, factor)
}

func (check *rules) listKeys(path *field.Path, node *structural.Structural) {
	if node.XListType == nil || *node.XListType != "map" || node.Items == nil {
		return
	}
	if len(node.XListMapKeys) == 0 {
		check.errs = append(check.errs, field.Required(path.Child("x-kubernetes-list-map-keys"), "must not be empty if x-kubernetes-list-type is map"))
	}
	required := map[string]bool{}
	if node.Items.ValueValidation != nil {
		for _, name := range node.Items.ValueValidation.Required {
			required[name] = true
		}
	}
	for _, key := range node.XListMapKeys {
		property, exists := node.Items.Properties[key]
		if !exists {
			check.errs = append(check.errs, field.Invalid(path.Child("x-kubernetes-list-map-keys"), key, "entries must all be names of item properties: "+key+" is not"))
		} else if !required[key] && property.Default.Object == nil {
			check.errs = append(check.errs, field.Required(path.Child("items", "properties").Key(key), "it is one of x-kubernetes-list-map-keys, so it must be required or have a default"))
		}
	}
}
