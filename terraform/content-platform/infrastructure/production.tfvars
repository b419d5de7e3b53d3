# Passwords come from TF_VAR_postgres_password and TF_VAR_mariadb_password.

kubernetes_version = "1.35.2"
bucket_prefix      = "your-org-content-platform"

# An example network (RFC 5737): set the one that your runners and people come from.
api_allow_list = ["192.0.2.0/24"]
