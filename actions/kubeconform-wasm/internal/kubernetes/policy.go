package kubernetes

import (
	autoscalingv1 "k8s.io/api/autoscaling/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	policyv1 "k8s.io/api/policy/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	metav1validation "k8s.io/apimachinery/pkg/apis/meta/v1/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/kubernetes/pkg/apis/autoscaling"
	autoscaling1 "k8s.io/kubernetes/pkg/apis/autoscaling/v1"
	autoscaling2 "k8s.io/kubernetes/pkg/apis/autoscaling/v2"
	autoscalingvalidation "k8s.io/kubernetes/pkg/apis/autoscaling/validation"
	"k8s.io/kubernetes/pkg/apis/policy"
	convertpolicy "k8s.io/kubernetes/pkg/apis/policy/v1"
	policyvalidation "k8s.io/kubernetes/pkg/apis/policy/validation"
	"k8s.io/kubernetes/pkg/apis/rbac"
	convertrbac "k8s.io/kubernetes/pkg/apis/rbac/v1"
	rbacvalidation "k8s.io/kubernetes/pkg/apis/rbac/validation"
	"k8s.io/kubernetes/pkg/features"
)

// Options as in the strategies of pkg/registry/autoscaling, policy and rbac.
func init() {
	register("autoscaling/v1 HorizontalPodAutoscaler", steward[autoscalingv1.HorizontalPodAutoscaler, autoscaling.HorizontalPodAutoscaler]{
		defaults: autoscaling1.SetObjectDefaults_HorizontalPodAutoscaler,
		convert:  autoscaling1.Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler,
		create:   createAutoscaler,
		update:   updateAutoscaler,
	})
	register("autoscaling/v2 HorizontalPodAutoscaler", steward[autoscalingv2.HorizontalPodAutoscaler, autoscaling.HorizontalPodAutoscaler]{
		defaults: autoscaling2.SetObjectDefaults_HorizontalPodAutoscaler,
		convert:  autoscaling2.Convert_v2_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler,
		create:   createAutoscaler,
		update:   updateAutoscaler,
	})
	register("policy/v1 PodDisruptionBudget", steward[policyv1.PodDisruptionBudget, policy.PodDisruptionBudget]{
		convert: convertpolicy.Convert_v1_PodDisruptionBudget_To_policy_PodDisruptionBudget,
		prepare: func(one *policy.PodDisruptionBudget) { one.Status = policy.PodDisruptionBudgetStatus{} },
		create: func(one *policy.PodDisruptionBudget) field.ErrorList {
			return policyvalidation.ValidatePodDisruptionBudget(one, policyvalidation.PodDisruptionBudgetValidationOptions{})
		},
		update: func(one, old *policy.PodDisruptionBudget) field.ErrorList {
			had := old.Spec.Selector != nil && metav1validation.LabelSelectorHasInvalidLabelValue(old.Spec.Selector)
			return policyvalidation.ValidatePodDisruptionBudget(one, policyvalidation.PodDisruptionBudgetValidationOptions{AllowInvalidLabelValueInSelector: had})
		},
	})
	register("rbac.authorization.k8s.io/v1 Role", steward[rbacv1.Role, rbac.Role]{
		convert: convertrbac.Convert_v1_Role_To_rbac_Role,
		create:  rbacvalidation.ValidateRole,
		update:  rbacvalidation.ValidateRoleUpdate,
	})
	register("rbac.authorization.k8s.io/v1 ClusterRole", steward[rbacv1.ClusterRole, rbac.ClusterRole]{
		clusterScoped: true,
		convert:       convertrbac.Convert_v1_ClusterRole_To_rbac_ClusterRole,
		create: func(one *rbac.ClusterRole) field.ErrorList {
			return rbacvalidation.ValidateClusterRole(one, rbacvalidation.ClusterRoleValidationOptions{})
		},
		update: func(one, old *rbac.ClusterRole) field.ErrorList {
			return rbacvalidation.ValidateClusterRoleUpdate(one, old, rbacvalidation.ClusterRoleValidationOptions{})
		},
	})
	register("rbac.authorization.k8s.io/v1 RoleBinding", steward[rbacv1.RoleBinding, rbac.RoleBinding]{
		defaults: convertrbac.SetObjectDefaults_RoleBinding,
		convert:  convertrbac.Convert_v1_RoleBinding_To_rbac_RoleBinding,
		create:   rbacvalidation.ValidateRoleBinding,
		update:   rbacvalidation.ValidateRoleBindingUpdate,
	})
	register("rbac.authorization.k8s.io/v1 ClusterRoleBinding", steward[rbacv1.ClusterRoleBinding, rbac.ClusterRoleBinding]{
		clusterScoped: true,
		defaults:      convertrbac.SetObjectDefaults_ClusterRoleBinding,
		convert:       convertrbac.Convert_v1_ClusterRoleBinding_To_rbac_ClusterRoleBinding,
		create:        rbacvalidation.ValidateClusterRoleBinding,
		update:        rbacvalidation.ValidateClusterRoleBindingUpdate,
	})
}

func createAutoscaler(one *autoscaling.HorizontalPodAutoscaler) field.ErrorList {
	return autoscalingvalidation.ValidateHorizontalPodAutoscaler(one, autoscalerOptions(one, nil))
}

func updateAutoscaler(one, old *autoscaling.HorizontalPodAutoscaler) field.ErrorList {
	return autoscalingvalidation.ValidateHorizontalPodAutoscalerUpdate(one, old, autoscalerOptions(one, old))
}

func autoscalerOptions(one, old *autoscaling.HorizontalPodAutoscaler) autoscalingvalidation.HorizontalPodAutoscalerSpecValidationOptions {
	options := autoscalingvalidation.HorizontalPodAutoscalerSpecValidationOptions{MinReplicasLowerBound: 1}
	options.ObjectMetricsValidationOptions.AllowEmptyAPIGroup = true
	hadZero := old != nil && old.Spec.MinReplicas != nil && *old.Spec.MinReplicas == 0
	if hadZero || utilfeature.DefaultFeatureGate.Enabled(features.HPAScaleToZero) {
		options.MinReplicasLowerBound = 0
	}
	target := one.Spec.ScaleTargetRef
	options.ScaleTargetRefValidationOptions.AllowInvalidAPIVersion = old != nil && old.Spec.ScaleTargetRef.APIVersion == target.APIVersion && old.Spec.ScaleTargetRef.Kind == target.Kind
	// The only scalable kind of the core group, whose name is empty.
	options.ScaleTargetRefValidationOptions.AllowEmptyAPIGroup = target.Kind == "ReplicationController"
	return options
}
