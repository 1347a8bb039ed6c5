package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.line.LineMessenger;
import dailyreport.adapters.line.LineWebhook;
import dailyreport.adapters.s3.S3Tier;
import dailyreport.adapters.secretsmanager.ServiceKeys;
import dailyreport.application.AnswerLate;
import dailyreport.application.AnswerNow;
import dailyreport.application.OpenLink;
import dailyreport.application.ReportLinks;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Messenger;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What comes from LINE and what goes there. */
@Module
interface LineWiring {
  @Provides
  @Singleton
  static LineWebhook webhook(ServiceKeys keys, EventLog events, InstantSource clock) {
    return LineWebhook.open(keys.lineChannelSecret(), events, clock);
  }

  /** The SDK's client, with OkHttp and Retrofit behind it. */
  @Provides
  @Singleton
  static Messenger messenger(
      Config config, ServiceKeys keys, EventLog events, InstantSource clock) {
    return LineMessenger.open(
        keys.lineChannelAccessToken(),
        config.lineBase().orElse(LineMessenger.DEFAULT_BASE),
        events,
        clock);
  }

  @Provides
  @Singleton
  static ReportLinks links(ServiceKeys keys) {
    return new ReportLinks(keys.lineChannelSecret());
  }

  @Provides
  @Singleton
  static AnswerNow answerNow(
      TieredCache cache,
      TickerDirectory directory,
      Sessions sessions,
      ReportLinks links,
      Lazy<Messenger> messenger,
      Lazy<JobQueue> queue,
      EventLog events,
      InstantSource clock) {
    return new AnswerNow(
        cache,
        directory,
        sessions,
        links,
        new MessengerWhenNeeded(messenger),
        CacheWiring.whenNeeded(queue),
        events,
        clock);
  }

  @Provides
  @Singleton
  static AnswerLate answerLate(
      Config config,
      ServiceKeys keys,
      TieredCache cache,
      S3Tier s3,
      TickerDirectory directory,
      ReportLinks links,
      Lazy<Messenger> messenger,
      EventLog events,
      InstantSource clock) {
    return new AnswerLate(
        cache,
        s3.eventClaims(),
        new MessengerWhenNeeded(messenger),
        directory,
        links,
        keys.lineChannelSecret(),
        config.linePushFallback(),
        events,
        clock,
        Waiting.real());
  }

  @Provides
  @Singleton
  static OpenLink openLink(
      Config config, ReportLinks links, TieredCache cache, S3Tier s3, EventLog events) {
    return new OpenLink(links, cache, s3.partLinks(), config.pdfUrlLife(), events);
  }
}
