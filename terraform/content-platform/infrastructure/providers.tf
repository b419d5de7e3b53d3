# Credentials come from IONOS_TOKEN, and from IONOS_S3_ACCESS_KEY and IONOS_S3_SECRET_KEY, which a plan needs too:
# object storage answers to no token.
provider "ionoscloud" {
  s3_region = var.s3_region
}
