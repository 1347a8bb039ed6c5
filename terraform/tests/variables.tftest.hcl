# Each variable refuses what it must. A run expects every variable that it lists to fail, so one that
# does not is named.

mock_provider "aws" {}

variables {
  bucket_name  = "example-reports"
  package_path = "tests/fixtures/package.zip"
}

run "other_forms_are_refused" {
  command = plan

  variables {
    region                   = "Singapore"
    name                     = "a-name-that-is-longer-than-roles-allow"
    bucket_name              = "reports.example.org"
    package_path             = "versions.tf"
    secret_kms_key_arn       = "arn:aws:kms:ap-southeast-1:123456789012:alias/aws/secretsmanager"
    keys_dated               = "yesterday"
    alarm_email              = "operator at example.org"
    daily_budget_usd         = -1
    openai_model             = "GPT 4o"
    openai_fallback_model    = "GPT 4o mini"
    cache_ttl_hours          = 1.5
    pdf_url_expiration_hours = 0
  }

  expect_failures = [
    var.region,
    var.name,
    var.bucket_name,
    var.package_path,
    var.secret_kms_key_arn,
    var.keys_dated,
    var.alarm_email,
    var.daily_budget_usd,
    var.openai_model,
    var.openai_fallback_model,
    var.cache_ttl_hours,
    var.pdf_url_expiration_hours,
  ]
}

run "values_beyond_the_range_are_refused" {
  command = plan

  variables {
    name                     = "report-"
    bucket_name              = "r"
    daily_budget_usd         = 1001
    cache_ttl_hours          = 97
    pdf_url_expiration_hours = 169
  }

  expect_failures = [
    var.name,
    var.bucket_name,
    var.daily_budget_usd,
    var.cache_ttl_hours,
    var.pdf_url_expiration_hours,
  ]
}
