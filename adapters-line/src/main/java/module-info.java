import org.jspecify.annotations.NullMarked;

/** LINE webhook in, LINE messages out. */
@NullMarked
module dailyreport.adapters.line {
  requires transitive dailyreport.application;
  requires line.bot.messaging.api.client;
  requires line.bot.client.base;
  requires line.bot.parser;
  requires line.bot.webhook;
  requires static transitive org.jspecify;
}
