package kubernetes

import (
	"fmt"
	"testing"

	"sigs.k8s.io/yaml"

	"kubeconform-wasm/internal/schema"
	"kubeconform-wasm/internal/testbundle"
)

func parse(t *testing.T, text string) map[string]any {
	t.Helper()
	var read map[string]any
	if err := yaml.Unmarshal([]byte(text), &read); err != nil {
		t.Fatal(err)
	}
	return read
}

func deployment(strategy, image string) string {
	return `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  strategy: ` + strategy + `
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: ` + image + `}]}
`
}

// What a server of 1.36 says is held to in scripts/cluster-truth; here is how it is told.
func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		deployment("{type: Recreate, rollingUpdate: {maxSurge: 1}}", "a"):                                                                                           "/spec/strategy/rollingUpdate spec.strategy.rollingUpdate is not allowed: may not be specified when strategy `type` is 'Recreate'",
		"apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}, {port: 81}]}":                                                               "/spec/ports/0 spec.ports[0].name is required",
		"apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {minAvailable: 1, maxUnavailable: 1}":                                         "/spec spec: minAvailable and maxUnavailable cannot be both set",
		"apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: '* * * * *', timeZone: Mars/Base, jobTemplate: {spec: {template: {spec: {}}}}}": "/spec/timeZone spec.timeZone: unknown time zone Mars/Base",
	} {
		found := Validate(parse(t, text), "1.36")
		told := false
		for _, one := range found {
			told = told || fmt.Sprintf("%s %s", one.Pointer, one.Message) == want
		}
		if !told {
			t.Errorf("got %v\nwant %s", found, want)
		}
	}
}

// The server keeps the defaults of an update, except where a client replaces the object that holds them.
func TestUpdate(t *testing.T) {
	before := parse(t, deployment("{}", "a:1"))
	for name, after := range map[string]string{
		"another image":    deployment("{}", "a:2"),
		"another strategy": deployment("{type: Recreate}", "a:1"),
	} {
		if found := ValidateUpdate(parse(t, after), before, "1.36"); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
	changed := parse(t, deployment("{}", "a:1"))
	changed["spec"].(map[string]any)["selector"] = map[string]any{"matchLabels": map[string]any{"app": "web", "tier": "b"}}
	found := ValidateUpdate(changed, before, "1.36")
	if len(found) == 0 || found[len(found)-1].Rule != "transition-rule" {
		t.Errorf("the selector is immutable, but: %v", found)
	}
}

// RelaxedServiceNameValidation is on by default since 1.36.
func TestMinorsDiffer(t *testing.T) {
	service := parse(t, "apiVersion: v1\nkind: Service\nmetadata: {name: 1st}\nspec: {ports: [{port: 80}]}")
	if old, new := Validate(service, "1.35"), Validate(service, "1.36"); len(old) != 1 || len(new) != 0 {
		t.Errorf("1.35 %v, 1.36 %v", old, new)
	}
}

func BenchmarkEmulate(b *testing.B) {
	for b.Loop() {
		_ = emulate("1.35")
		_ = emulate("1.36")
	}
}

func TestEveryMinorIsEmulated(t *testing.T) {
	testbundle.Load(t)
	for _, minor := range schema.Versions() {
		if err := emulate(minor); err != nil {
			t.Errorf("%s: %v", minor, err)
		}
	}
}
