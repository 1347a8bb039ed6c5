package dailyreport.domain.grounding;

import dailyreport.domain.report.Narrative;
import java.util.List;

/** What became of a draft whose placeholders were to be resolved. */
public sealed interface Injected {

  /** All placeholders resolved. */
  record Done(Narrative narrative) implements Injected {}

  /** The draft named something that is not a known fact. */
  record Rejected(List<Violation> violations) implements Injected {
    public Rejected {
      violations = List.copyOf(violations);
    }
  }
}
