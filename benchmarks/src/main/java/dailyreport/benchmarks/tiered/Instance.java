package dailyreport.benchmarks.tiered;

import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.AppEvent;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.UUID;

/** The application's cache over given tiers, put together as the bootstraps do it. */
final class Instance {
  private Instance() {}

  /** A cache that finds everything in its tiers: a generation ends the benchmark. */
  static TieredCache of(Tiers tiers, InstantSource clock) {
    return of(
        tiers,
        policy(),
        clock,
        (key, previous, allowance, deadline) -> {
          throw new IllegalStateException(key + " is in neither tier");
        });
  }

  /** A cache over these. Jobs go nowhere, and a fault of a tier ends the benchmark. */
  static TieredCache of(
      Tiers tiers, SessionTtlPolicy policy, InstantSource clock, ReportGenerator generator) {
    return new TieredCache(
        tiers,
        policy,
        EntryGate.live(),
        generator,
        new GenerationBudget(clock),
        (job, delay, deadline) -> {},
        event -> {
          if (event instanceof AppEvent.CacheError) {
            throw new IllegalStateException("a tier reported " + event);
          }
        },
        clock,
        Waiting.real());
  }

  /** The policy of production, for receipts of one share without a cap of their own. */
  static SessionTtlPolicy policy() {
    return SessionTtlPolicy.of(
        Sessions.of(TradingCalendar.bundled(), Instance::listed),
        Instance::listed,
        () -> UUID.randomUUID().toString());
  }

  /** The same with a cap of so many hours. */
  static SessionTtlPolicy cappedAt(Duration cap) {
    return policy().cappedAt(cap);
  }

  private static Instrument listed(Ticker ticker) {
    return new Instrument(ticker, SampleReport.UNDERLYING, "Example Holdings", OptionalInt.empty());
  }
}
