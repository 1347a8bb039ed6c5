variable "region" {
  description = "AWS region in which everything lives."
  type        = string
  default     = "ap-southeast-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must look like ap-southeast-1."
  }
}

variable "name" {
  description = "Prefix of every name, so that two installations can share an account."
  type        = string
  default     = "dailyreport"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 characters of a-z, 0-9 and -, starting with a letter and not ending with -."
  }
}

variable "bucket_name" {
  description = "Name of the one S3 bucket for cache, reports and the package; unique in all of S3."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.bucket_name))
    error_message = "bucket_name must be 3 to 63 characters of a-z, 0-9 and -, without dots (they break TLS host names)."
  }
}

variable "package_path" {
  description = "Path of the zip with bootstrap, jre, lib and app.aot at its root. It is uploaded through the bucket, for it is larger than a direct upload may be."
  type        = string

  validation {
    condition     = endswith(var.package_path, ".zip")
    error_message = "package_path must name a .zip file."
  }
}

variable "secret_kms_key_arn" {
  description = "ARN of a customer-managed KMS key for the secret; null uses the key that AWS manages for Secrets Manager, which needs no further right."
  type        = string
  default     = null

  validation {
    condition     = var.secret_kms_key_arn == null || can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.secret_kms_key_arn))
    error_message = "secret_kms_key_arn must be the ARN of a key (not of an alias), or null."
  }
}

variable "keys_dated" {
  description = "Day on which the secret's value was last changed, or null. Another day makes new versions of the functions, which read the secret anew."
  type        = string
  default     = null

  validation {
    condition     = var.keys_dated == null || can(regex("^20[0-9]{2}-[01][0-9]-[0-3][0-9]$", var.keys_dated))
    error_message = "keys_dated must be a day such as 2026-01-31, or null."
  }
}

variable "alarm_email" {
  description = "Address that gets alarms and the daily digest after its owner has confirmed the subscription; null makes the topic without a subscriber."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_email == null || can(regex("^[^@\\s]+@[^@\\s]+$", var.alarm_email))
    error_message = "alarm_email must be one e-mail address, or null."
  }
}

variable "daily_budget_usd" {
  description = "Ceiling for the language model's cost on one Bangkok day, in US dollars; above it reports are written by the template."
  type        = number
  default     = 5

  validation {
    condition     = var.daily_budget_usd >= 0 && var.daily_budget_usd <= 1000
    error_message = "daily_budget_usd must lie within 0 and 1000."
  }
}

variable "openai_model" {
  description = "Name of the language model."
  type        = string
  default     = "gpt-4o"

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,63}$", var.openai_model))
    error_message = "openai_model must be a model's name such as gpt-4o."
  }
}

variable "openai_fallback_model" {
  description = "Name of the model in its place when the provider does not know it; null writes such reports by the template."
  type        = string
  default     = null

  validation {
    condition     = var.openai_fallback_model == null || can(regex("^[a-z0-9][a-z0-9.-]{1,63}$", var.openai_fallback_model))
    error_message = "openai_fallback_model must be a model's name such as gpt-4o-mini, or null."
  }
}

variable "line_push_fallback" {
  description = "Whether a report that missed its reply token may be pushed, which counts against LINE's monthly quota."
  type        = bool
  default     = false
}

variable "cache_ttl_hours" {
  description = "Cap on the life of every cached report, in hours; null lets the exchange's next close decide."
  type        = number
  default     = null

  validation {
    condition     = var.cache_ttl_hours == null || try(var.cache_ttl_hours >= 1 && var.cache_ttl_hours <= 96 && floor(var.cache_ttl_hours) == var.cache_ttl_hours, false)
    error_message = "cache_ttl_hours must be a whole number from 1 to 96, or null."
  }
}

variable "pdf_url_expiration_hours" {
  description = "Upper bound for the life of a presigned PDF address, in hours; the application signs for at most 15 minutes anyway."
  type        = number
  default     = 24

  validation {
    condition     = var.pdf_url_expiration_hours >= 1 && var.pdf_url_expiration_hours <= 168 && floor(var.pdf_url_expiration_hours) == var.pdf_url_expiration_hours
    error_message = "pdf_url_expiration_hours must be a whole number from 1 to 168, the longest life of a presigned address."
  }
}
