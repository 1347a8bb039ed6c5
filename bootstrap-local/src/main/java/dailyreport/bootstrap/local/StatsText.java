package dailyreport.bootstrap.local;

import dailyreport.application.CacheAnalytics.Summary;
import dailyreport.application.CacheAnalytics.TierSummary;
import dailyreport.domain.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Figures about the cache as a few aligned lines; digits are ASCII under any locale. */
final class StatsText {
  private static final List<String> HEAD =
      List.of("tier", "hits", "stale", "misses", "failures", "backfills", "ratio", "p50", "p99");

  private StatsText() {}

  static String of(Summary summary) {
    return row(HEAD)
        + row(cells("sqlite", summary.local()))
        + row(cells("shared", summary.shared()))
        + "generations "
        + summary.generations()
        + ", avoided "
        + summary.avoided()
        + "\nmodel cost "
        + summary.spentUsd().toPlainString()
        + " USD"
        + (summary.unknownCosts() == 0
            ? ""
            : " (and " + summary.unknownCosts() + " of unknown cost)")
        + ", saved "
        + summary.savedUsd().map(saved -> saved.toPlainString() + " USD").orElse("unknown")
        + "\n";
  }

  private static List<String> cells(String name, TierSummary tier) {
    var cells = new ArrayList<String>();
    cells.add(name);
    for (int count :
        List.of(tier.hits(), tier.stale(), tier.misses(), tier.failures(), tier.backfills())) {
      cells.add(Integer.toString(count));
    }
    cells.add(
        tier.hitRatio().isPresent()
            ? Figures.grouped(100 * tier.hitRatio().getAsDouble(), 0) + " %"
            : "-");
    cells.add(latency(tier, 0.5));
    cells.add(latency(tier, 0.99));
    return cells;
  }

  private static String row(List<String> cells) {
    var line = new StringBuilder(cells.getFirst());
    line.repeat(" ", 8 - line.length());
    for (String cell : cells.subList(1, cells.size())) {
      line.repeat(" ", Math.max(1, 11 - cell.length())).append(cell);
    }
    return line.append('\n').toString();
  }

  private static String latency(TierSummary tier, double share) {
    return tier.latency(share).map(StatsText::millis).orElse("-");
  }

  private static String millis(Duration time) {
    return Figures.grouped(time.toNanos() / 1e6, 1) + " ms";
  }
}
