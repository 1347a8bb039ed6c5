package dailyreport.domain.cache;

/** What an invalidation does to older entries. */
public enum Strength {
  /** They are hidden, fresh or stale. */
  HARD,
  /** They count as stale, and stay usable. */
  SOFT
}
