package schema

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	fields := []string{"replicas", "image", "imagePullPolicy", "imagePullSecrets", "name", "env", "envFrom", "ports"}
	for word, want := range map[string]string{
		"replica": "replicas", "Replicas": "replicas", "iamge": "image", "imagePullPolice": "imagePullPolicy",
		"port": "ports", "evn": "env", "x": "", "something": "", "nam": "name", "enviroment": "",
	} {
		if got := Nearest(word, fields); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

// RFC 6901, section 5.
func TestPointer(t *testing.T) {
	for want, tokens := range map[string][]string{"": nil, "/foo/0": {"foo", "0"}, "/a~1b": {"a/b"}, "/m~0n": {"m~n"}, "/": {""}} {
		if got := Pointer(tokens...); got != want {
			t.Errorf("%v: %q, want %q", tokens, got, want)
		}
	}
}

func TestFieldTokens(t *testing.T) {
	var object map[string]any
	if err := json.Unmarshal([]byte(`{"metadata":{"labels":{"app.kubernetes.io/name":"a","app":"b"}},"spec":{"list":[{"a.b":{"c":1}}],"a":{"b":2},"a.b":{"c":3}}}`), &object); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string][]string{
		"metadata.labels.app.kubernetes.io/name":  {"metadata", "labels", "app.kubernetes.io/name"},
		"metadata.labels[app.kubernetes.io/name]": {"metadata", "labels", "app.kubernetes.io/name"},
		"metadata.labels.app":                     {"metadata", "labels", "app"},
		"spec.list[0].a.b.c":                      {"spec", "list", "0", "a.b", "c"},
		"spec..a['b']":                            {"spec", "a", "b"},
		"spec.gone.deep[3].x":                     {"spec", "gone", "deep", "3", "x"},
		"":                                        nil,
	} {
		if got := FieldTokens(object, path); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

const small = `{"versions":["1.9","1.10"],"definitions":[
 {"type":"object","properties":{"spec":{"$ref":"#/definitions/Spec"},"apiVersion":{"type":"string"},"kind":{"type":"string"}}},
 {"type":"object","properties":{"count":{"type":"integer","format":"int32"},"tree":{"$ref":"#/definitions/Tree"}}},
 {"type":"object","properties":{"count":{"type":"integer","format":"int32"},"tree":{"$ref":"#/definitions/Tree"},"late":{"type":"string","enum":["A"]}}},
 {"type":"object","properties":{"left":{"$ref":"#/definitions/Tree"},"right":{"$ref":"#/definitions/Tree"},"value":{"$ref":"#/definitions/io.k8s.apimachinery.pkg.api.resource.Quantity"}}},
 {"type":"string"}],
 "names":{"1.9":{"Thing":0,"Spec":1,"Tree":3,"io.k8s.apimachinery.pkg.api.resource.Quantity":4},"1.10":{"Thing":0,"Spec":2,"Tree":3,"io.k8s.apimachinery.pkg.api.resource.Quantity":4}},
 "kinds":{"v1/Thing":{"definition":"Thing","plural":"things","namespaced":true,"versions":["1.9","1.10"]}}}`

// Definitions that refer to themselves, minors in order of number, and minors that differ only where an object has nothing.
func TestSmallBundle(t *testing.T) {
	if err := Load([]byte(small), nil); err != nil {
		t.Fatal(err)
	}
	if got := Versions(); !slices.Equal(got, []string{"1.9", "1.10"}) {
		t.Error(got)
	}
	kind := Lookup("v1", "Thing")
	if kind.ClosureKey("1.9") == kind.ClosureKey("1.10") || kind.ClosureKey("1.11") != "" {
		t.Error("closure keys")
	}
	check := func(version, text string) string {
		object := map[string]any{}
		if err := DecodeJSON([]byte(text), &object); err != nil {
			t.Fatal(err)
		}
		compiled, err := kind.Compiled(version)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, problem := range Validate(compiled, object) {
			lines = append(lines, problem.Pointer+" "+problem.Rule)
		}
		slices.Sort(lines)
		return strings.Join(lines, ", ")
	}
	for _, c := range []struct{ version, text, want string }{
		{"1.9", `{"spec":{"count":1,"tree":{"left":{"right":{"value":"1Gi"}}}}}`, ""},
		{"1.9", `{"spec":{"count":2147483648,"tree":{"left":{"right":{"value":"1GB","middle":{}}}}}}`, "/spec/count schema, /spec/tree/left/right/middle unknown-field, /spec/tree/left/right/value schema"},
		{"1.9", `{"spec":{"late":"A"}}`, "/spec/late unknown-field"},
		{"1.10", `{"spec":{"late":"A"}}`, ""},
		{"1.10", `{"spec":{"late":""}}`, ""},
		{"1.10", `{"spec":{"late":"B"}}`, "/spec/late schema"},
	} {
		if got := check(c.version, c.text); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.version, c.text, got, c.want)
		}
	}
	same := func(text string) bool {
		object := map[string]any{}
		_ = DecodeJSON([]byte(text), &object)
		return kind.SameVerdict("1.9", "1.10", object)
	}
	if !same(`{"spec":{"count":1,"gone":1}}`) || same(`{"spec":{"late":"A"}}`) {
		t.Error("SameVerdict")
	}
}

func TestCopyKeepsLargeIntegers(t *testing.T) {
	copied := Copy(map[string]any{"a": 9007199254740993, "b": 1.0, "c": 2.5, "d": uint64(1), "e": 1e300}).(map[string]any)
	for key, want := range map[string]any{"a": int64(9007199254740993), "b": int64(1), "c": 2.5, "d": int64(1), "e": 1e300} {
		if copied[key] != want {
			t.Errorf("%s: %T %v", key, copied[key], copied[key])
		}
	}
}

func TestBrokenBundle(t *testing.T) {
	if err := Load([]byte(`{"versions": 1}`), nil); err == nil || !strings.Contains(err.Error(), "Kubernetes schemas") {
		t.Error(err)
	}
	if err := Load(nil, []byte(`[]`)); err == nil || !strings.Contains(err.Error(), "CRD schemas") {
		t.Error(err)
	}
}
