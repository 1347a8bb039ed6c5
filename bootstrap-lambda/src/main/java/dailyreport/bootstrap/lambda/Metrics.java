package dailyreport.bootstrap.lambda;

import dailyreport.application.port.AppEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What CloudWatch counts of each event, and by which of its fields. Every event is counted under
 * its own name; dashboard and alarms in {@code terraform/} are made from these names.
 *
 * <p>Fields with few values only are dimensions, for each combination is a metric that costs money:
 * never a ticker, a session or a person.
 */
final class Metrics {
  private Metrics() {}

  /** Units as CloudWatch spells them. */
  enum Unit {
    COUNT("Count"),
    MILLIS("Milliseconds"),
    NONE("None");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * One number.
   *
   * @param name on dashboards
   * @param field of the event that has its value; without one the value is 1
   */
  record Metric(String name, String field, Unit unit) {
    Object valueIn(Map<String, Object> fields) {
      return field.isEmpty() ? Integer.valueOf(1) : fields.getOrDefault(field, 0);
    }
  }

  /** Numbers by fields; all the fields together make one series. */
  record Directive(List<String> dimensions, List<Metric> metrics) {
    /** Without numbers that the event does not know: an unknown cost is not a cost of nothing. */
    Directive knownIn(Map<String, Object> fields) {
      Stream<Metric> known =
          metrics.stream()
              .filter(metric -> metric.field().isEmpty() || fields.containsKey(metric.field()));
      return new Directive(dimensions, known.toList());
    }
  }

  /** What of this event is counted, nothing for events that are for the eye only. */
  static List<Directive> of(AppEvent event) {
    String name = event.name();
    return switch (event) {
      case AppEvent.CacheHit _ ->
          List.of(count(name, "tier", "freshness"), times("cache.lookup", "latency", "tier"));
      case AppEvent.CacheMiss _ ->
          List.of(count(name, "tier"), times("cache.lookup", "latency", "tier"));
      case AppEvent.CacheError _ -> List.of(count(name, "tier", "kind"));
      case AppEvent.Backfill _, AppEvent.Invalidated _, AppEvent.ModelRepair _ ->
          List.of(count(name));
      case AppEvent.LocalDisabled _, AppEvent.RenderError _ -> List.of(count(name, "kind"));
      case AppEvent.Lock _ -> List.of(count(name, "state"));
      case AppEvent.StageStarted _ -> List.of();
      case AppEvent.StageEnded _ -> List.of(times("stage.time", "took", "stage"));
      case AppEvent.Generated _ ->
          List.of(count(name, "outcome"), times("report.generation", "took"));
      case AppEvent.ReportServed _ ->
          List.of(count(name, "kind"), times("report.wait", "took", "kind"));
      case AppEvent.DependencyCall _ ->
          List.of(count(name, "dep", "outcome"), times("dep.time", "took", "dep"));
      case AppEvent.DependencyRetry _ -> List.of(count(name, "dep"));
      case AppEvent.DataStale _,
          AppEvent.DataShort _,
          AppEvent.DataSuspect _,
          AppEvent.CurrencyDiffers _,
          AppEvent.Duplicate _ ->
          List.of(count(name));
      case AppEvent.HolidayFileEnds _ -> List.of(number("holiday.days", "days"));
      case AppEvent.NewsDropped _ -> List.of(number(name, "count"));
      case AppEvent.ModelCalls _ -> List.of(model());
      case AppEvent.GroundReject _, AppEvent.WebhookRejected _, AppEvent.EventSkipped _ ->
          List.of(count(name, "reason"));
      case AppEvent.LinkSkipped _ -> List.of(count(name, "reason"));
      case AppEvent.BudgetDenied _ -> List.of(count(name, "scope"));
      case AppEvent.Delivered _ ->
          List.of(count(name, "via", "outcome"), times("line.age", "age", "via"));
      case AppEvent.DeadlineMissed _ -> List.of(count(name, "stage"));
      case AppEvent.Started _ ->
          List.of(count(name, "function", "aot"), times("start.time", "took", "function"));
    };
  }

  private static Directive model() {
    return new Directive(
        List.of(),
        List.of(
            new Metric("llm.calls", "calls", Unit.COUNT),
            new Metric("llm.input.tokens", "inputTokens", Unit.COUNT),
            new Metric("llm.cached.tokens", "cachedTokens", Unit.COUNT),
            new Metric("llm.output.tokens", "outputTokens", Unit.COUNT),
            new Metric("llm.cost.usd", "costUsd", Unit.NONE)));
  }

  private static Directive count(String name, String... dimensions) {
    return new Directive(Arrays.asList(dimensions), List.of(new Metric(name, "", Unit.COUNT)));
  }

  private static Directive number(String name, String field, String... dimensions) {
    return new Directive(Arrays.asList(dimensions), List.of(new Metric(name, field, Unit.COUNT)));
  }

  private static Directive times(String name, String component, String... dimensions) {
    Metric time = new Metric(name, component + "Millis", Unit.MILLIS);
    return new Directive(Arrays.asList(dimensions), List.of(time));
  }
}
