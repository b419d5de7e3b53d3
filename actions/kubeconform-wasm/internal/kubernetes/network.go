package kubernetes

import (
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/apis/core"
	convertcore "k8s.io/kubernetes/pkg/apis/core/v1"
	corevalidation "k8s.io/kubernetes/pkg/apis/core/validation"
	"k8s.io/kubernetes/pkg/apis/networking"
	convert "k8s.io/kubernetes/pkg/apis/networking/v1"
	"k8s.io/kubernetes/pkg/apis/networking/validation"
)

// Options as in the strategies of pkg/registry/core/service and networking.
func init() {
	register("v1 Service", steward[corev1.Service, core.Service]{
		defaults: convertcore.SetObjectDefaults_Service,
		convert:  convertcore.Convert_v1_Service_To_core_Service,
		prepare:  prepareService,
		create:   corevalidation.ValidateServiceCreate,
		update:   updateService,
	})
	register("networking.k8s.io/v1 Ingress", steward[networkingv1.Ingress, networking.Ingress]{
		convert: convert.Convert_v1_Ingress_To_networking_Ingress,
		prepare: func(one *networking.Ingress) { one.Status = networking.IngressStatus{} },
		create:  validation.ValidateIngressCreate,
		update:  validation.ValidateIngressUpdate,
	})
	register("networking.k8s.io/v1 IngressClass", steward[networkingv1.IngressClass, networking.IngressClass]{
		clusterScoped: true,
		defaults:      convert.SetObjectDefaults_IngressClass,
		convert:       convert.Convert_v1_IngressClass_To_networking_IngressClass,
		create:        validation.ValidateIngressClass,
		update:        validation.ValidateIngressClassUpdate,
	})
	register("networking.k8s.io/v1 NetworkPolicy", steward[networkingv1.NetworkPolicy, networking.NetworkPolicy]{
		defaults: convert.SetObjectDefaults_NetworkPolicy,
		convert:  convert.Convert_v1_NetworkPolicy_To_networking_NetworkPolicy,
		create: func(one *networking.NetworkPolicy) field.ErrorList {
			return validation.ValidateNetworkPolicy(one, validation.ValidationOptionsForNetworking(one, nil))
		},
		update: func(one, old *networking.NetworkPolicy) field.ErrorList {
			return validation.ValidateNetworkPolicyUpdate(one, old, validation.ValidationOptionsForNetworking(one, old))
		},
	})
}

// firstNodePort is the first of the range that a server gives by default.
const firstNodePort = 30000

// prepareService does what the server's allocation does: the one address is the first of the list, and health checks get a port.
func prepareService(one *core.Service) {
	one.Status = core.ServiceStatus{}
	if one.Spec.ClusterIP != "" && len(one.Spec.ClusterIPs) == 0 {
		one.Spec.ClusterIPs = []string{one.Spec.ClusterIP}
	}
	local := one.Spec.ExternalTrafficPolicy == core.ServiceExternalTrafficPolicyLocal
	if one.Spec.Type == core.ServiceTypeLoadBalancer && local && one.Spec.HealthCheckNodePort == 0 {
		one.Spec.HealthCheckNodePort = firstNodePort
	}
}

// updateService keeps what the server has allocated and drops what belongs to the old type alone.
func updateService(one, old *core.Service) field.ErrorList {
	one, old = one.DeepCopy(), old.DeepCopy()
	if old.Spec.ClusterIP == "" && one.Spec.ClusterIP == core.ClusterIPNone && old.Spec.Type != core.ServiceTypeExternalName {
		// Which address it was given, a tree cannot know; that it was given one, it can.
		old.Spec.ClusterIP, old.Spec.ClusterIPs = allocatedAddress, []string{allocatedAddress}
	}
	if one.Spec.ClusterIP == "" && one.Spec.Type != core.ServiceTypeExternalName && old.Spec.Type != core.ServiceTypeExternalName {
		one.Spec.ClusterIP, one.Spec.ClusterIPs = old.Spec.ClusterIP, old.Spec.ClusterIPs
	}
	if one.Spec.Type != core.ServiceTypeLoadBalancer && old.Spec.Type == core.ServiceTypeLoadBalancer {
		one.Spec.AllocateLoadBalancerNodePorts, one.Spec.LoadBalancerClass, one.Spec.HealthCheckNodePort = nil, nil, 0
	}
	return corevalidation.ValidateServiceUpdate(one, old)
}

const allocatedAddress = "10.96.0.1"
