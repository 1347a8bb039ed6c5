package dailyreport.application.port;

import java.util.Locale;

/** Classes of faults, as events and metrics name them: a contract with dashboards. */
public enum Fault {
  TIMEOUT,
  THROTTLED,
  TRUNCATED,
  MALFORMED,
  TOO_LARGE,
  NOT_FOUND,
  INSANE,
  DENIED,
  AMBIGUOUS,
  AUTH,
  REFUSED,
  CONFIG,
  QUOTA,
  GONE,
  ERROR,
  PERMISSION,
  BUSY,
  FULL,
  CORRUPT,
  INVALID,
  METADATA,
  CLOCK,
  OOM,
  ENOSPC;

  /** Lower-case name, as it stands in an event. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
