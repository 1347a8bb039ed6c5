package dailyreport.application;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Tier;
import dailyreport.domain.cache.Freshness;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says from the events alone what the cache was worth. */
public final class CacheAnalytics {
  private static final int MONEY_DECIMALS = 6;

  /** Needs nothing: every figure is in the events. */
  public CacheAnalytics() {}

  /**
   * One tier.
   *
   * @param fresh look-ups answered with a fresh report
   * @param stale look-ups answered with a stale one
   * @param negative look-ups answered with a definite "there is none"
   * @param misses look-ups not answered
   * @param failures operations of the tier that failed
   * @param backfills entries copied into it
   * @param latencies of all look-ups, ascending
   */
  public record TierSummary(
      int fresh,
      int stale,
      int negative,
      int misses,
      int failures,
      int backfills,
      List<Duration> latencies) {
    public TierSummary {
      latencies = List.copyOf(latencies);
    }

    /** Look-ups answered, stale and negative ones included. */
    public int hits() {
      return fresh + stale + negative;
    }

    /** Look-ups answered or not. */
    public int lookups() {
      return hits() + misses;
    }

    /** The latency that this share of look-ups did not exceed; empty without look-ups. */
    public Optional<Duration> latency(double share) {
      if (latencies.isEmpty()) {
        return Optional.empty();
      }
      int rank = (int) Math.ceil(share * latencies.size());
      return Optional.of(latencies.get(Math.clamp(rank, 1, latencies.size()) - 1));
    }
  }

  /**
   * The whole cache.
   *
   * @param generations reports made
   * @param avoided reports served without making one
   * @param spentUsd measured cost of the generations whose cost is known
   * @param unknownCosts generations whose cost is not known
   */
  public record Summary(
      TierSummary local,
      TierSummary shared,
      int generations,
      int avoided,
      BigDecimal spentUsd,
      int unknownCosts) {

    /** Share of look-ups that the local tier answered, 0 to 1; empty without look-ups. */
    public OptionalDouble localHitRatio() {
      return ratio(local.hits(), local.lookups());
    }

    /**
     * Share of the local tier's misses that the shared tier answered, 0 to 1; empty when nobody
     * came as far. Who runs without a local tier never misses in it and is counted by what was
     * asked of the shared one.
     */
    public OptionalDouble sharedHitRatio() {
      return ratio(shared.hits(), Math.max(local.misses(), shared.lookups()));
    }

    /** What a generation cost on average; empty without a measured one. */
    public Optional<BigDecimal> meanUsd() {
      return atMeanCost(1);
    }

    /** Avoided generations at the mean cost; empty without a measured one. */
    public Optional<BigDecimal> savedUsd() {
      return atMeanCost(avoided);
    }

    private Optional<BigDecimal> atMeanCost(int reports) {
      int measured = generations - unknownCosts;
      return measured == 0
          ? Optional.empty()
          : Optional.of(
              spentUsd
                  .multiply(BigDecimal.valueOf(reports))
                  .divide(BigDecimal.valueOf(measured), MONEY_DECIMALS, RoundingMode.HALF_UP));
    }

    private static OptionalDouble ratio(int part, int all) {
      return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / all);
    }
  }

  /** Sums up events in any order. */
  public Summary summarise(List<AppEvent> events) {
    var tiers = new EnumMap<Tier, Tally>(Tier.class);
    for (Tier tier : Tier.values()) {
      tiers.put(tier, new Tally());
    }
    var costs = new ArrayList<Optional<BigDecimal>>();
    for (AppEvent event : events) {
      if (event instanceof AppEvent.Generated generated) {
        costs.add(generated.usage().costUsd());
      } else {
        count(tiers, event);
      }
    }
    return summary(tiers, costs);
  }

  private static void count(Map<Tier, Tally> tiers, AppEvent event) {
    switch (event) {
      case AppEvent.CacheHit(var tier, _, var freshness, _, var latency) ->
          tiers.getOrDefault(tier, new Tally()).hit(freshness, latency);
      case AppEvent.CacheMiss(var tier, _, var latency) ->
          tiers.getOrDefault(tier, new Tally()).miss(latency);
      case AppEvent.CacheError(var tier, _, _) -> tiers.getOrDefault(tier, new Tally()).failures++;
      case AppEvent.Backfill(var into, _) -> tiers.getOrDefault(into, new Tally()).backfills++;
      default -> {
        // Everything else is about other things than the cache.
      }
    }
  }

  private static Summary summary(Map<Tier, Tally> tiers, List<Optional<BigDecimal>> costs) {
    TierSummary local = tiers.getOrDefault(Tier.LOCAL, new Tally()).summary();
    TierSummary shared = tiers.getOrDefault(Tier.SHARED, new Tally()).summary();
    int avoided = local.fresh() + local.stale() + shared.fresh() + shared.stale();
    List<BigDecimal> known = costs.stream().flatMap(Optional::stream).toList();
    BigDecimal spent = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Summary(local, shared, costs.size(), avoided, spent, costs.size() - known.size());
  }

  /** A tier being counted. */
  private static final class Tally {
    private final Map<Freshness, Integer> hits = new EnumMap<>(Freshness.class);
    private final List<Duration> latencies = new ArrayList<>();
    private int misses;
    private int failures;
    private int backfills;

    void hit(Freshness freshness, Duration latency) {
      hits.merge(freshness, 1, Integer::sum);
      latencies.add(latency);
    }

    void miss(Duration latency) {
      misses++;
      latencies.add(latency);
    }

    TierSummary summary() {
      return new TierSummary(
          hits.getOrDefault(Freshness.FRESH, 0),
          hits.getOrDefault(Freshness.STALE, 0),
          hits.getOrDefault(Freshness.NEGATIVE, 0),
          misses,
          failures,
          backfills,
          latencies.stream().sorted().toList());
    }
  }
}
