package render

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/yaml"

	"kubeconform-wasm/internal/files"
)

// tree writes files to a temporary directory and serves them from there.
func tree(t *testing.T, content map[string]string) (*files.Tree, string) {
	t.Helper()
	root := t.TempDir()
	for name, text := range content {
		full := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if target, isLink := strings.CutPrefix(text, "symlink:"); isLink {
			if err := os.Symlink(target, full); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files.Root = root
	return files.NewTree(files.Current()), root
}

func names(objects []Object) []string {
	var all []string
	for _, object := range objects {
		metadata, _ := object.Object["metadata"].(map[string]any)
		name, _ := metadata["name"].(string)
		all = append(all, name)
	}
	return all
}

const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: "

// Independent truth: kustomize itself on the real disk, without our file system, our guard and our origins.
func TestKustomizeEqualsTheLibraryOnDisk(t *testing.T) {
	overlays := map[string]map[string]string{
		"prefix, patch, generator": {
			"base/kustomization.yaml": "resources: [d.yaml]\nconfigMapGenerator:\n- name: settings\n  literals: [a=b]\n",
			"base/d.yaml":             warmFiles["warm/deployment.yaml"],
			"top/kustomization.yaml":  "namespace: prod\nnamePrefix: x-\nresources: [../base]\npatches:\n- patch: '{\"apiVersion\": \"apps/v1\", \"kind\": \"Deployment\", \"metadata\": {\"name\": \"warm\"}, \"spec\": {\"replicas\": 9007199254740993}}'\n",
		},
		"dates, empty annotations, own origins": {
			"top/kustomization.yaml": "buildMetadata: [originAnnotations]\nresources: [a.yaml]\n",
			"top/a.yaml":             configMap + "a\n  annotations: {}\ndata:\n  on: \"yes\"\n  day: 2024-01-01\n  octal: 010\n",
		},
		"legacy order": {
			"top/kustomization.yaml": "resources: [b.yaml, a.yaml]\n",
			"top/b.yaml":             configMap + "b\n",
			"top/a.yaml":             "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n",
		},
		"component and replacement": {
			"part/kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nlabels: [{pairs: {part: \"true\"}}]\n",
			"top/kustomization.yaml":  "resources: [a.yaml]\ncomponents: [../part]\nreplacements:\n- source: {kind: ConfigMap, name: a, fieldPath: metadata.name}\n  targets: [{select: {kind: ConfigMap}, fieldPaths: [data.copy], options: {create: true}}]\n",
			"top/a.yaml":              configMap + "a\ndata: {x: y}\n",
		},
	}
	for title, content := range overlays {
		t.Run(title, func(t *testing.T) {
			ours, root := tree(t, content)
			result := Render(ours, Source{Type: "kustomize", Path: "top"})
			if result.Failure != nil {
				t.Fatal(result.Failure)
			}
			options := krusty.MakeDefaultOptions()
			options.Reorder = krusty.ReorderOptionLegacy
			expected, err := krusty.MakeKustomizer(options).Run(filesys.MakeFsOnDisk(), filepath.Join(root, "top"))
			if err != nil {
				t.Fatal(err)
			}
			if len(result.Objects) != expected.Size() {
				t.Fatalf("%d objects, kustomize gives %d", len(result.Objects), expected.Size())
			}
			for i, resource := range expected.Resources() {
				want, err := resource.AsYAML()
				if err != nil {
					t.Fatal(err)
				}
				text, err := json.Marshal(result.Objects[i].Object)
				if err != nil {
					t.Fatal(err)
				}
				got, err := yaml.JSONToYAML(text)
				if err != nil {
					t.Fatal(err)
				}
				if string(got) != string(want) {
					t.Errorf("object %d\n got: %s\nwant: %s", i, got, want)
				}
			}
		})
	}
}

func TestTrace(t *testing.T) {
	ours, _ := tree(t, map[string]string{
		"base/kustomization.yaml": "resources: [a.yaml]\nsecretGenerator:\n- name: s\n  literals: [k=v]\n",
		"base/a.yaml":             configMap + "a\n",
		"top/kustomization.yaml":  "resources: [../base]\n",
	})
	if failure := Render(ours, Source{Type: "kustomize", Path: "top"}).Failure; failure != nil {
		t.Fatal(failure)
	}
	read, missed := ours.Trace()
	if want := []string{"base/a.yaml", "base/kustomization.yaml", "top/kustomization.yaml"}; !reflect.DeepEqual(read, want) {
		t.Errorf("read %v, want %v", read, want)
	}
	// A kustomization.yml beside it would be an error in kustomize: whether one appears matters.
	if !strings.Contains(strings.Join(missed, " "), "top/kustomization.yml") {
		t.Errorf("missed %v does not hold top/kustomization.yml", missed)
	}
}

func TestApplicationOptions(t *testing.T) {
	ours, _ := tree(t, map[string]string{
		"top/kustomization.yaml": "resources: [d.yaml]\nimages: [{name: image, newTag: old}]\n",
		"top/d.yaml":             warmFiles["warm/deployment.yaml"],
	})
	result := Render(ours, Source{Type: "kustomize", Path: "top", Kustomize: KustomizeOptions{
		NamePrefix: "p-", NameSuffix: "-s", Namespace: "n", Images: []string{"image=registry.test:5000/other@sha256:" + strings.Repeat("a", 64)},
		Replicas: []replicaOption{{Name: "warm", Count: "7"}}, CommonLabels: map[string]string{"l": "1"}, CommonAnnotations: map[string]string{"a": "2"},
		Patches: []map[string]any{{"target": map[string]any{"kind": "Deployment"}, "patch": `[{"op": "add", "path": "/spec/paused", "value": true}]`}},
	}})
	if result.Failure != nil {
		t.Fatal(result.Failure)
	}
	text, _ := json.Marshal(result.Objects[0].Object)
	for _, part := range []string{`"name":"p-warm-s"`, `"namespace":"n"`, `"image":"registry.test:5000/other@sha256:aaaa`, `"replicas":7`, `"l":"1"`, `"a":"2"`, `"paused":true`} {
		if !strings.Contains(string(text), part) {
			t.Errorf("%s is missing in %s", part, text)
		}
	}
}

func TestKustomizeGapsAndFaults(t *testing.T) {
	cases := map[string]struct {
		files                     map[string]string
		kind, reason, file, speak string
		line                      int
	}{
		"remote base":       {map[string]string{"top/kustomization.yaml": "resources:\n- a.yaml\n- https://user:token@git.test/x//deploy?ref=v1\n", "top/a.yaml": configMap + "a\n"}, "gap", "remote-base", "top/kustomization.yaml", "git.test", 3},
		"host without url":  {map[string]string{"top/kustomization.yaml": "resources: [github.com/your-org/base]\n"}, "gap", "remote-base", "top/kustomization.yaml", "your-org", 1},
		"chart":             {map[string]string{"top/kustomization.yaml": "helmCharts:\n- name: x\n"}, "gap", "chart", "top/kustomization.yaml", "Helm", 1},
		"missing file":      {map[string]string{"top/kustomization.yaml": "resources:\n- here.yaml\n- gone.yaml\n", "top/here.yaml": configMap + "a\n"}, "fault", "kustomize", "top/kustomization.yaml", "gone.yaml", 3},
		"no kustomization":  {map[string]string{"top/a.yaml": configMap + "a\n"}, "fault", "missing-file", "top", "kustomization", 0},
		"symlink outside":   {map[string]string{"top/kustomization.yaml": "resources: [a.yaml]\n", "top/a.yaml": "symlink:/etc/hostname"}, "gap", "unreadable-file", "top/a.yaml", "leaves", 0},
		"file above root":   {map[string]string{"top/kustomization.yaml": "resources: [../a.yaml]\n", "a.yaml": configMap + "a\n"}, "fault", "outside-root", "top/kustomization.yaml", "security", 1},
		"deep nesting":      {map[string]string{"top/kustomization.yaml": "resources: [a.yaml]\n", "top/a.yaml": strings.Repeat("[", 5000)}, "fault", "too-deep", "top/a.yaml", "deep", 0},
		"plugin":            {map[string]string{"top/kustomization.yaml": "generators: [g.yaml]\n", "top/g.yaml": "apiVersion: your.org/v1\nkind: Maker\nmetadata: {name: m}\n"}, "gap", "plugin", "top/kustomization.yaml", "plugin", 0},
		"key of no text":    {map[string]string{"top/kustomization.yaml": "resources: [a.yaml]\n", "top/a.yaml": "apiVersion: x.test/v1\nkind: X\nmetadata: {name: a}\nspec: {true: 1, other: 2}\n"}, "fault", "kustomize", "top/kustomization.yaml", "quotes", 0},
		"no number":         {map[string]string{"top/kustomization.yaml": "resources: [a.yaml]\n", "top/a.yaml": "apiVersion: x.test/v1\nkind: X\nmetadata: {name: a}\nspec: {a: .inf}\n"}, "fault", "kustomize", "top/kustomization.yaml", "JSON", 0},
		"broken yaml":       {map[string]string{"top/kustomization.yaml": "resources: [a.yaml]\n", "top/a.yaml": "a: b: c\n"}, "fault", "invalid-yaml", "top/a.yaml", "mapping values", 1},
		"unknown in source": {map[string]string{"top/kustomization.yaml": "resuorces: [a.yaml]\n"}, "fault", "kustomize", "top/kustomization.yaml", "resuorces", 0},
	}
	for title, c := range cases {
		t.Run(title, func(t *testing.T) {
			ours, _ := tree(t, c.files)
			failure := Render(ours, Source{Type: "kustomize", Path: "top"}).Failure
			if failure == nil {
				t.Fatal("it rendered")
			}
			if failure.Type != c.kind || failure.Reason != c.reason || failure.File != c.file || (c.line > 0 && failure.Line != c.line) || !strings.Contains(failure.Message, c.speak) {
				t.Errorf("got %+v", *failure)
			}
			if strings.Contains(failure.Message, "token") {
				t.Errorf("credentials in %q", failure.Message)
			}
		})
	}
}

func TestOwnOpenAPIDoesNotLeak(t *testing.T) {
	list := "apiVersion: example.test/v1\nkind: Thing\nmetadata: {name: t}\nspec: {items: [{name: a, x: 1}, {name: b, x: 1}]}\n"
	patch := "apiVersion: example.test/v1\nkind: Thing\nmetadata: {name: t}\nspec: {items: [{name: b, x: 2}]}\n"
	schema := `{"definitions": {"Thing": {"type": "object", "x-kubernetes-group-version-kind": [{"group": "example.test", "version": "v1", "kind": "Thing"}],
	 "properties": {"spec": {"type": "object", "properties": {"items": {"type": "array", "x-kubernetes-patch-merge-key": "name", "x-kubernetes-patch-strategy": "merge", "items": {"type": "object"}}}}}}}}`
	count := func(withSchema bool) int {
		kustomization := "resources: [t.yaml]\npatches: [{path: p.yaml}]\n"
		if withSchema {
			kustomization += "openapi: {path: schema.json}\n"
		}
		ours, _ := tree(t, map[string]string{"top/kustomization.yaml": kustomization, "top/t.yaml": list, "top/p.yaml": patch, "top/schema.json": schema})
		result := Render(ours, Source{Type: "kustomize", Path: "top"})
		if result.Failure != nil {
			t.Fatal(result.Failure)
		}
		return len(result.Objects[0].Object["spec"].(map[string]any)["items"].([]any))
	}
	Warm()
	if before, with, after := count(false), count(true), count(false); before != 1 || with != 2 || after != 1 {
		t.Errorf("list lengths %d, %d, %d; want 1 (replaced), 2 (merged by its schema), 1", before, with, after)
	}
}

func TestWarmGivesTheSameMerges(t *testing.T) {
	content := map[string]string{
		"top/kustomization.yaml": "resources: [d.yaml]\npatches: [{path: p.yaml}]\n",
		"top/d.yaml":             "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  template:\n    spec:\n      containers:\n      - {name: a, image: x, ports: [{containerPort: 1, protocol: TCP}], env: [{name: E, value: \"1\"}], volumeMounts: [{name: v, mountPath: /v}]}\n      volumes: [{name: v, emptyDir: {}}]\n      tolerations: [{key: k}]\n",
		"top/p.yaml":             "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec:\n  template:\n    spec:\n      containers:\n      - {name: a, ports: [{containerPort: 2}], env: [{name: F, value: \"2\"}], volumeMounts: [{name: w, mountPath: /w}]}\n      volumes: [{name: w, emptyDir: {}}]\n      tolerations: [{key: l}]\n",
	}
	render := func() string {
		ours, _ := tree(t, content)
		text, _ := json.Marshal(Render(ours, Source{Type: "kustomize", Path: "top"}).Objects)
		return string(text)
	}
	slim = nil
	useSlim()
	full := render()
	Warm()
	if slimmed := render(); slimmed != full {
		t.Errorf("slim definitions merge differently:\n%s\n%s", slimmed, full)
	}
}
