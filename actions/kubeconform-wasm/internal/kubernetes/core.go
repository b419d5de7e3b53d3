package kubernetes

import (
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
	podutil "k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/core"
	convert "k8s.io/kubernetes/pkg/apis/core/v1"
	"k8s.io/kubernetes/pkg/apis/core/validation"
)

// Options as in the strategies of pkg/registry/core.
func init() {
	register("v1 Pod", steward[corev1.Pod, core.Pod]{
		defaults: convert.SetObjectDefaults_Pod,
		convert:  convert.Convert_v1_Pod_To_core_Pod,
		prepare: func(one *core.Pod) {
			one.Status = core.PodStatus{Phase: core.PodPending}
			podutil.DropDisabledPodFields(one, nil)
		},
		create: func(one *core.Pod) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodSpecAndMeta(&one.Spec, nil, &one.ObjectMeta, nil)
			options.ResourceIsPod = true
			return validation.ValidatePodCreate(one, options)
		},
		update: func(one, old *core.Pod) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodSpecAndMeta(&one.Spec, &old.Spec, &one.ObjectMeta, &old.ObjectMeta)
			options.ResourceIsPod = true
			return validation.ValidatePodUpdate(one, old, options)
		},
	})
	register("v1 ConfigMap", steward[corev1.ConfigMap, core.ConfigMap]{
		defaults: convert.SetObjectDefaults_ConfigMap,
		convert:  convert.Convert_v1_ConfigMap_To_core_ConfigMap,
		create:   validation.ValidateConfigMap,
		update:   validation.ValidateConfigMapUpdate,
	})
	register("v1 Secret", steward[corev1.Secret, core.Secret]{
		defaults: convert.SetObjectDefaults_Secret,
		convert:  convert.Convert_v1_Secret_To_core_Secret,
		create:   validation.ValidateSecret,
		update:   validation.ValidateSecretUpdate,
	})
	register("v1 ServiceAccount", steward[corev1.ServiceAccount, core.ServiceAccount]{
		convert: convert.Convert_v1_ServiceAccount_To_core_ServiceAccount,
		create:  validation.ValidateServiceAccount,
		update:  validation.ValidateServiceAccountUpdate,
	})
	register("v1 Namespace", steward[corev1.Namespace, core.Namespace]{
		clusterScoped: true,
		defaults:      convert.SetObjectDefaults_Namespace,
		convert:       convert.Convert_v1_Namespace_To_core_Namespace,
		create:        validation.ValidateNamespace,
		update: func(one, old *core.Namespace) field.ErrorList {
			return append(validation.ValidateNamespace(one), validation.ValidateNamespaceUpdate(one, old)...)
		},
	})
	register("v1 ResourceQuota", steward[corev1.ResourceQuota, core.ResourceQuota]{
		defaults: convert.SetObjectDefaults_ResourceQuota,
		convert:  convert.Convert_v1_ResourceQuota_To_core_ResourceQuota,
		prepare:  func(one *core.ResourceQuota) { one.Status = core.ResourceQuotaStatus{} },
		create:   validation.ValidateResourceQuota,
		update:   validation.ValidateResourceQuotaUpdate,
	})
	register("v1 LimitRange", steward[corev1.LimitRange, core.LimitRange]{
		defaults: convert.SetObjectDefaults_LimitRange,
		convert:  convert.Convert_v1_LimitRange_To_core_LimitRange,
		create:   validation.ValidateLimitRange,
		update:   func(one, _ *core.LimitRange) field.ErrorList { return validation.ValidateLimitRange(one) },
	})
}
