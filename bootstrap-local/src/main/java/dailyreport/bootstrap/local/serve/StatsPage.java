package dailyreport.bootstrap.local.serve;

import dailyreport.application.CacheAnalytics.Summary;
import dailyreport.application.CacheAnalytics.TierSummary;
import dailyreport.domain.report.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What the cache was worth, as a page for whoever runs the server. */
final class StatsPage {
  private static final int[] MILLIS = {1, 2, 5, 10, 20, 50, 100, 300, 1_000};
  private static final int MONEY_DECIMALS = 4;

  private StatsPage() {}

  static String html(Usage usage) {
    Summary all = usage.summary();
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>dailyreport: figures</title><link rel="stylesheet" href="/stats.css"></head>
    <body><main><h1>What the cache was worth</h1>
    <p><a href="/">the conversation</a> · <a href="/stats.json">these figures as JSON</a></p>
    """
        + headline(all)
        + tier("SQLite, the local tier", all.local(), all.localHitRatio())
        + tier("the shared tier", all.shared(), all.sharedHitRatio())
        + counts(usage.counts())
        + "</main></body></html>\n";
  }

  private static String headline(Summary all) {
    return section(
        "Reports",
        Bars.stacked(
                "reports served from the cache and made",
                List.of(
                    new Bars.Part("from the cache", "fresh", all.avoided()),
                    new Bars.Part("made", "made", all.generations())))
            + legend("fresh", "from the cache " + all.avoided())
            + legend("made", "made " + all.generations())
            + "<p>model cost "
            + usd(all.spentUsd())
            + (all.unknownCosts() == 0
                ? ""
                : " (and " + all.unknownCosts() + " reports of unknown cost)")
            + all.savedUsd().map(usd -> ", saved by the cache " + usd(usd)).orElse("")
            + "</p>");
  }

  private static String tier(String name, TierSummary tier, OptionalDouble ratio) {
    String share =
        ratio.isPresent() ? Figures.grouped(100 * ratio.getAsDouble(), 0) + " % hits, " : "";
    return section(
        name,
        Bars.stacked(
                "look-ups of " + name,
                List.of(
                    new Bars.Part("fresh", "fresh", tier.fresh()),
                    new Bars.Part("stale", "stale", tier.stale()),
                    new Bars.Part("known absent", "absent", tier.negative()),
                    new Bars.Part("missed", "miss", tier.misses())))
            + legend("fresh", "fresh " + tier.fresh())
            + legend("stale", "stale " + tier.stale())
            + legend("absent", "known absent " + tier.negative())
            + legend("miss", "missed " + tier.misses())
            + "<p>"
            + share
            + "%d look-ups, %d failures, %d entries copied in%s</p>"
                .formatted(tier.lookups(), tier.failures(), tier.backfills(), latency(tier))
            + "<p>look-ups by milliseconds</p>"
            + Bars.columns("latency of " + name + " in milliseconds", histogram(tier)));
  }

  private static String latency(TierSummary tier) {
    return tier.latency(0.5)
        .flatMap(half ->
            tier.latency(0.95)
                .map(most -> "; half within " + millis(half) + ", 95 % within " + millis(most)))
        .orElse("");
  }

  private static List<Bars.Part> histogram(TierSummary tier) {
    var columns = new ArrayList<Bars.Part>();
    long before = 0;
    for (int bound : MILLIS) {
      long upTo =
          tier.latencies().stream()
              .filter(time -> time.compareTo(Duration.ofMillis(bound)) <= 0)
              .count();
      columns.add(new Bars.Part("≤ " + bound, "column", (int) (upTo - before)));
      before = upTo;
    }
    columns.add(new Bars.Part("longer", "column", (int) (tier.latencies().size() - before)));
    return columns;
  }

  private static String counts(Map<String, Integer> counts) {
    var rows = new StringBuilder();
    counts.forEach((what, count) ->
        rows.append("<tr><th scope=\"row\">")
            .append(Html.safe(what))
            .append("</th><td>")
            .append(count)
            .append("</td></tr>"));
    return section(
        "What came in and went out",
        rows.isEmpty() ? "<p>nothing yet</p>" : "<table>" + rows + "</table>");
  }

  private static String section(String heading, String content) {
    return "<section><h2>" + Html.safe(heading) + "</h2>" + content + "</section>";
  }

  private static String legend(String style, String words) {
    return "<span class=\"legend\"><svg viewBox=\"0 0 8 8\"><rect class=\"%s\" width=\"8\" height=\"8\"/></svg> %s</span> "
        .formatted(style, Html.safe(words));
  }

  private static String usd(BigDecimal amount) {
    return Figures.grouped(amount, MONEY_DECIMALS) + " USD";
  }

  private static String millis(Duration time) {
    return Figures.grouped(time.toNanos() / 1e6, 1) + " ms";
  }
}
