package dailyreport.domain.cache;

import dailyreport.domain.report.ReportKey;
import java.time.Instant;

/** How long the outcome of a generation lives. */
@FunctionalInterface
public interface TtlPolicy {

  /**
   * Mints the validity of one generation; called once for each.
   *
   * @param key what was generated
   * @param startedAt UTC instant at which the generation started
   * @param outcome how it ended
   */
  Validity mint(ReportKey key, Instant startedAt, Outcome outcome);
}
