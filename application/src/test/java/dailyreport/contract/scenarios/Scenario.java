package dailyreport.contract.scenarios;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.CacheWorld.Instance;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.LocalDate;

/** Somebody asks in a world in which nothing was ever asked before. */
public interface Scenario {
  /** The session before that of {@link dailyreport.contract.Examples#KEY}. */
  ReportKey DAY_BEFORE = new ReportKey(KEY.ticker(), LocalDate.of(2025, 11, 10));

  /** The world of this test. */
  CacheWorld world();

  /** Asks as the worker does. */
  default CacheAnswer get(Instance one, ReportKey key) {
    return one.cache()
        .get(
            key,
            Requester.nobody(),
            Deadline.in(Duration.ofSeconds(45), world().clock.instant()),
            work());
  }

  /** Asks as the worker does. */
  default CacheAnswer get(Instance one) {
    return get(one, KEY);
  }

  /** A worker's time. */
  default Deadline work() {
    return Deadline.in(Duration.ofSeconds(105), world().clock.instant());
  }

  /** What the shared tier holds. */
  default CacheEntry sharedEntry(ReportKey key) {
    return ((Lookup.Found) world().shared().find(key, work())).entry();
  }

  /** What the local tier of that instance holds. */
  default CacheEntry localEntry(Instance one, ReportKey key) {
    return one.local().find(key).orElseThrow().entry();
  }

  /** The report that was served. */
  static Served served(CacheAnswer answer) {
    assertThat(answer).isInstanceOf(Served.class);
    return (Served) answer;
  }

  /** A report was served, from there and so fresh. */
  static void assertServed(CacheAnswer answer, Source source, Freshness freshness) {
    assertThat(served(answer).source()).isEqualTo(source);
    assertThat(served(answer).freshness()).isEqualTo(freshness);
  }
}
