# One role for each function and one for the scheduler; each may do what its code does and no more.

# What a function may do stands in policies/*.json, which the test PermissionTest of bootstrap-lambda
# compares with the requests that the functions make: both ways, so nothing is missing or too much.

locals {
  # The key that AWS manages for Secrets Manager needs no statement of ours.
  decrypt = var.secret_kms_key_arn == null ? [] : [
    {
      Sid       = "DecryptSecret"
      Effect    = "Allow"
      Action    = ["kms:Decrypt"]
      Resource  = [var.secret_kms_key_arn]
      Condition = { StringEquals = { "kms:ViaService" = "secretsmanager.${var.region}.amazonaws.com" } }
    },
  ]
}

resource "aws_iam_role" "function" {
  for_each = local.functions

  name = "${var.name}-${each.key}"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "lambda.amazonaws.com" }
      },
    ]
  })
}

resource "aws_iam_role_policy" "function" {
  for_each = local.functions

  name = "work"
  role = aws_iam_role.function[each.key].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      jsondecode(templatefile("${path.module}/policies/${each.key}.json", {
        bucket       = aws_s3_bucket.this.arn
        dead_letters = aws_sqs_queue.dead_letters.arn
        log_group    = aws_cloudwatch_log_group.function[each.key].arn
        queue        = aws_sqs_queue.jobs.arn
        secret       = aws_secretsmanager_secret.keys.arn
        topic        = aws_sns_topic.this.arn
      })).Statement,
      local.decrypt,
    )
  })
}

resource "aws_iam_role" "scheduler" {
  name = "${var.name}-scheduler"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "scheduler.amazonaws.com" }
        Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.this.account_id } }
      },
    ]
  })
}

resource "aws_iam_role_policy" "scheduler" {
  name = "start"
  role = aws_iam_role.scheduler.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "StartWorker"
        Effect   = "Allow"
        Action   = ["lambda:InvokeFunction"]
        Resource = [aws_lambda_alias.live["worker"].arn, aws_lambda_alias.digest.arn]
      },
    ]
  })
}
