package dailyreport.application.port;

import dailyreport.domain.grounding.Violation;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Usage;
import java.util.List;

/**
 * Writes the narrative of a report with placeholders for every number. Each method makes exactly
 * one model call and retries nothing: the use case counts calls and decides on a second one.
 */
public interface Narrator {

  /**
   * A draft and what it cost.
   *
   * @param draft unchecked
   * @param usage of this one call
   */
  record Written(Draft draft, Usage usage) {}

  /**
   * Writes a draft.
   *
   * @throws PortException.Narration when the model did not deliver one
   */
  Written write(FactSheet facts, Deadline deadline);

  /**
   * Writes the draft again, told what was wrong with it.
   *
   * @throws PortException.Narration when the model did not deliver one
   */
  Written repair(FactSheet facts, Draft rejected, List<Violation> violations, Deadline deadline);
}
