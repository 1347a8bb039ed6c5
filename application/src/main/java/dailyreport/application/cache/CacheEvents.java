package dailyreport.application.cache;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.LockState;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells the event log what the tiers did. */
record CacheEvents(EventLog log, InstantSource clock) {

  void hit(Tier tier, Seen seen, Duration took) {
    log.record(
        new AppEvent.CacheHit(
            tier,
            seen.entry().key(),
            seen.freshness(),
            seen.entry().validity().age(clock.instant()),
            took));
  }

  void miss(Tier tier, ReportKey key, Duration took) {
    log.record(new AppEvent.CacheMiss(tier, key, took));
  }

  void fault(Tier tier, String operation, Fault fault) {
    log.record(new AppEvent.CacheError(tier, operation, fault));
  }

  void backfill(Tier into, ReportKey key) {
    log.record(new AppEvent.Backfill(into, key));
  }

  void lock(LockState state) {
    log.record(new AppEvent.Lock(state));
  }

  Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}
