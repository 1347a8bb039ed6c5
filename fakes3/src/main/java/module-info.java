import org.jspecify.annotations.NullMarked;

/** An S3 on loopback, for tests and benchmarks; no product needs it. */
@NullMarked
@SuppressWarnings("module") // the name ends in a digit because the technology does
module dailyreport.fakes3 {
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports dailyreport.fakes3;
}
