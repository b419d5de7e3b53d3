# What the rows of the requirements demand, held against a plan with a mocked provider: no cloud, no credentials.
#
# Nothing is applied, for what holds data resists being torn down.

mock_provider "ionoscloud" {
  # OpenTofu mocks computed values in plans too, and these two have to have a certain form.
  mock_resource "ionoscloud_lan" {
    defaults = { id = "1" }
  }

  mock_resource "ionoscloud_ipblock" {
    defaults = { ips = ["203.0.113.1"] }
  }
}

variables {
  kubernetes_version = "1.35.2"
  api_allow_list     = ["192.0.2.0/24"]
  bucket_prefix      = "example"
  postgres_password  = "only-for-this-test"
  mariadb_password   = "only-for-this-test"
}

run "berlin" {
  command = plan

  assert {
    condition     = ionoscloud_datacenter.this.location == "de/txl" && ionoscloud_ipblock.gateway.location == "de/txl"
    error_message = "A-01: everything is in de/txl."
  }
}

run "cluster" {
  command = plan

  assert {
    condition     = ionoscloud_k8s_cluster.this.maintenance_window[0].time == "03:00:00Z"
    error_message = "A-02: the cluster has a maintenance window, in the form that Kubernetes wants."
  }

  assert {
    condition     = toset(ionoscloud_k8s_cluster.this.api_subnet_allow_list) == toset(["192.0.2.0/24"])
    error_message = "A-11: the API answers only to the networks that are named."
  }
}

run "nodes" {
  command = plan

  assert {
    condition = alltrue([
      ionoscloud_k8s_node_pool.this["workers"].node_count == 3,
      ionoscloud_k8s_node_pool.this["workers"].cores_count == 4,
      ionoscloud_k8s_node_pool.this["workers"].ram_size == 8192,
      ionoscloud_k8s_node_pool.this["workers"].storage_size == 100,
      ionoscloud_k8s_node_pool.this["workers"].storage_type == "SSD",
    ])
    error_message = "A-03: 3 nodes with 4 cores, 8 GB and 100 GB of SSD each."
  }

  assert {
    condition     = output.capacity == { cores = 12, ram_gb = 24, storage_gb = 300 }
    error_message = "A-04: 12 cores, 24 GB and 300 GB in all."
  }

  assert {
    condition     = ionoscloud_k8s_node_pool.this["workers"].auto_scaling[0].min_node_count == 3 && ionoscloud_k8s_node_pool.this["workers"].auto_scaling[0].max_node_count > 3
    error_message = "A-06: the pool scales out by itself, and never below 3."
  }
}

run "databases" {
  command = plan

  assert {
    condition     = ionoscloud_pg_cluster_v2.authentik.instances.count >= 2 && ionoscloud_pg_cluster_v2.authentik.location == "de/txl"
    error_message = "A-07: PostgreSQL is highly available."
  }

  assert {
    condition     = ionoscloud_mariadb_cluster.wordpress.instances >= 2 && ionoscloud_mariadb_cluster.wordpress.ram >= 4
    error_message = "A-08: MariaDB is highly available, with at least 4 GB."
  }

  assert {
    condition     = !ionoscloud_lan.databases.public
    error_message = "A-07, A-08: databases are in a private LAN."
  }

  assert {
    condition     = ionoscloud_pg_cluster_v2.authentik.backup.retention_days >= 7
    error_message = "A-16: PostgreSQL has backups."
  }
}

run "object_storage" {
  command = plan

  assert {
    condition     = alltrue([for kind in [ionoscloud_s3_bucket_versioning.this, ionoscloud_s3_bucket_server_side_encryption_configuration.this, ionoscloud_s3_bucket_public_access_block.this] : toset(keys(kind)) == toset(keys(ionoscloud_s3_bucket.this))])
    error_message = "A-09: every bucket has versions, encryption and no public access."
  }

  assert {
    condition     = alltrue([for one in ionoscloud_s3_bucket_server_side_encryption_configuration.this : one.rule[0].apply_server_side_encryption_by_default.sse_algorithm == "AES256"])
    error_message = "A-16: buckets are encrypted at rest."
  }
}

run "address_and_connections" {
  command = plan

  assert {
    condition     = ionoscloud_ipblock.gateway.size == 1
    error_message = "A-10: one reserved address."
  }

  assert {
    condition     = output.storage_class == "ionos-enterprise-ssd" && output.postgres.sslmode == "require" && output.mariadb.ssl_mode == "REQUIRED"
    error_message = "A-15, A-16: claims name the SSD class, connections use TLS."
  }
}

run "two_nodes_are_refused" {
  command = plan

  variables {
    node_pools = { workers = { node_count = 2 } }
  }

  expect_failures = [var.node_pools]
}

run "small_disks_are_refused" {
  command = plan

  variables {
    node_pools = { workers = { storage_gb = 99 } }
  }

  expect_failures = [var.node_pools]
}

run "a_ceiling_at_the_floor_is_refused" {
  command = plan

  variables {
    node_pools = { workers = { max_node_count = 3 } }
  }

  expect_failures = [var.node_pools]
}

run "an_open_api_is_refused" {
  command = plan

  variables {
    api_allow_list = ["0.0.0.0/0"]
  }

  expect_failures = [var.api_allow_list]
}

run "another_spelling_of_the_location_is_refused" {
  command = plan

  variables {
    location = "DE-TXL"
  }

  expect_failures = [var.location]
}

run "a_public_address_for_a_database_is_refused" {
  command = plan

  variables {
    postgres_address = "203.0.113.9/24"
  }

  expect_failures = [var.postgres_address]
}
