package dailyreport.application.cache;

import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a generation came to. A transient fault is an exception instead: it is never kept. */
public sealed interface Generation {

  /**
   * A report.
   *
   * @param report names every part
   * @param parts the bytes of those parts
   * @param outcome decides how long it lives; never {@link Outcome#NEGATIVE}
   */
  record Made(Report report, List<Part> parts, Outcome outcome) implements Generation {
    public Made {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The source says definitely that there is none.
   *
   * @param newest the newest session that has data, where there is one
   */
  record Definitive(NegativeReason reason, Optional<LocalDate> newest) implements Generation {}
}
