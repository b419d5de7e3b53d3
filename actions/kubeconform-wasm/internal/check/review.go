package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"

	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/kubernetes"
	"kubeconform-wasm/internal/podsecurity"
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
		collect := newCollector(i, object, versions)
		collect.guard(func() {
			if item.Schema {
				judgeKind(collect, object)
			}
			if old != nil {
				transitions(collect, object, old)
			}
			collect.all(set.Review(object, old, world)...)
			collect.all(podsecurity.Review(object, namespaces)...)
		})
		problems = append(problems, collect.problems()...)
	}
	return map[string]any{"problems": problems, "policyProblems": set.Problems}, nil
}

// transitions judges the change of an object, unless Argo CD deletes it first and makes a new one.
func transitions(collect *collector, object, old map[string]any) {
	kind := schema.Lookup(text(object["apiVersion"]), text(object["kind"]))
	if kind == nil || object["apiVersion"] != old["apiVersion"] || object["kind"] != old["kind"] || recreated(object) {
		return
	}
	if kind.Custom != nil {
		collect.all(crd.Transitions(kind, object, old)...)
		return
	}
	if object["kind"] == "CustomResourceDefinition" {
		collect.all(crd.DefinitionTransitions(object, old)...)
		return
	}
	object, old = withoutStatus(schema.WithoutNulls(object)), withoutStatus(schema.WithoutNulls(old))
	for _, version := range collect.versions {
		if kind.ClosureKey(version) != "" {
			for _, problem := range kubernetes.ValidateUpdate(object, old, version) {
				collect.add([]string{version}, problem.Problem)
			}
		}
	}
}

// recreated: hooks are deleted before the next of their name is made; Force with Replace deletes what cannot be changed.
// Source: Argo CD, user guide, sync waves (hook deletion policies) and sync options.
func recreated(object map[string]any) bool {
	metadata, _ := object["metadata"].(map[string]any)
	annotations, _ := metadata["annotations"].(map[string]any)
	options := text(annotations["argocd.argoproj.io/sync-options"])
	forced := strings.Contains(options, "Force=true") && strings.Contains(options, "Replace=true")
	policy := text(annotations["argocd.argoproj.io/hook-delete-policy"])
	isHook := text(annotations["argocd.argoproj.io/hook"]) != "" || text(annotations["helm.sh/hook"]) != ""
	return forced || isHook && (policy == "" || strings.Contains(policy, "BeforeHookCreation"))
}
