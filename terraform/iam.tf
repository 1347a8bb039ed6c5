# One role for each function and one for the scheduler; each may do what its code does and no more.

locals {
  bucket_arn = aws_s3_bucket.this.arn

  permissions = {
    webhook = [
      {
        Sid      = "ReadReports"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = [for prefix in ["cache/reports", "cache/control", "reports"] : "${local.bucket_arn}/${prefix}/*"]
      },
      {
        # Without it a missing key answers 403 instead of 404.
        Sid       = "TellAbsentFromForbidden"
        Effect    = "Allow"
        Action    = ["s3:ListBucket"]
        Resource  = [local.bucket_arn]
        Condition = { StringLike = { "s3:prefix" = ["cache/reports/*", "cache/control/*", "reports/*"] } }
      },
      {
        Sid      = "SendJobs"
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = [aws_sqs_queue.jobs.arn]
      },
    ]

    worker = [
      {
        Sid      = "ReadAndWriteReports"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = [for prefix in ["cache", "reports", "dedup"] : "${local.bucket_arn}/${prefix}/*"]
      },
      {
        Sid      = "ReleaseLeasesAndDropReports"
        Effect   = "Allow"
        Action   = ["s3:DeleteObject"]
        Resource = [for prefix in ["cache/leases", "cache/reports"] : "${local.bucket_arn}/${prefix}/*"]
      },
      {
        Sid       = "TellAbsentFromForbidden"
        Effect    = "Allow"
        Action    = ["s3:ListBucket"]
        Resource  = [local.bucket_arn]
        Condition = { StringLike = { "s3:prefix" = ["cache/*", "reports/*", "dedup/*"] } }
      },
      {
        Sid    = "WorkOffJobs"
        Effect = "Allow"
        Action = [
          "sqs:ChangeMessageVisibility",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "sqs:ReceiveMessage",
          "sqs:SendMessage",
        ]
        Resource = [aws_sqs_queue.jobs.arn]
      },
      {
        Sid      = "PublishDigest"
        Effect   = "Allow"
        Action   = ["sns:Publish"]
        Resource = [aws_sns_topic.this.arn]
      },
    ]
  }

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
      [for statement in local.permissions[each.key] : statement],
      [
        {
          Sid      = "ReadSecret"
          Effect   = "Allow"
          Action   = ["secretsmanager:GetSecretValue"]
          Resource = [aws_secretsmanager_secret.keys.arn]
        },
        {
          Sid      = "WriteOwnLog"
          Effect   = "Allow"
          Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
          Resource = ["${aws_cloudwatch_log_group.function[each.key].arn}:*"]
        },
      ],
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
