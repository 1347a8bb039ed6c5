import org.jspecify.annotations.NullMarked;

/** The one secret with the keys of LINE and OpenAI. */
@NullMarked
module dailyreport.adapters.secretsmanager {
  requires transitive dailyreport.application;
  requires software.amazon.awssdk.services.secretsmanager;
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

  exports dailyreport.adapters.secretsmanager;
}
