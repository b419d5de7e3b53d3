package crd

import (
	"context"
	"testing"

	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	celconfig "k8s.io/apiserver/pkg/apis/cel"

	"kubeconform-wasm/internal/schema"
)

// Independent truth: a validator that holds every rule from the start, as the API server's does.
func TestRulesThatAreReachedAreAllThatCount(t *testing.T) {
	load(t, definition)
	kind := schema.Lookup("stable.example.com/v1", "CronTab")
	definition := compile(kind)
	whole := cel.NewValidator(definition.structural, true, celconfig.PerCallLimit)
	specs := []string{
		"replicas: 3, minReplicas: 1",
		"replicas: 3, minReplicas: 1, big: 1",
		"replicas: 3, minReplicas: 9, big: 9007199254740992",
		"replicas: 3, minReplicas: 1, big: 9007199254740992, size: 1, storageClass: a",
	}
	refused := 0
	for _, spec := range specs {
		subject := object(t, spec)
		few, _ := definition.rulesFor(subject).Validate(context.Background(), nil, definition.structural, subject, nil, celconfig.RuntimeCELCostBudget)
		all, _ := whole.Validate(context.Background(), nil, definition.structural, subject, nil, celconfig.RuntimeCELCostBudget)
		if few.ToAggregate() == nil != (all.ToAggregate() == nil) || (all.ToAggregate() != nil && few.ToAggregate().Error() != all.ToAggregate().Error()) {
			t.Errorf("%s: %v, with every rule %v", spec, few, all)
		}
		if all.ToAggregate() != nil {
			refused++
		}
	}
	if refused < 2 {
		t.Errorf("only %d of %d objects were refused", refused, len(specs))
	}
}
