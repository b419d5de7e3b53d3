// What custom controllers make from their objects: Secrets, ConfigMaps, Services, ServiceAccounts and pods. Data only.

/** Kinds whose existence a controller can bring about. */
export type Provided = 'Secret' | 'ConfigMap' | 'Service' | 'ServiceAccount'

/**
 * Names are templates: `{a.b|c.d}` is the text at the first path that has one (`*` for each item).
 * `pods` are labels that the controller's pods carry beside others that are not listed.
 */
export type Provision = Partial<Record<Provided, readonly string[]>> & {
  readonly pods?: Readonly<Record<string, string>>
  /** The objects appear in any namespace, not only in that of the object. */
  readonly anyNamespace?: true
  /** Secrets only when the object carries one of these annotations. */
  readonly secretsWhen?: readonly string[]
}

const own = '{metadata.name}'
const certManager = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer', 'kubernetes.io/tls-acme']

export const provisions: Readonly<Record<string, Provision>> = {
  'acid.zalan.do/postgresql': {
    Service: [own, `${own}-repl`],
    pods: { 'cluster-name': own },
  },
  'bitnami.com/SealedSecret': { Secret: ['{spec.template.metadata.name|metadata.name}'] },
  'cert-manager.io/Certificate': { Secret: ['{spec.secretName}'] },
  'cert-manager.io/ClusterIssuer': { pods: { 'acme.cert-manager.io/http01-solver': 'true' }, anyNamespace: true },
  'cert-manager.io/Issuer': { pods: { 'acme.cert-manager.io/http01-solver': 'true' } },
  'external-secrets.io/ClusterExternalSecret': {
    Secret: ['{spec.externalSecretSpec.target.name|spec.externalSecretName|metadata.name}'],
    anyNamespace: true,
  },
  'external-secrets.io/ExternalSecret': {
    Secret: ['{spec.target.name|metadata.name}'],
    ConfigMap: ['{spec.target.name|metadata.name}'],
  },
  'gateway.networking.k8s.io/Gateway': {
    Secret: ['{spec.listeners.*.tls.certificateRefs.*.name}'],
    secretsWhen: certManager,
    // Controllers that deploy a proxy beside the Gateway, such as Istio's, follow GEP-1762.
    Service: [own, `${own}-istio`],
    ServiceAccount: [own, `${own}-istio`],
    pods: { 'gateway.networking.k8s.io/gateway-name': own },
  },
  'isindir.github.com/SopsSecret': { Secret: ['{spec.secretTemplates.*.name}'] },
  'k8s.keycloak.org/Keycloak': {
    Secret: [`${own}-initial-admin`],
    Service: [`${own}-service`, `${own}-discovery`],
    pods: { app: 'keycloak', 'app.kubernetes.io/instance': own },
  },
  'k8s.mariadb.com/MariaDB': {
    Secret: [
      '{spec.rootPasswordSecretKeyRef.name}',
      '{spec.passwordSecretKeyRef.name}',
      `${own}-root`,
      `${own}-password`,
    ],
    Service: [own, `${own}-internal`, `${own}-primary`, `${own}-secondary`],
    ServiceAccount: [own],
    pods: { 'app.kubernetes.io/name': 'mariadb', 'app.kubernetes.io/instance': own },
  },
  'kafka.strimzi.io/Kafka': {
    Secret: [`${own}-cluster-ca-cert`, `${own}-clients-ca-cert`],
    Service: [`${own}-kafka-bootstrap`, `${own}-kafka-brokers`],
    pods: { 'strimzi.io/cluster': own },
  },
  'kafka.strimzi.io/KafkaUser': { Secret: [own] },
  'kyverno.io/ClusterPolicy': {
    Secret: ['{spec.rules.*.generate.name}'],
    ConfigMap: ['{spec.rules.*.generate.name}'],
    ServiceAccount: ['{spec.rules.*.generate.name}'],
    anyNamespace: true,
  },
  'monitoring.coreos.com/Alertmanager': {
    Service: ['alertmanager-operated'],
    pods: { alertmanager: own, 'app.kubernetes.io/name': 'alertmanager' },
  },
  'monitoring.coreos.com/Prometheus': {
    Service: ['prometheus-operated'],
    pods: { prometheus: own, 'app.kubernetes.io/name': 'prometheus' },
  },
  'networking.k8s.io/Ingress': { Secret: ['{spec.tls.*.secretName}'], secretsWhen: certManager },
  'onepassword.com/OnePasswordItem': { Secret: [own] },
  'postgresql.cnpg.io/Cluster': {
    Secret: [`${own}-app`, `${own}-superuser`, `${own}-ca`, `${own}-server`, `${own}-replication`],
    ConfigMap: ['cnpg-default-monitoring'],
    Service: [
      `${own}-rw`,
      `${own}-ro`,
      `${own}-r`,
      '{spec.managed.services.additional.*.serviceTemplate.metadata.name}',
    ],
    ServiceAccount: [own],
    pods: { 'cnpg.io/cluster': own, postgresql: own },
  },
  'postgresql.cnpg.io/Pooler': { Service: [own], pods: { 'cnpg.io/poolerName': own } },
  'rabbitmq.com/RabbitmqCluster': {
    Secret: [`${own}-default-user`, `${own}-erlang-cookie`],
    ConfigMap: [`${own}-server-conf`, `${own}-plugins-conf`],
    Service: [own, `${own}-nodes`],
    ServiceAccount: [`${own}-server`],
    pods: { 'app.kubernetes.io/name': own },
  },
  'rabbitmq.com/User': { Secret: [`${own}-user-credentials`] },
  'secrets.hashicorp.com/VaultDynamicSecret': { Secret: ['{spec.destination.name}'] },
  'secrets.hashicorp.com/VaultPKISecret': { Secret: ['{spec.destination.name}'] },
  'secrets.hashicorp.com/VaultStaticSecret': { Secret: ['{spec.destination.name}'] },
  'serving.knative.dev/Service': { Service: [own] },
  'trust.cert-manager.io/Bundle': { ConfigMap: [own], Secret: [own], anyNamespace: true },
}

/** Objects that exist in every namespace, or in the one named before the slash. */
export const everywhere: Readonly<Record<Provided, readonly string[]>> = {
  ConfigMap: ['kube-root-ca.crt', 'istio-ca-root-cert', 'openshift-service-ca.crt'],
  Secret: [],
  Service: ['default/kubernetes', 'kube-system/kube-dns'],
  ServiceAccount: ['default'],
}

/** Annotations on a Service by which something else than its selector makes a Secret. */
export const servingCertificateAnnotation = 'service.beta.openshift.io/serving-cert-secret-name'

/**
 * API groups whose kinds make nothing beyond the table above. Of any other custom kind we assume that it makes
 * objects and pods called after itself: silence is better than an alarm about an operator that we do not know.
 */
const knownGroups = new Set([
  'acme.cert-manager.io',
  'argoproj.io',
  'autoscaling.k8s.io',
  'barmancloud.cnpg.io',
  'bitnami.com',
  'capsule.clastix.io',
  'cert-manager.io',
  'cilium.io',
  'external-secrets.io',
  'gateway.envoyproxy.io',
  'keda.sh',
  'kyverno.io',
  'monitoring.coreos.com',
  'networking.istio.io',
  'postgresql.cnpg.io',
  'projectcalico.org',
  'rabbitmq.com',
  'secrets.hashicorp.com',
  'security.istio.io',
  'telemetry.istio.io',
  'trust.cert-manager.io',
  'velero.io',
])

/** Whether kinds of the group might make objects that we know nothing of. Groups of Kubernetes itself do not. */
export const isUnknownGroup = (group: string): boolean =>
  group.includes('.') && !group.endsWith('.k8s.io') && !knownGroups.has(group)
