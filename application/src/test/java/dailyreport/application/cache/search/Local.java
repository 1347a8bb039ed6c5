package dailyreport.application.cache.search;

/**
 * The local tier of the reader's instance; the first writer is a thread of the same.
 *
 * @param copy of a record, or of one that never was committed
 * @param checked whether it was compared with the shared tier within the window
 */
record Local(Entry copy, boolean checked) {
  static final Local EMPTY = new Local(Entry.NONE, false);

  Local unchecked() {
    return new Local(copy, false);
  }
}
