// Package kubernetes asks Kubernetes' own validation about built-in kinds: the code that the API server runs after it has
// decoded an object, defaulted it and converted it to its internal form. Wrong types and unknown fields are the schema's business.
package kubernetes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-logr/logr"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apimachinery/pkg/util/version"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/component-base/featuregate"
	"k8s.io/kubernetes/pkg/capabilities"
	// Time zones of CronJobs: there is no file system to read them from.
	_ "time/tzdata"

	"kubeconform-wasm/internal/schema"
)

// Problem is what the server would say.
type Problem struct {
	schema.Problem
	// Absent is the field as Kubernetes writes it, when the object does not have it: the pointer is that of the nearest object around.
	Absent string
}

// Validate checks an object as the server of a minor checks its creation.
func Validate(object map[string]any, minor string) []Problem {
	kind, known := kinds[kindOf(object)]
	if !known || emulate(minor) != nil {
		return nil
	}
	typed, err := kind.read(object)
	if err != nil {
		return nil
	}
	return problems(object, kind.create(typed), "schema")
}

// ValidateUpdate checks the change of an object as the server of a minor does. What is wrong with the new object alone is left out.
func ValidateUpdate(object, old map[string]any, minor string) []Problem {
	kind, known := kinds[kindOf(object)]
	if !known || kindOf(object) != kindOf(old) || emulate(minor) != nil {
		return nil
	}
	faults, err := kind.update(object, old)
	if err != nil {
		return nil
	}
	found := problems(object, faults, "transition-rule")
	alone := Validate(object, minor)
	return slices.DeleteFunc(found, func(one Problem) bool {
		return slices.ContainsFunc(alone, func(other Problem) bool { return one.Pointer == other.Pointer && one.Message == other.Message })
	})
}

// Clusters allow privileged containers unless a policy forbids them, which is Pod Security's business.
func init() {
	capabilities.Setup(true, 0)
}

func kindOf(object map[string]any) string {
	return fmt.Sprintf("%v %v", object["apiVersion"], object["kind"])
}

var emulated string

// emulate switches the feature gates to those of another minor, as a server does that emulates an older version.
func emulate(minor string) error {
	if minor == emulated {
		return nil
	}
	parsed, err := version.ParseMajorMinor(minor)
	if err != nil {
		return err
	}
	gates, versioned := utilfeature.DefaultMutableFeatureGate.(featuregate.MutableVersionedFeatureGateWithLogger)
	if !versioned {
		return fmt.Errorf("feature gates without versions")
	}
	if err := gates.SetEmulationVersionWithLogger(logr.Discard(), parsed); err != nil {
		return err
	}
	emulated = minor
	return nil
}

// problems in our words and with JSON pointers.
func problems(object map[string]any, list field.ErrorList, rule string) []Problem {
	var found []Problem
	for _, one := range list {
		if toldElsewhere(one) {
			continue
		}
		tokens, complete := resolve(object, precise(one))
		problem := Problem{Problem: schema.Problem{Rule: rule, Pointer: schema.Pointer(tokens...), Message: message(one)}}
		if rule == "schema" && len(tokens) > 0 && tokens[0] == "metadata" {
			problem.Rule = "metadata"
		}
		if !complete {
			problem.Absent = one.Field
		}
		found = append(found, problem)
	}
	return found
}

// toldElsewhere: the rule selector-mismatch of the host tells it with both places.
func toldElsewhere(one *field.Error) bool {
	return strings.HasSuffix(one.Field, "template.metadata.labels") && strings.Contains(one.Detail, "`selector` does not match template `labels`")
}
