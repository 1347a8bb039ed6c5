package dailyreport.application.cache.search;

/** What must never come about. Numbers are the invariants of cache.md, section 1. */
enum Harm {
  /** I4: a reader is shown a chart that is not the one its record names. */
  TORN,

  /** I4: a reader sees a record whose chart was never stored, nor asked for as a job. */
  UNBACKED,

  /**
   * I3: a reader is served what began before a hard cut-off, though a coherence window has passed
   * between that invalidation and its question.
   */
  RESURRECTED,

  /** I7: in one of the tiers a generation replaces one that began later. */
  OLDER_OVER_NEWER,

  /**
   * A reader is served a local copy though a newer record has been in the shared tier for a
   * coherence window.
   */
  OUTDATED,

  /** I5: a second generation, though no lease lapsed, nobody crashed and nothing was cut off. */
  WASTED
}
