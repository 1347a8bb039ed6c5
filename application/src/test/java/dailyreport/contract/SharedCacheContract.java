package dailyreport.contract;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.SharedCache;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.ReportKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a {@link SharedCache} promises. Bundle {@code 0a} started a minute before the clock's
 * instant, {@code 0b} at it.
 */
public interface SharedCacheContract {

  /** An empty cache; the same one within a test. */
  SharedCache cache();

  /** The clock that it reads. */
  TestClock clock();

  @Test
  default void emptyCacheHasNothing() {
    assertThat(find()).isEqualTo(new Lookup.None());
    assertThat(cache().findUnlessTagged(KEY, Tag.none(), soon())).isEqualTo(new Lookup.None());
    assertThat(cache().findUnlessTagged(KEY, new Tag("\"abc\""), soon()))
        .isEqualTo(new Lookup.None());
    assertThat(cache().tags(KEY, soon())).isEqualTo(Tags.none());
    assertThat(part(older().parts().getFirst())).isEmpty();
  }

  @Test
  default void committedBundleIsFoundWordForWord() {
    Tag tag = committed(cache().commit(older(), Tags.none(), soon()));
    assertThat(tag.exists()).isTrue();
    assertThat(find()).isEqualTo(new Lookup.Found(older().entry(), tag));
    assertEveryPartOf(older());
  }

  @Test
  default void knownTagIsAnsweredWithNotModified() {
    Tag tag = committed(cache().commit(older(), Tags.none(), soon()));
    assertThat(cache().findUnlessTagged(KEY, tag, soon())).isEqualTo(new Lookup.NotModified());
  }

  @Test
  default void unknownTagIsAnsweredWithTheEntry() {
    Tag first = committed(cache().commit(older(), Tags.none(), soon()));
    Tag second = committed(cache().commit(newer(), cache().tags(KEY, soon()), soon()));
    var found = new Lookup.Found(newer().entry(), second);
    assertThat(cache().findUnlessTagged(KEY, first, soon())).isEqualTo(found);
    assertThat(cache().findUnlessTagged(KEY, Tag.none(), soon())).isEqualTo(found);
  }

  @Test
  default void tagsNameTheRecordAndEveryPart() {
    Tag record = committed(cache().commit(older(), Tags.none(), soon()));
    Tags tags = cache().tags(KEY, soon());
    assertThat(tags.record()).isEqualTo(record);
    assertThat(tags.parts()).containsOnlyKeys(PartName.values());
    assertThat(tags.parts().values()).allMatch(Tag::exists);
  }

  @Test
  default void bundleThatKnowsTheTagsReplacesTheFormerOne() {
    cache().commit(older(), Tags.none(), soon());
    Tag tag = committed(cache().commit(newer(), cache().tags(KEY, soon()), soon()));
    assertThat(find()).isEqualTo(new Lookup.Found(newer().entry(), tag));
    assertEveryPartOf(newer());
    assertThat(older().parts()).allMatch(part -> part(part).isEmpty());
  }

  @Test
  default void olderGenerationDoesNotReplaceANewerOne() {
    Tags before = cache().tags(KEY, soon());
    Tag winner = committed(cache().commit(newer(), before, soon()));
    assertThat(cache().commit(older(), before, soon())).isEqualTo(new Commit.Conflict());
    assertThat(find()).isEqualTo(new Lookup.Found(newer().entry(), winner));
    assertEveryPartOf(newer());
  }

  @Test
  default void commitOnATagThatIsGoneIsAConflict() {
    cache().commit(older(), Tags.none(), soon());
    Tags tags = cache().tags(KEY, soon());
    cache().delete(new Scope.OfKey(KEY), soon());
    assertThat(cache().commit(newer(), tags, soon())).isEqualTo(new Commit.Conflict());
    assertThat(find()).isEqualTo(new Lookup.None());
  }

  @Test
  default void commitThatWasCarriedOutAlreadyCountsAsCarriedOut() {
    Tag tag = committed(cache().commit(older(), Tags.none(), soon()));
    assertThat(cache().commit(older(), Tags.none(), soon())).isEqualTo(new Commit.Committed(tag));
  }

  @Test
  default void partOfAnotherDigestIsAbsent() {
    cache().commit(older(), Tags.none(), soon());
    for (Part part : newer().parts()) {
      assertThat(part(part)).as(part.ref().name().name()).isEmpty();
    }
  }

  @Test
  default void recordAloneCanBeCommittedAgainWithARebuiltPart() {
    cache().commit(older(), Tags.none(), soon());
    Part rebuilt = Part.of(PartName.CHART, "drawn again".getBytes(StandardCharsets.UTF_8));
    var parts = new ArrayList<>(older().parts());
    parts.replaceAll(part -> part.ref().name() == PartName.CHART ? rebuilt : part);
    var entry = withParts(older().entry(), parts);
    cache().commit(new Bundle(entry, List.of(rebuilt)), cache().tags(KEY, soon()), soon());
    assertThat(find()).extracting("entry").isEqualTo(entry);
    assertEveryPartOf(new Bundle(entry, parts));
  }

  @Test
  default void partThatCouldNotBeMadeIsAbsent() {
    var entry = withParts(older().entry(), older().parts().subList(0, 1));
    cache().commit(new Bundle(entry, older().parts().subList(0, 1)), Tags.none(), soon());
    assertThat(cache().tags(KEY, soon()).parts()).containsOnlyKeys(PartName.CHART);
    assertThat(part(older().parts().getLast())).isEmpty();
  }

  @Test
  default void partThatTheWriterHasNotSeenIsNotReplaced() {
    Tag record = committed(cache().commit(older(), Tags.none(), soon()));
    var unseen = new Tags(record, Map.of());
    assertThat(cache().commit(newer(), unseen, soon())).isEqualTo(new Commit.Conflict());
    assertThat(find()).isEqualTo(new Lookup.Found(older().entry(), record));
    assertEveryPartOf(older());
  }

  @Test
  default void negativeEntryIsFoundWordForWord() {
    var negative = Examples.negative(clock().instant(), "0c");
    Tag tag = committed(cache().commit(negative, Tag.none(), soon()));
    assertThat(find()).isEqualTo(new Lookup.Found(negative, tag));
  }

  @Test
  default void negativeEntryDoesNotReplaceARecordItHasNotSeen() {
    Tag tag = committed(cache().commit(older(), Tags.none(), soon()));
    var negative = Examples.negative(clock().instant(), "0c");
    assertThat(cache().commit(negative, Tag.none(), soon())).isEqualTo(new Commit.Conflict());
    assertThat(find()).isEqualTo(new Lookup.Found(older().entry(), tag));
    assertThat(cache().commit(negative, tag, soon())).isInstanceOf(Commit.Committed.class);
  }

  @Test
  default void ofWritersWithTheSameTagsAtMostOneWins() {
    var bundles = List.of(newer(), Examples.bundle(clock().instant(), "0d"));
    for (int round = 0; round < 5; round++) {
      cache().delete(new Scope.All(), soon());
      Tags tags = cache().tags(KEY, soon());
      var results = Together.run(2, i -> cache().commit(bundles.get(i), tags, soon()));
      var winners = new ArrayList<CacheEntry>();
      for (int i = 0; i < 2; i++) {
        if (results.get(i) instanceof Commit.Committed) {
          winners.add(bundles.get(i).entry());
        }
      }
      assertThat(winners).hasSizeLessThanOrEqualTo(1);
      if (find() instanceof Lookup.Found(var entry, _)) {
        assertThat(winners).containsExactly(entry);
      } else {
        assertThat(winners).isEmpty();
      }
    }
  }

  @Test
  default void deletionReachesItsScopeAndNoFurther() {
    var other = new ReportKey(new Ticker("UOB19"), KEY.session());
    var yesterday = new ReportKey(KEY.ticker(), KEY.session().minusDays(1));
    var longer = new ReportKey(new Ticker("DBS190"), KEY.session().minusDays(2));
    var keys = List.of(KEY, other, yesterday, longer);
    Map<Scope, List<ReportKey>> left =
        Map.of(
            new Scope.OfKey(KEY), List.of(other, yesterday, longer),
            new Scope.OfTicker(KEY.ticker()), List.of(other, longer),
            new Scope.OfSession(KEY.session()), List.of(yesterday, longer),
            new Scope.All(), List.of());
    left.forEach((scope, expected) -> {
      keys.forEach(key -> cache().commit(negative(key), tags(key).record(), soon()));
      cache().delete(scope, soon());
      assertThat(keys.stream().filter(this::holds)).as("%s", scope).isEqualTo(expected);
    });
  }

  @Test
  default void deletedBundleLosesItsChartAndNewsToo() {
    cache().commit(older(), Tags.none(), soon());
    cache().delete(new Scope.OfKey(KEY), soon());
    assertThat(find()).isEqualTo(new Lookup.None());
    for (Part part : older().parts()) {
      if (part.ref().name() != PartName.PDF) {
        assertThat(part(part)).as(part.ref().name().name()).isEmpty();
      }
    }
  }

  @Test
  default void entryFromTheFutureIsNotBelieved() {
    Instant ahead = clock().instant().plus(Duration.ofMinutes(10));
    cache().commit(Examples.bundle(ahead, "0e"), Tags.none(), soon());
    assertFault(Fault.CLOCK, this::find);
    clock().advance(Duration.ofMinutes(9));
    assertThat(find()).isInstanceOf(Lookup.Found.class);
  }

  @Test
  default void entryThatClaimsALongerLifeThanAnyPolicyGrantsIsNotBelieved() {
    Instant start = clock().instant();
    Instant end = start.plus(Validity.LONGEST_FRESH).plusSeconds(1);
    var entry =
        new CacheEntry.Negative(
            KEY,
            NegativeReason.UNKNOWN_TICKER,
            Optional.empty(),
            new Validity(start, end, end, "0f"));
    cache().commit(entry, Tag.none(), soon());
    assertFault(Fault.METADATA, this::find);
  }

  @Test
  default void nothingIsAskedOnceTheDeadlineHasPassed() {
    var gone = new Deadline(clock().instant());
    assertFault(Fault.TIMEOUT, () -> cache().find(KEY, gone));
    assertFault(Fault.TIMEOUT, () -> cache().tags(KEY, gone));
    assertFault(Fault.TIMEOUT, () -> cache().commit(older(), Tags.none(), gone));
    assertFault(Fault.TIMEOUT, () -> cache().part(KEY, older().parts().getFirst().ref(), gone));
    assertThat(find()).isEqualTo(new Lookup.None());
  }

  private Bundle older() {
    return Examples.bundle(clock().instant().minus(Duration.ofMinutes(1)), "0a");
  }

  private Bundle newer() {
    return Examples.bundle(clock().instant(), "0b");
  }

  private CacheEntry.Negative negative(ReportKey key) {
    var validity = Examples.negative(clock().instant(), "0c").validity();
    return new CacheEntry.Negative(key, NegativeReason.UNKNOWN_TICKER, Optional.empty(), validity);
  }

  private static CacheEntry.Positive withParts(CacheEntry.Positive entry, List<Part> parts) {
    var refs = parts.stream().map(Part::ref).toList();
    return new CacheEntry.Positive(entry.key(), entry.report().withParts(refs), entry.validity());
  }

  private Lookup find() {
    return cache().find(KEY, soon());
  }

  private boolean holds(ReportKey key) {
    return cache().find(key, soon()) instanceof Lookup.Found;
  }

  private Tags tags(ReportKey key) {
    return cache().tags(key, soon());
  }

  private Optional<byte[]> part(Part part) {
    return cache().part(KEY, part.ref(), soon());
  }

  private void assertEveryPartOf(Bundle bundle) {
    for (Part part : bundle.parts()) {
      assertThat(part(part)).as(part.ref().name().name()).hasValue(part.bytes());
    }
  }

  private static Tag committed(Commit commit) {
    assertThat(commit).isInstanceOf(Commit.Committed.class);
    return ((Commit.Committed) commit).tag();
  }

  private static void assertFault(Fault fault, Runnable deed) {
    assertThatExceptionOfType(PortException.Cache.class)
        .isThrownBy(deed::run)
        .satisfies(seen -> assertThat(seen.fault()).isEqualTo(fault));
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock().instant());
  }
}
