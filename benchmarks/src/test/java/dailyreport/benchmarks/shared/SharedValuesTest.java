package dailyreport.benchmarks.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.domain.cache.CacheEntry;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What the measured calls answer is what they are said to be about. */
class SharedValuesTest {
  private static final InstantSource CLOCK = InstantSource.fixed(SampleReport.NOW);

  @Test
  void everyWayToAHitAnswersEveryStoredRecordInTurn() {
    var hit = new L2Hit();
    hit.fill();
    var near = new L2Hit.Distance();
    near.move(hit);
    var turns = new Turn[] {new Turn(), new Turn(), new Turn(), new Turn()};
    for (var key : Bundles.keys()) {
      CacheEntry stored = Bundles.entry(key);
      assertThat(found(hit.s3(turns[0], near))).isEqualTo(stored);
      assertThat(LoopbackBucket.codec().decode(hit.bareGet(turns[1]))).isEqualTo(stored);
      assertThat(hit.bareGetAndDecode(turns[2])).isEqualTo(stored);
      assertThat(found(hit.headThenGet(turns[3], near))).isEqualTo(stored);
    }
    hit.countAndClose();
  }

  @Test
  void theWayToADistantStoreIsPartOfAHit() {
    var hit = new L2Hit();
    hit.fill();
    var far = new L2Hit.Distance();
    far.latencyMillis = 20;
    far.move(hit);
    long before = System.nanoTime();
    hit.s3(new Turn(), far);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(20));
    hit.countAndClose();
  }

  @Test
  void aTagThatIsKnownIsNotModified() {
    var known = new L2NotModified();
    known.fill();
    assertThat(known.s3(new Turn())).isEqualTo(new Lookup.NotModified());
    assertThat(known.bareGet(new Turn())).isEqualTo(304);
    known.countAndClose();
  }

  @Test
  void missesAnswerNothing() {
    var miss = new L2Miss();
    miss.fill();
    var turn = new Turn();
    for (int i = 0; i < Bundles.ENTRIES; i++) {
      assertThat(miss.s3(turn)).isEqualTo(new Lookup.None());
    }
    miss.countAndClose();
  }

  @Test
  void commitsAreAccepted() {
    var commit = new L2Commit();
    commit.fill();
    var turn = new Turn();
    for (int i = 0; i < Bundles.ENTRIES; i++) {
      assertThat(commit.s3(turn)).isInstanceOf(Commit.Committed.class);
    }
    commit.countAndClose();
  }

  @Test
  void aRequestTooManyEndsTheBenchmark() {
    try (var bucket = LoopbackBucket.at(CLOCK)) {
      bucket.fill();
      bucket.expect(1);
      bucket.requireKept(SampleReport.key(0));
      bucket.requireRequests();
      bucket.requireKept(SampleReport.key(0));
      assertThatThrownBy(bucket::requireRequests)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("2 requests came and 1 were expected");
    }
  }

  @Test
  void aRecordThatIsNotThereEndsTheBenchmark() {
    try (var bucket = LoopbackBucket.at(CLOCK)) {
      assertThatThrownBy(() -> bucket.requireKept(SampleReport.key(0)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("X1000");
    }
  }

  private static CacheEntry found(Lookup lookup) {
    return ((Lookup.Found) lookup).entry();
  }
}
