package dailyreport.contract;

import dailyreport.application.cache.CallAllowance;
import dailyreport.application.cache.Generation;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Makes reports as told by a test and counts them. */
public final class ScriptedGenerator implements ReportGenerator {
  private final InstantSource clock;
  private final List<ReportKey> asked = new CopyOnWriteArrayList<>();
  private final List<Optional<Report>> previous = new CopyOnWriteArrayList<>();
  private volatile Runnable during = () -> {};
  private volatile Function<ReportKey, Generation> script;

  public ScriptedGenerator(InstantSource clock) {
    this.clock = clock;
    this.script = this::made;
  }

  /** A report of that key that names three parts. */
  public static Report report(ReportKey key, InstantSource clock) {
    return report(key, clock, Examples.parts(key.toString()));
  }

  private static Report report(ReportKey key, InstantSource clock, List<Part> parts) {
    Report example = Examples.report();
    FactSheet facts = example.facts();
    return new Report(
        new FactSheet(
            key,
            facts.underlying(),
            facts.company(),
            facts.facts(),
            facts.stance(),
            facts.news(),
            facts.generatedOn()),
        example.narrative(),
        example.readings(),
        example.chart(),
        example.method(),
        example.changes(),
        parts.stream().map(Part::ref).toList(),
        clock.instant(),
        example.usage());
  }

  /** Makes complete reports from now on, as at first. */
  public void heals() {
    script = this::made;
  }

  /** As {@link #heals}, with other parts each time: without it those of one key are equal. */
  public void redraws() {
    script = key -> made(key, Examples.parts(key + ", report " + asked.size()));
  }

  /** Breaks from now on. */
  public void fails() {
    script =
        key -> {
          throw new PortException.Market(Fault.TIMEOUT, "scripted quotes of " + key, null);
        };
  }

  /** Ends in a bug from now on. */
  public void hasABug() {
    script =
        key -> {
          throw new IllegalStateException("scripted bug at " + key);
        };
  }

  /** Says from now on that there is none. */
  public void knowsNothing() {
    script = _ -> new Generation.Definitive(NegativeReason.UNKNOWN_TICKER, Optional.empty());
  }

  /** Has bars up to that session only, from now on. */
  public void endsAt(LocalDate newest) {
    script =
        key ->
            key.session().isAfter(newest)
                ? new Generation.Definitive(NegativeReason.NO_DATA_FOR_SESSION, Optional.of(newest))
                : made(key);
  }

  /** Runs inside every generation. */
  public void during(Runnable action) {
    during = action;
  }

  /** Generations begun. */
  public int calls() {
    return asked.size();
  }

  /** Keys in the order of the calls. */
  public List<ReportKey> asked() {
    return List.copyOf(asked);
  }

  /** What each call was told of the session before. */
  public List<Optional<Report>> previous() {
    return List.copyOf(previous);
  }

  @Override
  public Generation generate(
      ReportKey key, Optional<Report> before, CallAllowance allowance, Deadline deadline) {
    asked.add(key);
    previous.add(before);
    during.run();
    return script.apply(key);
  }

  private Generation made(ReportKey key) {
    return made(key, Examples.parts(key.toString()));
  }

  private Generation made(ReportKey key, List<Part> parts) {
    return new Generation.Made(report(key, clock, parts), parts, Outcome.COMPLETE);
  }
}
