package dailyreport.application.cache.search;

/**
 * What all instances share.
 *
 * @param record the commit record
 * @param chart digest of the chart beside it; -1 when there is none
 * @param lease its holder; 0 when it may be had
 * @param cutOff of the hard invalidation; 0 while there was none
 */
record Bucket(Entry record, int chart, int lease, int cutOff) {

  Bucket withRecord(Entry entry) {
    return new Bucket(entry, chart, lease, cutOff);
  }

  Bucket withChart(int digest) {
    return new Bucket(record, digest, lease, cutOff);
  }

  Bucket leasedTo(int holder) {
    return new Bucket(record, chart, holder, cutOff);
  }

  Bucket cutOffAt(int instant) {
    return new Bucket(record, chart, lease, instant);
  }
}
