package dailyreport.benchmarks.stages;

import dailyreport.benchmarks.sample.LatencyBenchmark;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.grounding.GroundingCheck;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Section;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * What does it cost to prove that every number of a narrative is a fact?
 *
 * <p>Every generation pays for it, and every report that comes from the shared tier; a hit in the
 * local tier does not. The narrative is the template's about made-up prices, four sections long and
 * grounded, so the check runs to its end.
 *
 * <pre>{@code ./bot bench Grounding}</pre>
 */
public class Grounding extends LatencyBenchmark {
  private final Report report = SampleReport.of(SampleReport.SEASONED);

  /** Makes sure that the check tells this narrative from one with a number more. */
  @Setup
  public void prove() {
    if (!check().isEmpty()) {
      throw new IllegalStateException("the template is not grounded: " + check());
    }
    Section first = report.narrative().sections().getFirst();
    var paragraphs = new ArrayList<>(first.paragraphs());
    paragraphs.add("RSI 99.87");
    var sections = new ArrayList<>(report.narrative().sections());
    sections.set(0, new Section(first.kind(), paragraphs));
    var invented = new Narrative(sections, report.narrative().author());
    if (GroundingCheck.check(invented, report.facts()).isEmpty()) {
      throw new IllegalStateException("an invented number passes");
    }
  }

  /** Narrative and facts to violations, of which there are none. */
  @Benchmark
  public List<Violation> check() {
    return GroundingCheck.check(report.narrative(), report.facts());
  }
}
