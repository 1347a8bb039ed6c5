package dailyreport.bootstrap.local;

import dagger.Module;
import dagger.Provides;
import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.JobQueue;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What is special about a process that ends with one answer. */
@Module
interface CommandWiring {
  /** A command that has just started loads classes first; nobody holds a reply token meanwhile. */
  Duration PATIENCE = Duration.ofSeconds(5);

  /** A command line has nobody to refresh for: its process ends with the answer. */
  @Provides
  @Singleton
  static JobQueue queue() {
    return (_, _, _) -> {};
  }

  /** The one that settings name. */
  @Provides
  @Singleton
  static ModelChoice model() {
    return Supplier::get;
  }

  @Provides
  @Singleton
  static TieredCache cache(
      Tiers tiers,
      SessionTtlPolicy policy,
      EntryGate gate,
      ReportGenerator generator,
      GenerationBudget budget,
      JobQueue queue,
      EventLog events,
      InstantSource clock) {
    return new TieredCache(
        tiers.patient(PATIENCE),
        policy,
        gate,
        generator,
        budget,
        queue,
        events,
        clock,
        Waiting.real());
  }
}
