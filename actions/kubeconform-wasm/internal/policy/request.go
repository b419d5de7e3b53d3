package policy

import (
	admissionv1 "k8s.io/api/admission/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	apischema "k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission"
	admissioncel "k8s.io/apiserver/pkg/admission/plugin/cel"
)

func (subject *subject) requested() (*admission.VersionedAttributes, *admissionv1.AdmissionRequest) {
	if subject.attributes == nil {
		subject.attributes, subject.asked = subject.request()
	}
	return subject.attributes, subject.asked
}

// request builds what the admission chain passes on: nobody asks, so request.userInfo is empty.
func (subject *subject) request() (*admission.VersionedAttributes, *admissionv1.AdmissionRequest) {
	kind := apischema.GroupVersionKind{Group: subject.group, Version: subject.version, Kind: subject.kind}
	resource := apischema.GroupVersionResource{Group: subject.group, Version: subject.version, Resource: subject.resource}
	namespace := subject.namespace
	if subject.isNamespace() {
		namespace = subject.name
	}
	object := &unstructured.Unstructured{Object: subject.object}
	var old runtime.Object
	var options runtime.Object = &metav1.CreateOptions{}
	if subject.old != nil {
		old, options = &unstructured.Unstructured{Object: subject.old}, &metav1.UpdateOptions{}
	}
	attributes := admission.NewAttributesRecord(object, old, kind, namespace, subject.name, resource, "", admission.Operation(subject.operation), options, false, nil)
	versioned := &admission.VersionedAttributes{Attributes: attributes, VersionedKind: kind, VersionedObject: admission.NewLazyObject(object), VersionedOldObject: admission.NewLazyObject(old)}
	return versioned, admissioncel.CreateAdmissionRequest(attributes, metav1.GroupVersionResource(resource), metav1.GroupVersionKind(kind))
}
