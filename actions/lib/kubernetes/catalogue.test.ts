import { describe, expect, test } from 'vitest'
import { catalogueOf, loadCatalogue } from './catalogue.ts'

const catalogue = await loadCatalogue()

describe('the catalogue of the bundle', () => {
  test('has the minors that can be judged', () => {
    expect(catalogue.versions).toEqual(expect.arrayContaining(['1.34', '1.35', '1.36']))
  })

  // Facts of the Kubernetes API, from `kubectl api-resources` of a real server, and of the operators' CRDs.
  test.each([
    ['v1', 'Pod', 'pods', true],
    ['v1', 'Node', 'nodes', false],
    ['v1', 'Endpoints', 'endpoints', true],
    ['apps/v1', 'Deployment', 'deployments', true],
    ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', true],
    ['networking.k8s.io/v1', 'IngressClass', 'ingressclasses', false],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles', false],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'customresourcedefinitions', false],
    ['apiregistration.k8s.io/v1', 'APIService', 'apiservices', false],
    ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'validatingadmissionpolicies', false],
    ['cert-manager.io/v1', 'ClusterIssuer', 'clusterissuers', false],
    ['gateway.networking.k8s.io/v1', 'Gateway', 'gateways', true],
    ['gateway.networking.k8s.io/v1', 'GatewayClass', 'gatewayclasses', false],
    ['argoproj.io/v1alpha1', 'ApplicationSet', 'applicationsets', true],
    ['postgresql.cnpg.io/v1', 'Cluster', 'clusters', true],
    ['barmancloud.cnpg.io/v1', 'ObjectStore', 'objectstores', true],
    ['monitoring.coreos.com/v1', 'Prometheus', 'prometheuses', true],
    ['velero.io/v1', 'Schedule', 'schedules', true],
    ['keda.sh/v1alpha1', 'ScaledObject', 'scaledobjects', true],
    ['rabbitmq.com/v1beta1', 'RabbitmqCluster', 'rabbitmqclusters', true],
    ['k8s.mariadb.com/v1alpha1', 'MariaDB', 'mariadbs', true],
    ['capsule.clastix.io/v1beta2', 'Tenant', 'tenants', false],
    ['snapshot.storage.k8s.io/v1', 'VolumeSnapshotClass', 'volumesnapshotclasses', false],
    ['external-secrets.io/v1', 'ClusterSecretStore', 'clustersecretstores', false],
    ['networking.istio.io/v1alpha3', 'EnvoyFilter', 'envoyfilters', true],
    ['policies.kyverno.io/v1', 'ValidatingPolicy', 'validatingpolicies', false],
    ['gateway.envoyproxy.io/v1alpha1', 'SecurityPolicy', 'securitypolicies', true],
  ])('%s %s', (apiVersion, kind, plural, namespaced) => {
    expect(catalogue.lookup(apiVersion, kind)).toMatchObject({ plural, namespaced })
  })

  // The dates of Kubernetes' deprecated API migration guide.
  test.each([
    ['policy/v1beta1', 'PodDisruptionBudget', '1.25', 'policy/v1'],
    ['policy/v1beta1', 'PodSecurityPolicy', '1.25', 'the Pod Security Standards labels of the Namespace'],
    ['extensions/v1beta1', 'Ingress', '1.22', 'networking.k8s.io/v1'],
    ['networking.k8s.io/v1beta1', 'IngressClass', '1.22', 'networking.k8s.io/v1'],
    ['batch/v1beta1', 'CronJob', '1.25', 'batch/v1'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', '1.26', 'autoscaling/v2'],
    ['flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema', '1.26', 'flowcontrol.apiserver.k8s.io/v1'],
    ['apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', '1.22', 'apiextensions.k8s.io/v1'],
    ['storage.k8s.io/v1beta1', 'CSIStorageCapacity', '1.27', 'storage.k8s.io/v1'],
    ['events.k8s.io/v1beta1', 'Event', '1.25', 'events.k8s.io/v1'],
  ])('%s %s is removed in %s', (apiVersion, kind, removedIn, replacement) => {
    expect(catalogue.lookup(apiVersion, kind)).toBeUndefined()
    expect(catalogue.lifecycle(apiVersion, kind)).toMatchObject({ removedIn, replacement })
  })

  test('a version that an operator no longer serves is refused, one that it promotes is warned of', () => {
    expect(catalogue.lookup('external-secrets.io/v1beta1', 'ExternalSecret')).toMatchObject({
      served: false,
      lifecycle: { verdict: 'refuse' },
    })
    expect(catalogue.lifecycle('networking.istio.io/v1beta1', 'VirtualService')).toMatchObject({ verdict: 'warn' })
    expect(catalogue.lifecycle('networking.istio.io/v1alpha3', 'EnvoyFilter')).toBeUndefined()
    expect(catalogue.lifecycle('kyverno.io/v1', 'ClusterPolicy')).toMatchObject({ verdict: 'warn' })
  })

  test.each([
    ['apps/v1', 'Deploymnet', 'apps/v1 Deployment'],
    ['app/v1', 'Deployment', 'apps/v1 Deployment'],
    ['apps/v2', 'StatefulSet', 'apps/v1 StatefulSet'],
    ['cert-manager.io/v1alpha2', 'Certificate', 'cert-manager.io/v1 Certificate'],
    ['v1', 'ConfigMaps', 'v1 ConfigMap'],
    ['example.org/v1', 'Widget', undefined],
  ])('%s %s was meant as %s', (apiVersion, kind, expected) => {
    const found = catalogue.nearest(apiVersion, kind)
    expect(found && `${found.apiVersion} ${found.kind}`).toBe(expected)
  })

  test('names of object members are no kinds', () => {
    expect(catalogueOf({ versions: [], kinds: {}, lifecycle: {} }).lookup('constructor', 'name')).toBeUndefined()
    expect(catalogue.lookup('v1', '__proto__')).toBeUndefined()
  })
})
