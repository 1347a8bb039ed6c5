package dailyreport.application.cache.search;

import dailyreport.application.cache.search.Protocol.Moves;

/**
 * A worker that draws the chart again: {@code CachedParts.rebuild}. It may crash before each step.
 *
 * @param at its next step
 * @param entry with the new chart
 * @param sawRecord as with a writer
 * @param sawChart as with a writer
 */
record Rebuild(At at, Entry entry, Entry sawRecord, int sawChart) {
  enum At {
    TAGS,
    LOOK,
    STORE_CHART,
    STORE_RECORD,
    GONE
  }

  static final Rebuild WAITING = new Rebuild(At.TAGS, Entry.NONE, Entry.NONE, -1);
  static final Rebuild GONE = new Rebuild(At.GONE, Entry.NONE, Entry.NONE, -1);

  private Rebuild to(At next) {
    return new Rebuild(next, entry, sawRecord, sawChart);
  }

  static void moves(Moves moves) {
    State s = moves.state();
    Rebuild r = s.rebuild();
    Bucket bucket = s.bucket();
    switch (r.at()) {
      case TAGS -> // SharedTier.tags, before the record is looked at
          moves.add(
              "rebuild reads the tags",
              s.with(new Rebuild(At.LOOK, Entry.NONE, bucket.record(), bucket.chart())));
      case LOOK -> // CachedParts.record
          moves.add(
              "rebuild looks at the record",
              s.with(
                  bucket.record().exists()
                      ? new Rebuild(
                          At.STORE_CHART, bucket.record().redrawn(), r.sawRecord(), r.sawChart())
                      : GONE));
      case STORE_CHART -> { // S3SharedCache.commit: the one part
        boolean expected = bucket.chart() == r.sawChart() || bucket.chart() == r.entry().chart();
        moves.add(
            "rebuild stores the chart",
            expected || !moves.keeps(Safeguard.CONDITIONAL_PARTS)
                ? s.with(bucket.withChart(r.entry().chart())).with(r.to(At.STORE_RECORD))
                : s.with(GONE));
      }
      case STORE_RECORD -> { // S3SharedCache.commitRecord: same validity, new digest
        if (bucket.record().equals(r.sawRecord()) || !moves.keeps(Safeguard.CONDITIONAL_COMMIT)) {
          moves.commit("rebuild stores the record", r.entry(), s.with(GONE));
        } else {
          moves.add("rebuild may not store the record", s.with(GONE));
        }
      }
      case GONE -> {}
    }
  }
}
