package dailyreport.benchmarks.tiered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dailyreport.application.cache.CacheAnswer;
import dailyreport.application.cache.CacheAnswer.Served;
import dailyreport.application.cache.CacheAnswer.Source;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.benchmarks.sample.Turn;
import dailyreport.benchmarks.shared.Bundles;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What the measured calls answer is what they are said to be about. */
class TieredValuesTest {
  private final TieredGet get = new TieredGet();

  @Test
  void freshHitsComeFromTheFile() {
    every(new TieredGet.Warm(), get::local, Source.LOCAL, Freshness.FRESH);
  }

  @Test
  void whatTheFileLacksComesFromTheBucket() {
    every(new TieredGet.New(), get::shared, Source.SHARED, Freshness.FRESH);
  }

  @Test
  void whatIsPastItsTimeComesFromTheFileAsStale() {
    every(new TieredGet.Late(), get::stale, Source.LOCAL, Freshness.STALE);
  }

  private static <S extends TieredGet.Situation> void every(
      S situation, BiFunction<S, Turn, CacheAnswer> benchmark, Source source, Freshness worth) {
    situation.fill();
    var turn = new Turn();
    for (ReportKey key : Bundles.keys()) {
      situation.ready();
      TieredProcess.require(benchmark.apply(situation, turn), key, source, worth);
    }
    situation.checkAndClose();
  }

  @Test
  void backfilledHitsComeFromTheBucketAndAreInTheFileThen() {
    var backfill = new Backfill();
    var emptied = new Backfill.Emptied();
    var copied = new Turn();
    var alone = new Turn();
    backfill.fill();
    for (ReportKey key : Bundles.keys()) {
      emptied.forget(backfill);
      TieredProcess.require(
          backfill.copiedDown(emptied, copied), key, Source.SHARED, Freshness.FRESH);
      TieredProcess.require(backfill.sharedTierAlone(alone), key, Source.SHARED, Freshness.FRESH);
    }
    backfill.checkAndClose();
  }

  @Test
  void everybodyInAStampedeIsToldOfTheOneGenerationThatItCaused() throws Exception {
    var stampede = new Stampede();
    stampede.callers = 8;
    Instant expired = Expiry.BEGIN;
    for (int i = 0; i < 3; i++) {
      expired = expired.plus(Duration.ofHours(7)); // an hour of life and six of grace
      Served[] told = stampede.allAsk();
      Validity life = told[0].entry().validity();
      assertThat(told).hasSize(8);
      assertThat(life.startedAt()).isEqualTo(expired);
      assertThat(told)
          .allSatisfy(served -> {
            assertThat(served.entry().validity()).isEqualTo(life);
            assertThat(served.entry().key()).isEqualTo(SampleReport.key(0));
          });
    }
    stampede.checkAndClose();
  }

  @Test
  void callersAreServedWhatTheyAskForAndEachReportIsMadeOnceForEachExpiry() throws Exception {
    var flights = new SingleFlight();
    flights.keys = 200;
    flights.begin();
    var caller = new SingleFlight.Caller();
    caller.choose(flights, 0, 1);
    for (int choice : Arrays.copyOf(Zipf.choices(200), 300)) {
      assertThat(flights.one(caller).entry().key()).isEqualTo(SampleReport.key(choice));
    }
    flights.checkAndClose();
  }

  @Test
  void aReportThatIsMadeTwiceEndsTheBenchmark() {
    try (var expiry = Expiry.withGenerationsOf(Duration.ZERO)) {
      Served served = expiry.get(SampleReport.key(0));
      expiry.note(served);
      expiry.requireOneGenerationEach();
      expiry.note(again(served));
      assertThatThrownBy(expiry::requireOneGenerationEach)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("1 generations for 1 keys and expiries, 1 of them twice");
    }
  }

  private static Served again(Served served) {
    Validity life = served.entry().validity();
    var other = new Validity(life.startedAt(), life.freshUntil(), life.usableUntil(), "0a");
    var entry = new CacheEntry.Positive(served.entry().key(), served.report(), other);
    return new Served(entry, served.report(), served.source(), served.freshness(), served.age());
  }

  @Test
  void fewAreFrequent() {
    int[] choices = Zipf.choices(200);
    assertThat(Arrays.stream(choices).filter(choice -> choice == 0).count())
        .isCloseTo(choices.length / 6L, withinPercentage(10)); // 1 / H(200) = 0.170
    assertThat(Arrays.stream(choices).distinct().count()).isEqualTo(200);
  }

  @Test
  void decisionsAreThoseOfTheEntrysLife() {
    var policy = new TtlPolicy();
    Validity life = Bundles.entry(SampleReport.key(0)).validity();
    for (Instant moment : policy.moments()) {
      Freshness expected =
          moment.isBefore(life.freshUntil())
              ? Freshness.FRESH
              : moment.isBefore(life.usableUntil()) ? Freshness.STALE : Freshness.EXPIRED;
      assertThat(policy.judged(moment)).isEqualTo(expected);
    }
    assertThat(policy.minted(Outcome.NEGATIVE.ordinal()).usableUntil())
        .isEqualTo(SampleReport.NOW.plus(Duration.ofMinutes(10)));
    assertThat(policy.minted(Outcome.COMPLETE.ordinal()).freshUntil())
        .isEqualTo(Instant.parse("2025-11-12T10:00:00Z"));
  }

  @Test
  void anAnswerFromTheOtherTierEndsTheBenchmark() {
    try (var process = TieredProcess.at(SampleReport.NOW)) {
      process.fill(Freshness.FRESH);
      ReportKey key = SampleReport.key(0);
      assertThatThrownBy(
              () -> TieredProcess.require(process.get(key), key, Source.SHARED, Freshness.FRESH))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(key + " is not answered FRESH from SHARED as it was stored");
    }
  }
}
