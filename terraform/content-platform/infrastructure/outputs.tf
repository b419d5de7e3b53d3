output "capacity" {
  description = "What all pools have when none has scaled out."
  value = {
    cores      = sum([for pool in values(var.node_pools) : pool.node_count * pool.cores])
    ram_gb     = sum([for pool in values(var.node_pools) : pool.node_count * pool.ram_gb])
    storage_gb = sum([for pool in values(var.node_pools) : pool.node_count * pool.storage_gb])
  }
}

output "gateway_ip" {
  description = "For loadBalancerIP of the gateway's Service."
  value       = ionoscloud_ipblock.gateway.ips[0]
}

output "cluster_id" {
  description = "Id of the Kubernetes cluster."
  value       = ionoscloud_k8s_cluster.this.id
}

# IONOS upgrades a version that has reached its end of life, and the provider shows no difference for it: this output does.
output "kubernetes_version" {
  description = "What the cluster runs; set the variable of that name to it when they differ."
  value       = data.ionoscloud_k8s_cluster.this.k8s_version
}

output "kubeconfig" {
  description = "Access to the cluster as its administrator, in JSON: `terraform output -raw kubeconfig > kubeconfig.json`."
  value       = data.ionoscloud_k8s_cluster.this.kube_config
  sensitive   = true
}

output "storage_class" {
  description = "For every claim: without a name it gets spinning disks."
  value       = "ionos-enterprise-ssd"
}

output "postgres" {
  description = "How Authentik connects."
  value = {
    host     = ionoscloud_pg_cluster_v2.authentik.dns_name
    port     = 5432
    database = "authentik"
    username = "authentik"
    sslmode  = "require"
  }
}

output "mariadb" {
  description = "How WordPress connects."
  value = {
    host     = ionoscloud_mariadb_cluster.wordpress.dns_name
    port     = 3306
    username = "wordpress"
    ssl_mode = "REQUIRED"
  }
}

output "object_storage" {
  description = "Buckets by what they are for, and where they are."
  value = {
    endpoint = "https://s3.${var.s3_region}.ionoscloud.com"
    region   = var.s3_region
    buckets  = { for purpose, bucket in ionoscloud_s3_bucket.this : purpose => bucket.name }
  }
}
