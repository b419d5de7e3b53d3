package schema

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
)

// Show writes a value so that it fits into a message.
func Show(value any) string {
	switch value.(type) {
	case map[string]any, []any:
		return article(typeName(value))
	}
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	if len(text) > 80 {
		return strings.ToValidUTF8(string(text[:77]), "") + "…"
	}
	return string(text)
}

// Meant is the end of a message that names the candidate that a misspelt word most likely meant, leaving out those already present.
func Meant(name string, candidates []string, present map[string]any) string {
	var free []string
	for _, candidate := range candidates {
		if _, taken := present[candidate]; !taken {
			free = append(free, candidate)
		}
	}
	if near := Nearest(name, free); near != "" {
		return fmt.Sprintf("; did you mean %s?", near)
	}
	return ""
}

func typeName(value any) string {
	switch value := value.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case string:
		return "string"
	case []any:
		return "list"
	case map[string]any:
		return "map"
	case float64:
		if value != math.Trunc(value) {
			return "fraction"
		}
	case float32:
		return "fraction"
	}
	return "number"
}

func article(word string) string {
	if word == "null" {
		return word
	}
	if strings.ContainsRune("aeio", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

var schemaTypes = map[string]string{"array": "list", "object": "map"}

func oneOf(types []string) string {
	words := make([]string, len(types))
	for i, name := range types {
		if plain := schemaTypes[name]; plain != "" {
			name = plain
		}
		words[i] = article(name)
	}
	return strings.Join(words, " or ")
}

func alternatives(values []string) string {
	if len(values) == 1 {
		return values[0]
	}
	return "one of " + strings.Join(values, ", ")
}

// quoteHint helps with what YAML makes of an unquoted word or number.
func quoteHint(want []string, value any) string {
	if len(want) > 1 {
		return ""
	}
	if want[0] != "string" {
		if text, is := value.(string); is && (slices.Contains(want, "integer") || slices.Contains(want, "number")) {
			if _, isNumber := new(big.Rat).SetString(text); isNumber {
				return ": remove the quotes"
			}
		}
		return ""
	}
	switch value.(type) {
	case bool, int, int64, uint64, float64:
		return ": put it in quotes"
	}
	return ""
}

func number(value *big.Rat) string {
	if value.IsInt() {
		return value.Num().String()
	}
	text, _ := value.Float64()
	return fmt.Sprint(text)
}

func atLeast(limit *big.Rat) string {
	if limit.IsInt() && limit.Num().IsInt64() && limit.Num().Int64() == math.MinInt32 {
		return "fit into 32 bits"
	}
	return "be at least " + number(limit)
}

func atMost(limit *big.Rat) string {
	if limit.IsInt() && limit.Num().IsInt64() && limit.Num().Int64() == math.MaxInt32 {
		return "fit into 32 bits"
	}
	return "be at most " + number(limit)
}
