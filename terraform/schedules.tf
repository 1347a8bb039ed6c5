# What the clock starts. The worker tells these events from queue jobs by their own form.

locals {
  schedules = {
    prewarm-asia = {
      cron  = "cron(10 17 ? * MON-FRI *)" # after close and settlement of the Asian exchanges
      alias = aws_lambda_alias.live["worker"].arn
      event = { v = "1", event = "prewarm", group = "asia" }
    }
    prewarm-us = {
      cron  = "cron(10 5 ? * TUE-SAT *)" # the US session of the day before
      alias = aws_lambda_alias.live["worker"].arn
      event = { v = "1", event = "prewarm", group = "us" }
    }
    digest = {
      cron  = "cron(0 18 ? * * *)"
      alias = aws_lambda_alias.digest.arn
      event = { v = "1", event = "digest" }
    }
  }
}

# The digest is what the function returns; Lambda publishes the result of an asynchronous call of
# this alias, so the package needs no client for SNS.
resource "aws_lambda_alias" "digest" {
  name             = "digest"
  function_name    = aws_lambda_function.this["worker"].function_name
  function_version = aws_lambda_function.this["worker"].version
}

resource "aws_lambda_function_event_invoke_config" "digest" {
  function_name          = aws_lambda_function.this["worker"].function_name
  qualifier              = aws_lambda_alias.digest.name
  maximum_retry_attempts = 1

  destination_config {
    on_success {
      destination = aws_sns_topic.this.arn
    }
  }
}

resource "aws_scheduler_schedule" "this" {
  for_each = local.schedules

  name                         = "${var.name}-${each.key}"
  schedule_expression          = each.value.cron
  schedule_expression_timezone = "Asia/Bangkok"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = each.value.alias
    role_arn = aws_iam_role.scheduler.arn
    input    = jsonencode(each.value.event)

    retry_policy {
      maximum_event_age_in_seconds = 900
      maximum_retry_attempts       = 2
    }
  }
}
