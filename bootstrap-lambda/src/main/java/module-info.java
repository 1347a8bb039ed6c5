import org.jspecify.annotations.NullMarked;

/** The two Lambda functions, webhook and worker: runtime loop, configuration and wiring. */
@NullMarked
module dailyreport.bootstrap.lambda {
  requires dailyreport.adapters.json;
  requires dailyreport.adapters.line;
  requires dailyreport.adapters.openai;
  requires dailyreport.adapters.rendering;
  requires dailyreport.adapters.s3;
  requires dailyreport.adapters.sqlite;
  requires dailyreport.adapters.ta4j;
  requires dailyreport.adapters.yahoo;
  requires dailyreport.adapters.sqs;
  requires dailyreport.adapters.secretsmanager;
  requires java.logging;
  requires java.net.http;
  requires com.fasterxml.jackson.core;
  requires dagger;
  requires jakarta.inject;
  requires static transitive org.jspecify;
}
