package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.LocalCache;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Tag;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link LocalCache} promises. */
public interface LocalCacheContract {
  /** Start of the older of two generations. */
  Instant EARLIER = Examples.NOW.minus(Duration.ofHours(2));

  /** Start of the newer of two generations, with nanoseconds so that rounding shows. */
  Instant LATER = EARLIER.plusNanos(1);

  /** Last check of the shared tier. */
  Instant CHECKED = Examples.NOW.minusNanos(123_456_789);

  /** A cache without entries; asked for once in a test. */
  LocalCache emptyCache();

  @Test
  default void unknownKeyIsAMiss() {
    assertThat(emptyCache().find(Examples.KEY)).isEmpty();
  }

  @Test
  default void copyIsFoundExactlyAsItWasStored() {
    var cache = emptyCache();
    var copy = copy(Examples.entry(EARLIER, "a1"), "\"etag-1\"");

    cache.store(copy);

    assertThat(cache.find(Examples.KEY)).contains(copy);
  }

  @Test
  default void entryThatIsOnlyInThisTierHasNoTag() {
    var cache = emptyCache();
    var copy = new LocalCopy(Examples.entry(EARLIER, "a1"), Tag.none(), CHECKED);

    cache.store(copy);

    assertThat(cache.find(Examples.KEY)).contains(copy);
  }

  @Test
  default void negativeEntryIsKeptLikeAnyOther() {
    var cache = emptyCache();
    var copy = copy(Examples.negative(EARLIER, "a1"), "t");

    cache.store(copy);

    assertThat(cache.find(Examples.KEY)).contains(copy);
  }

  @Test
  default void expiredEntryIsStillReturned() {
    var cache = emptyCache();
    var copy = copy(Examples.entry(Examples.NOW.minus(Duration.ofDays(30)), "a1"), "t");

    cache.store(copy);

    assertThat(copy.entry().at(Examples.NOW)).isEqualTo(Freshness.EXPIRED);
    assertThat(cache.find(Examples.KEY)).contains(copy);
  }

  @Test
  default void newerStartReplacesAnOlderOne() {
    var cache = emptyCache();
    var newer = copy(Examples.entry(LATER, "b2"), "new");

    cache.store(copy(Examples.entry(EARLIER, "a1"), "old"));
    cache.store(newer);

    assertThat(cache.find(Examples.KEY)).contains(newer);
    assertThat(cache.usage().entries()).isEqualTo(1);
  }

  @Test
  default void olderStartNeverReplacesANewerOne() {
    var cache = emptyCache();
    var newer = copy(Examples.entry(LATER, "b2"), "new");

    cache.store(newer);
    cache.store(copy(Examples.entry(EARLIER, "a1"), "old"));

    assertThat(cache.find(Examples.KEY)).contains(newer);
  }

  @Test
  default void olderPositiveNeverReplacesANewerNegative() {
    var cache = emptyCache();
    var newer = copy(Examples.negative(LATER, "b2"), "new");

    cache.store(newer);
    cache.store(copy(Examples.entry(EARLIER, "a1"), "old"));

    assertThat(cache.find(Examples.KEY)).contains(newer);
  }

  @Test
  default void sameGenerationReplacesTagAndCheckInstant() {
    var cache = emptyCache();
    var entry = Examples.entry(EARLIER, "a1");
    var checkedAgain = new LocalCopy(entry, new Tag("new"), CHECKED.plusSeconds(60));

    cache.store(copy(entry, "old"));
    cache.store(checkedAgain);

    assertThat(cache.find(Examples.KEY)).contains(checkedAgain);
  }

  /** A rebuilt part re-commits the record of the same generation with another digest. */
  @Test
  default void sameGenerationReplacesTheDigestsOfItsParts() {
    var cache = emptyCache();
    var entry = Examples.entry(EARLIER, "a1");
    var refs = Examples.entry(EARLIER, "b2").report().parts();
    var rebuilt =
        new CacheEntry.Positive(entry.key(), entry.report().withParts(refs), entry.validity());

    cache.store(copy(entry, "old"));
    cache.store(copy(rebuilt, "new"));

    assertThat(cache.find(Examples.KEY)).contains(copy(rebuilt, "new"));
  }

  @Test
  default void evictionOfOneEntryLeavesTheOthers() {
    assertThat(leftAfter(new Scope.OfKey(Examples.KEY))).containsExactly("DBS19/-1", "UOB19/0");
  }

  @Test
  default void evictionOfATickerTakesAllItsSessions() {
    assertThat(leftAfter(new Scope.OfTicker(Examples.DBS.ticker()))).containsExactly("UOB19/0");
  }

  @Test
  default void evictionOfASessionTakesAllItsTickers() {
    assertThat(leftAfter(new Scope.OfSession(Examples.SESSION))).containsExactly("DBS19/-1");
  }

  @Test
  default void evictionOfAllTakesEverything() {
    assertThat(leftAfter(new Scope.All())).isEmpty();
  }

  @Test
  default void evictionOfAnEmptyCacheDoesNothing() {
    var cache = emptyCache();

    cache.evict(new Scope.All());

    assertThat(cache.usage().entries()).isZero();
  }

  /** Whether it may be served is for watermarks to say, not for this tier. */
  @Test
  default void olderStartIsTakenAfterAnEviction() {
    var cache = emptyCache();
    var older = copy(Examples.entry(EARLIER, "a1"), "old");

    cache.store(copy(Examples.entry(LATER, "b2"), "new"));
    cache.evict(new Scope.OfKey(Examples.KEY));
    cache.store(older);

    assertThat(cache.find(Examples.KEY)).contains(older);
  }

  @Test
  default void usageCountsEntriesAndTheirBytes() {
    var cache = emptyCache();
    assertThat(cache.usage().entries()).isZero();

    cache.store(copy(Examples.entry(EARLIER, "a1"), "t"));

    assertThat(cache.usage().entries()).isEqualTo(1);
    assertThat(cache.usage().bytes()).isGreaterThan(1_000);
  }

  @Test
  default void newestStartWinsWhateverTheOrderOfConcurrentStores() {
    var cache = emptyCache();
    var stores = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i : IntStream.range(0, 40).map(i -> i * 7 % 40).toArray()) {
        stores.add(
            threads.submit(
                () -> cache.store(copy(Examples.entry(EARLIER.plusMillis(i), "a" + i), "t" + i))));
      }
    }

    assertThat(stores).extracting(Future::state).containsOnly(Future.State.SUCCESS);
    assertThat(cache.find(Examples.KEY))
        .contains(copy(Examples.entry(EARLIER.plusMillis(39), "a39"), "t39"));
    assertThat(cache.usage().entries()).isEqualTo(1);
  }

  private static LocalCopy copy(CacheEntry entry, String tag) {
    return new LocalCopy(entry, new Tag(tag), CHECKED);
  }

  /** Stores two sessions of one ticker and one of another, evicts, and names what is left. */
  private List<String> leftAfter(Scope evicted) {
    var cache = emptyCache();
    Instrument uob = Examples.instrument("UOB19", "U11.SI", Exchange.SGX, "SGD");
    var yesterday = new ReportKey(Examples.DBS.ticker(), Examples.SESSION.minusDays(1));
    var other = new ReportKey(uob.ticker(), Examples.SESSION);
    cache.store(copy(Examples.entry(EARLIER, "a1"), "t"));
    cache.store(copy(absent(yesterday), "t"));
    cache.store(copy(positive(uob), "t"));

    cache.evict(evicted);

    return List.of(yesterday, Examples.KEY, other).stream()
        .filter(key -> cache.find(key).isPresent())
        .map(key ->
            key.ticker() + "/" + (key.session().toEpochDay() - Examples.SESSION.toEpochDay()))
        .toList();
  }

  private static CacheEntry absent(ReportKey key) {
    var like = Examples.negative(EARLIER, "c3");
    return new CacheEntry.Negative(key, like.reason(), like.newest(), like.validity());
  }

  private static CacheEntry positive(Instrument instrument) {
    Report report = Examples.report(instrument, 60, 30, 7);
    return new CacheEntry.Positive(report.key(), report, Examples.validity(EARLIER, "d4"));
  }
}
