# One topic for alarms and digest, and the alarms on what AWS itself measures. Alarms on the
# application's own metrics come with those metrics.

locals {
  function_names = { for key, function in aws_lambda_function.this : key => function.function_name }

  alarms = {
    dead-letters = {
      why        = "A job was given up; its letter in the dead-letter queue says why."
      namespace  = "AWS/SQS"
      metric     = "ApproximateNumberOfMessagesVisible"
      dimensions = { QueueName = aws_sqs_queue.dead_letters.name }
      statistic  = "Maximum"
      above      = 0
      period     = 60
      periods    = 1
    }
    queue-age = {
      why        = "The oldest job waits longer than a reply token lives."
      namespace  = "AWS/SQS"
      metric     = "ApproximateAgeOfOldestMessage"
      dimensions = { QueueName = aws_sqs_queue.jobs.name }
      statistic  = "Maximum"
      above      = 45 # seconds
      period     = 60
      periods    = 3
    }
    webhook-slow = {
      why        = "LINE counts an answer later than 2 s as a time-out."
      namespace  = "AWS/Lambda"
      metric     = "Duration"
      dimensions = { FunctionName = local.function_names["webhook"] }
      statistic  = "p99"
      above      = 1500 # milliseconds
      period     = 300
      periods    = 1
    }
    webhook-failing = {
      why        = "An invocation ended without an answer."
      namespace  = "AWS/Lambda"
      metric     = "Errors"
      dimensions = { FunctionName = local.function_names["webhook"] }
      statistic  = "Sum"
      above      = 0
      period     = 60
      periods    = 1
    }
    webhook-throttled = {
      why        = "Requests were turned away before the code saw them."
      namespace  = "AWS/Lambda"
      metric     = "Throttles"
      dimensions = { FunctionName = local.function_names["webhook"] }
      statistic  = "Sum"
      above      = 0
      period     = 60
      periods    = 1
    }
    worker-failing = {
      why        = "A job, a schedule or the digest ended without an answer."
      namespace  = "AWS/Lambda"
      metric     = "Errors"
      dimensions = { FunctionName = local.function_names["worker"] }
      statistic  = "Sum"
      above      = 0
      period     = 300
      periods    = 1
    }
    worker-near-limit = {
      why        = "The code ends by itself after 105 s; AWS kills it after 120 s."
      namespace  = "AWS/Lambda"
      metric     = "Duration"
      dimensions = { FunctionName = local.function_names["worker"] }
      statistic  = "Maximum"
      above      = 110000 # milliseconds
      period     = 300
      periods    = 1
    }
  }
}

resource "aws_sns_topic" "this" {
  name = "${var.name}-alarms"
}

resource "aws_sns_topic_policy" "this" {
  arn = aws_sns_topic.this.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AlarmsOfThisAccount"
        Effect    = "Allow"
        Action    = "sns:Publish"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Resource  = aws_sns_topic.this.arn
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "email" {
  count = var.alarm_email == null ? 0 : 1

  topic_arn = aws_sns_topic.this.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.why
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.above
  period              = each.value.period
  evaluation_periods  = each.value.periods
  treat_missing_data  = "notBreaching" # no traffic is no fault
  alarm_actions       = [aws_sns_topic.this.arn]
  ok_actions          = [aws_sns_topic.this.arn]
}
