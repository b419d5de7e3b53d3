// Package schema knows every kind that an API server would know: the built-in kinds of each Kubernetes minor,
// the custom kinds of the bundle, and the custom kinds of the tree under test, which come first.
package schema

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Lifecycle says when a kind is deprecated or gone, and what comes after it.
type Lifecycle struct {
	DeprecatedIn string `json:"deprecatedIn,omitempty"`
	RemovedIn    string `json:"removedIn,omitempty"`
	Replacement  string `json:"replacement,omitempty"`
	// Verdict is "refuse" or "warn" for kinds that the operators of the platform have given up; empty for built-in kinds.
	Verdict string `json:"verdict,omitempty"`
	Message string `json:"message,omitempty"`
}

// Kind is what is known of one apiVersion and kind.
type Kind struct {
	APIVersion string   `json:"-"`
	Name       string   `json:"-"`
	Definition string   `json:"definition,omitempty"`
	Plural     string   `json:"plural"`
	Namespaced bool     `json:"namespaced"`
	Versions   []string `json:"versions,omitempty"`
	Custom     *Custom  `json:"-"`
}

// Custom is the part of a Kind that only a CustomResourceDefinition has.
type Custom struct {
	Served       bool            `json:"served"`
	Deprecated   string          `json:"deprecated"`
	Source       string          `json:"source"`
	Schema       json.RawMessage `json:"schema"`
	Subresources json.RawMessage `json:"subresources"`
}

type catalogue struct {
	versions    []string
	definitions []json.RawMessage
	names       map[string]map[string]int
	kinds       map[string]*Kind
	lifecycle   map[string]*Lifecycle
	groups      map[string]bool // the groups that Kubernetes itself serves
}

var (
	known catalogue
	// tree holds the kinds of the tree's own CRDs; it shadows the catalogue.
	tree map[string]*Kind
	// generation changes whenever kinds may have changed, so that caches elsewhere can tell.
	generation int
)

// Generation changes whenever a kind may have changed its meaning.
func Generation() int { return generation }

// Load replaces the catalogue. kubernetes and crds are the two files of schemas/bundle; either may be empty.
func Load(kubernetes, crds []byte) error {
	next := catalogue{names: map[string]map[string]int{}, kinds: map[string]*Kind{}, lifecycle: map[string]*Lifecycle{}, groups: map[string]bool{}}
	if len(kubernetes) > 0 {
		var file struct {
			Versions    []string                  `json:"versions"`
			Definitions []json.RawMessage         `json:"definitions"`
			Names       map[string]map[string]int `json:"names"`
			Kinds       map[string]*Kind          `json:"kinds"`
			Lifecycle   map[string]*Lifecycle     `json:"lifecycle"`
		}
		if err := json.Unmarshal(kubernetes, &file); err != nil {
			return fmt.Errorf("the bundle of Kubernetes schemas is not readable: %w", err)
		}
		next.versions, next.definitions = file.Versions, file.Definitions
		slices.SortFunc(next.versions, CompareMinors)
		if file.Names != nil {
			next.names = file.Names
		}
		for key, kind := range file.Kinds {
			kind.APIVersion, kind.Name = split(key)
			slices.SortFunc(kind.Versions, CompareMinors)
			next.kinds[key] = kind
			next.groups[Group(kind.APIVersion)] = true
		}
		maps.Copy(next.lifecycle, file.Lifecycle)
	}
	if len(crds) > 0 {
		var file struct {
			Kinds map[string]*struct {
				Kind
				Custom
			} `json:"kinds"`
			Lifecycle map[string]*Lifecycle `json:"lifecycle"`
		}
		if err := json.Unmarshal(crds, &file); err != nil {
			return fmt.Errorf("the bundle of CRD schemas is not readable: %w", err)
		}
		for key, entry := range file.Kinds {
			kind := entry.Kind
			kind.APIVersion, kind.Name = split(key)
			kind.Custom = &entry.Custom
			next.kinds[key] = &kind
		}
		maps.Copy(next.lifecycle, file.Lifecycle)
	}
	known, tree = next, nil
	generation++
	forgetCompiled()
	return nil
}

// SetTree replaces the kinds that the tree's own CRDs define, by "apiVersion/kind".
func SetTree(kinds map[string]*Kind) {
	tree = kinds
	generation++
	forgetValidators()
}

// Versions lists the minors of the bundle, oldest first.
func Versions() []string { return known.versions }

// Lookup finds a kind: the tree's own CRDs first, then the bundle. Nil when nothing describes it.
func Lookup(apiVersion, kind string) *Kind {
	key := apiVersion + "/" + kind
	if found := tree[key]; found != nil {
		return found
	}
	return known.kinds[key]
}

// LifecycleOf says what is known of the end of a kind; nil when nothing is.
// A kind that the tree defines itself has no other lifecycle than its own CRD.
func LifecycleOf(apiVersion, kind string) *Lifecycle {
	key := apiVersion + "/" + kind
	if tree[key] != nil {
		return nil
	}
	return known.lifecycle[key]
}

// Namespaced says whether objects of a kind live in a namespace, and whether the kind is known at all.
func Namespaced(apiVersion, kind string) (namespaced, isKnown bool) {
	if found := Lookup(apiVersion, kind); found != nil {
		return found.Namespaced, true
	}
	return false, false
}

// All visits every known kind, in order of its key.
func All(visit func(*Kind)) {
	for _, key := range slices.Sorted(maps.Keys(known.kinds)) {
		if tree[key] == nil {
			visit(known.kinds[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		visit(tree[key])
	}
}

// Group is the API group of an apiVersion; empty for the core group.
func Group(apiVersion string) string {
	if group, _, found := strings.Cut(apiVersion, "/"); found {
		return group
	}
	return ""
}

// CompareMinors orders Kubernetes minors such as 1.9 and 1.34 by number.
func CompareMinors(a, b string) int { return minor(a) - minor(b) }

func minor(version string) int {
	major, rest, _ := strings.Cut(strings.TrimPrefix(version, "v"), ".")
	rest, _, _ = strings.Cut(rest, ".")
	x, _ := strconv.Atoi(major)
	y, _ := strconv.Atoi(rest)
	return x*1000 + y
}

func split(key string) (apiVersion, kind string) {
	at := strings.LastIndexByte(key, '/')
	return key[:at], key[at+1:]
}
