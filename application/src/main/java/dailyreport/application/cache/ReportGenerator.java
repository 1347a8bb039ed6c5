package dailyreport.application.cache;

import dailyreport.application.port.Deadline;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.util.Optional;

/** Makes a report that is in no tier. */
@FunctionalInterface
public interface ReportGenerator {

  /**
   * Makes the report of a key.
   *
   * @param previous report of an earlier session, when the cache has one
   * @param allowance asked before every model call
   * @throws dailyreport.application.port.PortException when it cannot be made at present
   */
  Generation generate(
      ReportKey key, Optional<Report> previous, CallAllowance allowance, Deadline deadline);
}
