import org.jspecify.annotations.NullMarked;

/** Technical analysis on ta4j. */
@NullMarked
module dailyreport.adapters.ta4j {
  requires transitive dailyreport.application;
  requires ta4j.core;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.ta4j;
}
