package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.ReportCodec;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Band;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.report.Changes;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Guard;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link ReportCodec} promises. */
public interface ReportCodecContract {
  /** Start of the generations below; nanoseconds, so that rounding shows. */
  Instant STARTED = Examples.NOW.minusNanos(1);

  /** The codec under test. */
  ReportCodec codec();

  @Test
  default void reportComesBackEqual() {
    assertComesBackEqual(Examples.entry(STARTED, "a1"));
  }

  @Test
  default void reportWithEveryOptionalValueComesBackEqual() {
    assertComesBackEqual(entry(full()));
  }

  /** A young fund: one bar, no indicator, no figure, no news, no part. */
  @Test
  default void reportWithoutAnyOptionalValueComesBackEqual() {
    assertComesBackEqual(entry(bare()));
  }

  @Test
  default void negativeEntriesComeBackEqual() {
    Validity validity = Examples.negative(STARTED, "a1").validity();
    assertComesBackEqual(Examples.negative(STARTED, "a1"));
    assertComesBackEqual(
        new CacheEntry.Negative(
            Examples.KEY, NegativeReason.UNKNOWN_TICKER, Optional.empty(), validity));
  }

  @Test
  default void equalEntriesGiveEqualBytes() {
    var codec = codec();
    byte[] first = codec.encode(Examples.entry(STARTED, "a1"));

    assertThat(codec.encode(Examples.entry(STARTED, "a1"))).isEqualTo(first);
    assertThat(codec.encode(codec.decode(first))).isEqualTo(first);
  }

  @Test
  default void differentEntriesGiveDifferentBytes() {
    assertThat(codec().encode(Examples.entry(STARTED, "a1")))
        .isNotEqualTo(codec().encode(Examples.entry(STARTED, "b2")));
  }

  @Test
  default void bytesThatAreNoRecordAreInvalid() {
    assertInvalid(new byte[0]);
    assertInvalid("{}".getBytes(StandardCharsets.UTF_8));
    assertInvalid("gibberish".getBytes(StandardCharsets.UTF_8));
    for (int seed = 1; seed <= 50; seed++) {
      var noise = new byte[200];
      new Random(seed).nextBytes(noise);
      assertInvalid(noise);
    }
  }

  @Test
  default void truncatedRecordIsInvalidWhereverItEnds() {
    byte[] record = codec().encode(Examples.entry(STARTED, "a1"));
    int step = Math.max(1, record.length / 100);
    for (int length = 0; length < record.length; length += step) {
      assertInvalid(Arrays.copyOf(record, length));
    }
    assertInvalid(Arrays.copyOf(record, record.length - 1));
  }

  @Test
  default void recordWithSomethingBehindItIsInvalid() {
    byte[] record = codec().encode(Examples.negative(STARTED, "a1"));
    byte[] longer = Arrays.copyOf(record, record.length + 1);
    longer[record.length] = 'x';

    assertInvalid(longer);
  }

  /** A flipped bit either still reads as some entry or is invalid; nothing else ever comes out. */
  @Test
  default void damagedRecordNeverThrowsAnythingElse() {
    var codec = codec();
    byte[] record = codec.encode(Examples.entry(STARTED, "a1"));
    for (int seed = 1; seed <= 500; seed++) {
      var random = new Random(seed);
      byte[] damaged = record.clone();
      damaged[random.nextInt(record.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(codec.decode(damaged)).as("seed " + seed).isNotNull();
      } catch (PortException.Cache e) {
        assertThat(e.fault()).as("seed " + seed).isEqualTo(Fault.INVALID);
      }
    }
  }

  @Test
  default void newsOfAReportNameEveryHeadline() {
    var news = Examples.report().facts().news();

    String text = new String(codec().news(news), StandardCharsets.UTF_8);

    assertThat(news)
        .isNotEmpty()
        .allSatisfy(headline ->
            assertThat(text)
                .contains(headline.title(), headline.publisher(), headline.link().toString()));
    assertThat(codec().news(news)).isEqualTo(codec().news(news));
  }

  @Test
  default void noNewsAreStillBytes() {
    assertThat(codec().news(List.of())).isNotEmpty();
  }

  private void assertComesBackEqual(CacheEntry entry) {
    assertThat(codec().decode(codec().encode(entry))).isEqualTo(entry);
  }

  private void assertInvalid(byte[] record) {
    assertThatThrownBy(() -> codec().decode(record))
        .isInstanceOfSatisfying(
            PortException.Cache.class,
            thrown -> assertThat(thrown.fault()).isEqualTo(Fault.INVALID));
  }

  private static CacheEntry entry(Report report) {
    return new CacheEntry.Positive(report.key(), report, Examples.validity(STARTED, "a1"));
  }

  private static Report full() {
    Report like = Examples.entry(STARTED, "a1").report();
    FactSheet facts = like.facts();
    return new Report(
        new FactSheet(
            facts.key(),
            facts.underlying(),
            facts.company(),
            facts.facts(),
            new StanceRules.Result(
                Stance.HOLD, 8, facts.stance().votes(), Optional.of(Guard.OVERBOUGHT)),
            facts.news(),
            facts.generatedOn()),
        like.narrative(),
        like.readings(),
        like.chart(),
        like.method(),
        Optional.of(
            new Changes(
                Examples.SESSION.minusDays(1),
                List.of(new Changes.BandChange(Indicator.RSI_14, Band.HIGH, Band.VERY_HIGH)),
                Optional.of(new Changes.StanceChange(Stance.SELL, Stance.HOLD)))),
        like.parts(),
        like.generatedAt(),
        new Usage("model-x", "p1", 2, 4_000, 1_024, 900, Optional.of(new BigDecimal("0.0310"))));
  }

  private static Report bare() {
    Report like = Examples.report(Examples.DBS, 1, 50, 42);
    FactSheet facts = like.facts();
    return new Report(
        new FactSheet(
            facts.key(),
            facts.underlying(),
            Company.named("Fund"),
            List.of(),
            new StanceRules.Result(Stance.HOLD, 0, List.of(), Optional.of(Guard.SHORT_HISTORY)),
            List.of(),
            facts.generatedOn()),
        like.narrative(),
        like.readings(),
        like.chart(),
        like.method(),
        Optional.empty(),
        List.of(),
        like.generatedAt(),
        new Usage("model-x", "p1", 1, 0, 0, 0, Optional.empty()));
  }
}
