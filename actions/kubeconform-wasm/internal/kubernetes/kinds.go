package kubernetes

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/conversion"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// kind is what the server does with objects of one version of a kind.
type kind struct {
	// read decodes, defaults and converts.
	read   func(object map[string]any) (any, error)
	create func(object any) field.ErrorList
	// update takes both as they are written, and whether the old one could be read.
	update func(object, old map[string]any) (field.ErrorList, error)
}

// kinds by `apiVersion kind`.
var kinds = map[string]kind{}

type object[T any] interface {
	*T
	metav1.Object
}

// steward is the server's knowledge of a kind: V is the version that is written, I its internal form.
type steward[V, I any] struct {
	clusterScoped bool
	defaults      func(*V)
	convert       func(*V, *I, conversion.Scope) error
	// prepare does what the server does before it validates, beyond metadata.
	prepare func(*I)
	create  func(*I) field.ErrorList
	update  func(object, old *I) field.ErrorList
}

func register[V, I any, O object[I]](name string, of steward[V, I]) {
	kinds[name] = kind{
		read: func(written map[string]any) (any, error) {
			version, err := of.decode(written)
			if err != nil {
				return nil, err
			}
			return internalForm[V, I, O](of, version)
		},
		create: func(internal any) field.ErrorList { return of.create(internal.(*I)) },
		update: func(object, old map[string]any) (field.ErrorList, error) {
			stored, err := of.decode(old)
			if err != nil {
				return nil, err
			}
			changed, err := applied(stored, old, object)
			if err != nil {
				return nil, err
			}
			version, err := of.decode(changed)
			if err != nil {
				return nil, err
			}
			before, err := internalForm[V, I, O](of, stored)
			if err != nil {
				return nil, err
			}
			after, err := internalForm[V, I, O](of, version)
			if err != nil {
				return nil, err
			}
			return of.update(after, before), nil
		},
	}
}

// decode reads what is written and adds what the server adds by default.
func (of steward[V, I]) decode(written map[string]any) (*V, error) {
	version := new(V)
	if err := runtime.DefaultUnstructuredConverter.FromUnstructured(written, version); err != nil {
		return nil, err
	}
	if of.defaults != nil {
		of.defaults(version)
	}
	return version, nil
}

func internalForm[V, I any, O object[I]](of steward[V, I], version *V) (*I, error) {
	internal := new(I)
	if err := of.convert(version, internal, nil); err != nil {
		return nil, err
	}
	fillMetadata(O(internal), of.clusterScoped)
	if of.prepare != nil {
		of.prepare(internal)
	}
	return internal, nil
}

// fillMetadata sets what a request brings beside the object: Argo CD names the namespace, the server makes up a name and an identity.
func fillMetadata(metadata metav1.Object, clusterScoped bool) {
	if clusterScoped {
		metadata.SetNamespace("")
	} else if metadata.GetNamespace() == "" {
		metadata.SetNamespace("default")
	}
	if metadata.GetName() == "" && metadata.GetGenerateName() != "" {
		metadata.SetName(metadata.GetGenerateName() + "xxxxx")
	}
	metadata.SetUID(types.UID("00000000-0000-0000-0000-000000000000"))
	metadata.SetResourceVersion("1")
	metadata.SetGeneration(1)
	metadata.SetSelfLink("")
	metadata.SetManagedFields(nil)
	metadata.SetDeletionTimestamp(nil)
	metadata.SetDeletionGracePeriodSeconds(nil)
	metadata.SetCreationTimestamp(metav1.Time{})
}
