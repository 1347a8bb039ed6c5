package dailyreport.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples and the table of report.md section 3, then holidays, early closes and zones. */
class TradingCalendarTest {
  private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
  private final TradingCalendar calendar = TradingCalendar.bundled();

  private static Instant bangkok(String local) {
    return LocalDateTime.parse(local).atZone(BANGKOK).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "SGX, 2025-11-11T17:30, 2025-11-11",
    "SGX, 2025-11-11T16:30, 2025-11-10",
    "NASDAQ, 2025-11-11T04:30, 2025-11-07",
    "NASDAQ, 2025-11-11T05:30, 2025-11-10"
  })
  void theExamplesOfTheDesign(Exchange exchange, String now, LocalDate session) {
    assertThat(calendar.lastClosed(exchange, bangkok(now))).isEqualTo(session);
  }

  @ParameterizedTest
  @CsvSource({
    "SGX, 17:00:00",
    "TSE, 14:30:00",
    "HKEX, 16:00:00",
    "HOSE, 15:45:00",
    "TWSE, 13:30:00"
  })
  void aSessionIsFinalInBangkokAtTheTimeOfTheTable(Exchange exchange, String time) {
    Instant settled = bangkok("2025-11-12T" + time);

    assertThat(calendar.lastClosed(exchange, settled)).isEqualTo("2025-11-12");
    assertThat(calendar.lastClosed(exchange, settled.minusNanos(1))).isEqualTo("2025-11-11");
  }

  @ParameterizedTest
  @CsvSource({
    "NYSE, 2025-07-16T04:00, 2025-07-15",
    "ARCA, 2025-07-16T03:59:59, 2025-07-14",
    "NYSE, 2025-11-12T05:00, 2025-11-11",
    "NASDAQ, 2025-11-12T04:59:59, 2025-11-10",
    "HAM, 2025-07-16T04:00, 2025-07-15",
    "HAM, 2025-11-12T05:00, 2025-11-11",
    "HAM, 2025-11-12T04:59:59, 2025-11-10"
  })
  void summerTimeMovesTheAmericanAndGermanClose(Exchange exchange, String now, LocalDate session) {
    assertThat(calendar.lastClosed(exchange, bangkok(now))).isEqualTo(session);
  }

  @Test
  void theClockChangeOfNewYorkFallsBetweenTwoSessions() {
    // 2 November 2025 ends summer time: Friday closes 03:00+1h, Monday 04:00+1h Bangkok.
    Instant friday = bangkok("2025-11-01T04:00");

    assertThat(calendar.lastClosed(Exchange.NYSE, friday)).isEqualTo("2025-10-31");
    assertThat(calendar.nextClose(Exchange.NYSE, friday)).isEqualTo(bangkok("2025-11-04T05:00"));
  }

  @Test
  void aWeekendAnswersWithFriday() {
    assertThat(calendar.lastClosed(Exchange.SGX, bangkok("2025-11-09T12:00")))
        .isEqualTo("2025-11-07");
    assertThat(calendar.nextClose(Exchange.SGX, bangkok("2025-11-07T17:00")))
        .isEqualTo(bangkok("2025-11-10T17:00"));
  }

  @Test
  void theNextCloseIsAlwaysLaterThanNow() {
    Instant close = bangkok("2025-11-11T17:00");

    assertThat(calendar.nextClose(Exchange.SGX, close.minusNanos(1))).isEqualTo(close);
    assertThat(calendar.nextClose(Exchange.SGX, close)).isEqualTo(bangkok("2025-11-12T17:00"));
  }

  @Test
  void aHolidayIsNoSession() {
    // Christmas Day and the weekend after it; the eve closes at noon.
    assertThat(calendar.lastClosed(Exchange.SGX, bangkok("2025-12-25T20:00")))
        .isEqualTo("2025-12-24");
    assertThat(calendar.nextClose(Exchange.HKEX, bangkok("2025-12-24T18:00")))
        .isEqualTo(bangkok("2025-12-29T16:00"));
    assertThat(calendar.isSession(Exchange.NYSE, LocalDate.of(2026, 7, 3))).isFalse();
  }

  /** Announced days, one a calendar that was extended; sources are in the files. */
  @ParameterizedTest
  @CsvSource({
    "SGX, 2027-02-08",
    "SGX, 2027-05-20",
    "SGX, 2027-10-28",
    "TWSE, 2026-02-12",
    "TWSE, 2027-02-10",
    "TWSE, 2027-04-06",
    "TWSE, 2027-12-31",
    "HOSE, 2026-11-24",
    "HOSE, 2027-02-08",
    "HOSE, 2027-05-03",
    "HKEX, 2027-02-09"
  })
  void announcedHolidaysAreKnown(Exchange exchange, LocalDate day) {
    assertThat(calendar.isSession(exchange, day)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SGX, 2027-02-05", "SGX, 2027-12-24", "TWSE, 2027-02-03", "TWSE, 2027-12-30",
    "HOSE, 2027-02-04", "HOSE, 2027-02-10", "HOSE, 2027-09-01", "HOSE, 2027-09-03"
  })
  void whatNobodyHasAnnouncedIsLeftToTheLastBar(Exchange exchange, LocalDate day) {
    assertThat(calendar.isSession(exchange, day)).isTrue();
  }

  @Test
  void anEarlyCloseIsFinalEarlier() {
    // 28 November 2025: New York closes at 13:00, 01:00 Bangkok, and is settled an hour later.
    assertThat(calendar.lastClosed(Exchange.NYSE, bangkok("2025-11-29T02:00")))
        .isEqualTo("2025-11-28");
    assertThat(calendar.lastClosed(Exchange.NYSE, bangkok("2025-11-29T01:59:59")))
        .isEqualTo("2025-11-26");
  }

  @Test
  void theMachinesZonePlaysNoPart() {
    TimeZone own = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "Asia/Bangkok", "Pacific/Kiritimati", "Pacific/Niue")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));

        assertThat(calendar.lastClosed(Exchange.TSE, bangkok("2025-11-12T06:59")))
            .isEqualTo("2025-11-11");
        assertThat(calendar.lastClosed(Exchange.TSE, bangkok("2025-11-12T07:01")))
            .isEqualTo("2025-11-11");
      }
    } finally {
      TimeZone.setDefault(own);
    }
  }

  @Test
  void withoutAFileOnlyWeekendsAreKnown() {
    var bare = new TradingCalendar(Map.of());

    assertThat(bare.lastClosed(Exchange.SGX, bangkok("2025-12-25T20:00"))).isEqualTo("2025-12-25");
    assertThat(bare.daysCovered(Exchange.SGX, LocalDate.of(2025, 1, 1))).isZero();
  }

  @ParameterizedTest
  @EnumSource(Exchange.class)
  void bundledHolidaysReachIntoTheFuture(Exchange exchange) {
    assertThat(calendar.daysCovered(exchange, LocalDate.of(2026, 11, 1)))
        .isEqualTo(exchange == Exchange.HOSE ? 91 : 425);
    assertThat(calendar.isSession(exchange, LocalDate.of(2026, 1, 1))).isFalse();
    assertThat(calendar.isSession(exchange, LocalDate.of(2027, 1, 1))).isFalse();
  }
}
