// Where schemas come from: one Go module a source, and what is read in it. The version is the one in the source's go.mod.
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')
export const schemasFolder = join(root, 'schemas')
export const bundleFolder = join(schemasFolder, 'bundle')

export type Source = {
  /** Folder below `schemas/sources`. */
  readonly name: string
  readonly module: string
  /** A light package of the module: its blank import keeps `go mod tidy` from dropping the pin. */
  readonly pin: string
  /** Folders or files with CustomResourceDefinitions; a folder is read without its subfolders. */
  readonly crds?: readonly string[]
  /** The Kubernetes minor that the module is the API server of. */
  readonly kubernetes?: string
  /** True for the module whose generated lifecycle functions are read. */
  readonly lifecycle?: boolean
}

const kubernetes = (minor: string): Source => ({
  name: `kubernetes-${minor}`,
  module: 'k8s.io/kubernetes',
  pin: 'pkg/security',
  kubernetes: minor,
})

/** Every source. Pins that import nothing but the standard library keep go.sum at two lines; the others have no such package. */
export const sources: readonly Source[] = [
  kubernetes('1.34'),
  kubernetes('1.35'),
  kubernetes('1.36'),
  kubernetes('1.37'),
  { name: 'kubernetes-api', module: 'k8s.io/api', pin: '', lifecycle: true },
  {
    name: 'argo-cd',
    module: 'github.com/argoproj/argo-cd/v3',
    pin: 'util/hash',
    crds: ['manifests/crds'],
  },
  {
    name: 'argo-rollouts',
    module: 'github.com/argoproj/argo-rollouts',
    pin: 'pkg/apis/rollouts',
    crds: ['manifests/crds'],
  },
  { name: 'capsule', module: 'github.com/projectcapsule/capsule', pin: 'pkg/api/rbac', crds: ['charts/capsule/crds'] },
  { name: 'cert-manager', module: 'github.com/cert-manager/cert-manager', pin: 'pkg/apis', crds: ['deploy/crds'] },
  {
    name: 'cloudnative-pg',
    module: 'github.com/cloudnative-pg/cloudnative-pg',
    pin: 'pkg/versions',
    crds: ['config/crd/bases'],
  },
  {
    name: 'cloudnative-pg-barman',
    module: 'github.com/cloudnative-pg/plugin-barman-cloud',
    pin: 'api/v1',
    crds: ['config/crd/bases'],
  },
  {
    name: 'envoy-gateway',
    module: 'github.com/envoyproxy/gateway',
    pin: 'api',
    crds: ['charts/gateway-helm/charts/crds/crds/generated'],
  },
  { name: 'external-dns', module: 'sigs.k8s.io/external-dns', pin: 'apis', crds: ['config/crd/standard'] },
  {
    name: 'external-secrets',
    module: 'github.com/external-secrets/external-secrets',
    pin: 'cmd/esoctl/generator',
    crds: ['config/crds/bases'],
  },
  {
    name: 'external-snapshotter',
    module: 'github.com/kubernetes-csi/external-snapshotter/client/v8',
    pin: 'apis/volumesnapshot/v1',
    crds: ['config/crd'],
  },
  { name: 'gateway-api', module: 'sigs.k8s.io/gateway-api', pin: 'pkg/consts', crds: ['config/crd/standard'] },
  { name: 'istio', module: 'istio.io/api', pin: 'label', crds: ['kubernetes/customresourcedefinitions.gen.yaml'] },
  { name: 'keda', module: 'github.com/kedacore/keda/v2', pin: 'version', crds: ['config/crd/bases'] },
  {
    name: 'kong',
    module: 'github.com/kong/kubernetes-ingress-controller/v3',
    pin: 'pkg/apis/incubator',
    crds: ['test/e2e/manifests/all-in-one-dbless.yaml'],
  },
  {
    name: 'kyverno',
    module: 'github.com/kyverno/kyverno',
    pin: 'pkg/engine/resources',
    crds: ['config/crds/kyverno', 'config/crds/policies.kyverno.io'],
  },
  {
    name: 'mariadb-operator',
    module: 'github.com/mariadb-operator/mariadb-operator/v25',
    pin: 'pkg/galera/state',
    crds: ['config/crd/bases'],
  },
  {
    name: 'prometheus-operator',
    module: 'github.com/prometheus-operator/prometheus-operator',
    pin: 'example',
    crds: ['example/prometheus-operator-crd'],
  },
  {
    name: 'rabbitmq-cluster-operator',
    module: 'github.com/rabbitmq/cluster-operator/v2',
    pin: 'api/v1beta1',
    crds: ['config/crd/bases'],
  },
  {
    name: 'rabbitmq-topology-operator',
    module: 'github.com/rabbitmq/messaging-topology-operator',
    pin: 'api/v1beta1',
    crds: ['config/crd/bases'],
  },
  {
    name: 'vault-secrets-operator',
    module: 'github.com/hashicorp/vault-secrets-operator',
    pin: 'credentials/vault/consts',
    crds: ['config/crd/bases'],
  },
  {
    name: 'velero',
    module: 'github.com/vmware-tanzu/velero',
    pin: 'pkg/apis/velero/shared',
    crds: ['config/crd/v1/bases', 'config/crd/v2alpha1/bases'],
  },
  {
    name: 'vertical-pod-autoscaler',
    module: 'k8s.io/autoscaler/vertical-pod-autoscaler',
    pin: 'pkg/apis/autoscaling.k8s.io/v1',
    crds: ['deploy/vpa-v1-crd-gen.yaml'],
  },
]

/** Folder of a source. */
export const sourceFolder = (source: Source) => join(schemasFolder, 'sources', source.name)
