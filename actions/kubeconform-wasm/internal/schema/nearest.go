package schema

import (
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/version"
)

// Nearest finds the candidate that a misspelt word most likely meant: at most a third of its letters may differ,
// counting a swap of neighbours once and capitals not at all. Empty when none is near.
func Nearest(word string, candidates []string) string {
	best, limit := "", max(1, min(len(word)/3, 3))
	for _, candidate := range candidates {
		if candidate == word {
			continue
		}
		if strings.EqualFold(candidate, word) {
			return candidate
		}
		if len(word) < 3 {
			continue
		}
		if away := distance(strings.ToLower(word), strings.ToLower(candidate), limit); away <= limit {
			if away < limit || best == "" || (away == limit && candidate < best) {
				best, limit = candidate, away
			}
		}
	}
	return best
}

// distance is the Damerau-Levenshtein distance (restricted), or more than limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(last[j]+1, next[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, last, next = last, next, before
	}
	return last[len(b)]
}

// Suggestion is the kind that a misspelt or misplaced apiVersion and kind most likely meant.
type Suggestion struct{ APIVersion, Kind string }

// Suggest looks for what an unknown kind may have been meant to be. certain tells that the group is one that Kubernetes
// alone defines, so that nothing else can describe the kind.
func Suggest(apiVersion, kind string) (suggestion Suggestion, found, certain bool) {
	certain = known.groups[Group(apiVersion)]
	var inVersion, versions, inGroup []string
	var elsewhere []Suggestion
	group := Group(apiVersion)
	All(func(candidate *Kind) {
		sameGroup := Group(candidate.APIVersion) == group
		if candidate.APIVersion == apiVersion {
			inVersion = append(inVersion, candidate.Name)
		}
		if candidate.Name == kind {
			versions = append(versions, candidate.APIVersion)
			if sameGroup {
				inGroup = append(inGroup, candidate.APIVersion)
			}
			if candidate.Custom == nil {
				elsewhere = append(elsewhere, Suggestion{candidate.APIVersion, kind})
			}
		}
	})
	if near := Nearest(kind, inVersion); near != "" {
		return Suggestion{apiVersion, near}, true, certain
	}
	if len(inGroup) > 0 {
		newest := slices.MaxFunc(inGroup, func(a, b string) int {
			return version.CompareKubeAwareVersionStrings(a[strings.LastIndexByte(a, '/')+1:], b[strings.LastIndexByte(b, '/')+1:])
		})
		return Suggestion{newest, kind}, true, certain
	}
	if near := Nearest(apiVersion, versions); near != "" {
		return Suggestion{near, kind}, true, certain
	}
	// A built-in kind under another built-in group: the apiVersion is wrong. Under a group of somebody else it may be their own kind.
	if certain && len(elsewhere) > 0 {
		return elsewhere[0], true, true
	}
	return Suggestion{}, false, certain
}
