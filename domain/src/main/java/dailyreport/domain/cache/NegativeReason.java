package dailyreport.domain.cache;

/** Why there is definitely no report; a transient fault is never one of these. */
public enum NegativeReason {
  /** A listed ticker that the source does not know. */
  UNKNOWN_TICKER,
  /** The source has no bar for the session; it may name the newest one it has. */
  NO_DATA_FOR_SESSION
}
