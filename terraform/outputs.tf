output "webhook_url" {
  description = "Base address of the webhook function; LINE's webhook setting and report links start with it."
  value       = aws_lambda_function_url.webhook.function_url
}

output "secret_name" {
  description = "Secret whose JSON value an operator sets by hand before the functions can start."
  value       = aws_secretsmanager_secret.keys.name
}

output "bucket_name" {
  description = "Bucket with cache, reports and package."
  value       = aws_s3_bucket.this.bucket
}

output "job_queue_url" {
  description = "Queue between webhook and worker."
  value       = aws_sqs_queue.jobs.url
}

output "dead_letter_queue_url" {
  description = "Queue of the jobs that failed twice."
  value       = aws_sqs_queue.dead_letters.url
}

output "alarm_topic_arn" {
  description = "Topic of alarms and digest."
  value       = aws_sns_topic.this.arn
}

output "log_groups" {
  description = "Log group of each function."
  value       = { for key, group in aws_cloudwatch_log_group.function : key => group.name }
}
