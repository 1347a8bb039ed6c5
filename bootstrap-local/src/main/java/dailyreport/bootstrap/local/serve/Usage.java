package dailyreport.bootstrap.local.serve;

import dailyreport.application.CacheAnalytics;
import dailyreport.application.CacheAnalytics.Summary;
import dailyreport.application.CacheAnalytics.TierSummary;
import dailyreport.application.port.AppEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * How the product was used, from its events alone.
 *
 * @param summary of the cache
 * @param counts of everything that came in and went out, by event and outcome
 */
record Usage(Summary summary, SequencedMap<String, Integer> counts) {

  static Usage of(List<AppEvent> events) {
    var counts = new TreeMap<String, Integer>();
    for (AppEvent event : events) {
      String label =
          switch (event) {
            case AppEvent.WebhookRejected(var reason) -> event.name() + " " + reason;
            case AppEvent.EventSkipped(var reason) -> event.name() + " " + reason;
            case AppEvent.Delivered(var via, var outcome, _) ->
                event.name() + " " + via + " " + outcome;
            case AppEvent.ReportServed(_, var kind, _) -> event.name() + " " + kind;
            case AppEvent.Duplicate() -> event.name();
            case AppEvent.BudgetDenied(var scope) -> event.name() + " " + scope;
            case AppEvent.DeadlineMissed(var stage) -> event.name() + " " + stage;
            default -> "";
          };
      if (!label.isEmpty()) {
        counts.merge(label, 1, Integer::sum);
      }
    }
    return new Usage(new CacheAnalytics().summarise(events), counts);
  }

  /** As an object of JSON; what is not known is left out. */
  Map<String, Object> fields() {
    var tiers = new LinkedHashMap<String, Object>();
    tiers.put("local", tier(summary.local()));
    tiers.put("shared", tier(summary.shared()));
    var fields = new LinkedHashMap<String, Object>();
    fields.put("tiers", tiers);
    summary.localHitRatio().ifPresent(ratio -> fields.put("localHitRatio", ratio));
    summary.sharedHitRatio().ifPresent(ratio -> fields.put("sharedHitRatio", ratio));
    fields.put("generations", summary.generations());
    fields.put("avoided", summary.avoided());
    fields.put("spentUsd", summary.spentUsd());
    fields.put("unknownCosts", summary.unknownCosts());
    summary.meanUsd().ifPresent(usd -> fields.put("meanUsd", usd));
    summary.savedUsd().ifPresent(usd -> fields.put("savedUsd", usd));
    fields.put("counts", counts);
    return fields;
  }

  private static Map<String, Object> tier(TierSummary tier) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("fresh", tier.fresh());
    fields.put("stale", tier.stale());
    fields.put("absent", tier.negative());
    fields.put("misses", tier.misses());
    fields.put("failures", tier.failures());
    fields.put("backfills", tier.backfills());
    tier.latency(0.5).ifPresent(time -> fields.put("p50Millis", millis(time)));
    tier.latency(0.95).ifPresent(time -> fields.put("p95Millis", millis(time)));
    return fields;
  }

  /** Milliseconds with their thousandths. */
  static BigDecimal millis(Duration time) {
    return BigDecimal.valueOf(time.toNanos() / 1_000, 3);
  }
}
