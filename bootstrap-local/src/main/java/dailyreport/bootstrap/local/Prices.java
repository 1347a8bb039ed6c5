package dailyreport.bootstrap.local;

/** Where a command's prices come from. */
sealed interface Prices {

  /** The configured source, for the newest closed session. */
  record Live() implements Prices {}

  /** A file or the sample; the session is its last bar. */
  record Pinned(FilePrices file) implements Prices {}
}
