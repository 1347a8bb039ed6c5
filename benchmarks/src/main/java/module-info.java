import org.jspecify.annotations.NullMarked;

/** JMH benchmarks of the local cache tier and of the stages of a report. */
@NullMarked
module dailyreport.benchmarks {
  requires dailyreport.adapters.json;
  requires dailyreport.adapters.rendering;
  requires dailyreport.adapters.sqlite;
  requires dailyreport.adapters.ta4j;
  requires java.management;
  // For jmh.core, which as an automatic module cannot say that it needs it.
  requires jdk.unsupported;
  requires jmh.core;
  requires static transitive org.jspecify;

  // The annotation processor writes this package; JMH's runner makes its classes by reflection.
  opens dailyreport.benchmarks.jmh_generated to
      jmh.core;
}
