import org.jspecify.annotations.NullMarked;

/** Job queue and dead letters on SQS. */
@NullMarked
module dailyreport.adapters.sqs {
  requires transitive dailyreport.application;
  requires software.amazon.awssdk.services.sqs;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.regions;
  requires software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.identity.spi;
  requires software.amazon.awssdk.retries.api; // the type behind retryStrategy(...)
  requires software.amazon.awssdk.utils;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.urlconnection;
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.sqs;
}
