# Everything is applied against a mock of the provider: no account, no network. What is asserted is
# what our files say; whether AWS accepts it is not.

mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::example-reports" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = {
      arn = "arn:aws:sqs:ap-southeast-1:123456789012:example"
      url = "https://sqs.example/123456789012/example"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/example" }
  }
  mock_resource "aws_lambda_function" {
    defaults = {
      arn     = "arn:aws:lambda:ap-southeast-1:123456789012:function:example"
      version = "1"
    }
  }
  mock_resource "aws_lambda_alias" {
    defaults = { arn = "arn:aws:lambda:ap-southeast-1:123456789012:function:example:live" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:ap-southeast-1:123456789012:example-alarms" }
  }
  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:example" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:ap-southeast-1:123456789012:log-group:example" }
  }
}

# Two of a kind must not be taken for one another.
override_resource {
  target = aws_sqs_queue.dead_letters
  values = {
    arn = "arn:aws:sqs:ap-southeast-1:123456789012:example-dead-letters"
    url = "https://sqs.example/123456789012/example-dead-letters"
  }
}

override_resource {
  target = aws_lambda_alias.digest
  values = { arn = "arn:aws:lambda:ap-southeast-1:123456789012:function:example:digest" }
}

override_resource {
  target = aws_lambda_alias.live["worker"]
  values = { arn = "arn:aws:lambda:ap-southeast-1:123456789012:function:example-worker:live" }
}

variables {
  bucket_name        = "example-reports"
  package_path       = "tests/fixtures/package.zip"
  secret_kms_key_arn = "arn:aws:kms:ap-southeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  alarm_email        = "operator@example.org"
  cache_ttl_hours    = 24
}

run "roles_are_least_privileged" {
  command = apply

  assert {
    condition = alltrue(flatten([
      for policy in concat(values(aws_iam_role_policy.function)[*].policy, [aws_iam_role_policy.scheduler.policy]) : [
        for statement in jsondecode(policy).Statement : concat(
          [for action in flatten([statement.Action]) : can(regex("^[a-z0-9]+:[A-Za-z]+$", action))],
          [contains(keys(statement), "NotAction") == false, contains(keys(statement), "NotResource") == false],
        )
      ]
    ]))
    error_message = "A role may use only actions written out in full."
  }

  assert {
    condition = alltrue(flatten([
      for policy in concat(values(aws_iam_role_policy.function)[*].policy, [aws_iam_role_policy.scheduler.policy]) : [
        for statement in jsondecode(policy).Statement : [
          for resource in flatten([statement.Resource]) :
          # In full; or a bucket's prefix; or the streams of one log group.
          can(regex("^arn:aws:[a-z0-9]+:[^*]+$", resource)) ||
          can(regex("^arn:aws:s3:::[^*/]+/[^*]+/\\*$", resource)) ||
          can(regex("^arn:aws:logs:[^*]+:log-group:[^*]+:\\*$", resource))
        ]
      ]
    ]))
    error_message = "A role may name only resources in full, a prefix of the bucket, or the streams of its log group."
  }

  assert {
    condition = alltrue(flatten([
      for policy in values(aws_iam_role_policy.function)[*].policy : [
        for statement in jsondecode(policy).Statement :
        length(try(statement.Condition.StringLike["s3:prefix"], [])) > 0
        if contains(flatten([statement.Action]), "s3:ListBucket")
      ]
    ]))
    error_message = "Listing the bucket needs a prefix."
  }

  assert {
    condition = sort(distinct(flatten([
      for statement in jsondecode(aws_iam_role_policy.function["webhook"].policy).Statement : statement.Action
      ]))) == tolist([
      "kms:Decrypt", "logs:CreateLogStream", "logs:PutLogEvents", "s3:GetObject", "s3:ListBucket",
      "secretsmanager:GetSecretValue", "sqs:SendMessage",
    ])
    error_message = "The webhook reads, logs and sends jobs; it writes no object."
  }

  assert {
    condition = sort(flatten([
      for statement in jsondecode(aws_iam_role_policy.function["webhook"].policy).Statement : statement.Resource
      if contains(flatten([statement.Action]), "s3:GetObject")
      ])) == tolist([
      "arn:aws:s3:::example-reports/cache/control/*", "arn:aws:s3:::example-reports/cache/reports/*", "arn:aws:s3:::example-reports/reports/*",
    ])
    error_message = "The webhook reads reports and watermarks only."
  }

  assert {
    condition = sort(flatten([
      for statement in jsondecode(aws_iam_role_policy.function["worker"].policy).Statement : statement.Resource
      if contains(flatten([statement.Action]), "s3:DeleteObject")
      ])) == tolist([
      "arn:aws:s3:::example-reports/cache/leases/*", "arn:aws:s3:::example-reports/cache/reports/*",
    ])
    error_message = "The worker deletes leases and cached reports only."
  }

  assert {
    condition = sort(distinct(flatten([
      for statement in jsondecode(aws_iam_role_policy.function["worker"].policy).Statement : statement.Resource
      if contains(flatten([statement.Action]), "s3:PutObject")
      ]))) == tolist([
      "arn:aws:s3:::example-reports/cache/*", "arn:aws:s3:::example-reports/dedup/*", "arn:aws:s3:::example-reports/reports/*",
    ])
    error_message = "The worker writes under cache, reports and dedup only; the package is out of its reach."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_iam_role_policy.function["worker"].policy).Statement :
      statement.Condition.StringEquals["kms:ViaService"] == "secretsmanager.ap-southeast-1.amazonaws.com"
      if contains(flatten([statement.Action]), "kms:Decrypt")
    ])
    error_message = "A key may be used through Secrets Manager only."
  }

  assert {
    condition = sort(flatten([
      for statement in jsondecode(aws_iam_role_policy.scheduler.policy).Statement : statement.Resource
    ])) == sort([aws_lambda_alias.live["worker"].arn, aws_lambda_alias.digest.arn])
    error_message = "The scheduler may start the worker's two aliases and nothing else."
  }

  assert {
    condition     = fileset("policies", "*") == toset([for key in keys(aws_iam_role_policy.function) : "${key}.json"])
    error_message = "A file in policies/ belongs to a function of that name."
  }

  assert {
    condition = length(setintersection(flatten([
      for statement in jsondecode(aws_iam_role_policy.function["worker"].policy).Statement : statement.Action
    ]), ["s3:PutBucketPolicy", "s3:PutLifecycleConfiguration", "iam:PassRole", "lambda:InvokeFunction", "lambda:UpdateFunctionCode", "sqs:PurgeQueue"])) == 0
    error_message = "A function does not change the installation that it runs in, nor start another."
  }

  # The assertions above see the two policies they name; this one sees that there are no others.
  assert {
    condition = length(flatten([
      for file in fileset(".", "*.tf") : regexall("resource \"(?:aws_iam_[a-z_]*policy[a-z_]*|aws_lambda_permission)\"", file(file))
    ])) == length([aws_iam_role_policy.function, aws_iam_role_policy.scheduler])
    error_message = "Rights are given in aws_iam_role_policy.function and .scheduler only; a new place needs its own assertions."
  }

  assert {
    condition     = jsondecode(aws_iam_role.scheduler.assume_role_policy).Statement[0].Condition.StringEquals["aws:SourceAccount"] == "123456789012"
    error_message = "Only this account's scheduler may take the scheduler's role."
  }
}

run "bucket_is_private_encrypted_and_tidied" {
  command = apply

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.this.block_public_acls,
      aws_s3_bucket_public_access_block.this.block_public_policy,
      aws_s3_bucket_public_access_block.this.ignore_public_acls,
      aws_s3_bucket_public_access_block.this.restrict_public_buckets,
    ])
    error_message = "All four public-access blocks must be on."
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "Objects must be encrypted at rest."
  }

  assert {
    condition = anytrue([
      for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement :
      statement.Effect == "Deny" && statement.Principal == "*" && statement.Action == "s3:*" &&
      try(statement.Condition.Bool["aws:SecureTransport"], "") == "false" &&
      toset(statement.Resource) == toset([aws_s3_bucket.this.arn, "${aws_s3_bucket.this.arn}/*"])
    ])
    error_message = "Requests without TLS must be denied for the bucket and every object."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_s3_bucket_policy.this.policy).Statement : statement.Effect == "Deny"])
    error_message = "The bucket's policy may only deny."
  }

  assert {
    condition = {
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule :
      rule.filter[0].prefix => rule.expiration[0].days if rule.status == "Enabled"
      } == {
      "cache/reports/" = 6
      "cache/leases/"  = 1
      "dedup/"         = 1
      "reports/"       = 30
    }
    error_message = "Objects must go after the days that cache.md section 8 and clarification 22 name, and cache/control/ must stay."
  }

  # A life in the code that outgrows the bucket's would look like a cache that forgets.
  assert {
    condition = alltrue([
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule :
      rule.expiration[0].days >= 1 + sum([
        tonumber(regex("LONGEST_FRESH = Duration\\.ofDays\\(([0-9]+)\\)", file("../domain/src/main/java/dailyreport/domain/cache/Validity.java"))[0]),
        tonumber(regex("GRACE = Duration\\.ofHours\\(([0-9]+)\\)", file("../domain/src/main/java/dailyreport/domain/cache/Validity.java"))[0]) / 24,
      ])
      if startswith(rule.filter[0].prefix, "cache/reports")
    ])
    error_message = "A cached report must outlive the longest time that it may be served by a day."
  }
}

run "functions_hold_no_secret" {
  command = apply

  assert {
    condition = alltrue([
      for function in values(aws_lambda_function.this) :
      length(setsubtract(keys(function.environment[0].variables), [
        "CACHE_BACKEND", "CACHE_TTL_HOURS", "DAILY_BUDGET_USD", "DEAD_LETTER_QUEUE_URL", "JOB_QUEUE_URL",
        "LINE_PUSH_FALLBACK", "METRIC_NAMESPACE", "OPENAI_FALLBACK_MODEL", "OPENAI_MODEL", "PDF_BUCKET_NAME", "PDF_URL_EXPIRATION_HOURS", "SECRET_NAME",
      ])) == 0
    ])
    error_message = "The environment holds settings only; add a new one to this list after a look at what it is."
  }

  assert {
    condition = alltrue(flatten([
      for function in values(aws_lambda_function.this) : [
        for value in values(function.environment[0].variables) : [
          # An address is long by its path: each of its words is looked at.
          for word in startswith(value, "https://") ? split("/", value) : tolist([value]) :
          !can(regex("[A-Za-z0-9+/_-]{32,}", word)) && !can(regex("(sk-|AKIA|ASIA)[A-Za-z0-9]", word))
        ]
      ]
    ]))
    error_message = "A value in the environment has the shape of a key."
  }

  assert {
    condition     = alltrue([for function in values(aws_lambda_function.this) : function.environment[0].variables["SECRET_NAME"] == "dailyreport/keys"])
    error_message = "The functions must know the secret's name."
  }
}

run "another_date_of_the_keys_makes_another_version" {
  command = apply

  variables {
    keys_dated = "2026-01-31"
  }

  assert {
    condition     = alltrue([for function in values(aws_lambda_function.this) : endswith(function.description, "Keys of 2026-01-31.") && function.publish])
    error_message = "Functions that are warm keep the old keys until there is another version."
  }
}

run "only_the_webhook_has_an_address" {
  command = apply

  assert {
    condition     = aws_lambda_function_url.webhook.function_name == aws_lambda_function.this["webhook"].function_name && aws_lambda_function_url.webhook.qualifier == "live"
    error_message = "The address must belong to the webhook's live alias."
  }

  assert {
    condition     = length(aws_lambda_function_url.webhook.cors) == 0
    error_message = "No browser calls this address: no CORS."
  }

  assert {
    condition = length(flatten([
      for file in fileset(".", "*.tf") : regexall("resource \"aws_lambda_function_url\"", file(file))
    ])) == length([aws_lambda_function_url.webhook])
    error_message = "No other function may have an address."
  }

  assert {
    condition = alltrue([
      for resource in values(jsondecode(aws_cloudformation_stack.webhook_url.template_body).Resources) :
      resource.Properties.InvokedViaFunctionUrl == true &&
      resource.Properties.FunctionName == aws_lambda_alias.live["webhook"].arn
    ])
    error_message = "Everybody may invoke the webhook through its address and in no other way."
  }
}

run "functions_have_the_documented_limits" {
  command = apply

  assert {
    condition = {
      for key, function in aws_lambda_function.this :
      key => [function.handler, function.timeout, function.reserved_concurrent_executions, function.memory_size]
      } == {
      webhook = ["webhook", 5, 20, 1769]
      worker  = ["worker", 120, 5, 1769]
    }
    error_message = "Handler, timeout, concurrency and memory must be those of lambda.md section 5."
  }

  assert {
    condition = alltrue([
      for function in values(aws_lambda_function.this) :
      function.runtime == "provided.al2023" && function.architectures == tolist(["x86_64"]) &&
      function.logging_config[0].log_format == "Text"
    ])
    error_message = "The package brings its own Java for x86_64, and metrics need the text log format."
  }

  assert {
    condition     = { for key, group in aws_cloudwatch_log_group.function : key => group.retention_in_days } == { webhook = 30, worker = 90 }
    error_message = "Logs must end after 30 and 90 days."
  }
}

run "jobs_that_are_given_up_are_kept" {
  command = apply

  assert {
    condition     = aws_lambda_function.this["worker"].environment[0].variables["DEAD_LETTER_QUEUE_URL"] == aws_sqs_queue.dead_letters.url
    error_message = "The worker must know where its letters go."
  }

  assert {
    condition = {
      for function, role in aws_iam_role_policy.function : function => sort(flatten([
        for statement in jsondecode(role.policy).Statement : statement.Resource
        if contains(flatten([statement.Action]), "sqs:SendMessage")
      ]))
      } == {
      webhook = tolist([aws_sqs_queue.jobs.arn])
      worker  = sort([aws_sqs_queue.dead_letters.arn, aws_sqs_queue.jobs.arn])
    }
    error_message = "Both functions send jobs; only the worker writes dead letters."
  }

  # The worker never works on a job again after its last run, so SQS's redrive must come later:
  # what SQS moves is the whole job, with reply token, ids and words.
  assert {
    condition = (
      jsondecode(aws_sqs_queue.jobs.redrive_policy).maxReceiveCount ==
      2 + tonumber(regex("LAST_RUN = ([0-9]+);", file("../bootstrap-lambda/src/main/java/dailyreport/bootstrap/lambda/JobMessages.java"))[0])
    )
    error_message = "After its last run a job must have two receipts left in which a letter can be written."
  }

  # A third receipt in time for work would be a job that is given up although it could be done.
  assert {
    condition     = 2 * aws_sqs_queue.jobs.visibility_timeout_seconds > 300
    error_message = "By its third receipt a job must be older than any job that is still worked on."
  }

  assert {
    condition     = (jsondecode(aws_sqs_queue.jobs.redrive_policy).maxReceiveCount + 1) * aws_sqs_queue.jobs.visibility_timeout_seconds < aws_sqs_queue.jobs.message_retention_seconds
    error_message = "A job must not expire before its receipts are used up."
  }

  assert {
    condition = jsondecode(aws_sqs_queue.jobs.redrive_policy) == {
      deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
      maxReceiveCount     = 4
    }
    error_message = "After four receipts a job must go to the dead-letter queue as it is."
  }

  assert {
    condition     = jsondecode(aws_sqs_queue_redrive_allow_policy.dead_letters.redrive_allow_policy).sourceQueueArns == [aws_sqs_queue.jobs.arn]
    error_message = "Only the job queue may use the dead-letter queue."
  }

  assert {
    condition = (
      aws_sqs_queue.jobs.visibility_timeout_seconds == 180 && aws_sqs_queue.jobs.message_retention_seconds == 3600 &&
      aws_sqs_queue.dead_letters.message_retention_seconds == 14 * 24 * 3600
    )
    error_message = "Times of the queues must be those of lambda.md section 5."
  }

  assert {
    condition     = aws_sqs_queue.jobs.sqs_managed_sse_enabled && aws_sqs_queue.dead_letters.sqs_managed_sse_enabled
    error_message = "Jobs hold reply tokens: both queues must be encrypted."
  }

  assert {
    condition     = aws_sqs_queue.jobs.visibility_timeout_seconds > aws_lambda_function.this["worker"].timeout
    error_message = "A job must stay hidden for as long as a worker may run."
  }

  assert {
    condition = (
      aws_lambda_event_source_mapping.jobs.function_name == aws_lambda_alias.live["worker"].arn &&
      aws_lambda_event_source_mapping.jobs.event_source_arn == aws_sqs_queue.jobs.arn &&
      aws_lambda_event_source_mapping.jobs.batch_size == 1 &&
      tolist(aws_lambda_event_source_mapping.jobs.function_response_types) == tolist(["ReportBatchItemFailures"]) &&
      aws_lambda_event_source_mapping.jobs.scaling_config[0].maximum_concurrency == 4
    )
    error_message = "Jobs go one at a time to the worker's live alias, four at once."
  }
}

run "clock_starts_prewarm_and_digest" {
  command = apply

  assert {
    condition = {
      for key, schedule in aws_scheduler_schedule.this : key => schedule.schedule_expression
      } == {
      prewarm-asia = "cron(10 17 ? * MON-FRI *)"
      prewarm-us   = "cron(10 5 ? * TUE-SAT *)"
      digest       = "cron(0 18 ? * * *)"
    }
    error_message = "Schedules must be those of lambda.md section 5."
  }

  assert {
    condition     = alltrue([for schedule in values(aws_scheduler_schedule.this) : schedule.schedule_expression_timezone == "Asia/Bangkok"])
    error_message = "Schedules are in Bangkok time."
  }

  assert {
    condition = alltrue([
      for schedule in values(aws_scheduler_schedule.this) :
      contains(["prewarm", "digest"], jsondecode(schedule.target[0].input).event)
    ])
    error_message = "Only an operator invalidates."
  }

  assert {
    condition     = aws_scheduler_schedule.this["digest"].target[0].arn == aws_lambda_alias.digest.arn
    error_message = "The digest must run on its own alias, whose result is published."
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.digest.qualifier == "digest" && aws_lambda_function_event_invoke_config.digest.destination_config[0].on_success[0].destination == aws_sns_topic.this.arn
    error_message = "The digest must reach the topic."
  }
}

run "alarms_reach_the_topic" {
  command = apply

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.this) : contains(alarm.alarm_actions, aws_sns_topic.this.arn)])
    error_message = "Every alarm must go to the topic."
  }

  assert {
    condition = length(setsubtract(
      ["dead-letters", "queue-age", "webhook-slow", "webhook-failing", "webhook-throttled", "worker-failing", "worker-near-limit"],
      keys(aws_cloudwatch_metric_alarm.this),
    )) == 0
    error_message = "A key alarm is missing."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["dead-letters"].dimensions.QueueName == aws_sqs_queue.dead_letters.name && aws_cloudwatch_metric_alarm.this["dead-letters"].threshold == 0
    error_message = "One message in the dead-letter queue must raise the alarm."
  }

  assert {
    condition = anytrue([
      for statement in jsondecode(aws_sns_topic_policy.this.policy).Statement :
      statement.Effect == "Allow" && statement.Principal.Service == "cloudwatch.amazonaws.com" &&
      statement.Action == "sns:Publish" && statement.Condition.StringEquals["aws:SourceAccount"] == "123456789012"
    ])
    error_message = "This account's alarms must be allowed to publish."
  }

  assert {
    condition     = one(aws_sns_topic_subscription.email).endpoint == "operator@example.org"
    error_message = "The operator's address must be subscribed."
  }
}

run "figures_of_the_application_are_watched" {
  command = apply

  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.figure) : contains(alarm.alarm_actions, aws_sns_topic.this.arn)])
    error_message = "Every alarm must go to the topic."
  }

  assert {
    condition = length(setsubtract(
      [
        "stale-share", "template-share", "openai-refused", "line-refused", "bucket-refused", "forged-webhooks", "money", "model-calls",
        "start-without-aot", "holidays", "silence",
      ],
      keys(aws_cloudwatch_metric_alarm.figure),
    )) == 0
    error_message = "An alarm of lambda.md section 5 is missing."
  }

  # An expression that names a series that is not there never raises its alarm.
  assert {
    condition = alltrue(flatten([
      for alarm in values(aws_cloudwatch_metric_alarm.figure) : [
        for judged in alarm.metric_query : [
          for id in setsubtract(regexall("\\b[a-z]+\\b", judged.expression), ["judged"]) :
          contains([for query in alarm.metric_query : query.id], id)
        ] if judged.expression != null && judged.expression != ""
      ]
    ]))
    error_message = "An alarm's expression must name the series that come with it."
  }

  assert {
    condition = alltrue(flatten([
      for alarm in values(aws_cloudwatch_metric_alarm.figure) : [
        for query in alarm.metric_query : [
          for metric in query.metric : metric.namespace == var.name || metric.namespace == "AWS/Lambda"
        ]
      ]
    ]))
    error_message = "Figures must be looked for where the functions put them."
  }

  assert {
    condition     = aws_lambda_function.this["worker"].environment[0].variables["METRIC_NAMESPACE"] == var.name
    error_message = "The functions must be told where their figures belong."
  }
}

run "the_dashboard_shows_four_rows_and_the_logs" {
  command = apply

  assert {
    condition = length(distinct([
      for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : widget.y
    ])) == 5
    error_message = "People, cache, dependencies, money, and below them the searches of the logs."
  }

  assert {
    condition = alltrue([
      for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets :
      widget.x + widget.width <= 24
    ])
    error_message = "A row is 24 columns wide."
  }

  assert {
    condition = alltrue([
      for metric in [
        "report.served", "report.wait", "line.delivery", "cache.hit", "cache.miss", "cache.lookup", "lock", "dep.call",
        "stage.time", "report.generated", "llm.cost.usd", "llm.input.tokens", "start", "budget.denied",
      ] : strcontains(aws_cloudwatch_dashboard.this.dashboard_body, "\\\"${metric}\\\"")
    ])
    error_message = "A figure that Metrics.java prints is not shown."
  }
}

run "what_is_optional_may_be_left_out" {
  command = apply

  variables {
    secret_kms_key_arn = null
    alarm_email        = null
    cache_ttl_hours    = null
  }

  assert {
    condition = length([
      for statement in jsondecode(aws_iam_role_policy.function["worker"].policy).Statement : statement
      if contains(flatten([statement.Action]), "kms:Decrypt")
    ]) == 0
    error_message = "Without a key of our own nobody needs kms:Decrypt."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.email) == 0 && !contains(keys(aws_lambda_function.this["worker"].environment[0].variables), "CACHE_TTL_HOURS")
    error_message = "What is null must not be there."
  }
}
