package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dailyreport.adapters.s3.S3Tier;
import dailyreport.application.CheckHolidays;
import dailyreport.application.InvalidateCache;
import dailyreport.application.PrewarmCache;
import dailyreport.application.RefreshReport;
import dailyreport.application.ReportParts;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.JobQueue;
import jakarta.inject.Singleton;
import java.lang.module.ModuleDescriptor;
import java.time.InstantSource;
import java.util.Optional;

/** What keeps the cache filled and true without anybody asking for a report. */
@Module
interface UpkeepWiring {
  @Provides
  @Singleton
  static RefreshReport refreshReport(
      TieredCache cache, ReportParts parts, EventLog events, InstantSource clock) {
    return new RefreshReport(cache, parts, events, clock);
  }

  @Provides
  @Singleton
  static Upkeep upkeep(
      TieredCache cache,
      Sessions sessions,
      Lazy<JobQueue> queue,
      TickerDirectory directory,
      DailyDigest digest,
      InstantSource clock) {
    return new Upkeep(
        new PrewarmCache(cache, sessions, CacheWiring.whenNeeded(queue), clock),
        new InvalidateCache(cache, clock),
        directory,
        digest);
  }

  @Provides
  @Singleton
  static DailyDigest digest(
      Config config,
      S3Tier s3,
      Sessions sessions,
      TickerDirectory directory,
      CheckHolidays checkHolidays,
      InstantSource clock) {
    return new DailyDigest(
        s3.spendLedger(),
        config.dailyBudgetUsd(),
        s3.sharedCache(),
        s3.invalidationLog(),
        sessions,
        directory,
        checkHolidays,
        version(),
        clock);
  }

  /** As the build wrote it into the module; there is none on a class path. */
  private static String version() {
    return Optional.ofNullable(UpkeepWiring.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("unknown");
  }
}
