resource "ionoscloud_datacenter" "this" {
  name        = var.name
  location    = var.location
  description = "Content platform"

  lifecycle {
    prevent_destroy = true
  }
}

# Between the nodes and the databases, which have no public address.
resource "ionoscloud_lan" "databases" {
  datacenter_id = ionoscloud_datacenter.this.id
  name          = "${var.name}-databases"
  public        = false

  lifecycle {
    # A node pool must never be attached to a LAN that is gone.
    create_before_destroy = true
  }
}

# The one address of the platform. DNS points at it, so it outlives whatever uses it.
resource "ionoscloud_ipblock" "gateway" {
  name     = "${var.name}-gateway"
  location = ionoscloud_datacenter.this.location
  size     = 1

  lifecycle {
    prevent_destroy = true
  }
}
