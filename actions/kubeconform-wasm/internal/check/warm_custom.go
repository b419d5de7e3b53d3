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
}

func init() {
	bridge.OnWarm(func() {
		for _, name := range commonCustomKinds {
			if kind := schema.Lookup(name[0], name[1]); kind != nil && kind.Custom != nil {
				crd.Warm(kind)
			}
		}
	})
}
