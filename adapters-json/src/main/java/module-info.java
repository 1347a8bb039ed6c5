import org.jspecify.annotations.NullMarked;

/** Cache entries, news and events as JSON. */
@NullMarked
module dailyreport.adapters.json {
  requires transitive dailyreport.application;
  // Limits, streaming and Optional of java.util: parts of Jackson with descriptors of their own.
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.json;

  // The commit record is ours and stays package-private; Jackson builds it by reflection.
  opens dailyreport.adapters.json to
      com.fasterxml.jackson.databind;
}
