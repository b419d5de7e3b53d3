# Machines of a pool cannot be changed. To get others, add a second pool, drain the first, then remove it: never allow_replace,
# which deletes all nodes before it makes new ones.
resource "ionoscloud_k8s_node_pool" "this" {
  for_each = var.node_pools

  name              = "${var.name}-${each.key}"
  datacenter_id     = ionoscloud_datacenter.this.id
  k8s_cluster_id    = ionoscloud_k8s_cluster.this.id
  k8s_version       = ionoscloud_k8s_cluster.this.k8s_version
  availability_zone = "AUTO"
  server_type       = "DedicatedCore"
  node_count        = each.value.node_count
  cores_count       = each.value.cores
  ram_size          = each.value.ram_gb * 1024
  storage_size      = each.value.storage_gb
  storage_type      = "SSD"
  labels            = { pool = each.key }

  auto_scaling {
    min_node_count = each.value.node_count
    max_node_count = each.value.max_node_count
  }

  lans {
    id   = tonumber(ionoscloud_lan.databases.id)
    dhcp = true
  }

  maintenance_window {
    day_of_the_week = "Sunday"
    time            = "05:00:00Z"
  }

  lifecycle {
    # The autoscaler's, once the pool is there.
    ignore_changes = [node_count]
  }
}
