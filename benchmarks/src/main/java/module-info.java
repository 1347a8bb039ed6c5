import org.jspecify.annotations.NullMarked;

/** JMH benchmarks of both cache tiers and of the stages of a report. */
@NullMarked
module dailyreport.benchmarks {
  requires dailyreport.adapters.json;
  requires dailyreport.adapters.line;
  requires dailyreport.adapters.rendering;
  requires dailyreport.adapters.s3;
  requires dailyreport.adapters.sqlite;
  requires dailyreport.adapters.ta4j;
  requires dailyreport.fakes3;
  // Tables and plots of a run, never measured code.
  requires com.fasterxml.jackson.databind;
  requires java.desktop;
  requires java.management;
  requires java.sql;
  // A stub of LINE.
  requires jdk.httpserver;
  // For jmh.core, which as an automatic module cannot say that it needs it.
  requires jdk.unsupported;
  requires jmh.core;
  requires org.jfree.jfreechart;
  requires static transitive org.jspecify;

  // The annotation processor writes these packages; JMH's runner makes their classes by reflection.
  opens dailyreport.benchmarks.local.jmh_generated to
      jmh.core;
  opens dailyreport.benchmarks.shared.jmh_generated to
      jmh.core;
  opens dailyreport.benchmarks.stages.jmh_generated to
      jmh.core;
  opens dailyreport.benchmarks.tiered.jmh_generated to
      jmh.core;
}
