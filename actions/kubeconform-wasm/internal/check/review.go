package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/policy"
	"kubeconform-wasm/internal/schema"
)

// ReviewRequest is the second look at objects, once the whole tree is rendered.
type ReviewRequest struct {
	KubernetesVersions []string `json:"kubernetesVersions"`
	Items              []struct {
		Object    json.RawMessage `json:"object"`
		OldObject json.RawMessage `json:"oldObject"`
		Schema    bool            `json:"schema"`
	} `json:"items"`
	Policies   []json.RawMessage `json:"policies"`
	Bindings   []json.RawMessage `json:"bindings"`
	Params     []json.RawMessage `json:"params"`
	Namespaces []json.RawMessage `json:"namespaces"`
}

// compiledPolicies is kept between calls: the same policies come with every batch of objects.
var compiledPolicies struct {
	key [sha256.Size]byte
	set *policy.Set
}

func policySet(request *ReviewRequest) *policy.Set {
	hash := sha256.New()
	fmt.Fprintln(hash, schema.Generation(), len(request.Policies))
	for _, text := range append(append([]json.RawMessage{}, request.Policies...), request.Bindings...) {
		hash.Write(text)
		hash.Write([]byte{0})
	}
	key := [sha256.Size]byte(hash.Sum(nil))
	if compiledPolicies.set == nil || compiledPolicies.key != key {
		compiledPolicies.key, compiledPolicies.set = key, policy.Compile(request.Policies, request.Bindings)
	}
	return compiledPolicies.set
}

// Review judges transitions from the old objects and admission policies, and the schema of what was unknown when it was rendered.
func Review(request ReviewRequest) (any, error) {
	set := policySet(&request)
	params, err := decodeAll(request.Params)
	if err != nil {
		return nil, err
	}
	namespaces, err := decodeAll(request.Namespaces)
	if err != nil {
		return nil, err
	}
	world := &policy.World{Params: params, Namespaces: namespaces}
	versions := request.KubernetesVersions
	if len(versions) == 0 {
		versions = schema.Versions()
	}
	problems := []Problem{}
	for i, item := range request.Items {
		var object, old map[string]any
		if err := schema.DecodeJSON(item.Object, &object); err != nil {
			return nil, err
		}
		if len(item.OldObject) > 0 && !bytes.Equal(item.OldObject, []byte("null")) {
			if err := schema.DecodeJSON(item.OldObject, &old); err != nil {
				return nil, err
			}
		}
		problems = append(problems, guarded(i, object, versions, func(collect *collector) {
			if item.Schema {
				judgeKind(collect, object)
			}
			if old != nil {
				transitions(collect, object, old)
			}
			collect.all(set.Review(object, old, world)...)
		})...)
	}
	return map[string]any{"problems": problems, "policyProblems": set.Problems}, nil
}

func transitions(collect *collector, object, old map[string]any) {
	kind := schema.Lookup(text(object["apiVersion"]), text(object["kind"]))
	if kind != nil && kind.Custom != nil && object["apiVersion"] == old["apiVersion"] && object["kind"] == old["kind"] {
		collect.all(crd.Transitions(kind, object, old)...)
	}
}
