# Alarms on the metrics that the functions print themselves, in CloudWatch's embedded metric format.
# Names and dimensions are those of Metrics.java in bootstrap-lambda.

locals {
  namespace = var.name

  figures = {
    stale-share = {
      why        = "Every fifth answer of the cache is an old report: a source is out behind a good hit ratio."
      expression = "100*(FILL(ls,0)+FILL(ss,0))/(FILL(lf,0)+FILL(sf,0)+FILL(ls,0)+FILL(ss,0))"
      above      = 20 # percent
      period     = 3600
      metrics = {
        lf = { metric = "cache.hit", statistic = "Sum", dimensions = { tier = "local", freshness = "fresh" } }
        ls = { metric = "cache.hit", statistic = "Sum", dimensions = { tier = "local", freshness = "stale" } }
        sf = { metric = "cache.hit", statistic = "Sum", dimensions = { tier = "shared", freshness = "fresh" } }
        ss = { metric = "cache.hit", statistic = "Sum", dimensions = { tier = "shared", freshness = "stale" } }
      }
    }
    template-share = {
      why        = "Every fifth report is the template's: the model answers nothing, or nothing that is true."
      expression = "100*FILL(t,0)/(FILL(t,0)+FILL(c,0)+FILL(i,0))"
      above      = 20 # percent
      period     = 3600
      metrics = {
        c = { metric = "report.generated", statistic = "Sum", dimensions = { outcome = "complete" } }
        i = { metric = "report.generated", statistic = "Sum", dimensions = { outcome = "incomplete" } }
        t = { metric = "report.generated", statistic = "Sum", dimensions = { outcome = "template" } }
      }
    }
    openai-refused = {
      why        = "OpenAI refuses the key, or the account has no money left."
      expression = "FILL(a,0)+FILL(q,0)+FILL(d,0)"
      above      = 0
      period     = 300
      metrics = {
        a = { metric = "dep.call", statistic = "Sum", dimensions = { dep = "openai", outcome = "auth" } }
        d = { metric = "dep.call", statistic = "Sum", dimensions = { dep = "openai", outcome = "denied" } }
        q = { metric = "dep.call", statistic = "Sum", dimensions = { dep = "openai", outcome = "quota" } }
      }
    }
    line-refused = {
      why        = "LINE refuses the channel's token, or the month's pushes are used up."
      expression = "FILL(a,0)+FILL(q,0)"
      above      = 0
      period     = 300
      metrics = {
        a = { metric = "dep.call", statistic = "Sum", dimensions = { dep = "line", outcome = "auth" } }
        q = { metric = "line.delivery", statistic = "Sum", dimensions = { via = "push", outcome = "quota" } }
      }
    }
    bucket-refused = {
      why        = "The bucket refuses a function: nothing is shared, leases and budgets count for nothing."
      expression = "FILL(p,0)"
      above      = 0
      period     = 300
      metrics    = { p = { metric = "cache.error", statistic = "Sum", dimensions = { tier = "shared", kind = "permission" } } }
    }
    forged-webhooks = {
      why        = "Somebody plays with the address: signatures that are not LINE's, or requests without one."
      expression = "FILL(s,0)+FILL(u,0)"
      above      = 100
      period     = 300
      metrics = {
        s = { metric = "webhook.rejected", statistic = "Sum", dimensions = { reason = "signature" } }
        u = { metric = "webhook.rejected", statistic = "Sum", dimensions = { reason = "unsigned" } }
      }
    }
    money = {
      why        = "The model's cost of a day reached its ceiling; the template writes until tomorrow."
      expression = "m"
      above      = var.daily_budget_usd * 0.95
      period     = 86400
      metrics    = { m = { metric = "llm.cost.usd", statistic = "Sum", dimensions = {} } }
    }
    model-calls = {
      why        = "More than two model calls for a report: something asks again and again."
      expression = "FILL(m,0)-2*(FILL(c,0)+FILL(i,0)+FILL(t,0))"
      above      = 2 # a killed worker's calls belong to no finished report
      period     = 3600
      metrics = {
        m = { metric = "llm.calls", statistic = "Sum", dimensions = {} }
        c = { metric = "report.generated", statistic = "Sum", dimensions = { outcome = "complete" } }
        i = { metric = "report.generated", statistic = "Sum", dimensions = { outcome = "incomplete" } }
        t = { metric = "report.generated", statistic = "Sum", dimensions = { outcome = "template" } }
      }
    }
    start-without-aot = {
      why        = "A function started without its AOT cache, a second slower: was the package changed by hand?"
      expression = "FILL(h,0)+FILL(w,0)"
      above      = 0
      period     = 300
      metrics = {
        h = { metric = "start", statistic = "Sum", dimensions = { function = "webhook", aot = "no" } }
        w = { metric = "start", statistic = "Sum", dimensions = { function = "worker", aot = "no" } }
      }
    }
    holidays = {
      why        = "A holiday file ends in less than 60 days; see the digest for which."
      expression = "60-d"
      above      = 0 # days
      period     = 86400
      metrics    = { d = { metric = "holiday.days", statistic = "Minimum", dimensions = {} } }
    }
    silence = {
      why        = "Nobody was answered on a whole weekday: is the webhook still switched on in LINE's console?"
      expression = "IF(DAY(w)<6 AND FILL(l,0)+FILL(s,0)+FILL(g,0)<1,1,0)"
      above      = 0
      period     = 86400
      metrics = {
        # The digest starts the worker every day, so that there is a figure where the others are silent.
        w = { namespace = "AWS/Lambda", metric = "Invocations", statistic = "Sum", dimensions = { FunctionName = local.function_names["worker"] } }
        l = { metric = "report.served", statistic = "Sum", dimensions = { kind = "local" } }
        s = { metric = "report.served", statistic = "Sum", dimensions = { kind = "shared" } }
        g = { metric = "report.served", statistic = "Sum", dimensions = { kind = "generated" } }
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "figure" {
  for_each = local.figures

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.why
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.above
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching" # no traffic is no fault
  alarm_actions       = [aws_sns_topic.this.arn]
  ok_actions          = [aws_sns_topic.this.arn]

  metric_query {
    id          = "judged"
    label       = each.key
    expression  = each.value.expression
    return_data = true
  }

  dynamic "metric_query" {
    for_each = each.value.metrics

    content {
      id = metric_query.key

      metric {
        namespace   = try(metric_query.value.namespace, local.namespace)
        metric_name = metric_query.value.metric
        dimensions  = metric_query.value.dimensions
        stat        = metric_query.value.statistic
        period      = each.value.period
      }
    }
  }
}
