package dailyreport.application.port;

import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;

/** Work that does not fit into a webhook's answer. */
public sealed interface Job {

  /** What it is about. */
  ReportKey key();

  /** Make or find the report and answer the person who asked. */
  record Answer(Incoming incoming, ReportKey key) implements Job {}

  /** Make the report for whoever asks next. */
  record Refresh(ReportKey key) implements Job {}

  /** Make a part again that is absent or damaged, without a model call. */
  record Rebuild(ReportKey key, PartName part) implements Job {}
}
