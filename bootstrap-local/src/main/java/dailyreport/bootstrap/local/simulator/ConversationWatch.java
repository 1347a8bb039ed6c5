package dailyreport.bootstrap.local.simulator;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Job;
import dailyreport.bootstrap.local.serve.JobWatch;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Shows the page which tier answered, and the steps of jobs. */
final class ConversationWatch implements JobWatch {
  private final Feed feed;

  ConversationWatch(Feed feed) {
    this.feed = feed;
  }

  void saw(AppEvent event) {
    switch (event) {
      case AppEvent.CacheHit(var tier, var key, var freshness, _, var latency) ->
          answered(key, freshness == Freshness.FRESH ? tier.name() : freshness.name(), latency);
      case AppEvent.Generated(var key, _, var took, _) -> answered(key, "GENERATED", took);
      default -> {
        // Everything else is on the page of figures.
      }
    }
  }

  private void answered(ReportKey key, String by, Duration took) {
    var tier = new LinkedHashMap<String, Object>();
    tier.put("ticker", key.ticker().symbol());
    tier.put("answered", by);
    tier.put("millis", took.toMillis());
    feed.add("tier", tier);
  }

  @Override
  public void saw(Job job, Step step) {
    feed.add(
        "job", Map.of("state", step.name().toLowerCase(Locale.ROOT), "kind", JobWatch.kind(job)));
  }
}
