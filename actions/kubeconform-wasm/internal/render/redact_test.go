package render

import (
	"strings"
	"testing"
)

const secretHead = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"

func TestNoMessageTellsASecret(t *testing.T) {
	const value = "hunter22secret"
	for name, content := range map[string]map[string]string{
		"a literal beside a broken one": {"app/kustomization.yaml": "secretGenerator: [{name: x, literals: [\"pw=" + value + "\", \"badBAD\"]}]\n"},
		"a patch without a name":        {"app/kustomization.yaml": "resources: [s.yaml]\npatches:\n- patch: |-\n    apiVersion: v1\n    kind: Secret\n    stringData: {p: " + value + "}\n", "app/s.yaml": secretHead},
		"a scalar where a mapping is": {
			"app/kustomization.yaml": "resources: [s.yaml, c.yaml]\nreplacements:\n- source: {kind: ConfigMap, name: c, fieldPath: data.a}\n  targets: [{select: {kind: Secret}, fieldPaths: [stringData.p]}]\n",
			"app/s.yaml":             secretHead + "stringData: " + value + "\n", "app/c.yaml": configMap + "c\ndata: {a: b}\n",
		},
		"an env file in another encoding": {"app/kustomization.yaml": "secretGenerator: [{name: x, envs: [a.env]}]\n", "app/a.env": "pw=" + value + "\xff\n"},
	} {
		t.Run(name, func(t *testing.T) {
			files, _ := tree(t, content)
			result := Render(files, Source{Type: "kustomize", Path: "app"})
			if result.Failure == nil {
				t.Fatal("rendered")
			}
			if strings.Contains(result.Failure.Message, value) {
				t.Errorf("told: %s", result.Failure.Message)
			}
			if len(result.Failure.Message) < 20 {
				t.Errorf("says nothing: %s", result.Failure.Message)
			}
		})
	}
	t.Run("a value as a key", func(t *testing.T) {
		files, _ := tree(t, map[string]string{"app/s.yaml": secretHead + "stringData: {? [" + value + "] : b}\n"})
		result := Render(files, Source{Type: "directory", Path: "app"})
		if result.Failure == nil || strings.Contains(result.Failure.Message, value) {
			t.Errorf("%+v", result.Failure)
		}
	})
}

func TestNesting(t *testing.T) {
	script := "data:\n  run.sh: |\n" + strings.Repeat("    printf '\\033[1;31m' {\n", 500) + "  after: x\n"
	for name, text := range map[string]string{
		"a script in a block scalar": script,
		"colours in quotes":          "a:\n" + strings.Repeat("- \"\\e[1m{\"\n", 500),
		"single quotes over lines":   "a: '" + strings.Repeat("[it''s\n  ", 500) + "'\n",
		"comments":                   strings.Repeat("# [\n", 500) + "a: b\n",
		"plain text":                 "a:\n" + strings.Repeat("- b [ c\n", 500),
		"closed again":               "a:\n" + strings.Repeat("- [{}]\n", 500),
	} {
		if tooDeep([]byte(text)) {
			t.Errorf("%s is no nesting", name)
		}
	}
	for name, text := range map[string]string{
		"in one line":            "a: " + strings.Repeat("[", 500) + strings.Repeat("]", 500),
		"over lines":             "a:\n" + strings.Repeat("  [\n", 500),
		"mappings":               strings.Repeat("{a: ", 500),
		"after a block scalar":   "a: |\n  text\nb: " + strings.Repeat("[", 500),
		"after a word with hash": "a: b#|\nb: " + strings.Repeat("[", 500),
		"between strings":        strings.Repeat("['x', \"y\", ", 500),
	} {
		if !tooDeep([]byte(text)) {
			t.Errorf("%s is nesting", name)
		}
	}
}

func TestPlacesOfBrokenFiles(t *testing.T) {
	const top = "resources: [../base]\n"
	for name, test := range map[string]struct {
		files  map[string]string
		reason string
		file   string
		line   int
	}{
		"a key twice":                          {map[string]string{"top/kustomization.yaml": top, "base/kustomization.yaml": "resources: [a.yaml]\n", "base/a.yaml": configMap + "a\n---\n" + configMap + "b\ndata:\n  x: a\n  x: b\n"}, "duplicate-key", "base/a.yaml", 12},
		"a colon left out":                     {map[string]string{"top/kustomization.yaml": top, "base/kustomization.yaml": "resources: [a.yaml]\n", "base/a.yaml": "apiVersion: v1\nkind ConfigMap\nmetadata: {name: a}\n"}, "invalid-yaml", "base/a.yaml", 2},
		"a tab in a patch":                     {map[string]string{"top/kustomization.yaml": "resources: [a.yaml]\npatches: [{path: p.yaml}]\n", "top/a.yaml": configMap + "a\n", "top/p.yaml": configMap + "a\ndata:\n\tx: y\n"}, "invalid-yaml", "top/p.yaml", 6},
		"a broken kustomization":               {map[string]string{"top/kustomization.yaml": top, "base/kustomization.yaml": "resources:\n- a.yaml\n  b: [\n"}, "invalid-yaml", "base/kustomization.yaml", 3},
		"a field that kustomize does not know": {map[string]string{"top/kustomization.yaml": top, "base/kustomization.yaml": "kind: Kustomization\nresourcse: [a.yaml]\n"}, "kustomize", "base/kustomization.yaml", 2},
		"a file that is not there":             {map[string]string{"top/kustomization.yaml": top, "base/kustomization.yaml": "resources:\n- a.yaml\n- nope.yaml\n", "base/a.yaml": configMap + "a\n"}, "kustomize", "base/kustomization.yaml", 3},
	} {
		t.Run(name, func(t *testing.T) {
			files, _ := tree(t, test.files)
			failure := Render(files, Source{Type: "kustomize", Path: "top"}).Failure
			if failure == nil || failure.Reason != test.reason || failure.File != test.file || failure.Line != test.line {
				t.Errorf("%+v", failure)
			}
		})
	}
}

func TestLinesInFilesWithCarriageReturns(t *testing.T) {
	text := strings.ReplaceAll(configMap+"a\n---\n"+configMap+"b\ndata:\n  x: a\n  x: b\n", "\n", "\r\n")
	files, _ := tree(t, map[string]string{"app/a.yaml": text})
	result := Render(files, Source{Type: "directory", Path: "app"})
	if len(result.FileProblems) != 1 || result.FileProblems[0].Line != 12 || len(result.Objects) != 2 || result.Objects[1].Origin.Line != 6 {
		t.Errorf("%+v %+v", result.FileProblems, result.Objects)
	}
}
