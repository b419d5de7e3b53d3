package template

import (
	"strings"
	"testing"
	"time"
)

var params = map[string]any{"name": "Shop_EU", "path": map[string]any{"basename": "prod"}, "replicas": 3.0, "list": []any{"a", "b"}}

// normalize and slugify: the examples of https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/.
func TestFill(t *testing.T) {
	for text, want := range map[string]string{
		"{{.name}}-{{ .path.basename | upper }}":                              "Shop_EU-PROD",
		"{{normalize .name}}":                                                 "shop-eu",
		`{{normalize "...a__b..."}}`:                                          "a--b",
		`{{slugify 23 "feat/a_really+awesome_feature_to_be_deployed"}}`:       "feat-a-really-awesome",
		`{{slugify 23 false "feat/a_really+awesome_feature_to_be_deployed"}}`: "feat-a-really-awesome-f",
		"{{.replicas}}":                       "3",
		"{{ range .list }}{{.}};{{ end }}":    "a;b;",
		"{{ .list | toYaml }}":                "- a\n- b",
		`{{ (fromYaml "a: {b: 1}").a.b }}`:    "1",
		`{{ index (fromYamlArray "[x]") 0 }}`: "x",
		"{{ .missing }}":                      "<no value>",
		`{{ default "x" .missing }}`:          "x",
		`{{ printf "%s-%v" .name .replicas }} {{ join "," .list }} {{ until 3 }} {{ cat "a" 1 }} {{ quote .name }}`: `Shop_EU-3 a,b [0 1 2] a 1 "Shop_EU"`,
		`{{ "a\nb" | nindent 2 }}`: "\n  a\n  b",
		"no template":              "no template",
	} {
		if got, err := Fill(text, params, nil); err != nil || got != want {
			t.Errorf("%s: got %q %v, want %q", text, got, err, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	double := `{{$x := "abcdefghijklmnopqrstuvwxyz"}}{{range until 40}}{{$x = printf "%s%s" $x $x}}{{end}}`
	for text, want := range map[string]string{
		"{{ .missing }}":                   `map has no entry for key "missing"`,
		"{{ .name":                         "unclosed action",
		`{{ env "HOME" }}`:                 `function "env" not defined`,
		`{{ expandenv "$HOME" }}`:          `function "expandenv" not defined`,
		`{{ getHostByName "a.b" }}`:        `function "getHostByName" not defined`,
		"{{ now }}":                        "cannot be judged",
		"{{ genPrivateKey `rsa` }}":        "cannot be judged",
		`{{ fail "because" }}`:             "because",
		`{{ repeat 999999999 "ab" }}`:      "more than 1048576 bytes",
		"{{ until 999999999 }}":            "more than 10000 items",
		"{{ range 99999999999 }}{{ end }}": "loops more than",
		"{{ range until 10000 }}{{ range until 10000 }}{{ end }}{{ end }}": "loops more than",
		"{{ range until 10000 }}{{ repeat 1000 `x` }}{{ end }}":            "more than 1048576 bytes",
		double: "more than 1048576 bytes",
		`{{ define "t" }}{{ template "t" }}{{ end }}{{ template "t" }}`: "exceeded maximum template depth",
	} {
		start := time.Now()
		got, err := Fill(text, params, []string{"missingkey=error"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %q %v, want %s", text, got, err, want)
		}
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%s took %v", text, took)
		}
	}
	if _, err := Fill("a", nil, []string{"missingkey=what"}); err == nil {
		t.Error("a wrong option must be an error")
	}
}
