package dailyreport.application;

import dailyreport.application.port.Answer;
import dailyreport.domain.report.ReportKey;

/** What a person wants, once it is understood. */
sealed interface Wish {
  /** The report of a key. */
  record ReportOf(ReportKey key) implements Wish {}

  /** An answer that needs no report. */
  record Told(Answer answer) implements Wish {}

  /** Nothing that is ours to answer. */
  record Silence(String reason) implements Wish {}
}
