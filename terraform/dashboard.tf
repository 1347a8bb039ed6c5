# One page: how people were answered, what the cache did, what others did to us, what it cost.
# A search finds every series of a metric, so a new dependency or outcome needs no change here.

locals {
  hits  = "SEARCH('{${local.namespace},freshness,tier} MetricName=\"cache.hit\" NOT freshness=\"negative\"', 'Sum', 86400)"
  made  = "SEARCH('{${local.namespace},outcome} MetricName=\"report.generated\"', 'Sum', 86400)"
  spent = "SEARCH('{${local.namespace}} MetricName=\"llm.cost.usd\"', 'Sum', 86400)"

  # Of each tier: look-ups that it answered, as a share of all that reached it.
  hit_ratio = { for tier in ["local", "shared"] : tier => join("", [
    "100*SUM(SEARCH('{${local.namespace},freshness,tier} MetricName=\"cache.hit\" tier=\"${tier}\"', 'Sum', 3600))",
    "/(SUM(SEARCH('{${local.namespace},freshness,tier} MetricName=\"cache.hit\" tier=\"${tier}\"', 'Sum', 3600))",
    "+SUM(SEARCH('{${local.namespace},tier} MetricName=\"cache.miss\" tier=\"${tier}\"', 'Sum', 3600)))",
  ]) }

  # Each list is a row; a widget shows series found by metric and dimensions, or calculates.
  rows = {
    people = [
      { title = "Answers, by where they came from", metric = "report.served", dimensions = "kind", stat = "Sum" },
      { title = "Wait for the reply, ms: median", metric = "report.wait", dimensions = "kind", stat = "p50" },
      { title = "Wait for the reply, ms: p95", metric = "report.wait", dimensions = "kind", stat = "p95" },
      { title = "Deliveries to LINE", metric = "line.delivery", dimensions = "outcome,via", stat = "Sum" },
    ]
    cache = [
      { title = "Hits, stale ones apart", metric = "cache.hit", dimensions = "freshness,tier", stat = "Sum" },
      { title = "Hit ratio of each tier, %", calculated = local.hit_ratio },
      { title = "Latency of a tier, ms: median", metric = "cache.lookup", dimensions = "tier", stat = "p50" },
      { title = "Latency of a tier, ms: p99", metric = "cache.lookup", dimensions = "tier", stat = "p99" },
      { title = "Failures of a tier", metric = "cache.error", dimensions = "kind,tier", stat = "Sum" },
      { title = "Leases: acquired, waited for, taken over", metric = "lock", dimensions = "state", stat = "Sum" },
    ]
    dependencies = [
      { title = "Calls and their outcomes", metric = "dep.call", dimensions = "dep,outcome", stat = "Sum" },
      { title = "Time of a call, ms: p95", metric = "dep.time", dimensions = "dep", stat = "p95" },
      { title = "Stages of a generation, ms: median", metric = "stage.time", dimensions = "stage", stat = "p50" },
      { title = "Webhooks refused", metric = "webhook.rejected", dimensions = "reason", stat = "Sum" },
      { title = "Starts, with and without AOT cache", metric = "start", dimensions = "aot,function", stat = "Sum" },
      {
        title = "Queue: age of the oldest job in seconds, dead letters"
        aws = [
          ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", aws_sqs_queue.jobs.name, { stat = "Maximum" }],
          ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.dead_letters.name, { stat = "Maximum" }],
        ]
      },
    ]
    money = [
      { title = "Generations", metric = "report.generated", dimensions = "outcome", stat = "Sum" },
      { title = "Cost of the model and what the cache saved, US dollars a day", calculated = {
        spent = "SUM(${local.spent})"
        saved = "SUM(${local.hits})*SUM(${local.spent})/SUM(${local.made})"
      } },
      { title = "Tokens", calculated = { for kind in ["input", "cached", "output"] :
        kind => "SEARCH('{${local.namespace}} MetricName=\"llm.${kind}.tokens\"', 'Sum', 3600)"
      } },
      { title = "Refused by a limit", metric = "budget.denied", dimensions = "scope", stat = "Sum" },
    ]
  }
  order = ["people", "cache", "dependencies", "money"]

  series = { for row, widgets in local.rows : row => [
    for widget in widgets : {
      title = widget.title
      # As text, for the three kinds of a widget are of three types.
      series = coalesce(
        try(jsonencode(widget.aws), null),
        try(jsonencode([for label, text in widget.calculated : [{ expression = text, label = label }]]), null),
        try(jsonencode([[{
          expression = "SEARCH('{${local.namespace},${widget.dimensions}} MetricName=\"${widget.metric}\"', '${widget.stat}', 300)"
          label      = join(" ", [for name in split(",", widget.dimensions) : "$${PROP('Dim.${name}')}"])
        }]]), null),
      )
    }
  ] }

  graphs = flatten([
    for y, row in local.order : [
      for x, widget in local.series[row] : {
        type   = "metric"
        x      = x * floor(24 / length(local.series[row]))
        y      = y * 6
        width  = floor(24 / length(local.series[row]))
        height = 6
        properties = {
          title   = widget.title
          region  = var.region
          view    = "timeSeries"
          metrics = jsondecode(widget.series)
        }
      }
    ]
  ])

  # What no metric can say, for a metric of each symbol would cost more than the bot.
  queries = {
    "Most asked symbols"              = "filter name='report.served' | stats count(*) as answers by ticker | sort answers desc | limit 15"
    "Age of the answers, hours"       = "filter name='cache.hit' | stats avg(ageMillis)/3600000 as mean, max(ageMillis)/3600000 as oldest by bin(1h)"
    "Reports by model, cost in USD"   = "filter name='llm.calls' | stats count(*) as reports, sum(costUsd) as usd by model"
    "Why numbers of the model failed" = "filter name='ground.reject' | stats count(*) as rejected by reason, ticker | sort rejected desc | limit 15"
  }
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name

  dashboard_body = jsonencode({
    widgets = concat(local.graphs, [
      for x, title in keys(local.queries) : {
        type   = "log"
        x      = x * 6
        y      = length(local.order) * 6
        width  = 6
        height = 8
        properties = {
          title  = title
          region = var.region
          view   = "table"
          query = join(" | ", concat(
            [for group in values(aws_cloudwatch_log_group.function) : "SOURCE '${group.name}'"],
            [local.queries[title]],
          ))
        }
      }
    ])
  })
}
