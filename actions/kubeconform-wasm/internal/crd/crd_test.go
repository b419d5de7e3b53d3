package crd

import (
	"slices"
	"strings"
	"testing"

	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

// Rules and lists as in https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/.
const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: crontabs.stable.example.com}
spec:
  group: stable.example.com
  scope: Namespaced
  names: {plural: crontabs, singular: crontab, kind: CronTab}
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}}
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            required: [cronSpec]
            x-kubernetes-validations:
            - rule: self.minReplicas <= self.replicas
              message: replicas must not be below minReplicas
            properties:
              cronSpec: {type: string, pattern: '^(\d+|\*)(/\d+)?(\s+(\d+|\*)(/\d+)?){4}$'}
              replicas: {type: integer, format: int64, default: 3}
              minReplicas: {type: integer, default: 1}
              mode: {type: string, enum: [Fast, Slow]}
              size: {type: integer, x-kubernetes-validations: [{rule: self >= oldSelf, message: size may only grow}]}
              storageClass:
                type: string
                maxLength: 100
                x-kubernetes-validations: [{rule: self == oldSelf, message: storageClass is immutable}]
              big: {type: integer, format: int64, x-kubernetes-validations: [{rule: self != 9007199254740992, message: rounded}]}
              note: {type: string, nullable: true}
              tags: {type: array, items: {type: string}, x-kubernetes-list-type: set}
              ports:
                type: array
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [port, protocol]
                items:
                  type: object
                  required: [port]
                  properties: {port: {type: integer}, protocol: {type: string, default: TCP}, name: {type: string}}
              free: {type: object, x-kubernetes-preserve-unknown-fields: true}
              template: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}
              labels: {type: object, additionalProperties: {type: string}}
          status: {type: object, properties: {phase: {type: string}}}
`

func load(t *testing.T, text string) []Problem {
	t.Helper()
	if err := schema.Load(nil, nil); err != nil {
		t.Fatal(err)
	}
	return UseTree([]map[string]any{testbundle.Object(t, text)})
}

func object(t *testing.T, spec string) map[string]any {
	t.Helper()
	return testbundle.Object(t, "apiVersion: stable.example.com/v1\nkind: CronTab\nmetadata: {name: a}\nspec: {cronSpec: '* * * * */5', "+spec+"}")
}

func told(problems []schema.Problem) string {
	var lines []string
	for _, problem := range problems {
		lines = append(lines, problem.Rule+" "+problem.Pointer+" "+problem.Message)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func TestValidate(t *testing.T) {
	if problems := load(t, definition); len(problems) > 0 {
		t.Fatal(problems)
	}
	kind := schema.Lookup("stable.example.com/v1", "CronTab")
	if kind == nil || kind.Plural != "crontabs" || !kind.Namespaced {
		t.Fatal(kind)
	}
	for name, c := range map[string]struct{ spec, want string }{
		"clean":                      {"replicas: 2", ""},
		"rule":                       {"replicas: 1, minReplicas: 2", "crd-rule /spec spec: replicas must not be below minReplicas"},
		"rule sees defaults":         {"minReplicas: 4", "crd-rule /spec spec: replicas must not be below minReplicas"},
		"unknown field":              {"replica: 2", "unknown-field /spec/replica unknown field spec.replica; did you mean replicas?"},
		"null of a default":          {"replicas: null, note: null", ""},
		"null of a plain field":      {"mode: null", ""},
		"enum":                       {"mode: fast", `schema /spec/mode spec.mode must be one of "Fast", "Slow", but is "fast"`},
		"type":                       {`replicas: "2"`, `schema /spec/replicas spec.replicas must be an integer, but is a string`},
		"pattern":                    {"note: x, cronSpec: daily", ""},
		"set":                        {"tags: [a, b, a]", `duplicate-list-item /spec/tags/2 spec.tags[2] is in the list twice: "a"`},
		"map, with the default":      {"ports: [{port: 1}, {port: 1, protocol: TCP}]", `duplicate-list-item /spec/ports/1 spec.ports[1] is in the list twice: port 1, protocol "TCP"`},
		"map, other protocol":        {"ports: [{port: 1}, {port: 1, protocol: UDP}]", ""},
		"unknown in a list":          {"ports: [{port: 1, nam: x}]", "unknown-field /spec/ports/0/nam unknown field spec.ports[0].nam; did you mean name?"},
		"free":                       {"free: {anything: {at: [all]}}", ""},
		"embedded, complete":         {"template: {apiVersion: v1, kind: Pod, metadata: {name: a}}", ""},
		"embedded, incomplete":       {"template: {kind: Pod}", "metadata /spec/template spec.template.apiVersion is required"},
		"embedded, bad label":        {"template: {apiVersion: v1, kind: Pod, metadata: {labels: {a: '-'}}}", `?`},
		"creation has no transition": {"size: 1, storageClass: a", ""},
		"above 2^53":                 {"big: 9007199254740993", ""},
		"keys with dots":             {"labels: {a.b/c: 1}", `schema /spec/labels/a.b~1c spec.labels["a.b/c"] must be a string, but is an integer`},
	} {
		if name == "pattern" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			got := told(Validate(kind, object(t, c.spec)))
			if c.want == "?" {
				if !strings.HasPrefix(got, "metadata /spec/template/metadata/labels") {
					t.Error(got)
				}
			} else if got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
	bad := testbundle.Object(t, "apiVersion: stable.example.com/v1\nkind: CronTab\nmetadata: {name: a}\nspec: {cronSpec: daily}\nstatus: {phase: 1}")
	if got := told(Validate(kind, bad)); !strings.HasPrefix(got, "schema /spec/cronSpec spec.cronSpec should match '^") {
		t.Error(got)
	}
	missing := testbundle.Object(t, "apiVersion: stable.example.com/v1\nkind: CronTab\nmetadata: {name: a}\nspec: {}")
	if got := told(Validate(kind, missing)); got != "schema /spec spec.cronSpec is required" {
		t.Error(got)
	}
}

func TestObjectIsNotChanged(t *testing.T) {
	load(t, definition)
	given := object(t, "note: null, unknown: 1")
	before := told([]schema.Problem{{Message: schema.Show(given["spec"].(map[string]any)["unknown"])}})
	Validate(schema.Lookup("stable.example.com/v1", "CronTab"), given)
	spec := given["spec"].(map[string]any)
	if _, kept := spec["note"]; !kept || spec["unknown"] == nil || spec["replicas"] != nil || before == "" {
		t.Error(given)
	}
}

func TestTransitions(t *testing.T) {
	load(t, definition)
	kind := schema.Lookup("stable.example.com/v1", "CronTab")
	for name, c := range map[string]struct{ old, spec, want string }{
		"unchanged":                     {"size: 2, storageClass: a", "size: 2, storageClass: a", ""},
		"grown":                         {"size: 2", "size: 3", ""},
		"shrunk":                        {"size: 2", "size: 1", "transition-rule /spec/size spec.size: size may only grow"},
		"changed":                       {"storageClass: a", "storageClass: b", "transition-rule /spec/storageClass spec.storageClass: storageClass is immutable"},
		"added":                         {"size: 2", "size: 2, storageClass: b", ""},
		"what is wrong either way":      {"replicas: 5", "replicas: 1, minReplicas: 2", ""},
		"the default is the same value": {"replicas: 3", "size: 1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(Transitions(kind, object(t, c.spec), object(t, c.old))); got != c.want {
				t.Errorf("got:\n%s\nwant:\n%s", got, c.want)
			}
		})
	}
}

// A rule that the server's limits stop: 10,000 × 10,000 comparisons. See "Resource use by validation functions" in the documentation.
func TestCostLimit(t *testing.T) {
	text := strings.Replace(definition, "tags: {type: array, items: {type: string}, x-kubernetes-list-type: set}",
		"tags: {type: array, items: {type: string}, x-kubernetes-validations: [{rule: 'self.all(a, self.all(b, a == b || a != b))'}]}", 1)
	problems := load(t, text)
	if len(problems) != 1 || problems[0].Pointer != "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/tags/x-kubernetes-validations/0/rule" || !strings.Contains(problems[0].Message, "exceeds the limit of the API server") {
		t.Errorf("estimate: %+v", problems)
	}
	tags := strings.TrimSuffix(strings.Repeat("abcdefgh, ", 3000), ", ")
	got := told(Validate(schema.Lookup("stable.example.com/v1", "CronTab"), object(t, "tags: ["+tags+"]")))
	if !strings.HasPrefix(got, "crd-rule /spec/tags spec.tags: 'operation cancelled: actual cost limit exceeded'") {
		t.Errorf("run time: %s", got)
	}
}

func TestBrokenDefinitions(t *testing.T) {
	for name, c := range map[string]struct{ old, new, pointer, message string }{
		"clean":                   {"scope: Namespaced", "scope: Namespaced", "", ""},
		"rule does not parse":     {"rule: self.minReplicas <= self.replicas", "rule: self.minReplicas <=", "/spec/versions/0/schema/openAPIV3Schema/properties/spec/x-kubernetes-validations/0/rule", "Syntax error"},
		"rule names no field":     {"self.minReplicas <= self.replicas", "self.min <= self.replicas", "/spec/versions/0/schema/openAPIV3Schema/properties/spec/x-kubernetes-validations/0/rule", "undefined field 'min'"},
		"not structural":          {"mode: {type: string, ", "mode: {", "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/mode", "must not be empty for specified object fields"},
		"default of a wrong type": {"default: 3", "default: three", "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/replicas/default", "must be of type integer"},
		"list key optional":       {"required: [port]", "required: [name]", "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/ports/items/properties/port", "must be required or have a default"},
		"name":                    {"name: crontabs.stable", "name: crontab.stable", "/metadata/name", "crontabs.stable.example.com"},
		"two storage versions":    {"  - name: v1\n", "  - {name: v2, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}\n  - name: v1\n", "/spec/versions", "exactly one version"},
		"oldSelf in a set":        {"tags: {type: array, items: {type: string}", "tags: {type: array, items: {type: string, maxLength: 9, x-kubernetes-validations: [{rule: self == oldSelf}]}, maxItems: 5", "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/tags/items/x-kubernetes-validations/0/rule", "cannot be found again"},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(definition, c.old) {
				t.Fatal("no such text")
			}
			problems := load(t, strings.Replace(definition, c.old, c.new, 1))
			if c.message == "" {
				if len(problems) > 0 {
					t.Errorf("%+v", problems)
				}
				return
			}
			if len(problems) != 1 || problems[0].Pointer != c.pointer || !strings.Contains(problems[0].Message, c.message) {
				t.Errorf("%+v", problems)
			}
		})
	}
}
