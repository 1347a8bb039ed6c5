import org.jspecify.annotations.NullMarked;

/** Shared cache, leases, watermarks, event claims and links in one S3 bucket. */
@NullMarked
@SuppressWarnings("module") // the name ends in a digit because the technology does
module dailyreport.adapters.s3 {
  requires transitive dailyreport.application;
  requires software.amazon.awssdk.services.s3;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.regions;
  requires software.amazon.awssdk.auth;
  requires software.amazon.awssdk.awscore;
  requires software.amazon.awssdk.identity.spi;
  requires software.amazon.awssdk.utils;
  requires software.amazon.awssdk.http;
  requires software.amazon.awssdk.http.urlconnection;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.s3;
}
