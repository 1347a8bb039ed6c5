package dailyreport.application.cache.search;

/**
 * Who plays beside a writer and the reader, and what may happen to them.
 *
 * @param calm nobody crashes, and no lease lapses
 * @param secondWriter whether there is one, on another instance
 * @param invalidation whether there is one
 * @param localTier whether the reader's instance, which is the first writer's, has a local tier
 * @param windows whether what the instance knows may be a window old; else it asks every time
 * @param repair whether the reader may repair the shared tier from the local one
 * @param rebuild whether a worker draws the chart again
 */
record Cast(
    boolean calm,
    boolean secondWriter,
    boolean invalidation,
    boolean localTier,
    boolean windows,
    boolean repair,
    boolean rebuild) {
  /** The cast of cache.md, section 6. */
  static final Cast SHARED_TIER = new Cast(false, true, true, false, false, false, false);

  /** The same with a local tier. */
  static final Cast BOTH_TIERS = new Cast(false, false, true, true, true, false, false);

  /** A local copy whose commit failed goes into the shared tier. */
  static final Cast REPAIR = new Cast(false, true, false, true, false, true, false);

  /** A chart is drawn again under the same generation. */
  static final Cast REBUILD = new Cast(false, true, false, false, false, false, true);

  /** A day on which nothing goes wrong. */
  static final Cast CALM = new Cast(true, true, false, false, false, false, false);
}
