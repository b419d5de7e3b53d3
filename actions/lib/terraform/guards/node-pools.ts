// What is known of Kubernetes node pools and clusters: which attributes cannot be changed while their nodes live.

export type PoolRule = {
  readonly isCluster: boolean
  /** Attributes that the API cannot change. A provider shows a replacement, an error, or an update that replaces. */
  readonly immutable: readonly string[]
  /** Attributes whose change shows as an update and makes the provider replace all nodes. */
  readonly rotating?: readonly (readonly (string | number)[])[]
  /** The count of nodes, and the path to the greatest number of its autoscaler. */
  readonly autoscaled?: readonly string[]
}

/** https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_node_pool: what needs `temporary_name_for_rotation`. */
const aksRotating = [
  ...['fips_enabled', 'host_encryption_enabled', 'kubelet_config', 'kubelet_disk_type', 'linux_os_config', 'max_pods'],
  ...['node_public_ip_enabled', 'os_disk_size_gb', 'os_disk_type', 'pod_subnet_id', 'snapshot_id', 'ultra_ssd_enabled'],
  ...['vm_size', 'vnet_subnet_id', 'zones'],
]

export const poolRules: ReadonlyMap<string, PoolRule> = new Map<string, PoolRule>([
  [
    // docs/resources/k8s_node_pool.md of the provider: an error without `allow_replace`, with it destroyed and created.
    'ionoscloud_k8s_node_pool',
    {
      isCluster: false,
      immutable: ['name', 'cpu_family', 'availability_zone', 'cores_count', 'ram_size', 'storage_size', 'storage_type'],
      autoscaled: ['node_count', 'auto_scaling', 'max_node_count'],
    },
  ],
  // docs/resources/k8s_cluster.md of the provider: what a private cluster is made with.
  ['ionoscloud_k8s_cluster', { isCluster: true, immutable: ['public', 'location', 'nat_gateway_ip', 'node_subnet'] }],
  [
    'azurerm_kubernetes_cluster_node_pool',
    { isCluster: false, immutable: [], rotating: aksRotating.map((name) => [name]) },
  ],
  [
    'azurerm_kubernetes_cluster',
    { isCluster: true, immutable: [], rotating: aksRotating.map((name) => ['default_node_pool', 0, name]) },
  ],
  // Their providers show a replacement as what it is; only the order matters.
  ['aws_eks_node_group', { isCluster: false, immutable: [] }],
  ['google_container_node_pool', { isCluster: false, immutable: [] }],
  ['aws_eks_cluster', { isCluster: true, immutable: [] }],
  ['google_container_cluster', { isCluster: true, immutable: [] }],
])
