variable "name" {
  description = "Name of the data centre and the cluster, and the beginning of all other names."
  type        = string
  default     = "content-platform"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "Use 3 to 42 lower-case letters, digits and dashes, with a letter first."
  }
}

variable "location" {
  description = "Where everything runs, as IONOS writes it; de/txl is Berlin."
  type        = string
  default     = "de/txl"

  validation {
    condition     = can(regex("^[a-z]{2}/[a-z]{3}$", var.location))
    error_message = "Write the location in lower case with a slash, such as de/txl."
  }
}

variable "s3_region" {
  description = "Region of the buckets and of the backups of databases; eu-central-3 is Berlin."
  type        = string
  default     = "eu-central-3"

  validation {
    condition     = contains(["eu-central-3", "eu-central-4", "us-central-1"], var.s3_region)
    error_message = "IONOS has eu-central-3, eu-central-4 and us-central-1."
  }
}

variable "kubernetes_version" {
  description = "Version of the control plane and the nodes, in full; `ionosctl k8s version list` tells which there are."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]+\\.[0-9]+$", var.kubernetes_version))
    error_message = "Write the version in full, such as 1.35.2."
  }
}

variable "api_allow_list" {
  description = "Networks that may reach the API of the cluster."
  type        = list(string)

  validation {
    condition     = length(var.api_allow_list) > 0 && alltrue([for network in var.api_allow_list : can(cidrhost(network, 0))])
    error_message = "Give at least one network, each as address/prefix; without any the API would be open to all."
  }

  validation {
    condition     = alltrue([for network in var.api_allow_list : !endswith(network, "/0")])
    error_message = "A prefix of 0 opens the API to all."
  }
}

variable "node_pools" {
  description = "Node pools by name. The defaults are what one pool has to have; a second one is added while machines are exchanged."
  type = map(object({
    node_count     = optional(number, 3)
    max_node_count = optional(number, 5)
    cores          = optional(number, 4)
    ram_gb         = optional(number, 8)
    storage_gb     = optional(number, 100)
  }))
  default = { workers = {} }

  validation {
    condition     = length(var.node_pools) > 0
    error_message = "At least one pool is needed."
  }

  validation {
    condition     = alltrue([for pool in values(var.node_pools) : pool.node_count >= 3])
    error_message = "Two nodes were not enough: a pool has at least 3."
  }

  validation {
    condition     = alltrue([for pool in values(var.node_pools) : pool.storage_gb >= 100])
    error_message = "20 GB were not enough for images and logs: a node has at least 100 GB."
  }

  validation {
    condition     = alltrue([for pool in values(var.node_pools) : pool.max_node_count > pool.node_count])
    error_message = "IONOS scales only where max_node_count is greater than node_count."
  }
}

variable "postgres_version" {
  description = "Major version of PostgreSQL."
  type        = string
  default     = "17"

  validation {
    condition     = can(regex("^[0-9]{2}$", var.postgres_version))
    error_message = "Write the major version, such as 17."
  }
}

variable "postgres_address" {
  description = "Address of PostgreSQL in the private LAN, with the prefix of the LAN's subnet."
  type        = string
  default     = "192.168.100.10/24"

  validation {
    condition     = can(cidrhost(var.postgres_address, 0)) && can(regex("^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", var.postgres_address))
    error_message = "Give a private address with its prefix, such as 192.168.100.10/24."
  }
}

variable "postgres_password" {
  description = "Password of PostgreSQL. Reaches the provider only when postgres_password_version changes."
  type        = string
  sensitive   = true
  ephemeral   = true

  validation {
    condition     = length(var.postgres_password) >= 16
    error_message = "Use at least 16 characters."
  }
}

variable "postgres_password_version" {
  description = "Change it together with postgres_password: nothing else tells that the password is another one."
  type        = string
  default     = "1"

  validation {
    condition     = length(var.postgres_password_version) > 0
    error_message = "Any text but none."
  }
}

variable "mariadb_version" {
  description = "Version of MariaDB."
  type        = string
  default     = "10.6"

  validation {
    condition     = can(regex("^[0-9]{2}\\.[0-9]+$", var.mariadb_version))
    error_message = "Write major and minor, such as 10.6."
  }
}

variable "mariadb_address" {
  description = "Address of MariaDB in the private LAN, with the prefix of the LAN's subnet."
  type        = string
  default     = "192.168.100.20/24"

  validation {
    condition     = can(cidrhost(var.mariadb_address, 0)) && can(regex("^(10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\.", var.mariadb_address))
    error_message = "Give a private address with its prefix, such as 192.168.100.20/24."
  }

  validation {
    condition     = !startswith(var.mariadb_address, "10.233.")
    error_message = "MariaDB uses networks of 10.233.0.0/16 itself."
  }
}

variable "mariadb_password" {
  description = "Password of MariaDB."
  type        = string
  sensitive   = true

  validation {
    condition     = length(var.mariadb_password) >= 16 && length(var.mariadb_password) <= 63
    error_message = "Use 16 to 63 characters."
  }
}

variable "bucket_prefix" {
  description = "Beginning of the names of buckets, which are unique among all customers of IONOS."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{2,40}$", var.bucket_prefix))
    error_message = "Use 3 to 41 lower-case letters, digits and dashes."
  }
}

variable "buckets" {
  description = "Buckets by the end of their names: uploads of WordPress, and what Velero keeps."
  type        = set(string)
  default     = ["media", "backups"]

  validation {
    condition     = alltrue([for name in var.buckets : can(regex("^[a-z0-9-]{1,20}$", name))])
    error_message = "Use up to 20 lower-case letters, digits and dashes."
  }
}
