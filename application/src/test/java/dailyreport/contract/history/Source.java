package dailyreport.contract.history;

import dailyreport.application.cache.Generation;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.Examples;
import dailyreport.contract.ScriptedGenerator;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where reports come from: in one mood at a time. Every report can be told from every other. */
final class Source {
  /** The session before that of {@link Examples#KEY}. */
  static final ReportKey DAY_BEFORE =
      new ReportKey(Examples.DBS.ticker(), LocalDate.of(2025, 11, 10));

  /** What it is like. */
  enum Mood {
    WORKS,
    LACKS_NEWS,
    LACKS_A_MODEL,
    BROKEN,
    KNOWS_NOTHING,
    HAS_THE_DAY_BEFORE
  }

  private final CacheWorld world;
  private final Map<ReportKey, Report> examples = new HashMap<>();
  Mood mood = Mood.WORKS;

  Source(CacheWorld world) {
    this.world = world;
  }

  /** What a generation that begins now will come to, if it does not fail. */
  Outcome outcome(ReportKey key, boolean modelCall) {
    return switch (mood) {
      case WORKS, BROKEN -> modelCall ? Outcome.COMPLETE : Outcome.TEMPLATE;
      case LACKS_NEWS -> Outcome.INCOMPLETE;
      case LACKS_A_MODEL -> Outcome.TEMPLATE;
      case KNOWS_NOTHING -> Outcome.NEGATIVE;
      case HAS_THE_DAY_BEFORE -> key.equals(Examples.KEY) ? Outcome.NEGATIVE : Outcome.COMPLETE;
    };
  }

  static PortException fault(ReportKey key) {
    return new PortException.Market(Fault.TIMEOUT, "quotes of " + key + ": scripted", null);
  }

  /** That outcome of a generation, with parts that are its own. */
  Generation generation(ReportKey key, Instant began, Outcome outcome, Mood at) {
    if (outcome == Outcome.NEGATIVE) {
      return at == Mood.KNOWS_NOTHING
          ? new Generation.Definitive(NegativeReason.UNKNOWN_TICKER, Optional.empty())
          : new Generation.Definitive(
              NegativeReason.NO_DATA_FOR_SESSION, Optional.of(DAY_BEFORE.session()));
    }
    Report example = examples.computeIfAbsent(key, _ -> ScriptedGenerator.report(key, world.clock));
    Report report = example.told(example.narrative(), example.usage(), began);
    List<Part> parts = Examples.parts(Made.mark(report));
    return new Generation.Made(
        report.withParts(parts.stream().map(Part::ref).toList()), parts, outcome);
  }
}
