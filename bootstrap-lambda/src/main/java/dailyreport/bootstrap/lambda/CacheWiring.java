package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.s3.S3Tier;
import dailyreport.adapters.sqlite.SqliteInvalidationLog;
import dailyreport.adapters.sqlite.SqliteLocalCache;
import dailyreport.adapters.sqs.SqsJobQueue;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.LocalCache;
import dailyreport.application.port.ReportCodec;
import dailyreport.application.port.SpendLedger;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/** The tiers, their rules, and the queue that fills them. */
@Module
interface CacheWiring {
  @Provides
  @Singleton
  static S3Tier bucket(Config config, ReportCodec codec, InstantSource clock, EventLog events) {
    return config
        .s3Endpoint()
        .map(other ->
            S3Tier.openAt(other.address(), other.region(), config.bucket(), codec, clock, events))
        .orElseGet(() -> S3Tier.open(config.bucket(), codec, clock, events));
  }

  @Provides
  @Singleton
  static LocalCache local(Config config, ReportCodec codec, InstantSource clock, EventLog events) {
    return SqliteLocalCache.open(
        config.folder(), SqliteLocalCache.DEFAULT_BYTES, codec, clock, events);
  }

  @Provides
  @Singleton
  static Tiers tiers(
      Config config, Lazy<LocalCache> local, S3Tier s3, InstantSource clock, EventLog events) {
    return switch (config.backend()) {
      case HYBRID ->
          Tiers.hybrid(local.get(), s3.sharedCache(), s3.generationLease(), s3.invalidationLog());
      case S3 -> Tiers.s3(s3.sharedCache(), s3.generationLease(), s3.invalidationLog());
      case SQLITE ->
          Tiers.sqlite(local.get(), SqliteInvalidationLog.open(config.folder(), clock, events));
      case OFF -> Tiers.off();
    };
  }

  @Provides
  @Singleton
  static SessionTtlPolicy policy(Config config, Sessions sessions, TickerDirectory directory) {
    var policy =
        SessionTtlPolicy.of(sessions, directory::listed, () -> UUID.randomUUID().toString());
    return config.ttl().map(policy::cappedAt).orElse(policy);
  }

  /** Money is counted in the bucket with every backend. */
  @Provides
  @Singleton
  static SpendLedger spend(S3Tier s3) {
    return s3.spendLedger();
  }

  @Provides
  @Singleton
  static GenerationBudget budget(InstantSource clock) {
    return new GenerationBudget(clock);
  }

  /** The SDK's client; whoever sends rarely takes it {@link #whenNeeded}. */
  @Provides
  @Singleton
  static JobQueue queue(Config config, InstantSource clock) {
    return SqsJobQueue.open(config.queue(), clock);
  }

  /** Opens the queue with the first job: a hit needs none. */
  static JobQueue whenNeeded(Lazy<JobQueue> queue) {
    return (job, delay, deadline) -> queue.get().send(job, delay, deadline);
  }

  @Provides
  @Singleton
  static TieredCache cache(
      Tiers tiers,
      SessionTtlPolicy policy,
      ReportGenerator generator,
      GenerationBudget budget,
      Lazy<JobQueue> queue,
      EventLog events,
      InstantSource clock) {
    return new TieredCache(
        tiers,
        policy,
        EntryGate.live(),
        generator,
        budget,
        whenNeeded(queue),
        events,
        clock,
        Waiting.real());
  }
}
