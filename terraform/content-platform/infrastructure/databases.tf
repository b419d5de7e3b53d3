# Authentik's database. The password is write-only: neither plan nor state has it.
resource "ionoscloud_pg_cluster_v2" "authentik" {
  name             = "authentik"
  version          = var.postgres_version
  location         = var.location
  replication_mode = "STRICTLY_SYNCHRONOUS"

  instances = {
    count        = 2
    cores        = 2
    ram          = 4
    storage_size = 20
  }

  connections = {
    datacenter_id            = ionoscloud_datacenter.this.id
    lan_id                   = ionoscloud_lan.databases.id
    primary_instance_address = var.postgres_address
  }

  backup = {
    location       = var.s3_region
    retention_days = 7
  }

  maintenance_window = {
    day_of_the_week = "Sunday"
    time            = "03:00:00"
  }

  credentials = {
    username         = "authentik"
    password         = var.postgres_password
    password_version = var.postgres_password_version
    database         = "authentik"
  }

  lifecycle {
    prevent_destroy = true
  }
}

# WordPress's database. Its password is in the state, marked as sensitive: the provider has no write-only argument for it.
resource "ionoscloud_mariadb_cluster" "wordpress" {
  display_name    = "wordpress"
  mariadb_version = var.mariadb_version
  location        = var.location
  instances       = 2
  cores           = 4
  ram             = 4
  storage_size    = 20

  connections {
    datacenter_id = ionoscloud_datacenter.this.id
    lan_id        = ionoscloud_lan.databases.id
    cidr          = var.mariadb_address
  }

  maintenance_window {
    day_of_the_week = "Sunday"
    time            = "03:00:00"
  }

  credentials {
    username = "wordpress"
    password = var.mariadb_password
  }

  lifecycle {
    prevent_destroy = true
  }
}
