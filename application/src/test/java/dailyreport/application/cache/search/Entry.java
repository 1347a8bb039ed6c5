package dailyreport.application.cache.search;

/**
 * A generation as a tier keeps it. Equal entries have equal tags, as with S3.
 *
 * @param began when it truly began; stands for its id as well
 * @param stamp when its validity says it began, which is all the protocol can see
 * @param chart digest of the chart it names: the one it was made with, or one drawn later
 */
record Entry(int began, int stamp, int chart) {
  /** No entry. */
  static final Entry NONE = new Entry(-1, -1, -1);

  /** Made before the story begins, and stale: a newer one is wanted. */
  static final Entry OLD = new Entry(0, 0, 0);

  /** Digest of a chart that was drawn again, less that of the first. */
  static final int REDRAWN = 8;

  boolean exists() {
    return began >= 0;
  }

  /** {@code Seen.newerThan}. */
  boolean newerThan(Entry other) {
    return stamp > other.stamp;
  }

  Entry stamped(int instant) {
    return new Entry(began, instant, chart);
  }

  Entry redrawn() {
    return new Entry(began, stamp, began + REDRAWN);
  }
}
