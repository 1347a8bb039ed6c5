package dailyreport.application;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheAnalyticsTest {
  private final CacheAnalytics analytics = new CacheAnalytics();

  @Test
  void savedMoneyIsAvoidedGenerationsAtTheMeanMeasuredCost() {
    var summary =
        analytics.summarise(
            List.of(
                generated("0.03"),
                generated("0.05"),
                new AppEvent.Generated(KEY, "template", Duration.ZERO, usage(Optional.empty())),
                hit(Tier.LOCAL, Freshness.FRESH, 5),
                hit(Tier.LOCAL, Freshness.STALE, 7),
                hit(Tier.SHARED, Freshness.FRESH, 30_000),
                hit(Tier.LOCAL, Freshness.NEGATIVE, 6),
                miss(Tier.LOCAL, 3),
                miss(Tier.SHARED, 20_000),
                new AppEvent.CacheError(Tier.SHARED, "get", Fault.TIMEOUT),
                new AppEvent.Backfill(Tier.LOCAL, KEY),
                new AppEvent.Duplicate()));

    assertThat(summary.generations()).isEqualTo(3);
    assertThat(summary.avoided()).isEqualTo(3);
    assertThat(summary.spentUsd()).isEqualByComparingTo("0.08");
    assertThat(summary.unknownCosts()).isEqualTo(1);
    assertThat(summary.savedUsd()).contains(new BigDecimal("0.120000"));
    assertThat(summary.local().hits()).isEqualTo(3);
    assertThat(summary.local().stale()).isEqualTo(1);
    assertThat(summary.meanUsd()).contains(new BigDecimal("0.040000"));
    assertThat(summary.localHitRatio()).hasValue(0.75);
    assertThat(summary.local().backfills()).isEqualTo(1);
    assertThat(summary.local().latency(0.5)).contains(micros(5));
    assertThat(summary.local().latency(1)).contains(micros(7));
    assertThat(summary.shared().failures()).isEqualTo(1);
    assertThat(summary.sharedHitRatio()).hasValue(0.5);
  }

  /** 100 callers miss locally, one of them asks the shared tier for all: it answered one in 100. */
  @Test
  void theSharedTiersRatioIsOfTheLocalTiersMisses() {
    var events = new ArrayList<AppEvent>();
    for (int caller = 0; caller < 100; caller++) {
      events.add(miss(Tier.LOCAL, 3));
    }
    events.add(hit(Tier.SHARED, Freshness.FRESH, 30_000));

    assertThat(analytics.summarise(events).sharedHitRatio()).hasValue(0.01);
  }

  @Test
  void whereThereIsNoLocalTierTheSharedTiersRatioIsOfItsOwnLookups() {
    var summary =
        analytics.summarise(
            List.of(
                hit(Tier.SHARED, Freshness.FRESH, 30_000),
                hit(Tier.SHARED, Freshness.STALE, 30_000),
                miss(Tier.SHARED, 20_000),
                miss(Tier.SHARED, 20_000)));

    assertThat(summary.sharedHitRatio()).hasValue(0.5);
    assertThat(summary.localHitRatio()).isEmpty();
  }

  @Test
  void aPercentileIsReadOffTheSortedLatencies() {
    var events = new ArrayList<AppEvent>();
    for (int micros = 100; micros >= 1; micros--) {
      events.add(hit(Tier.LOCAL, Freshness.FRESH, micros));
    }
    var local = analytics.summarise(events).local();

    assertThat(local.latencies()).hasSize(100);
    assertThat(local.latency(0.5)).contains(micros(50));
    assertThat(local.latency(0.95)).contains(micros(95));
  }

  @Test
  void withoutEventsThereAreNoRatiosAndNoMoney() {
    var summary = analytics.summarise(List.of());

    assertThat(summary.localHitRatio()).isEmpty();
    assertThat(summary.sharedHitRatio()).isEmpty();
    assertThat(summary.meanUsd()).isEmpty();
    assertThat(summary.shared().latency(0.5)).isEmpty();
    assertThat(summary.savedUsd()).isEmpty();
    assertThat(summary.spentUsd()).isZero();
  }

  @Test
  void s37TheSumsOfAScriptedDayReconcile() {
    var world = new InMemoryCacheWorld();
    List<Instance> instances = List.of(world.instance(), world.instance(), world.instance());
    int asked = 0;
    int generated = 0;
    for (int hour = 0; hour < 30; hour++) {
      for (Instance one : instances) {
        var work = Deadline.in(Duration.ofSeconds(100), world.clock.instant());
        CacheAnswer answer = one.cache().get(KEY, Requester.nobody(), work, work);
        asked++;
        if (answer instanceof CacheAnswer.Served(_, _, CacheAnswer.Source source, _, _)
            && source == CacheAnswer.Source.GENERATED) {
          generated++;
        }
      }
      world.clock.advance(Duration.ofHours(1));
    }
    var events = new ArrayList<AppEvent>();
    instances.forEach(one -> events.addAll(one.events().events()));

    var summary = analytics.summarise(events);

    assertThat(summary.local().lookups()).isEqualTo(asked);
    assertThat(summary.shared().lookups()).isEqualTo(summary.local().misses());
    assertThat(summary.shared().misses()).isEqualTo(generated);
    assertThat(summary.avoided()).isEqualTo(asked - generated);
    assertThat(world.generator.calls()).isEqualTo(generated);
    assertThat(summary.local().stale() + summary.shared().stale()).isPositive();
    // Counted once more, straight from the log.
    long localHits = hits(events, Tier.LOCAL);
    long sharedHits = hits(events, Tier.SHARED);
    assertThat(summary.local().hits()).isEqualTo((int) localHits);
    assertThat(summary.shared().hits()).isEqualTo((int) sharedHits);
    assertThat(summary.localHitRatio()).hasValue((double) localHits / asked);
    assertThat(summary.sharedHitRatio()).hasValue((double) sharedHits / (asked - localHits));
    assertThat(localHits + sharedHits + generated).isEqualTo(asked);
    assertThat(summary.local().latencies()).hasSize(asked);
    assertThat(summary.local().backfills())
        .isEqualTo((int) events.stream().filter(AppEvent.Backfill.class::isInstance).count());
  }

  private static long hits(List<AppEvent> events, Tier tier) {
    return events.stream()
        .filter(event -> event instanceof AppEvent.CacheHit hit && hit.tier() == tier)
        .count();
  }

  private static AppEvent generated(String cost) {
    return new AppEvent.Generated(
        KEY, "complete", Duration.ZERO, usage(Optional.of(new BigDecimal(cost))));
  }

  private static Usage usage(Optional<BigDecimal> cost) {
    return new Usage("scripted", "1", 1, 1, 0, 1, cost);
  }

  private static AppEvent hit(Tier tier, Freshness freshness, long micros) {
    return new AppEvent.CacheHit(tier, KEY, freshness, Duration.ZERO, micros(micros));
  }

  private static AppEvent miss(Tier tier, long micros) {
    return new AppEvent.CacheMiss(tier, KEY, micros(micros));
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(1_000 * micros);
  }
}
