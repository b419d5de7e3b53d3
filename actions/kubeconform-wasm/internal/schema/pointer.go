package schema

import (
	"regexp"
	"strconv"
	"strings"
)

var escaper = strings.NewReplacer("~", "~0", "/", "~1")

// Pointer writes tokens as a JSON pointer (RFC 6901).
func Pointer(tokens ...string) string {
	var text strings.Builder
	for _, token := range tokens {
		text.WriteByte('/')
		text.WriteString(escaper.Replace(token))
	}
	return text.String()
}

var plainKey = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$-]*$`)

// Field writes tokens as people write them: spec.containers[0].env["a.b"]. Tokens that are numbers are taken as indices
// where the object has a list.
func Field(object any, tokens []string) string {
	var text strings.Builder
	for _, token := range tokens {
		switch node := object.(type) {
		case []any:
			text.WriteString("[" + token + "]")
			if index, err := strconv.Atoi(token); err == nil && index >= 0 && index < len(node) {
				object = node[index]
			}
			continue
		case map[string]any:
			object = node[token]
		default:
			object = nil
		}
		if !plainKey.MatchString(token) {
			text.WriteString("[" + strconv.Quote(token) + "]")
			continue
		}
		if text.Len() > 0 {
			text.WriteByte('.')
		}
		text.WriteString(token)
	}
	return text.String()
}

// FieldTokens reads an API machinery field path (spec.a[0].b[key.with.dots]) against the object that it came from:
// a path alone does not say whether a dot separates fields or belongs to a key.
func FieldTokens(object any, path string) []string {
	var tokens []string
	for path != "" {
		path = strings.TrimLeft(path, ".")
		if path == "" {
			break
		}
		if path[0] == '[' {
			end := closing(path)
			token := strings.Trim(path[1:end], `"'`)
			path = path[min(end+1, len(path)):]
			tokens = append(tokens, token)
			object = child(object, token)
			continue
		}
		end := strings.IndexAny(path, ".[")
		if end < 0 {
			end = len(path)
		}
		token := path[:end]
		if fields, is := object.(map[string]any); is {
			for key := range fields {
				rest := path[min(len(key), len(path)):]
				if len(key) > len(token) && strings.HasPrefix(path, key) && (rest == "" || rest[0] == '.' || rest[0] == '[') {
					token = key
				}
			}
		}
		path = path[len(token):]
		tokens = append(tokens, token)
		object = child(object, token)
	}
	return tokens
}

func closing(path string) int {
	if end := strings.IndexByte(path, ']'); end >= 0 {
		return end
	}
	return len(path)
}

func child(node any, token string) any {
	switch node := node.(type) {
	case map[string]any:
		return node[token]
	case []any:
		if index, err := strconv.Atoi(token); err == nil && index >= 0 && index < len(node) {
			return node[index]
		}
	}
	return nil
}

// At finds what stands at a pointer's tokens; nil when nothing does.
func At(object any, tokens []string) any {
	for _, token := range tokens {
		object = child(object, token)
	}
	return object
}
