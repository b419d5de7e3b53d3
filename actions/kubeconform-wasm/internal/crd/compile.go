// Package crd judges custom objects as the API server does, with its own packages: structural schema, pruning, defaults,
// list types, embedded objects, and CEL within the server's cost limits.
package crd

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structural "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"

	"kubeconform-wasm/internal/schema"
)

// compiled is one version of a CRD, ready to judge.
type compiled struct {
	structural *structural.Structural
	schema     validation.SchemaValidator
	// rules holds the rules of the nodes in reached, which grows with the objects that are seen.
	rules   *cel.Validator
	reached reached
	// replicas is the path of the number that the scale subresource sets; empty when there is none.
	replicas []string
	// hasStatus: the server drops `status` from what users write.
	hasStatus bool
	err       error
}

// cache holds what was compiled, by content: the CRDs of base and head are mostly the same.
var cache = map[[sha256.Size]byte]*compiled{}

// known finds what was compiled without reading the schema again, which can be half a megabyte, for every object.
var known = map[*schema.Custom]*compiled{}

// A compiled CRD can take megabytes; past this many, start over.
const cacheLimit = 300

func compile(kind *schema.Kind) *compiled {
	if done := known[kind.Custom]; done != nil {
		return done
	}
	done := compileContent(kind.Custom)
	known[kind.Custom] = done
	return done
}

func compileContent(custom *schema.Custom) *compiled {
	hash := sha256.New()
	hash.Write(custom.Schema)
	hash.Write([]byte{0})
	hash.Write(custom.Subresources)
	key := [sha256.Size]byte(hash.Sum(nil))
	if done := cache[key]; done != nil {
		return done
	}
	if len(cache) >= cacheLimit {
		clear(cache)
		clear(known)
	}
	done := build(custom)
	cache[key] = done
	return done
}

func build(custom *schema.Custom) *compiled {
	result := &compiled{}
	var subresources struct {
		Status *struct{} `json:"status"`
		Scale  *struct {
			SpecReplicasPath string `json:"specReplicasPath"`
		} `json:"scale"`
	}
	if len(custom.Subresources) > 0 {
		if err := json.Unmarshal(custom.Subresources, &subresources); err != nil {
			return &compiled{err: err}
		}
	}
	result.hasStatus = subresources.Status != nil
	if subresources.Scale != nil {
		result.replicas = strings.Split(strings.TrimPrefix(subresources.Scale.SpecReplicasPath, "."), ".")
	}
	text := custom.Schema
	if len(text) == 0 || string(text) == "null" {
		text = []byte(`{"type":"object","x-kubernetes-preserve-unknown-fields":true}`)
	}
	var written apiextensionsv1.JSONSchemaProps
	if err := json.Unmarshal(text, &written); err != nil {
		return &compiled{err: err}
	}
	var props apiextensions.JSONSchemaProps
	if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(&written, &props, nil); err != nil {
		return &compiled{err: err}
	}
	if result.structural, result.err = structural.NewStructural(&props); result.err != nil {
		return result
	}
	if faults := structural.ValidateStructural(nil, result.structural); len(faults) > 0 {
		result.err = fmt.Errorf("the schema is not structural: %w", faults.ToAggregate())
		return result
	}
	if result.schema, _, result.err = validation.NewSchemaValidator(&props); result.err != nil {
		return result
	}
	return result
}
