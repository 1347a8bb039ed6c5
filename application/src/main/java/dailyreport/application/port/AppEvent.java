package dailyreport.application.port;

import dailyreport.domain.cache.Freshness;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Usage;
import java.time.Duration;

/**
 * Something worth counting. Names are a contract with dashboards: faults.md, section 4. No
 * component is ever a user id, a token, a text or a secret.
 */
public sealed interface AppEvent {

  /** Name on dashboards, such as {@code cache.hit}. */
  String name();

  /** The tiers of the cache. */
  enum Tier {
    LOCAL,
    SHARED
  }

  /** What became of a request for the lease. */
  enum LockState {
    ACQUIRED,
    WAITED,
    TAKEOVER,
    UNAVAILABLE
  }

  /** The stages of a generation, in order. */
  enum Stage {
    PRICES,
    NEWS,
    ANALYSIS,
    NARRATIVE,
    CHART,
    PDF,
    STORE
  }

  record CacheHit(Tier tier, ReportKey key, Freshness freshness, Duration age, Duration latency)
      implements AppEvent {
    @Override
    public String name() {
      return "cache.hit";
    }
  }

  record CacheMiss(Tier tier, ReportKey key, Duration latency) implements AppEvent {
    @Override
    public String name() {
      return "cache.miss";
    }
  }

  record CacheError(Tier tier, String op, Fault kind) implements AppEvent {
    @Override
    public String name() {
      return "cache.error";
    }
  }

  record Backfill(Tier into, ReportKey key) implements AppEvent {
    @Override
    public String name() {
      return "cache.backfill";
    }
  }

  record Invalidated(String scope, String strength) implements AppEvent {
    @Override
    public String name() {
      return "cache.invalidated";
    }
  }

  record LocalDisabled(Fault kind) implements AppEvent {
    @Override
    public String name() {
      return "l1.disabled";
    }
  }

  record Lock(LockState state) implements AppEvent {
    @Override
    public String name() {
      return "lock";
    }
  }

  record StageStarted(ReportKey key, Stage stage) implements AppEvent {
    @Override
    public String name() {
      return "stage.started";
    }
  }

  record StageEnded(ReportKey key, Stage stage, Duration took, boolean succeeded)
      implements AppEvent {
    @Override
    public String name() {
      return "stage.ended";
    }
  }

  record Generated(ReportKey key, String outcome, Duration took, Usage usage) implements AppEvent {
    @Override
    public String name() {
      return "report.generated";
    }
  }

  /** How a person was served: kind is {@code local}, {@code shared}, {@code generated}. */
  record ReportServed(ReportKey key, String kind, Duration took) implements AppEvent {
    @Override
    public String name() {
      return "report.served";
    }
  }

  /** One call of a dependency; the outcome is {@code ok} or the label of a fault. */
  record DependencyCall(String dep, String outcome, Duration took) implements AppEvent {
    @Override
    public String name() {
      return "dep.call";
    }
  }

  record DependencyRetry(String dep) implements AppEvent {
    @Override
    public String name() {
      return "dep.retry";
    }
  }

  record DataStale(ReportKey key, long days) implements AppEvent {
    @Override
    public String name() {
      return "data.stale";
    }
  }

  record DataShort(ReportKey key, int bars) implements AppEvent {
    @Override
    public String name() {
      return "data.short";
    }
  }

  /** The newest close lies so far from the one before that a split is likely. */
  record DataSuspect(ReportKey key) implements AppEvent {
    @Override
    public String name() {
      return "data.suspect";
    }
  }

  record CurrencyDiffers(ReportKey key, String listed, String quoted) implements AppEvent {
    @Override
    public String name() {
      return "ticker.currency";
    }
  }

  record HolidayFileEnds(String calendar, long days) implements AppEvent {
    @Override
    public String name() {
      return "holiday.file";
    }
  }

  record NewsDropped(int count) implements AppEvent {
    @Override
    public String name() {
      return "news.dropped";
    }
  }

  record ModelCalls(ReportKey key, Usage usage) implements AppEvent {
    @Override
    public String name() {
      return "llm.calls";
    }
  }

  record ModelRepair(ReportKey key) implements AppEvent {
    @Override
    public String name() {
      return "llm.repair";
    }
  }

  record GroundReject(ReportKey key, Violation.Reason reason) implements AppEvent {
    @Override
    public String name() {
      return "ground.reject";
    }
  }

  record BudgetDenied(String scope) implements AppEvent {
    @Override
    public String name() {
      return "budget.denied";
    }
  }

  record RenderError(Fault kind) implements AppEvent {
    @Override
    public String name() {
      return "render.error";
    }
  }

  record WebhookRejected(String reason) implements AppEvent {
    @Override
    public String name() {
      return "webhook.rejected";
    }
  }

  record EventSkipped(String reason) implements AppEvent {
    @Override
    public String name() {
      return "event.skipped";
    }
  }

  record Duplicate() implements AppEvent {
    @Override
    public String name() {
      return "dedup.hit";
    }
  }

  record Delivered(String via, String outcome, Duration age) implements AppEvent {
    @Override
    public String name() {
      return "line.delivery";
    }
  }

  record LinkSkipped(String reason) implements AppEvent {
    @Override
    public String name() {
      return "link.skipped";
    }
  }

  record DeadlineMissed(String stage) implements AppEvent {
    @Override
    public String name() {
      return "deadline";
    }
  }

  /**
   * A function is wired.
   *
   * @param module it runs in; empty text when it was started from the class path
   * @param aot whether the AOT cache is in use
   * @param took since the process began
   */
  record Started(String function, String module, boolean aot, Duration took) implements AppEvent {
    @Override
    public String name() {
      return "start";
    }
  }
}
