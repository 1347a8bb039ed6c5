package dailyreport.bootstrap.local;

import dailyreport.application.CacheAnalytics.Summary;
import dailyreport.application.CacheAnalytics.TierSummary;
import dailyreport.domain.report.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalDouble;

/** Figures about the cache as a few aligned lines; digits are ASCII under any locale. */
final class StatsText {
  private static final int MONEY_DECIMALS = 4;

  private StatsText() {}

  static String of(Summary summary) {
    TierSummary local = summary.local();
    TierSummary shared = summary.shared();
    return TextTable.ofFigures()
            .row("tier", "look-ups", "hits", "stale", "absent", "misses", "ratio", "failures")
            .row(answers("sqlite", local, summary.localHitRatio()))
            .row(answers("shared", shared, summary.sharedHitRatio()))
            .text()
        + "(stale reports and known absences are hits; the ratio of shared is of sqlite's misses)\n"
        + TextTable.ofFigures()
            .row("latency", "p50", "p95", "n", "backfills")
            .row(latency("sqlite", local))
            .row(latency("shared", shared))
            .text()
        + money(summary);
  }

  private static String[] answers(String name, TierSummary tier, OptionalDouble ratio) {
    return new String[] {
      name,
      count(tier.lookups()),
      count(tier.hits()),
      count(tier.stale()),
      count(tier.negative()),
      count(tier.misses()),
      ratio.isPresent() ? Figures.grouped(100 * ratio.getAsDouble(), 0) + " %" : "-",
      count(tier.failures())
    };
  }

  private static String[] latency(String name, TierSummary tier) {
    return new String[] {
      name,
      tier.latency(0.5).map(StatsText::millis).orElse("-"),
      tier.latency(0.95).map(StatsText::millis).orElse("-"),
      count(tier.latencies().size()),
      count(tier.backfills())
    };
  }

  private static String money(Summary summary) {
    return "generations "
        + count(summary.generations())
        + ", avoided "
        + count(summary.avoided())
        + "\nmodel cost "
        + usd(summary.spentUsd())
        + (summary.unknownCosts() == 0
            ? ""
            : " (and " + count(summary.unknownCosts()) + " of unknown cost)")
        + ", a generation "
        + summary.meanUsd().map(StatsText::usd).orElse("unknown")
        + ", saved "
        + summary.savedUsd().map(StatsText::usd).orElse("unknown")
        + "\n";
  }

  private static String usd(BigDecimal amount) {
    return Figures.grouped(amount, MONEY_DECIMALS) + " USD";
  }

  private static String count(int number) {
    return Figures.grouped(number, 0);
  }

  private static String millis(Duration time) {
    return Figures.grouped(time.toNanos() / 1e6, 1) + " ms";
  }
}
