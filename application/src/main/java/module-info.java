import org.jspecify.annotations.NullMarked;

/** Use cases, cache policy and ports; knows the domain and no technology. */
@NullMarked
module dailyreport.application {
  requires transitive dailyreport.domain;
  requires static transitive org.jspecify;

  exports dailyreport.application;
  exports dailyreport.application.cache;
  exports dailyreport.application.port;
}
