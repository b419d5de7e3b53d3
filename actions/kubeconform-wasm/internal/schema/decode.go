package schema

import (
	"math"

	utiljson "k8s.io/apimachinery/pkg/util/json"
)

// DecodeJSON decodes as the API server does: integers stay int64, above 2^53 too.
func DecodeJSON(data []byte, into any) error { return utiljson.Unmarshal(data, into) }

// Copy is a deep copy with the number types that the API server's packages expect: int64 and float64.
func Copy(value any) any {
	switch value := value.(type) {
	case map[string]any:
		copied := make(map[string]any, len(value))
		for key, item := range value {
			copied[key] = Copy(item)
		}
		return copied
	case []any:
		copied := make([]any, len(value))
		for i, item := range value {
			copied[i] = Copy(item)
		}
		return copied
	case int:
		return int64(value)
	case int32:
		return int64(value)
	case uint64:
		if value <= math.MaxInt64 {
			return int64(value)
		}
		return float64(value)
	case uint:
		return Copy(uint64(value))
	case float32:
		return Copy(float64(value))
	case float64:
		// YAML's 1.0 becomes JSON's 1, which the server decodes as an integer. Beyond 2^53 a float is not exact: leave it.
		if value == math.Trunc(value) && math.Abs(value) < 1<<53 {
			return int64(value)
		}
	}
	return value
}
