package render

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"strings"

	"sigs.k8s.io/yaml"

	"kubeconform-wasm/internal/files"
)

var kustomizationNames = []string{"kustomization.yaml", "kustomization.yml", "Kustomization"}

func isKustomization(name string) bool {
	base := path.Base(name)
	for _, known := range kustomizationNames {
		if base == known {
			return true
		}
	}
	return false
}

// guardedFiles looks at every file before kustomize does, and refuses by name what cannot be judged offline.
// The first refusal is kept: kustomize's own error about it would only say that something could not be loaded.
type guardedFiles struct {
	files.FileSystem
	failure *Failure
}

// ReadFile serves one file to kustomize.
func (g *guardedFiles) ReadFile(name string) ([]byte, error) {
	if g.failure != nil {
		return nil, g.failure
	}
	content, err := g.FileSystem.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if tooDeep(content) {
		return nil, g.refuse(&Failure{Type: "fault", Reason: "too-deep", File: files.Clean(name), Message: fmt.Sprintf("%s nests more than %d levels deep", files.Clean(name), maxNesting)})
	}
	if isKustomization(name) {
		if failure := g.inspect(files.Clean(name), content); failure != nil {
			return nil, g.refuse(failure)
		}
	}
	return content, nil
}

func (g *guardedFiles) refuse(failure *Failure) error {
	g.failure = failure
	return failure
}

// suspicious is a cheap test of the text, so that ordinary kustomizations are parsed once, by kustomize.
var suspicious = regexp.MustCompile(`://|@|\?|github\.com|\.git\b|helm|generators:|transformers:|validators:`)

type kustomizationEntries struct {
	Resources, Bases, Components, Crds, Generators, Transformers, Validators, Configurations []string
	PatchesStrategicMerge                                                                    []string `json:"patchesStrategicMerge"`
	Patches                                                                                  []struct {
		Path string `json:"path"`
	} `json:"patches"`
	HelmCharts                  []any `json:"helmCharts"`
	HelmChartInflationGenerator []any `json:"helmChartInflationGenerator"`
}

func (g *guardedFiles) inspect(name string, content []byte) *Failure {
	if !suspicious.Match(content) {
		return nil
	}
	var entries kustomizationEntries
	if err := yaml.Unmarshal(content, &entries); err != nil {
		return nil // kustomize says what is wrong with it
	}
	if len(entries.HelmCharts) > 0 || len(entries.HelmChartInflationGenerator) > 0 {
		return &Failure{Type: "gap", Reason: "chart", File: name, Line: lineOf(content, "helmChart"), Message: "inflates a Helm chart, which is not rendered yet"}
	}
	lists := [][]string{entries.Resources, entries.Bases, entries.Components, entries.Crds, entries.Generators, entries.Transformers, entries.Validators, entries.Configurations, entries.PatchesStrategicMerge}
	for _, patch := range entries.Patches {
		lists = append(lists, []string{patch.Path})
	}
	for _, list := range lists {
		for _, entry := range list {
			if isRemote(entry) && !g.Exists(path.Join(path.Dir("/"+name), entry)) {
				return &Failure{Type: "gap", Reason: "remote-base", File: name, Line: lineOf(content, entry), Message: fmt.Sprintf("loads %s from elsewhere; only what is in this repository is judged", redactURL(entry))}
			}
		}
	}
	return nil
}

var remotePattern = regexp.MustCompile(`^[a-z][a-z0-9+.-]*://|^git::|^[\w.-]+@[\w.-]+:|^(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org)[/:]|[?&](?:ref|version)=|^[\w-]+(?:\.[\w-]+)+/.+(?:\.git\b|//)`)

// isRemote says whether kustomize would fetch an entry over the network.
func isRemote(entry string) bool {
	return !strings.Contains(entry, "\n") && remotePattern.MatchString(entry)
}

var userInfo = regexp.MustCompile(`//[^/@\s]+@`)

// redactURL drops credentials: an entry of a kustomization may hold a token.
func redactURL(entry string) string { return userInfo.ReplaceAllString(entry, "//…@") }

func lineOf(content []byte, text string) int {
	at := bytes.Index(content, []byte(text))
	if at < 0 {
		return 0
	}
	return 1 + bytes.Count(content[:at], []byte("\n"))
}
