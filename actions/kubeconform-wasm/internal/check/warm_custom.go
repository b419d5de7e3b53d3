package check

import (
	"kubeconform-wasm/internal/bridge"
	"kubeconform-wasm/internal/crd"
	"kubeconform-wasm/internal/schema"
)

// The custom kinds that most runs of these platforms meet. Compiling the CEL rules of one takes 0.1 to 0.7 s at run time,
// in every worker; here it costs about 50 KB of the compressed module a kind.
var commonCustomKinds = [][2]string{
	{"argoproj.io/v1alpha1", "Application"}, {"argoproj.io/v1alpha1", "AppProject"},
	{"cert-manager.io/v1", "Certificate"}, {"cert-manager.io/v1", "ClusterIssuer"}, {"cert-manager.io/v1", "Issuer"},
	{"gateway.networking.k8s.io/v1", "Gateway"}, {"gateway.networking.k8s.io/v1", "GatewayClass"}, {"gateway.networking.k8s.io/v1", "HTTPRoute"},
	{"gateway.envoyproxy.io/v1alpha1", "BackendTrafficPolicy"}, {"gateway.envoyproxy.io/v1alpha1", "ClientTrafficPolicy"},
	{"gateway.envoyproxy.io/v1alpha1", "SecurityPolicy"},
	{"monitoring.coreos.com/v1", "PodMonitor"}, {"monitoring.coreos.com/v1", "Probe"}, {"monitoring.coreos.com/v1", "PrometheusRule"},
	{"monitoring.coreos.com/v1", "ServiceMonitor"},
	{"postgresql.cnpg.io/v1", "Cluster"}, {"postgresql.cnpg.io/v1", "ScheduledBackup"}, {"barmancloud.cnpg.io/v1", "ObjectStore"},
	{"external-secrets.io/v1", "ExternalSecret"}, {"external-secrets.io/v1", "SecretStore"},
	{"keda.sh/v1alpha1", "ScaledObject"}, {"keda.sh/v1alpha1", "TriggerAuthentication"},
	{"security.istio.io/v1", "PeerAuthentication"}, {"security.istio.io/v1", "AuthorizationPolicy"},
	{"networking.istio.io/v1", "DestinationRule"}, {"networking.istio.io/v1", "ServiceEntry"}, {"networking.istio.io/v1", "VirtualService"},
}

// Kinds so large that their rules would add tenfold: of these the schema is made ready, and the rules that an object reaches
// are compiled then. EnvoyProxy with all its rules takes 16 MB of the module; without it, half a second in every worker.
var largeCustomKinds = [][2]string{{"gateway.envoyproxy.io/v1alpha1", "EnvoyProxy"}}

func init() {
	bridge.OnWarm(func() {
		each(commonCustomKinds, crd.Warm)
		each(largeCustomKinds, crd.WarmSchema)
	})
}

func each(names [][2]string, warm func(*schema.Kind)) {
	for _, name := range names {
		if kind := schema.Lookup(name[0], name[1]); kind != nil && kind.Custom != nil {
			warm(kind)
		}
	}
}
