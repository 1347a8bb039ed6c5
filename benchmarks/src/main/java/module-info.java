import org.jspecify.annotations.NullMarked;

/** JMH benchmarks of the cache tiers and of the stages of a report. */
@NullMarked
module dailyreport.benchmarks {
  requires dailyreport.adapters.json;
  requires dailyreport.adapters.line;
  requires dailyreport.adapters.rendering;
  requires dailyreport.adapters.s3;
  requires dailyreport.adapters.sqlite;
  requires dailyreport.adapters.ta4j;
  requires jmh.core;
  requires org.jfree.jfreechart;
  requires static transitive org.jspecify;
}
