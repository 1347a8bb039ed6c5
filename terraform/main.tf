# The two functions of one package, the queue between them, their bucket and their secret.

data "aws_caller_identity" "this" {}

locals {
  functions = {
    webhook = {
      does        = "Answers LINE's webhook and report links."
      timeout     = 5 # seconds; LINE gives up after 2, the code after 1.2
      concurrency = 20
      log_days    = 30
    }
    worker = {
      does        = "Makes reports: queue jobs, schedules, administration."
      timeout     = 120
      concurrency = 5
      log_days    = 90
    }
  }

  # Garbage collection, not expiry: the code decides what is still valid. A day here is 24 to 48 h.
  lifecycle_days = {
    "cache/reports/" = 6
    "cache/leases/"  = 1
    "dedup/"         = 1
    "reports/"       = 30
  }

  # Settings only. What is secret is in the secret, of which the functions know the name.
  environment = merge(
    {
      CACHE_BACKEND            = "hybrid"
      DAILY_BUDGET_USD         = tostring(var.daily_budget_usd)
      DEAD_LETTER_QUEUE_URL    = aws_sqs_queue.dead_letters.url
      JOB_QUEUE_URL            = aws_sqs_queue.jobs.url
      LINE_PUSH_FALLBACK       = var.line_push_fallback ? "on" : "off"
      METRIC_NAMESPACE         = var.name
      OPENAI_MODEL             = var.openai_model
      PDF_BUCKET_NAME          = aws_s3_bucket.this.bucket
      PDF_URL_EXPIRATION_HOURS = tostring(var.pdf_url_expiration_hours)
      SECRET_NAME              = aws_secretsmanager_secret.keys.name
    },
    var.cache_ttl_hours == null ? {} : { CACHE_TTL_HOURS = tostring(var.cache_ttl_hours) },
    var.openai_fallback_model == null ? {} : { OPENAI_FALLBACK_MODEL = var.openai_fallback_model },
  )
}

resource "aws_s3_bucket" "this" {
  bucket = var.bucket_name
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket                  = aws_s3_bucket.this.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_policy" "this" {
  bucket = aws_s3_bucket.this.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })

  depends_on = [aws_s3_bucket_public_access_block.this]
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket.this.id

  dynamic "rule" {
    for_each = local.lifecycle_days

    content {
      id     = trimsuffix(replace(rule.key, "/", "-"), "-")
      status = "Enabled"

      filter {
        prefix = rule.key
      }

      expiration {
        days = rule.value
      }
    }
  }
}

resource "aws_s3_object" "package" {
  bucket      = aws_s3_bucket.this.id
  key         = "package/dailyreport.zip"
  source      = var.package_path
  source_hash = filesha256(var.package_path)

  depends_on = [aws_s3_bucket_server_side_encryption_configuration.this]
}

resource "aws_secretsmanager_secret" "keys" {
  name                    = "${var.name}/keys"
  description             = "JSON with LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN and, if wanted, OPENAI_API_KEY and TWELVEDATA_API_KEY. Values are set by hand."
  kms_key_id              = var.secret_kms_key_arn
  recovery_window_in_days = 7
}

resource "aws_sqs_queue" "dead_letters" {
  name                      = "${var.name}-dead-letters"
  message_retention_seconds = 1209600 # 14 days
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue" "jobs" {
  name                       = "${var.name}-jobs"
  visibility_timeout_seconds = 180 # longer than the worker and its lease may take
  message_retention_seconds  = 3600
  sqs_managed_sse_enabled    = true

  # The last resort: the worker itself writes a letter at the third receipt, without anything of a
  # person; what SQS moves is the whole job. Two receipts more are for letters that were refused.
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = 4
  })
}

resource "aws_sqs_queue_redrive_allow_policy" "dead_letters" {
  queue_url = aws_sqs_queue.dead_letters.id

  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [aws_sqs_queue.jobs.arn]
  })
}

resource "aws_cloudwatch_log_group" "function" {
  for_each = local.functions

  name              = "/aws/lambda/${var.name}-${each.key}"
  retention_in_days = each.value.log_days
}

resource "aws_lambda_function" "this" {
  for_each = local.functions

  function_name                  = "${var.name}-${each.key}"
  description                    = join(" ", concat([each.value.does], var.keys_dated == null ? [] : ["Keys of ${var.keys_dated}."]))
  role                           = aws_iam_role.function[each.key].arn
  runtime                        = "provided.al2023" # the package brings its own Java
  architectures                  = ["x86_64"]        # the AOT cache belongs to one architecture
  handler                        = each.key
  memory_size                    = 1769 # one whole vCPU
  timeout                        = each.value.timeout
  reserved_concurrent_executions = each.value.concurrency
  publish                        = true

  s3_bucket        = aws_s3_object.package.bucket
  s3_key           = aws_s3_object.package.key
  source_code_hash = filebase64sha256(var.package_path)

  ephemeral_storage {
    size = 512 # MB
  }

  environment {
    variables = local.environment
  }

  logging_config {
    log_format = "Text" # a metric line must be the whole log event
    log_group  = aws_cloudwatch_log_group.function[each.key].name
  }

  depends_on = [aws_iam_role_policy.function]
}

resource "aws_lambda_alias" "live" {
  for_each = local.functions

  name             = "live"
  function_name    = aws_lambda_function.this[each.key].function_name
  function_version = aws_lambda_function.this[each.key].version
}

# LINE signs its requests and knows nothing of AWS, so the address is open and the code checks the
# signature. The provider itself grants lambda:InvokeFunctionUrl to everybody when auth is NONE.
resource "aws_lambda_function_url" "webhook" {
  function_name      = aws_lambda_function.this["webhook"].function_name
  qualifier          = aws_lambda_alias.live["webhook"].name
  authorization_type = "NONE"
}

# Since October 2025 an open address also needs lambda:InvokeFunction, limited to calls that come
# through it. aws_lambda_permission of provider 5.100 has no such limit, and without one everybody
# could invoke the function directly; CloudFormation has it.
resource "aws_cloudformation_stack" "webhook_url" {
  name = "${var.name}-webhook-url"

  template_body = jsonencode({
    Resources = {
      InvokeThroughUrlOnly = {
        Type = "AWS::Lambda::Permission"
        Properties = {
          Action                = "lambda:InvokeFunction"
          FunctionName          = aws_lambda_alias.live["webhook"].arn
          InvokedViaFunctionUrl = true
          Principal             = "*"
        }
      }
    }
  })
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn        = aws_sqs_queue.jobs.arn
  function_name           = aws_lambda_alias.live["worker"].arn
  batch_size              = 1
  function_response_types = ["ReportBatchItemFailures"]

  scaling_config {
    maximum_concurrency = 4 # of 5: one is left for schedules and administration
  }
}
