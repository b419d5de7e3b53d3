package crd

import (
	"slices"
	"strings"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/util/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"

	"kubeconform-wasm/internal/schema"
)

// names judges a definition without its schemas. The rules are those of pkg/apis/apiextensions/validation.
func names(definition *apiextensionsv1.CustomResourceDefinition) field.ErrorList {
	var errs field.ErrorList
	spec := field.NewPath("spec")
	if want := definition.Spec.Names.Plural + "." + definition.Spec.Group; definition.Name != want {
		errs = append(errs, field.Invalid(field.NewPath("metadata", "name"), definition.Name, "must be spec.names.plural+\".\"+spec.group: "+want))
	}
	if definition.Spec.PreserveUnknownFields {
		errs = append(errs, field.Invalid(spec.Child("preserveUnknownFields"), true, "must be false"))
	}
	if !strings.Contains(definition.Spec.Group, ".") {
		errs = append(errs, field.Invalid(spec.Child("group"), definition.Spec.Group, "must be a domain with at least one dot"))
	}
	if definition.Spec.Scope != apiextensionsv1.ClusterScoped && definition.Spec.Scope != apiextensionsv1.NamespaceScoped {
		errs = append(errs, field.Invalid(spec.Child("scope"), definition.Spec.Scope, "must be Cluster or Namespaced"))
	}
	errs = append(errs, approval(definition)...)
	errs = append(errs, nouns(spec.Child("names"), &definition.Spec.Names)...)
	return append(errs, versions(spec.Child("versions"), definition.Spec.Versions)...)
}

// approval: groups below k8s.io and kubernetes.io belong to the Kubernetes project.
func approval(definition *apiextensionsv1.CustomResourceDefinition) field.ErrorList {
	group := definition.Spec.Group
	protected := group == "k8s.io" || group == "kubernetes.io" || strings.HasSuffix(group, ".k8s.io") || strings.HasSuffix(group, ".kubernetes.io")
	value := definition.Annotations[apiextensionsv1.KubeAPIApprovedAnnotation]
	if !protected || strings.HasPrefix(value, "unapproved") || strings.Contains(value, "://") {
		return nil
	}
	at := field.NewPath("metadata", "annotations").Key(apiextensionsv1.KubeAPIApprovedAnnotation)
	return field.ErrorList{field.Required(at, "groups of Kubernetes need a link to their approval, or a text that begins with \"unapproved\"")}
}

func nouns(path *field.Path, names *apiextensionsv1.CustomResourceDefinitionNames) field.ErrorList {
	var errs field.ErrorList
	label := func(path *field.Path, name string) {
		for _, fault := range validation.IsDNS1035Label(name) {
			errs = append(errs, field.Invalid(path, name, fault))
		}
	}
	label(path.Child("plural"), names.Plural)
	if names.Singular != "" {
		label(path.Child("singular"), names.Singular)
	}
	for i, name := range names.ShortNames {
		label(path.Child("shortNames").Index(i), name)
	}
	for i, name := range names.Categories {
		label(path.Child("categories").Index(i), name)
	}
	label(path.Child("kind"), strings.ToLower(names.Kind))
	if names.Kind != "" && names.Kind == names.ListKind {
		errs = append(errs, field.Invalid(path.Child("listKind"), names.ListKind, "must differ from kind"))
	}
	return errs
}

var columnTypes = []string{"boolean", "date", "integer", "number", "string"}

func versions(path *field.Path, all []apiextensionsv1.CustomResourceDefinitionVersion) field.ErrorList {
	var errs field.ErrorList
	stored := 0
	seen := map[string]bool{}
	for i, version := range all {
		if version.Storage {
			stored++
		}
		if seen[version.Name] {
			errs = append(errs, field.Invalid(path.Index(i).Child("name"), version.Name, "is the name of another version already"))
		}
		seen[version.Name] = true
		for _, fault := range validation.IsDNS1035Label(version.Name) {
			errs = append(errs, field.Invalid(path.Index(i).Child("name"), version.Name, fault))
		}
		for j, column := range version.AdditionalPrinterColumns {
			if !slices.Contains(columnTypes, column.Type) {
				errs = append(errs, field.Invalid(path.Index(i).Child("additionalPrinterColumns").Index(j).Child("type"), column.Type, "must be one of "+strings.Join(columnTypes, ", ")))
			}
		}
	}
	if stored != 1 {
		errs = append(errs, field.Invalid(path, stored, "must have exactly one version marked as storage version"))
	}
	return errs
}

var schemaTypes = []string{"array", "boolean", "integer", "number", "object", "string"}

// shape judges what the structural form of a schema no longer shows.
func shape(path *field.Path, props *apiextensionsv1.JSONSchemaProps) field.ErrorList {
	var errs field.ErrorList
	if props.Type != "" && !slices.Contains(schemaTypes, props.Type) {
		errs = append(errs, field.Invalid(path.Child("type"), props.Type, "must be one of "+strings.Join(schemaTypes, ", ")))
	}
	if len(props.Properties) > 0 && props.AdditionalProperties != nil && (props.AdditionalProperties.Allows || props.AdditionalProperties.Schema != nil) {
		errs = append(errs, field.Forbidden(path.Child("additionalProperties"), "may not stand beside properties"))
	}
	for name, property := range props.Properties {
		errs = append(errs, shape(path.Child("properties").Key(name), &property)...)
	}
	if props.AdditionalProperties != nil && props.AdditionalProperties.Schema != nil {
		errs = append(errs, shape(path.Child("additionalProperties"), props.AdditionalProperties.Schema)...)
	}
	if props.Items != nil && props.Items.Schema != nil {
		errs = append(errs, shape(path.Child("items"), props.Items.Schema)...)
	}
	return errs
}

// DefinitionTransitions judges the change of a CustomResourceDefinition: objects of its kind may be stored already.
func DefinitionTransitions(object, old map[string]any) []schema.Problem {
	_, after, err := decode(object)
	if err != nil {
		return nil
	}
	_, before, err := decode(old)
	if err != nil {
		return nil
	}
	var errs field.ErrorList
	spec := field.NewPath("spec")
	if after.Spec.Scope != before.Spec.Scope {
		errs = append(errs, field.Invalid(spec.Child("scope"), after.Spec.Scope, "cannot be changed"))
	}
	if after.Spec.Names.Kind != before.Spec.Names.Kind {
		errs = append(errs, field.Invalid(spec.Child("names", "kind"), after.Spec.Names.Kind, "cannot be changed"))
	}
	for _, version := range before.Spec.Versions {
		kept := slices.ContainsFunc(after.Spec.Versions, func(one apiextensionsv1.CustomResourceDefinitionVersion) bool { return one.Name == version.Name })
		if version.Storage && !kept {
			errs = append(errs, field.Invalid(spec.Child("versions"), version.Name, "version "+version.Name+" was the storage version and must remain until nothing is stored in it"))
		}
	}
	var problems []schema.Problem
	for _, problem := range worded(object, errs) {
		problems = append(problems, schema.Problem{Rule: "transition-rule", Pointer: problem.Pointer, Message: problem.Message})
	}
	return problems
}
