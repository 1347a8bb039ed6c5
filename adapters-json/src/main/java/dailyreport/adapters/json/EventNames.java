package dailyreport.adapters.json;

import static java.util.Map.entry;

import dailyreport.application.port.AppEvent;
import java.util.Map;

/**
 * The event of every name. Written out, because the names are a contract (faults.md, section 4) and
 * an event tells its name only once it exists; a test compares the list with {@link AppEvent}.
 */
final class EventNames {
  static final Map<String, Class<? extends Record>> TYPES =
      Map.ofEntries(
          entry("cache.hit", AppEvent.CacheHit.class),
          entry("cache.miss", AppEvent.CacheMiss.class),
          entry("cache.error", AppEvent.CacheError.class),
          entry("cache.backfill", AppEvent.Backfill.class),
          entry("cache.invalidated", AppEvent.Invalidated.class),
          entry("l1.disabled", AppEvent.LocalDisabled.class),
          entry("lock", AppEvent.Lock.class),
          entry("stage.started", AppEvent.StageStarted.class),
          entry("stage.ended", AppEvent.StageEnded.class),
          entry("report.generated", AppEvent.Generated.class),
          entry("report.served", AppEvent.ReportServed.class),
          entry("dep.call", AppEvent.DependencyCall.class),
          entry("dep.retry", AppEvent.DependencyRetry.class),
          entry("data.stale", AppEvent.DataStale.class),
          entry("data.short", AppEvent.DataShort.class),
          entry("data.suspect", AppEvent.DataSuspect.class),
          entry("ticker.currency", AppEvent.CurrencyDiffers.class),
          entry("holiday.file", AppEvent.HolidayFileEnds.class),
          entry("news.dropped", AppEvent.NewsDropped.class),
          entry("llm.calls", AppEvent.ModelCalls.class),
          entry("llm.repair", AppEvent.ModelRepair.class),
          entry("ground.reject", AppEvent.GroundReject.class),
          entry("budget.denied", AppEvent.BudgetDenied.class),
          entry("render.error", AppEvent.RenderError.class),
          entry("webhook.rejected", AppEvent.WebhookRejected.class),
          entry("event.skipped", AppEvent.EventSkipped.class),
          entry("dedup.hit", AppEvent.Duplicate.class),
          entry("line.delivery", AppEvent.Delivered.class),
          entry("link.skipped", AppEvent.LinkSkipped.class),
          entry("deadline", AppEvent.DeadlineMissed.class),
          entry("start", AppEvent.Started.class));

  private EventNames() {}
}
