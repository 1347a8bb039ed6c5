package dailyreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.contract.RecordingEventLog;
import dailyreport.domain.market.HolidayFile;
import dailyreport.domain.market.TradingCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckHolidaysTest {
  private final RecordingEventLog events = new RecordingEventLog();

  @Test
  void aFileWithFewerThanSixtyDaysLeftIsToldOnceWithItsDays() {
    assertThat(check("2026-10-01").soonOver()).containsOnly(Map.entry("US", 59L));
    assertThat(events.of(AppEvent.HolidayFileEnds.class))
        .containsExactly(new AppEvent.HolidayFileEnds("US", 59));
  }

  @Test
  void aFileWithSixtyDaysIsNotYetToldAndOneThatIsOverStillIs() {
    assertThat(check("2026-09-30").soonOver()).isEmpty();
    assertThat(events.events()).isEmpty();
    assertThat(check("2026-11-30").soonOver()).containsEntry("US", -1L);
  }

  @Test
  void theExchangesOfOneCalendarAreToldTogether() {
    assertThat(check("2028-01-01").soonOver().sequencedKeySet())
        .containsExactly("HAM", "HKEX", "HOSE", "SGX", "TSE", "TWSE", "US");
    assertThat(events.of(AppEvent.HolidayFileEnds.class)).hasSize(7);
  }

  /** The files that come with this build: what is known of 2027, and the one that is not. */
  @Test
  void ofTheBundledFilesOnlyTheOneWithoutADecreeEndsEarly() {
    var bundled = TradingCalendar.bundled();
    assertThat(on(bundled, "2026-11-22").soonOver()).isEmpty();
    assertThat(on(bundled, "2026-12-03").soonOver()).containsOnly(Map.entry("HOSE", 59L));
    assertThat(on(bundled, "2027-11-03").soonOver()).hasSize(7);
  }

  private CheckHolidays check(String today) {
    var far = new HolidayFile(LocalDate.of(2027, 12, 31), Set.of(), Map.of());
    var near = new HolidayFile(LocalDate.of(2026, 11, 29), Set.of(), Map.of());
    return on(
        new TradingCalendar(
            Map.of(
                "SGX", far, "TSE", far, "HKEX", far, "HOSE", far, "TWSE", far, "HAM", far, "US",
                near)),
        today);
  }

  private CheckHolidays on(TradingCalendar calendar, String today) {
    return new CheckHolidays(
        calendar, events, InstantSource.fixed(Instant.parse(today + "T11:00:00Z")));
  }
}
