terraform {
  # IONOS Object Storage speaks S3 but is not AWS: each skip_ turns off a question that only AWS can answer.
  # Credentials come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
  backend "s3" {
    bucket = "your-org-terraform-state"
    key    = "content-platform/infrastructure.tfstate"
    region = "eu-central-3"

    endpoints = {
      s3 = "https://s3.eu-central-3.ionoscloud.com"
    }

    use_lockfile                = true
    use_path_style              = true
    skip_credentials_validation = true
    skip_metadata_api_check     = true
    skip_region_validation      = true
    skip_requesting_account_id  = true
    skip_s3_checksum            = true
  }
}
