package dailyreport.application.port;

import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Short-lived direct addresses of parts; never stored, never sent in a message. */
public interface PartLinks {

  /**
   * An address that reads the part, for at most that long and never longer than the credentials
   * that sign it.
   *
   * @return empty when no address can be made
   * @throws PortException.Cache when the store cannot be asked
   */
  Optional<URI> temporary(ReportKey key, PartName part, Duration atMost, Deadline deadline);
}
