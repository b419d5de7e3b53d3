package kubernetes

import (
	appsv1 "k8s.io/api/apps/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	metav1validation "k8s.io/apimachinery/pkg/apis/meta/v1/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	podutil "k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/apps"
	convert "k8s.io/kubernetes/pkg/apis/apps/v1"
	"k8s.io/kubernetes/pkg/apis/apps/validation"
	"k8s.io/kubernetes/pkg/features"
)

// Options as in the strategies of pkg/registry/apps.
func init() {
	register("apps/v1 Deployment", steward[appsv1.Deployment, apps.Deployment]{
		defaults: convert.SetObjectDefaults_Deployment,
		convert:  convert.Convert_v1_Deployment_To_apps_Deployment,
		prepare: func(one *apps.Deployment) {
			one.Status = apps.DeploymentStatus{}
			podutil.DropDisabledTemplateFields(&one.Spec.Template, nil)
		},
		create: func(one *apps.Deployment) field.ErrorList {
			return validation.ValidateDeployment(one, podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, nil))
		},
		update: func(one, old *apps.Deployment) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, &old.Spec.Template)
			return validation.ValidateDeploymentUpdate(one, old, options)
		},
	})
	register("apps/v1 ReplicaSet", steward[appsv1.ReplicaSet, apps.ReplicaSet]{
		defaults: convert.SetObjectDefaults_ReplicaSet,
		convert:  convert.Convert_v1_ReplicaSet_To_apps_ReplicaSet,
		prepare: func(one *apps.ReplicaSet) {
			one.Status = apps.ReplicaSetStatus{}
			podutil.DropDisabledTemplateFields(&one.Spec.Template, nil)
		},
		create: func(one *apps.ReplicaSet) field.ErrorList {
			return validation.ValidateReplicaSet(one, podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, nil))
		},
		update: func(one, old *apps.ReplicaSet) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, &old.Spec.Template)
			return validation.ValidateReplicaSetUpdate(one, old, options)
		},
	})
	register("apps/v1 DaemonSet", steward[appsv1.DaemonSet, apps.DaemonSet]{
		defaults: convert.SetObjectDefaults_DaemonSet,
		convert:  convert.Convert_v1_DaemonSet_To_apps_DaemonSet,
		prepare: func(one *apps.DaemonSet) {
			one.Status = apps.DaemonSetStatus{}
			podutil.DropDisabledTemplateFields(&one.Spec.Template, nil)
		},
		create: func(one *apps.DaemonSet) field.ErrorList {
			return validation.ValidateDaemonSet(one, podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, nil))
		},
		update: func(one, old *apps.DaemonSet) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, &old.Spec.Template)
			one.Spec.TemplateGeneration = old.Spec.TemplateGeneration
			if !equality.Semantic.DeepEqual(one.Spec.Template, old.Spec.Template) {
				one.Spec.TemplateGeneration++
			}
			options.AllowInvalidLabelValueInSelector = options.AllowInvalidLabelValueInSelector || metav1validation.LabelSelectorHasInvalidLabelValue(old.Spec.Selector)
			return validation.ValidateDaemonSetUpdate(one, old, options)
		},
	})
	register("apps/v1 StatefulSet", steward[appsv1.StatefulSet, apps.StatefulSet]{
		defaults: convert.SetObjectDefaults_StatefulSet,
		convert:  convert.Convert_v1_StatefulSet_To_apps_StatefulSet,
		prepare:  prepareStatefulSet,
		create: func(one *apps.StatefulSet) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, nil)
			return validation.ValidateStatefulSet(one, statefulSetOptions(nil), options)
		},
		update: func(one, old *apps.StatefulSet) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, &old.Spec.Template)
			return validation.ValidateStatefulSetUpdate(one, old, statefulSetOptions(old), options)
		},
	})
}

func prepareStatefulSet(one *apps.StatefulSet) {
	one.Status = apps.StatefulSetStatus{}
	podutil.DropDisabledTemplateFields(&one.Spec.Template, nil)
	if update := one.Spec.UpdateStrategy.RollingUpdate; update != nil && !utilfeature.DefaultFeatureGate.Enabled(features.MaxUnavailableStatefulSet) {
		update.MaxUnavailable = nil
	}
}

// statefulSetOptions: what a running set has already is not refused when it stays.
func statefulSetOptions(old *apps.StatefulSet) validation.StatefulSetValidationOptions {
	recreate := utilfeature.DefaultFeatureGate.Enabled(features.StatefulSetRecreateStrategy)
	return validation.StatefulSetValidationOptions{
		AllowInvalidServiceName:          old != nil,
		SkipValidateVolumeClaimTemplates: old != nil,
		AllowStatefulSetRecreateStrategy: recreate || old != nil && old.Spec.UpdateStrategy.Type == apps.RecreateStatefulSetStrategyType,
	}
}
