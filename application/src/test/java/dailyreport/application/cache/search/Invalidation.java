package dailyreport.application.cache.search;

import dailyreport.application.cache.search.Protocol.Moves;

/**
 * A hard invalidation, by another instance than the reader's: {@code cache.Invalidation}. What is
 * deleted is deleted best effort: it may end before each step.
 *
 * @param at its next step
 * @param sawRecord the record as it was listed
 * @param sawChart digest of the chart as it was listed
 */
record Invalidation(At at, Entry sawRecord, int sawChart) {
  enum At {
    RAISE,
    LIST,
    DELETE_RECORD,
    DELETE_CHART,
    GONE
  }

  static final Invalidation WAITING = new Invalidation(At.RAISE, Entry.NONE, -1);
  static final Invalidation GONE = WAITING.to(At.GONE);

  private Invalidation to(At next) {
    return new Invalidation(next, sawRecord, sawChart);
  }

  static void moves(Moves moves) {
    State s = moves.state();
    Bucket bucket = s.bucket();
    Invalidation i = s.invalidation();
    boolean any = !moves.keeps(Safeguard.DELETE_BY_TAG);
    switch (i.at()) {
      case RAISE -> // InvalidationLog.raise
          moves.add(
              "invalidation raises the cut-off to " + (s.clock() + 1),
              s.ticked().with(bucket.cutOffAt(s.clock() + 1)).with(i.to(At.LIST)));
      case LIST -> // S3SharedCache.delete
          moves.add(
              "invalidation lists what there is",
              s.with(new Invalidation(At.DELETE_RECORD, bucket.record(), bucket.chart())));
      case DELETE_RECORD -> { // records first
        boolean same = bucket.record().equals(i.sawRecord());
        Bucket after = same || any ? bucket.withRecord(Entry.NONE) : bucket;
        moves.add(
            "invalidation deletes the record",
            s.with(after).with(new Invalidation(At.DELETE_CHART, Entry.NONE, i.sawChart())));
      }
      case DELETE_CHART -> {
        boolean same = bucket.chart() == i.sawChart();
        Bucket after = same || any ? bucket.withChart(-1) : bucket;
        moves.add("invalidation deletes the chart", s.with(after).with(GONE));
      }
      case GONE -> {}
    }
  }
}
