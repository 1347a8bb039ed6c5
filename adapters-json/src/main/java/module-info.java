import org.jspecify.annotations.NullMarked;

/** Cache entries as JSON. */
@NullMarked
module dailyreport.adapters.json {
  requires transitive dailyreport.application;
  requires com.fasterxml.jackson.databind;
  requires static transitive org.jspecify;
}
