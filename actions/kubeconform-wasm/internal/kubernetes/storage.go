package kubernetes

import (
	corev1 "k8s.io/api/core/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
	claims "k8s.io/kubernetes/pkg/api/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/apis/core"
	convertcore "k8s.io/kubernetes/pkg/apis/core/v1"
	corevalidation "k8s.io/kubernetes/pkg/apis/core/validation"
	"k8s.io/kubernetes/pkg/apis/scheduling"
	convertscheduling "k8s.io/kubernetes/pkg/apis/scheduling/v1"
	schedulingvalidation "k8s.io/kubernetes/pkg/apis/scheduling/validation"
	"k8s.io/kubernetes/pkg/apis/storage"
	convertstorage "k8s.io/kubernetes/pkg/apis/storage/v1"
	storagevalidation "k8s.io/kubernetes/pkg/apis/storage/validation"
)

// Options as in the strategies of pkg/registry/core, storage and scheduling.
func init() {
	register("v1 PersistentVolumeClaim", steward[corev1.PersistentVolumeClaim, core.PersistentVolumeClaim]{
		defaults: convertcore.SetObjectDefaults_PersistentVolumeClaim,
		convert:  convertcore.Convert_v1_PersistentVolumeClaim_To_core_PersistentVolumeClaim,
		// A claim that a tree changes is taken for a bound one: only those can be enlarged.
		prepare: func(one *core.PersistentVolumeClaim) {
			one.Status = core.PersistentVolumeClaimStatus{Phase: core.ClaimBound, Capacity: one.Spec.Resources.Requests}
			// The server drops a data source that is none, instead of refusing it.
			claims.EnforceDataSourceBackwardsCompatibility(&one.Spec, nil)
			claims.NormalizeDataSources(&one.Spec)
		},
		create: func(one *core.PersistentVolumeClaim) field.ErrorList {
			return corevalidation.ValidatePersistentVolumeClaim(one, corevalidation.ValidationOptionsForPersistentVolumeClaim(one, nil))
		},
		update: func(one, old *core.PersistentVolumeClaim) field.ErrorList {
			options := corevalidation.ValidationOptionsForPersistentVolumeClaim(one, old)
			return corevalidation.ValidatePersistentVolumeClaimUpdate(one, old, options)
		},
	})
	register("v1 PersistentVolume", steward[corev1.PersistentVolume, core.PersistentVolume]{
		clusterScoped: true,
		defaults:      convertcore.SetObjectDefaults_PersistentVolume,
		convert:       convertcore.Convert_v1_PersistentVolume_To_core_PersistentVolume,
		create: func(one *core.PersistentVolume) field.ErrorList {
			return corevalidation.ValidatePersistentVolume(one, corevalidation.ValidationOptionsForPersistentVolume(one, nil))
		},
		update: func(one, old *core.PersistentVolume) field.ErrorList {
			options := corevalidation.ValidationOptionsForPersistentVolume(one, old)
			return append(corevalidation.ValidatePersistentVolume(one, options), corevalidation.ValidatePersistentVolumeUpdate(one, old, options)...)
		},
	})
	register("storage.k8s.io/v1 StorageClass", steward[storagev1.StorageClass, storage.StorageClass]{
		clusterScoped: true,
		defaults:      convertstorage.SetObjectDefaults_StorageClass,
		convert:       convertstorage.Convert_v1_StorageClass_To_storage_StorageClass,
		create:        storagevalidation.ValidateStorageClass,
		update: func(one, old *storage.StorageClass) field.ErrorList {
			return append(storagevalidation.ValidateStorageClass(one), storagevalidation.ValidateStorageClassUpdate(one, old)...)
		},
	})
	register("scheduling.k8s.io/v1 PriorityClass", steward[schedulingv1.PriorityClass, scheduling.PriorityClass]{
		clusterScoped: true,
		defaults:      convertscheduling.SetObjectDefaults_PriorityClass,
		convert:       convertscheduling.Convert_v1_PriorityClass_To_scheduling_PriorityClass,
		create:        schedulingvalidation.ValidatePriorityClass,
		update:        schedulingvalidation.ValidatePriorityClassUpdate,
	})
}
