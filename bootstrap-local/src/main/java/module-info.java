import org.jspecify.annotations.NullMarked;

/** The command line, and the local server with a LINE simulator. */
@NullMarked
module dailyreport.bootstrap.local {
  requires dailyreport.adapters.json;
  requires dailyreport.adapters.line;
  requires dailyreport.adapters.openai;
  requires dailyreport.adapters.rendering;
  requires dailyreport.adapters.s3;
  requires dailyreport.adapters.sqlite;
  requires dailyreport.adapters.ta4j;
  requires dailyreport.adapters.yahoo;
  requires jdk.httpserver;
  requires com.fasterxml.jackson.core;
  requires dagger;
  requires info.picocli;
  requires jakarta.inject;
  requires static transitive org.jspecify;

  // picocli fills the commands' options by reflection.
  opens dailyreport.bootstrap.local to
      info.picocli;
}
