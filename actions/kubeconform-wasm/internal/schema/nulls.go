package schema

// WithoutNulls gives the object as the API server takes it: a field that is explicitly null is absent.
// The object itself is returned when it has none.
func WithoutNulls(object map[string]any) map[string]any {
	if !hasNull(object) {
		return object
	}
	return dropNulls(object).(map[string]any)
}

func hasNull(value any) bool {
	switch value := value.(type) {
	case map[string]any:
		for _, item := range value {
			if item == nil || hasNull(item) {
				return true
			}
		}
	case []any:
		for _, item := range value {
			if hasNull(item) {
				return true
			}
		}
	}
	return false
}

func dropNulls(value any) any {
	switch value := value.(type) {
	case map[string]any:
		copied := make(map[string]any, len(value))
		for key, item := range value {
			if item != nil {
				copied[key] = dropNulls(item)
			}
		}
		return copied
	case []any:
		copied := make([]any, len(value))
		for i, item := range value {
			copied[i] = dropNulls(item)
		}
		return copied
	}
	return value
}
