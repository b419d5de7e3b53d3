package schema

import (
	"encoding/json"
	"maps"
	"strings"
)

// shape is a definition reduced to what can be walked beside an object.
type shape struct {
	reference  string
	properties map[string]*shape
	items      *shape
	values     *shape // additionalProperties
	listType   string
	listKeys   []string
	// own is everything else that the place demands, as text: equal text, equal demands.
	own string
}

var shapes = map[int]*shape{}

// shapeOf gives the shape of a named definition; nil when the minor has none.
func shapeOf(version, name string) *shape {
	index, exists := known.names[version][name]
	if !exists {
		return nil
	}
	if done := shapes[index]; done != nil {
		return done
	}
	var content map[string]any
	if err := json.Unmarshal(known.definitions[index], &content); err != nil {
		return nil
	}
	shapes[index] = makeShape(content)
	return shapes[index]
}

func makeShape(content map[string]any) *shape {
	made := &shape{}
	reference, _ := content["$ref"].(string)
	if branches, _ := content["allOf"].([]any); reference == "" && len(branches) == 1 {
		branch, _ := branches[0].(map[string]any)
		reference, _ = branch["$ref"].(string)
	}
	if reference != "" {
		made.reference = strings.TrimPrefix(reference, definitionPrefix)
		made.own = made.reference
		return made
	}
	rest := maps.Clone(content)
	delete(rest, "description")
	if properties, has := content["properties"].(map[string]any); has {
		delete(rest, "properties")
		made.properties = make(map[string]*shape, len(properties))
		for name, property := range properties {
			if property, is := property.(map[string]any); is {
				made.properties[name] = makeShape(property)
			}
		}
	}
	if items, has := content["items"].(map[string]any); has {
		delete(rest, "items")
		made.items = makeShape(items)
	}
	if values, has := content["additionalProperties"].(map[string]any); has {
		delete(rest, "additionalProperties")
		made.values = makeShape(values)
	}
	made.listType, _ = content["x-kubernetes-list-type"].(string)
	if keys, has := content["x-kubernetes-list-map-keys"].([]any); has {
		for _, key := range keys {
			if key, is := key.(string); is {
				made.listKeys = append(made.listKeys, key)
			}
		}
	}
	text, _ := json.Marshal(rest)
	made.own = string(text)
	return made
}

// SameVerdict says that an object cannot be judged differently in two minors: wherever the object has something, both demand the same.
// Most kinds change a little in every minor, and most objects have nothing to do with what changed.
func (kind *Kind) SameVerdict(a, b string, object map[string]any) bool {
	return sameByName(a, b, kind.Definition, kind.Definition, object)
}

func sameByName(a, b, nameA, nameB string, value any) bool {
	if nameA != nameB {
		return false
	}
	if overrides[nameA] != nil || closureKey(a, nameA) == closureKey(b, nameB) {
		return true
	}
	shapeA, shapeB := shapeOf(a, nameA), shapeOf(b, nameB)
	return shapeA != nil && shapeB != nil && same(a, b, shapeA, shapeB, value)
}

func same(a, b string, shapeA, shapeB *shape, value any) bool {
	if shapeA == nil || shapeB == nil {
		return shapeA == shapeB
	}
	if shapeA.own != shapeB.own {
		return false
	}
	if shapeA.reference != "" {
		return sameByName(a, b, shapeA.reference, shapeB.reference, value)
	}
	switch value := value.(type) {
	case map[string]any:
		for name, item := range value {
			propertyA, inA := shapeA.properties[name]
			propertyB, inB := shapeB.properties[name]
			if inA != inB {
				return false
			}
			if !inA {
				propertyA, propertyB = shapeA.values, shapeB.values
			}
			if !same(a, b, propertyA, propertyB, item) {
				return false
			}
		}
	case []any:
		for _, item := range value {
			if !same(a, b, shapeA.items, shapeB.items, item) {
				return false
			}
		}
	}
	return true
}
