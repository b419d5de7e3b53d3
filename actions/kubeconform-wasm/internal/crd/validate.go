package crd

import (
	"context"
	"fmt"
	"maps"
	"slices"

	structural "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel/model"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/cel/common"

	"kubeconform-wasm/internal/schema"
)

// Validate judges an object of a custom kind as if it were created. The object is not changed.
func Validate(kind *schema.Kind, object map[string]any) []schema.Problem {
	definition := compile(kind)
	if definition.err != nil {
		return []schema.Problem{{Rule: "not-judged", Message: fmt.Sprintf("the CustomResourceDefinition of %s %s cannot be used: %v", kind.APIVersion, kind.Name, definition.err)}}
	}
	copied := schema.Copy(object).(map[string]any)
	problems := schema.ValidateMetadata(copied)
	faults, unknown := definition.prepare(copied)
	for _, path := range unknown {
		problems = append(problems, unknownField(definition.structural, object, path))
	}
	faults = append(faults, definition.create(copied)...)
	return append(problems, tell(object, faults)...)
}

// Transitions judges the change of an object of a custom kind from what the base has: what is refused as an update and was not as a creation.
func Transitions(kind *schema.Kind, object, old map[string]any) []schema.Problem {
	definition := compile(kind)
	if definition.err != nil {
		return nil
	}
	created := schema.Copy(object).(map[string]any)
	definition.prepare(created)
	updated, before := schema.Copy(created).(map[string]any), schema.Copy(old).(map[string]any)
	definition.prepare(before)
	known := map[string]bool{}
	for _, fault := range definition.create(created) {
		known[fault.err.Error()] = true
	}
	fresh := slices.DeleteFunc(definition.update(updated, before), func(fault fault) bool { return known[fault.err.Error()] })
	problems := tell(object, fresh)
	for i := range problems {
		problems[i].Rule = "transition-rule"
	}
	return problems
}

// fault is an error of the API server's packages with the rule that it belongs to.
type fault struct {
	rule string
	err  *field.Error
}

func faults(rule string, list field.ErrorList) []fault {
	var found []fault
	for _, err := range list {
		found = append(found, fault{rule, err})
	}
	return found
}

// prepare brings an object into the form that the server validates, in place: nulls and defaults, unknown fields dropped (and told).
func (definition *compiled) prepare(object map[string]any) (found []fault, unknown []string) {
	if definition.hasStatus {
		delete(object, "status")
	}
	defaulting.PruneNonNullableNullsWithoutDefaults(object, definition.structural)
	defaulting.Default(object, definition.structural)
	if err, _ := objectmeta.CoerceWithOptions(nil, object, definition.structural, false, objectmeta.CoerceOptions{}); err != nil {
		found = append(found, fault{"metadata", err})
	}
	unknown = pruning.PruneWithOptions(object, definition.structural, true, structural.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})
	return found, unknown
}

func (definition *compiled) create(object map[string]any) []fault {
	found := faults("schema", validation.ValidateCustomResource(nil, object, definition.schema))
	found = append(found, definition.scale(object)...)
	found = append(found, faults("metadata", objectmeta.Validate(context.Background(), nil, object, definition.structural, false))...)
	found = append(found, faults("duplicate-list-item", listtype.ValidateListSetsAndMaps(nil, definition.structural, object))...)
	if rules := definition.rulesFor(object); rules != nil && !blocked(found) {
		broken, _ := rules.Validate(context.Background(), nil, definition.structural, object, nil, celconfig.RuntimeCELCostBudget)
		found = append(found, faults("crd-rule", broken)...)
	}
	return found
}

// update follows customResourceStrategy.ValidateUpdate: what did not change may stay wrong (ratcheting).
func (definition *compiled) update(object, old map[string]any) []fault {
	if definition.hasStatus {
		delete(object, "status")
		delete(old, "status")
	}
	correlated := common.NewCorrelatedObject(object, old, &model.Structural{Structural: definition.structural})
	found := definition.scale(object)
	found = append(found, faults("schema", validation.ValidateCustomResourceUpdate(nil, object, old, definition.schema, validation.WithRatcheting(correlated)))...)
	found = append(found, faults("metadata", objectmeta.Validate(context.Background(), nil, object, definition.structural, false))...)
	if len(listtype.ValidateListSetsAndMaps(nil, definition.structural, old)) == 0 {
		found = append(found, faults("duplicate-list-item", listtype.ValidateListSetsAndMaps(nil, definition.structural, object))...)
	}
	if rules := definition.rulesFor(object); rules != nil && !blocked(found) {
		broken, _ := rules.Validate(context.Background(), nil, definition.structural, object, old, celconfig.RuntimeCELCostBudget, cel.WithRatcheting(correlated))
		found = append(found, faults("crd-rule", broken)...)
	}
	return found
}

// scale: where a kind can be scaled, its number of replicas cannot be negative, whatever its schema says.
func (definition *compiled) scale(object map[string]any) []fault {
	replicas, isNumber := schema.At(object, definition.replicas).(int64)
	if len(definition.replicas) == 0 || !isNumber || replicas >= 0 {
		return nil
	}
	path := field.NewPath(definition.replicas[0], definition.replicas[1:]...)
	return []fault{{"schema", field.Invalid(path, replicas, "must be 0 or more")}}
}

// blocked: after these faults the server does not evaluate rules at all, since they could not be trusted.
func blocked(found []fault) bool {
	return slices.ContainsFunc(found, func(fault fault) bool {
		switch fault.err.Type {
		case field.ErrorTypeNotSupported, field.ErrorTypeRequired, field.ErrorTypeTooLong, field.ErrorTypeTooMany, field.ErrorTypeTypeInvalid:
			return true
		}
		return false
	})
}

func unknownField(root *structural.Structural, object map[string]any, path string) schema.Problem {
	tokens := schema.FieldTokens(object, path)
	place := root
	for _, token := range tokens[:len(tokens)-1] {
		place = below(place, token)
	}
	var names []string
	if place != nil {
		names = slices.Sorted(maps.Keys(place.Properties))
	}
	present, _ := schema.At(object, tokens[:len(tokens)-1]).(map[string]any)
	return schema.Problem{
		Rule: "unknown-field", Pointer: schema.Pointer(tokens...),
		Message: "unknown field " + schema.Field(object, tokens) + schema.Meant(tokens[len(tokens)-1], names, present),
	}
}

func below(place *structural.Structural, token string) *structural.Structural {
	if place == nil {
		return nil
	}
	if place.Items != nil {
		return place.Items
	}
	if property, is := place.Properties[token]; is {
		return &property
	}
	if place.AdditionalProperties != nil {
		return place.AdditionalProperties.Structural
	}
	return nil
}

// Default sets the defaults of a custom kind on an object, in place, as admission sees it.
func Default(kind *schema.Kind, object map[string]any) {
	if definition := compile(kind); definition.err == nil {
		defaulting.PruneNonNullableNullsWithoutDefaults(object, definition.structural)
		defaulting.Default(object, definition.structural)
	}
}
