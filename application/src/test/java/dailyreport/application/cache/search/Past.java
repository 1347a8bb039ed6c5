package dailyreport.application.cache.search;

/**
 * What was true when the last coherence window passed, so that every instance has to know it.
 *
 * @param cutOff of the hard invalidation
 * @param record start of the record in the shared tier
 */
record Past(int cutOff, int record) {
  static final Past NOTHING = new Past(0, -1);

  static Past of(Bucket bucket) {
    return new Past(bucket.cutOff(), bucket.record().began());
  }
}
