package dailyreport.bootstrap.lambda;

import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
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
import java.time.InstantSource;

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
      CheckHolidays checkHolidays,
      InstantSource clock) {
    return new Upkeep(
        new PrewarmCache(cache, sessions, CacheWiring.whenNeeded(queue), clock),
        new InvalidateCache(cache, clock),
        directory,
        checkHolidays,
        clock);
  }
}
