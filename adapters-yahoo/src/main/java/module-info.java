import org.jspecify.annotations.NullMarked;

/** Prices, company figures and news from Yahoo Finance. */
@NullMarked
module dailyreport.adapters.yahoo {
  requires transitive dailyreport.application;
  requires java.net.http;
  requires com.fasterxml.jackson.databind;
  requires static transitive org.jspecify;

  exports dailyreport.adapters.yahoo;
}
