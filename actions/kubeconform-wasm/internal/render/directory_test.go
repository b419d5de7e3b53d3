package render

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestDirectoryRules(t *testing.T) {
	content := map[string]string{
		"app/b.yaml":          configMap + "b\n---\n# nothing\n---\n" + configMap + "b2\n",
		"app/a.yml":           configMap + "a\n",
		"app/c.json":          `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}}`,
		"app/values.yaml":     "replicas: 3\n",
		"app/readme.md":       "kind: no",
		"app/sub/d.yaml":      configMap + "d\n",
		"app/skipped.yaml":    "# +argocd:skip-file-rendering\n" + configMap + "skipped\n",
		"app/list.yaml":       "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: l1}}\n- {apiVersion: v1, kind: ConfigMap, metadata: {name: l2}}\n",
		"app/linked.yaml":     "symlink:../elsewhere/e.yaml",
		"elsewhere/e.yaml":    configMap + "e\n",
		"app/gone.yaml":       "symlink:nowhere.yaml",
		"app-other/never.yml": configMap + "never\n",
	}
	cases := map[string]struct {
		options DirectoryOptions
		want    []string
	}{
		"flat":    {DirectoryOptions{}, []string{"a", "b", "b2", "c", "e", "l1", "l2"}},
		"recurse": {DirectoryOptions{Recurse: true}, []string{"a", "b", "b2", "c", "e", "l1", "l2", "d"}},
		"include": {DirectoryOptions{Recurse: true, Include: "{a.yml,*/d.yaml}"}, []string{"a", "d"}}, // * crosses slashes: gobwas/glob without separators, as Argo CD compiles it
		"exclude": {DirectoryOptions{Recurse: true, Exclude: "{l*,sub/*}"}, []string{"a", "b", "b2", "c"}},
	}
	for title, c := range cases {
		t.Run(title, func(t *testing.T) {
			ours, _ := tree(t, content)
			result := Render(ours, Source{Type: "directory", Path: "app", Directory: c.options})
			if result.Failure != nil {
				t.Fatal(result.Failure)
			}
			if got := names(result.Objects); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestDirectoryOriginLines(t *testing.T) {
	ours, _ := tree(t, map[string]string{"app/a.yaml": "# comment\n---\n\n# more\n" + configMap + "one\n---\n" + configMap + "two\n"})
	result := Render(ours, Source{Type: "directory", Path: "app"})
	var lines []int
	for _, object := range result.Objects {
		lines = append(lines, object.Origin.Line)
	}
	if want := []int{5, 10}; !reflect.DeepEqual(lines, want) {
		t.Errorf("lines %v, want %v", lines, want)
	}
}

func TestDirectoryText(t *testing.T) {
	utf16le := func(text string) string {
		bytes := []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(text)) {
			bytes = append(bytes, byte(unit), byte(unit>>8))
		}
		return string(bytes)
	}
	good := map[string]string{
		"bom":    "\xef\xbb\xbf" + configMap + "a\n",
		"crlf":   strings.ReplaceAll(configMap+"a\n", "\n", "\r\n"),
		"utf-16": utf16le(configMap + "a\n"),
	}
	for title, text := range good {
		t.Run(title, func(t *testing.T) {
			ours, _ := tree(t, map[string]string{"app/a.yaml": text})
			result := Render(ours, Source{Type: "directory", Path: "app"})
			if result.Failure != nil || !reflect.DeepEqual(names(result.Objects), []string{"a"}) {
				t.Errorf("got %v, %+v", names(result.Objects), result.Failure)
			}
		})
	}
	bad := map[string]struct {
		text, reason string
		line         int
	}{
		"syntax":          {configMap + "a\ndata: {\n", "invalid-yaml", 5},
		"second document": {configMap + "a\n---\nfoo: bar\n", "no-object", 6},
		"binary":          {"apiVersion: v1\nkind: \x00\x01", "invalid-text", 0},
		"billion laughs":  {"apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n" + laughs(), "invalid-yaml", 0},
		"deep":            {"apiVersion: v1\nkind: ConfigMap\nmetadata: " + strings.Repeat("{a: ", 5000), "too-deep", 0},
	}
	for title, c := range bad {
		t.Run(title, func(t *testing.T) {
			ours, _ := tree(t, map[string]string{"app/a.yaml": c.text})
			failure := Render(ours, Source{Type: "directory", Path: "app"}).Failure
			if failure == nil || failure.Reason != c.reason || failure.File != "app/a.yaml" || (c.line > 0 && failure.Line != c.line) {
				t.Errorf("got %+v", *failure)
			}
		})
	}
}

func laughs() string {
	text := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 10; i++ {
		before := strings.Repeat("*a"+string(rune('0'+i-1))+", ", 9)
		text += "a" + string(rune('0'+i)) + ": &a" + string(rune('0'+i)) + " [" + before + "*a" + string(rune('0'+i-1)) + "]\n"
	}
	return text
}

func TestDuplicateKeysAreReportedAndTheLastOneWins(t *testing.T) {
	ours, _ := tree(t, map[string]string{"app/a.yaml": configMap + "a\n---\n" + configMap + "b\ndata:\n  x: \"1\"\n  x: \"2\"\n"})
	result := Render(ours, Source{Type: "directory", Path: "app"})
	if len(result.FileProblems) != 1 || result.FileProblems[0].Line != 12 || result.FileProblems[0].Rule != "duplicate-key" {
		t.Errorf("problems %+v", result.FileProblems)
	}
	if data := result.Objects[1].Object["data"].(map[string]any); data["x"] != "2" {
		t.Errorf("x is %v", data["x"])
	}
}

func TestYAML11AndBigIntegers(t *testing.T) {
	ours, _ := tree(t, map[string]string{"app/a.yaml": "apiVersion: v1\nkind: Thing\nmetadata: {name: a}\nspec: {yes: on, no: off, octal: 010, big: 9007199254740993, day: 2024-01-01, exponent: 1e3}\n"})
	spec := Render(ours, Source{Type: "directory", Path: "app"}).Objects[0].Object["spec"]
	want := map[string]any{"true": true, "false": false, "octal": int64(8), "big": int64(9007199254740993), "day": "2024-01-01", "exponent": float64(1000)}
	if !reflect.DeepEqual(spec, want) {
		t.Errorf("got %#v", spec)
	}
}

func TestNamespaceIsAppliedAsArgoCDDoes(t *testing.T) {
	objects := []map[string]any{
		{"apiVersion": "v1", "kind": "ConfigMap", "metadata": map[string]any{"name": "a"}},
		{"apiVersion": "v1", "kind": "ConfigMap", "metadata": map[string]any{"name": "b", "namespace": "own"}},
		{"apiVersion": "example.test/v1", "kind": "Wide", "metadata": map[string]any{"name": "c", "namespace": "dropped"}},
		{"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": map[string]any{"name": "wides.example.test"},
			"spec": map[string]any{"group": "example.test", "scope": "Cluster", "names": map[string]any{"kind": "Wide"}}},
	}
	applyNamespace(objects[:3:3], "dest")
	applyNamespace(objects[2:], "dest")
	for i, want := range []any{"dest", "own", nil} {
		if got := objects[i]["metadata"].(map[string]any)["namespace"]; got != want {
			t.Errorf("object %d: %v, want %v", i, got, want)
		}
	}
}

// Argo CD decodes .json files as JSON and takes one value (getObjsFromYAMLOrJson in its repository server).
func TestJSONFilesAreJSON(t *testing.T) {
	const object = `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}}`
	for text, want := range map[string]string{
		object:                                      "",
		" " + object + "\n\n":                       "",
		object + "\n" + object:                      "holds more than one object",
		strings.Replace(object, `"a"`, "'a'", 1):    "not valid JSON",
		strings.Replace(object, `"a"}`, `"a",}`, 1): "not valid JSON",
		"": "not valid JSON",
	} {
		files, _ := tree(t, map[string]string{"app/a.json": text})
		result := Render(files, Source{Type: "directory", Path: "app"})
		if want == "" && (result.Failure != nil || len(result.Objects) != 1) {
			t.Errorf("%q: %+v", text, result.Failure)
		}
		if want != "" && (result.Failure == nil || !strings.Contains(result.Failure.Message, want)) {
			t.Errorf("%q: %+v", text, result.Failure)
		}
	}
}
