resource "ionoscloud_k8s_cluster" "this" {
  name                  = var.name
  k8s_version           = var.kubernetes_version
  api_subnet_allow_list = var.api_allow_list

  maintenance_window {
    day_of_the_week = "Sunday"
    time            = "03:00:00Z"
  }

  lifecycle {
    prevent_destroy = true
  }
}

data "ionoscloud_k8s_cluster" "this" {
  id = ionoscloud_k8s_cluster.this.id
}

# IONOS upgrades a version that has reached its end of life, and the provider shows no difference for it.
check "kubernetes_version" {
  assert {
    condition     = join(".", slice(split(".", data.ionoscloud_k8s_cluster.this.k8s_version), 0, 2)) == join(".", slice(split(".", var.kubernetes_version), 0, 2))
    error_message = "The cluster runs Kubernetes ${data.ionoscloud_k8s_cluster.this.k8s_version}, kubernetes_version says ${var.kubernetes_version}: set it to what runs."
  }
}
