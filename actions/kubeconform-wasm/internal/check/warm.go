package check

import (
	"runtime"

	"k8s.io/apiserver/pkg/cel/environment"

	"kubeconform-wasm/internal/schema"
)

// The commonest built-in kinds: what they need is compiled once, when the engine is built.
var commonKinds = [][2]string{
	{"v1", "ConfigMap"}, {"v1", "Namespace"}, {"v1", "PersistentVolumeClaim"}, {"v1", "Pod"}, {"v1", "ResourceQuota"}, {"v1", "LimitRange"},
	{"v1", "Secret"}, {"v1", "Service"}, {"v1", "ServiceAccount"},
	{"apps/v1", "DaemonSet"}, {"apps/v1", "Deployment"}, {"apps/v1", "StatefulSet"}, {"autoscaling/v2", "HorizontalPodAutoscaler"},
	{"batch/v1", "CronJob"}, {"batch/v1", "Job"}, {"networking.k8s.io/v1", "Ingress"}, {"networking.k8s.io/v1", "IngressClass"}, {"networking.k8s.io/v1", "NetworkPolicy"},
	{"policy/v1", "PodDisruptionBudget"}, {"rbac.authorization.k8s.io/v1", "ClusterRole"}, {"rbac.authorization.k8s.io/v1", "ClusterRoleBinding"},
	{"rbac.authorization.k8s.io/v1", "Role"}, {"rbac.authorization.k8s.io/v1", "RoleBinding"}, {"scheduling.k8s.io/v1", "PriorityClass"},
	{"storage.k8s.io/v1", "StorageClass"},
}

// Warmed tells what Warm did.
type Warmed struct {
	Schemas int `json:"schemas"`
	// Bytes is by how much the live heap grew.
	Bytes int `json:"bytes"`
}

// Warm compiles the schemas of the commonest kinds for every minor of the bundle, and the environment of CEL.
func Warm() (Warmed, error) {
	before := heap()
	done := Warmed{}
	for _, name := range commonKinds {
		kind := schema.Lookup(name[0], name[1])
		if kind == nil || kind.Custom != nil {
			continue
		}
		for _, version := range kind.Versions {
			if _, err := kind.Compiled(version); err != nil {
				return done, err
			}
			done.Schemas++
		}
	}
	// One object of each sort walks the other lazy paths.
	metadata := map[string]any{"name": "a"}
	Objects([]map[string]any{
		{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": metadata, "spec": map[string]any{"replica": 1}},
		{"apiVersion": "v1", "kind": "Service", "metadata": metadata},
	}, schema.Versions())
	schema.ValidateMetadata(map[string]any{"metadata": metadata})
	environment.MustBaseEnvSet(environment.DefaultCompatibilityVersion())
	done.Bytes = heap() - before
	return done, nil
}

func heap() int {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int(stats.HeapAlloc)
}
