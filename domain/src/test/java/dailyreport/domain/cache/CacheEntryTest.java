package dailyreport.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Scenarios S4 and S24 of cache.md, and the borders between the states. */
class CacheEntryTest {
  private static final Instant START = Instant.parse("2025-11-11T11:00:00Z");
  private static final Instant FRESH = START.plus(Duration.ofHours(24));
  private static final Instant USABLE = FRESH.plus(Duration.ofHours(6));
  private static final ReportKey KEY =
      new ReportKey(new Ticker("DBS19"), LocalDate.of(2025, 11, 11));

  private static CacheEntry.Positive positive(Validity validity) {
    return new CacheEntry.Positive(KEY, report(KEY), validity);
  }

  private static CacheEntry.Positive positive() {
    return positive(new Validity(START, FRESH, USABLE, "0"));
  }

  private static CacheEntry.Negative negative() {
    Instant until = START.plus(Duration.ofMinutes(10));
    return new CacheEntry.Negative(
        KEY,
        NegativeReason.UNKNOWN_TICKER,
        Optional.empty(),
        new Validity(START, until, until, "0"));
  }

  private static Report report(ReportKey key) {
    var underlying = new Underlying("D05.SI", Exchange.SGX, "SGD", Underlying.Kind.STOCK);
    var bar = new Bar(key.session(), 1, 1, 1, 1, 1, 1);
    var prices = new PriceHistory(underlying, "SGD", "yahoo", true, List.of(bar), List.of());
    var none =
        Arrays.stream(Indicator.values())
            .collect(
                Collectors.toMap(Function.identity(), unused -> List.of(OptionalDouble.empty())));
    return new Report(
        new FactSheet(
            key,
            underlying,
            Company.named("DBS"),
            List.of(),
            new StanceRules.Result(Stance.HOLD, 0, List.of(), Optional.empty()),
            List.of(),
            key.session()),
        new Narrative(List.of(), Narrative.Author.TEMPLATE),
        List.of(),
        ChartData.of(new Analysis(prices, none)),
        Method.of(prices),
        Optional.empty(),
        List.of(),
        START,
        Usage.none());
  }

  @Test
  void aReportIsFreshThenStaleThenExpired() {
    assertThat(positive().at(START)).isEqualTo(Freshness.FRESH);
    assertThat(positive().at(FRESH.minusNanos(1))).isEqualTo(Freshness.FRESH);
    assertThat(positive().at(FRESH)).isEqualTo(Freshness.STALE);
    assertThat(positive().at(USABLE.minusNanos(1))).isEqualTo(Freshness.STALE);
    assertThat(positive().at(USABLE)).isEqualTo(Freshness.EXPIRED);
  }

  @Test
  void oneMinuteBeforeItsEndAnEntryIsFreshAndTwoMinutesLaterItIsNot() {
    Instant now = FRESH.minus(Duration.ofMinutes(1));

    assertThat(positive().at(now)).isEqualTo(Freshness.FRESH);
    assertThat(positive().at(now.plus(Duration.ofMinutes(2)))).isEqualTo(Freshness.STALE);
  }

  @Test
  void aDefiniteNoIsBelievedUntilItsEnd() {
    Instant until = negative().validity().freshUntil();

    assertThat(negative().at(START)).isEqualTo(Freshness.NEGATIVE);
    assertThat(negative().at(until.minusNanos(1))).isEqualTo(Freshness.NEGATIVE);
    assertThat(negative().at(until)).isEqualTo(Freshness.EXPIRED);
  }

  @Test
  void anEntryStampedTenMinutesAheadIsNotTrusted() {
    Instant now = START.minus(Duration.ofMinutes(10));

    assertThat(positive().at(now)).isEqualTo(Freshness.EXPIRED);
    assertThat(negative().at(now)).isEqualTo(Freshness.EXPIRED);
  }

  @Test
  void aClockMayRunTwoMinutesAhead() {
    Instant border = START.minus(Validity.CLOCK_TOLERANCE);

    assertThat(positive().at(border)).isEqualTo(Freshness.FRESH);
    assertThat(positive().at(border.minusNanos(1))).isEqualTo(Freshness.EXPIRED);
    assertThat(negative().at(border)).isEqualTo(Freshness.NEGATIVE);
  }

  @Test
  void anEntryHoldsTheReportOfItsOwnKey() {
    var other = new ReportKey(KEY.ticker(), KEY.session().minusDays(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new CacheEntry.Positive(other, report(KEY), new Validity(START, FRESH, USABLE, "0")));
  }

  @Test
  void anEntryNeverBecomesFresherWithTime() {
    for (long seed = 0; seed < 200; seed++) {
      var random = new Random(seed * 0x9E3779B97F4A7C15L);
      Instant fresh = START.plusSeconds(random.nextInt(400_000));
      Instant usable = fresh.plusSeconds(random.nextInt(30_000));
      var entry = positive(new Validity(START, fresh, usable, "0"));
      Freshness before = entry.at(START);
      for (Instant now = START; now.isBefore(usable.plusSeconds(9_000)); ) {
        Freshness seen = entry.at(now);

        assertThat(seen).as("seed %s at %s", seed, now).isGreaterThanOrEqualTo(before);
        before = seen;
        now = now.plusSeconds(1 + random.nextInt(9_000));
      }
    }
  }
}
