package dailyreport.application.cache;

import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.contract.Examples;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.cache.Validity;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.ReportKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTtlPolicyTest {
  private static final Instant FRIDAY_EVENING = Instant.parse("2025-11-14T11:00:00Z");
  private static final Instant MONDAY_SETTLED = Instant.parse("2025-11-17T10:00:00Z");

  private final SessionTtlPolicy policy = policy(OptionalInt.empty());

  @Test
  void theSessionAloneDecidesByDefault() {
    Validity validity = policy.mint(KEY, FRIDAY_EVENING, Outcome.COMPLETE);

    assertThat(validity.startedAt()).isEqualTo(FRIDAY_EVENING);
    assertThat(validity.freshUntil()).isEqualTo(MONDAY_SETTLED);
    assertThat(validity.usableUntil()).isEqualTo(MONDAY_SETTLED.plus(Duration.ofHours(6)));
  }

  @ParameterizedTest
  @CsvSource({"COMPLETE, 1440", "INCOMPLETE, 60", "TEMPLATE, 30"})
  void capsShortenByAtMostATwentieth(Outcome outcome, int minutes) {
    Validity validity = policy.cappedAt(Duration.ofHours(24)).mint(KEY, FRIDAY_EVENING, outcome);

    Duration life = Duration.between(FRIDAY_EVENING, validity.freshUntil());
    assertThat(life)
        .isGreaterThan(Duration.ofMinutes(minutes).multipliedBy(19).dividedBy(20))
        .isLessThanOrEqualTo(Duration.ofMinutes(minutes));
    assertThat(validity.usableUntil()).isEqualTo(validity.freshUntil().plus(Validity.GRACE));
  }

  @Test
  void aNegativeAnswerLivesTenMinutesWithoutGraceOrJitter() {
    Validity validity = policy.mint(KEY, FRIDAY_EVENING, Outcome.NEGATIVE);

    assertThat(validity.freshUntil()).isEqualTo(FRIDAY_EVENING.plus(Duration.ofMinutes(10)));
    assertThat(validity.usableUntil()).isEqualTo(validity.freshUntil());
  }

  @Test
  void theTickersClassCapsToo() {
    Validity validity = policy(OptionalInt.of(6)).mint(KEY, FRIDAY_EVENING, Outcome.COMPLETE);

    assertThat(validity.freshUntil())
        .isBetween(
            FRIDAY_EVENING.plus(Duration.ofHours(6)).minus(Duration.ofMinutes(10)),
            FRIDAY_EVENING.plus(Duration.ofHours(6)));
  }

  @Test
  void s33JitterIsTheSameEverywhereDiffersByKeyAndOnlyShortens() {
    var capped = policy.cappedAt(Duration.ofHours(24));
    var lives =
        IntStream.range(0, 50)
            .mapToObj(i -> new ReportKey(KEY.ticker(), LocalDate.of(2025, 9, 1).plusDays(i)))
            .map(key -> {
              Validity here = capped.mint(key, FRIDAY_EVENING, Outcome.COMPLETE);
              Validity there =
                  policy(OptionalInt.empty())
                      .cappedAt(Duration.ofHours(24))
                      .mint(key, FRIDAY_EVENING, Outcome.COMPLETE);
              assertThat(here).isEqualTo(there);
              return Duration.between(FRIDAY_EVENING, here.freshUntil());
            })
            .toList();

    assertThat(lives).allMatch(life -> life.compareTo(Duration.ofHours(24)) <= 0);
    assertThat(lives.stream().distinct().count()).isGreaterThan(25);
  }

  @Test
  void p2NoPolicyEverExceedsWhatReadersBelieve() {
    for (long seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      Instant start = FRIDAY_EVENING.plusSeconds(random.nextInt(50_000_000));
      Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
      Validity validity =
          policy.cappedAt(Duration.ofHours(1 + random.nextInt(200))).mint(KEY, start, outcome);
      assertThat(validity.exceedsPolicy()).as("seed " + seed).isFalse();
      assertThat(validity.freshUntil()).as("seed " + seed).isAfter(start);
    }
  }

  @Test
  void refreshAheadIsForLivesThatEndByTheHours() {
    var capped = policy.cappedAt(Duration.ofHours(10));
    Validity byHours = capped.mint(KEY, FRIDAY_EVENING, Outcome.COMPLETE);
    Duration life = Duration.between(FRIDAY_EVENING, byHours.freshUntil());
    Instant due = FRIDAY_EVENING.plusMillis((long) (life.toMillis() * 0.8));

    assertThat(capped.refreshDue(KEY, byHours, due.minusMillis(1))).isFalse();
    assertThat(capped.refreshDue(KEY, byHours, due)).isTrue();

    Validity bySession = policy.mint(KEY, FRIDAY_EVENING, Outcome.COMPLETE);
    assertThat(policy.refreshDue(KEY, bySession, MONDAY_SETTLED.minusMillis(1))).isFalse();
  }

  private static SessionTtlPolicy policy(OptionalInt freshHours) {
    Function<Ticker, Instrument> listed =
        _ ->
            new Instrument(
                Examples.DBS.ticker(), Examples.DBS.underlying(), Examples.DBS.name(), freshHours);
    return SessionTtlPolicy.of(Sessions.of(TradingCalendar.bundled(), listed), listed, () -> "0");
  }
}
