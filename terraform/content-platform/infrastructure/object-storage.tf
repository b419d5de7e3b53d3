resource "ionoscloud_s3_bucket" "this" {
  for_each = var.buckets

  name   = "${var.bucket_prefix}-${each.key}"
  region = var.s3_region

  lifecycle {
    prevent_destroy = true
  }
}

resource "ionoscloud_s3_bucket_versioning" "this" {
  for_each = ionoscloud_s3_bucket.this

  bucket = each.value.name

  versioning_configuration {
    status = "Enabled"
  }
}

resource "ionoscloud_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = ionoscloud_s3_bucket.this

  bucket = each.value.name

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

# Media too: WordPress serves them, browsers never ask the bucket.
resource "ionoscloud_s3_bucket_public_access_block" "this" {
  for_each = ionoscloud_s3_bucket.this

  bucket                  = each.value.name
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
