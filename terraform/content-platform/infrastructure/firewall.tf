locals {
  # Web traffic is let in to the gateway's address only; a LoadBalancer forwards it to node ports.
  ingress_rules = {
    http       = { from = 80, to = 80, target = ionoscloud_ipblock.gateway.ips[0] }
    https      = { from = 443, to = 443, target = ionoscloud_ipblock.gateway.ips[0] }
    node-ports = { from = 30000, to = 32767, target = null }
  }
}

resource "ionoscloud_nsg" "nodes" {
  datacenter_id = ionoscloud_datacenter.this.id
  name          = "${var.name}-nodes"
  description   = "What reaches the nodes, and what they reach"
}

resource "ionoscloud_nsg_firewallrule" "ingress" {
  for_each = local.ingress_rules

  datacenter_id    = ionoscloud_datacenter.this.id
  nsg_id           = ionoscloud_nsg.nodes.id
  name             = each.key
  type             = "INGRESS"
  protocol         = "TCP"
  port_range_start = each.value.from
  port_range_end   = each.value.to
  target_ip        = each.value.target
}

# Nodes fetch images and talk to the control plane.
resource "ionoscloud_nsg_firewallrule" "egress" {
  datacenter_id = ionoscloud_datacenter.this.id
  nsg_id        = ionoscloud_nsg.nodes.id
  name          = "out"
  type          = "EGRESS"
  protocol      = "ANY"
}

resource "ionoscloud_datacenter_nsg_selection" "this" {
  datacenter_id = ionoscloud_datacenter.this.id
  nsg_id        = ionoscloud_nsg.nodes.id

  # In force only when it lets through what has to pass.
  depends_on = [ionoscloud_nsg_firewallrule.ingress, ionoscloud_nsg_firewallrule.egress]
}
