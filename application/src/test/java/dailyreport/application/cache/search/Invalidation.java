package dailyreport.application.cache.search;

import dailyreport.application.cache.search.Protocol.Moves;

/**
 * A hard invalidation, by another instance than the reader's: {@code TieredCache.invalidate}. What
 * is deleted is deleted best effort: it may end before each step.
 *
 * @param at its next step
 */
record Invalidation(At at) {
  enum At {
    RAISE,
    DELETE_RECORD,
    DELETE_CHART,
    GONE
  }

  static final Invalidation WAITING = new Invalidation(At.RAISE);
  static final Invalidation GONE = new Invalidation(At.GONE);

  static void moves(Moves moves) {
    State s = moves.state();
    Bucket bucket = s.bucket();
    switch (s.invalidation().at()) {
      case RAISE -> // InvalidationLog.raise
          moves.add(
              "invalidation raises the cut-off to " + (s.clock() + 1),
              s.ticked()
                  .with(bucket.cutOffAt(s.clock() + 1))
                  .with(new Invalidation(At.DELETE_RECORD)));
      case DELETE_RECORD -> { // S3SharedCache.delete: records first, whatever they are by then
        moves.add(
            "invalidation deletes the record",
            s.with(bucket.withRecord(Entry.NONE)).with(new Invalidation(At.DELETE_CHART)));
      }
      case DELETE_CHART -> {
        moves.add("invalidation deletes the chart", s.with(bucket.withChart(-1)).with(GONE));
      }
      case GONE -> {}
    }
  }
}
