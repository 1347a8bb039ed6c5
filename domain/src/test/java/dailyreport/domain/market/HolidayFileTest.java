package dailyreport.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFileTest {
  private static final String THROUGH = "# valid-through: 2026-12-31";
  private static final String SOURCE = "# source: a calendar";

  @Test
  void headAndLinesAreRead() {
    HolidayFile file =
        HolidayFile.parse(
            "x.csv",
            List.of(
                THROUGH,
                SOURCE,
                "# a remark",
                "",
                "2025-12-24,EARLY,12:00,Christmas Eve",
                "2025-12-25,CLOSED,,Christmas Day, with a comma"));

    assertThat(file.validThrough()).isEqualTo("2026-12-31");
    assertThat(file.closed()).containsExactly(LocalDate.of(2025, 12, 25));
    assertThat(file.earlyCloses())
        .containsExactly(java.util.Map.entry(LocalDate.of(2025, 12, 24), LocalTime.NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-12-32,CLOSED,,x",
        "2025-12-25,OPEN,,x",
        "2025-12-25,EARLY,,x",
        "2025-12-25,CLOSED",
        "# valid-through: soon"
      })
  void aLineOfAnotherFormIsNamed(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HolidayFile.parse("x.csv", List.of(THROUGH, SOURCE, line)))
        .withMessageContaining("x.csv line 3");
  }

  @Test
  void aFileWithoutItsHeadLinesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HolidayFile.parse("x.csv", List.of(SOURCE)))
        .withMessageContaining("valid-through");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HolidayFile.parse("x.csv", List.of(THROUGH)))
        .withMessageContaining("source");
  }

  @Test
  void bundledFilesListOnlyWeekdaysOfTheirYears() {
    assertThat(HolidayFile.bundled())
        .containsOnlyKeys("SGX", "TSE", "HKEX", "HOSE", "TWSE", "US", "HAM")
        .allSatisfy((name, file) -> {
          assertThat(file.closed()).hasSizeGreaterThan(10);
          assertThat(file.earlyCloses().keySet()).doesNotContainAnyElementsOf(file.closed());
          assertThat(
                  java.util.stream.Stream.concat(
                      file.closed().stream(), file.earlyCloses().keySet().stream()))
              .allSatisfy(day -> {
                assertThat(day.getYear()).isBetween(2025, 2027);
                assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
              });
        });
  }
}
