package kubernetes

import (
	batchv1 "k8s.io/api/batch/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	metav1validation "k8s.io/apimachinery/pkg/apis/meta/v1/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	podutil "k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/batch"
	convert "k8s.io/kubernetes/pkg/apis/batch/v1"
	"k8s.io/kubernetes/pkg/apis/batch/validation"
	"k8s.io/kubernetes/pkg/features"
)

// Options as in the strategies of pkg/registry/batch.
func init() {
	register("batch/v1 Job", steward[batchv1.Job, batch.Job]{
		defaults: convert.SetObjectDefaults_Job,
		convert:  convert.Convert_v1_Job_To_batch_Job,
		prepare:  prepareJob,
		create: func(one *batch.Job) field.ErrorList {
			return validation.ValidateJobCreate(one, jobOptions(one, nil))
		},
		update: func(one, old *batch.Job) field.ErrorList {
			return validation.ValidateJobUpdate(one, old, jobOptions(one, old))
		},
	})
	register("batch/v1 CronJob", steward[batchv1.CronJob, batch.CronJob]{
		defaults: convert.SetObjectDefaults_CronJob,
		convert:  convert.Convert_v1_CronJob_To_batch_CronJob,
		prepare: func(one *batch.CronJob) {
			one.Status = batch.CronJobStatus{}
			podutil.DropDisabledTemplateFields(&one.Spec.JobTemplate.Spec.Template, nil)
		},
		create: func(one *batch.CronJob) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.JobTemplate.Spec.Template, nil)
			return validation.ValidateCronJobCreate(one, options)
		},
		update: func(one, old *batch.CronJob) field.ErrorList {
			options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.JobTemplate.Spec.Template, &old.Spec.JobTemplate.Spec.Template)
			return validation.ValidateCronJobUpdate(one, old, options)
		},
	})
}

// prepareJob adds the labels and the selector that tie pods to a Job, unless the user keeps them himself.
func prepareJob(one *batch.Job) {
	one.Status = batch.JobStatus{}
	podutil.DropDisabledTemplateFields(&one.Spec.Template, nil)
	if one.Spec.ManualSelector != nil && *one.Spec.ManualSelector {
		return
	}
	labels := &one.Spec.Template.Labels
	addMissing(labels, map[string]string{
		batch.LegacyJobNameLabel:       one.Name,
		batch.JobNameLabel:             one.Name,
		batch.LegacyControllerUidLabel: string(one.UID),
		batch.ControllerUidLabel:       string(one.UID),
	})
	if one.Spec.Selector == nil {
		one.Spec.Selector = &metav1.LabelSelector{}
	}
	addMissing(&one.Spec.Selector.MatchLabels, map[string]string{batch.ControllerUidLabel: string(one.UID)})
}

func addMissing(labels *map[string]string, more map[string]string) {
	if *labels == nil {
		*labels = map[string]string{}
	}
	for name, value := range more {
		if _, exists := (*labels)[name]; !exists {
			(*labels)[name] = value
		}
	}
}

func jobOptions(one, old *batch.Job) validation.JobValidationOptions {
	if old == nil {
		options := podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, nil)
		return validation.JobValidationOptions{PodValidationOptions: options, RequirePrefixedLabels: true}
	}
	// A suspended Job that never ran may still be changed; whether it ran, a tree cannot know.
	suspended := old.Spec.Suspend != nil && *old.Spec.Suspend
	options := validation.JobValidationOptions{
		PodValidationOptions:             podutil.GetValidationOptionsFromPodTemplate(&one.Spec.Template, &old.Spec.Template),
		RequirePrefixedLabels:            true,
		AllowMutableSchedulingDirectives: suspended,
		AllowMutablePodResources:         suspended && utilfeature.DefaultFeatureGate.Enabled(features.MutablePodResourcesForSuspendedJobs),
	}
	options.AllowInvalidLabelValueInSelector = options.AllowInvalidLabelValueInSelector || metav1validation.LabelSelectorHasInvalidLabelValue(old.Spec.Selector)
	return options
}
