package dailyreport.application.cache;

import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a generation came to; a transient failure is an exception instead. */
public sealed interface Generation {

  /** A report with the bytes of its parts. */
  record Made(Report report, List<Part> parts, Outcome outcome) implements Generation {
    public Made {
      parts = List.copyOf(parts);
    }
  }

  /** There is definitely none; with the newest session that has data, when the source named one. */
  record Definitive(NegativeReason reason, Optional<LocalDate> newest) implements Generation {}
}
