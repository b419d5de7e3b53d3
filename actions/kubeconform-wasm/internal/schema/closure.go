package schema

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

const definitionPrefix = "#/definitions/"

// references holds, per pooled definition, the full names that it refers to.
var references = map[int][]string{}

// closures holds, per minor and definition name, the key of everything that the definition can reach.
var closures = map[string]map[string]string{}

// ClosureKey identifies the content that a built-in kind is validated against in one minor: two minors with the same key
// give the same verdict. Empty when the minor does not have the kind.
func (kind *Kind) ClosureKey(version string) string {
	if kind.Custom != nil || !slices.Contains(kind.Versions, version) {
		return ""
	}
	return closureKey(version, kind.Definition)
}

func closureKey(version, name string) string {
	if key, done := closures[version][name]; done {
		return key
	}
	if closures[version] == nil {
		closures[version] = map[string]string{}
	}
	hash := sha256.New()
	fmt.Fprintln(hash, name)
	for _, member := range closure(version, name) {
		fmt.Fprintln(hash, member, known.names[version][member])
	}
	key := hex.EncodeToString(hash.Sum(nil)[:8])
	closures[version][name] = key
	return key
}

// closure lists the names that a definition reaches in one minor, itself included, sorted.
func closure(version, name string) []string {
	seen := map[string]bool{}
	queue := []string{name}
	for len(queue) > 0 {
		next := queue[0]
		queue = queue[1:]
		index, exists := known.names[version][next]
		if seen[next] || !exists {
			continue
		}
		seen[next] = true
		queue = append(queue, refersTo(index)...)
	}
	names := make([]string, 0, len(seen))
	for member := range seen {
		names = append(names, member)
	}
	slices.Sort(names)
	return names
}

func refersTo(index int) []string {
	if names, done := references[index]; done {
		return names
	}
	var names []string
	text := string(known.definitions[index])
	for {
		at := strings.Index(text, `"`+definitionPrefix)
		if at < 0 {
			break
		}
		text = text[at+1+len(definitionPrefix):]
		end := strings.IndexByte(text, '"')
		if name := text[:end]; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	references[index] = names
	return names
}

// definition decodes one pooled definition and enriches it; the caller owns the answer.
func definition(version, name string) (map[string]any, error) {
	if override := overrides[name]; override != nil {
		return override(), nil
	}
	index, exists := known.names[version][name]
	if !exists || index < 0 || index >= len(known.definitions) {
		return nil, fmt.Errorf("the bundle has no definition %s for Kubernetes %s", name, version)
	}
	var content map[string]any
	if err := json.Unmarshal(known.definitions[index], &content); err != nil {
		return nil, fmt.Errorf("definition %s: %w", name, err)
	}
	return enrich(content), nil
}
