package dailyreport.domain.report;

import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finished report: everything its text, chart and PDF are drawn from, and nothing else.
 *
 * @param facts numbers, stance and news
 * @param narrative the four written sections
 * @param readings indicators at the session; those without history are left out
 * @param chart bars and series to draw
 * @param method source and reach of the prices
 * @param changes against the previous session's report, when that was known
 * @param parts chart, news and PDF kept beside the record; a part that could not be made is absent
 * @param generatedAt UTC
 * @param usage what the model cost
 */
public record Report(
    FactSheet facts,
    Narrative narrative,
    List<Reading> readings,
    ChartData chart,
    Method method,
    Optional<Changes> changes,
    List<PartRef> parts,
    Instant generatedAt,
    Usage usage) {
  public Report {
    readings = List.copyOf(readings);
    parts = List.copyOf(parts);
  }

  /** Receipt and session. */
  public ReportKey key() {
    return facts.key();
  }

  /** The indicator's reading, empty where it lacks history. */
  public Optional<Reading> reading(Indicator indicator) {
    return readings.stream().filter(reading -> reading.indicator() == indicator).findFirst();
  }

  /** The part of that name, if it was made. */
  public Optional<PartRef> part(PartName name) {
    return parts.stream().filter(part -> part.name() == name).findFirst();
  }

  /** The close and the day's change, both as traded. */
  public ClosingPrice price() {
    return ClosingPrice.of(chart.bars(), facts.underlying().currency());
  }

  /** The same report with these parts. */
  public Report withParts(List<PartRef> newParts) {
    return new Report(
        facts, narrative, readings, chart, method, changes, newParts, generatedAt, usage);
  }

  /** The same report with its narrative, what that cost, and the instant it was finished. */
  public Report told(Narrative written, Usage cost, Instant at) {
    return new Report(facts, written, readings, chart, method, changes, parts, at, cost);
  }
}
