import org.jspecify.annotations.NullMarked;

/** Facts, rules and arithmetic of the report: keys, validity, stance, grounding, template. */
@NullMarked
module dailyreport.domain {
  requires static transitive org.jspecify;

  exports dailyreport.domain.market;
  exports dailyreport.domain.report;
  exports dailyreport.domain.grounding;
  exports dailyreport.domain.cache;
}
