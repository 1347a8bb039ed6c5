package dailyreport.bootstrap.lambda;

import static dailyreport.bootstrap.lambda.Requests.bytes;
import static dailyreport.bootstrap.lambda.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A list of two symbols; what is asked for at 18:00 in Bangkok on {@link Examples#SESSION}. */
class DailyDigestTest {
  private final Bench bench = new Bench();
  private final WorkerFunction worker = bench.worker();

  private String digest() {
    return digest(bench.in(Duration.ofSeconds(117)));
  }

  private String digest(Deadline deadline) {
    return text(worker.answer(bytes("{\"v\":\"1\",\"event\":\"digest\"}"), deadline));
  }

  private void spent(LocalDate day, String usd) {
    bench.spend.add(day, new BigDecimal(usd), bench.in(Duration.ofSeconds(1)));
  }

  private void cutOff(Strength strength) {
    bench.clock.advance(Duration.ofMinutes(1));
    bench.world.log().raise(new Scope.All(), strength, bench.in(Duration.ofSeconds(1)));
  }

  @Test
  void itTellsMoneyReportsAndHolidayFiles() {
    bench.cached();
    spent(Examples.SESSION, "0.0123");
    spent(Examples.SESSION.minusDays(6), "4.99996");
    spent(Examples.SESSION.minusDays(7), "1");
    assertThat(digest())
        .isEqualTo(
            "{\"v\":\"1\",\"event\":\"digest\",\"atBangkok\":\"2025-11-11T18:00\","
                + "\"version\":\"0.1.0\",\"instanceStartedBangkok\":\"2025-11-11T18:00\","
                + "\"modelCostUsdByBangkokDay\":[\"2025-11-11 0.0123\",\"2025-11-10 0.0000\","
                + "\"2025-11-09 0.0000\",\"2025-11-08 0.0000\",\"2025-11-07 0.0000\","
                + "\"2025-11-06 0.0000\",\"2025-11-05 5.0000\"],"
                + "\"modelCeilingUsdPerDay\":\"5\",\"symbolsListed\":2,\"reportsFresh\":1,"
                + "\"reportsStale\":0,\"reportsNone\":1,\"reportsNotRead\":0,"
                + "\"holidayFilesSoonOver\":[]}");
  }

  @Test
  void aDayEndsAtMidnightInBangkok() {
    bench.clock.set(Instant.parse("2025-11-11T17:00:00Z"));
    assertThat(digest()).contains("\"atBangkok\":\"2025-11-12T00:00\"", "[\"2025-11-12 0.0000\"");
  }

  @Test
  void aLookIsOneReadASymbolAndHasNothingMade() {
    bench.cached();
    cutOff(Strength.SOFT);
    long finds = bench.world.recordReads();
    long generations = bench.world.generator.calls();
    assertThat(digest()).contains("\"reportsFresh\":0,\"reportsStale\":1,\"reportsNone\":1");
    assertThat(bench.world.recordReads()).isEqualTo(finds + 2);
    assertThat(bench.spend.wire().count("spent")).isEqualTo(7);
    assertThat(bench.world.generator.calls()).isEqualTo(generations);
    assertThat(bench.instance.queue().pending()).isEmpty();
  }

  @Test
  void whatWasDeclaredWrongIsNone() {
    bench.cached();
    cutOff(Strength.HARD);
    assertThat(digest()).contains("\"reportsFresh\":0,\"reportsStale\":0,\"reportsNone\":2");
  }

  @Test
  void whatCannotBeReadIsSaidToBeNotRead() {
    bench.cached();
    bench.world.cut(Fault.TIMEOUT);
    bench.spend.wire().cut(Fault.TIMEOUT);
    long finds = bench.world.recordReads();
    assertThat(digest())
        .contains(
            "\"2025-11-11 not read\"",
            "\"2025-11-05 not read\"",
            "\"symbolsListed\":2,\"reportsFresh\":0,\"reportsStale\":0,\"reportsNone\":0,"
                + "\"reportsNotRead\":2");
    assertThat(bench.world.recordReads()).isEqualTo(finds);
  }

  @Test
  void withoutTimeItTellsWhatNeedsNoReading() {
    bench.cached();
    long finds = bench.world.recordReads();
    assertThat(digest(bench.in(Duration.ZERO)))
        .contains("\"2025-11-11 not read\"", "\"reportsNotRead\":2", "\"symbolsListed\":2");
    assertThat(bench.world.recordReads()).isEqualTo(finds);
  }

  @Test
  void aHolidayFileThatIsSoonOverIsNamedWithTheDaysLeft() {
    assertThat(digest()).contains("\"holidayFilesSoonOver\":[]");
    assertThat(bench.events.events()).isEmpty();
    bench.clock.set(Instant.parse("2027-12-01T11:00:00Z"));
    assertThat(digest()).contains("\"TSE 30 days left\"");
    assertThat(bench.events.of(AppEvent.HolidayFileEnds.class))
        .contains(new AppEvent.HolidayFileEnds("TSE", 30));
  }
}
