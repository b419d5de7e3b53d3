package schema

import "github.com/santhosh-tekuri/jsonschema/v6"

const objectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"

var metadataSchema *jsonschema.Schema

// ValidateMetadata checks types and fields of the metadata of a custom object, which its own schema says nothing of.
func ValidateMetadata(object map[string]any) []Problem {
	if metadataSchema == nil {
		if len(known.versions) == 0 {
			return nil
		}
		newest := known.versions[len(known.versions)-1]
		if _, err := compile(newest, objectMeta); err != nil {
			return nil
		}
		content := map[string]any{"type": "object", "properties": map[string]any{
			"metadata": map[string]any{"$ref": location + closureKey(newest, objectMeta)},
		}}
		if err := compiler.AddResource(location+"metadata", content); err != nil {
			return nil
		}
		metadataSchema, _ = compiler.Compile(location + "metadata")
	}
	if metadata, is := object["metadata"].(map[string]any); is {
		object = map[string]any{"metadata": WithoutNulls(metadata)}
	}
	return Validate(metadataSchema, object)
}
