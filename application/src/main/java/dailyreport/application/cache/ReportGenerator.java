package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.PortException;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.util.Optional;

/** Makes the report that no tier has. */
@FunctionalInterface
public interface ReportGenerator {

  /**
   * Makes it.
   *
   * @param previous the report of the session before, when a tier has it
   * @param allowance asked before every model call
   * @param deadline by which it must have returned
   * @throws PortException when a technology failed and nothing can be said
   */
  Generation generate(
      ReportKey key, Optional<Report> previous, CallAllowance allowance, Deadline deadline);
}
