package dailyreport.domain.cache;

/** What an entry is worth at an instant. */
public enum Freshness {
  /** Serve it. */
  FRESH,
  /** Serve it with its date and have it refreshed. */
  STALE,
  /** Do not serve it. */
  EXPIRED,
  /** A definite "there is none", still believed. */
  NEGATIVE
}
