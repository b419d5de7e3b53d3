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
