import org.jspecify.annotations.NullMarked;

/** LINE webhook in, LINE messages out. */
@NullMarked
module dailyreport.adapters.line {
  requires transitive dailyreport.application;
  // The level of the SDK's own loggers is set here, where it is known what they would print.
  requires java.logging;
  requires line.bot.messaging.api.client;
  requires line.bot.client.base;
  requires line.bot.parser;
  requires line.bot.webhook;
  // Limits of a body before the SDK's parser sees it.
  requires com.fasterxml.jackson.core;
  // Forbids the hidden repetition of a request: a reply token is good for one.
  requires okhttp3;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.line;
}
