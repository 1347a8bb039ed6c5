package dailyreport.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The screen on real Yahoo rows, where the developer's data folder exists; skipped elsewhere. */
class RealBarsTest {

  private static BarScreen.Screened screen(String file, int close, int adjusted, int volume)
      throws IOException {
    Path path = Path.of(System.getProperty("dailyreport.shared", ""), "data", "ohlcv", file);
    assumeTrue(Files.exists(path), () -> "no developer data: " + path.getFileName());
    try (var lines = Files.lines(path)) {
      return BarScreen.screen(
          lines.skip(1).map(line -> row(line.split(",", -1), close, adjusted, volume)).toList());
    }
  }

  private static RawBar row(String[] columns, int close, int adjusted, int volume) {
    return new RawBar(
        LocalDate.parse(columns[0].substring(0, 10)),
        figure(columns[1]),
        figure(columns[2]),
        figure(columns[3]),
        figure(columns[close]),
        figure(columns[adjusted]),
        figure(columns[volume]));
  }

  private static OptionalDouble figure(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  @Test
  void holidaysFilledInByYahooAreDroppedFromDbs() throws IOException {
    var screened = screen("D05.SI-1d.csv", 4, 4, 5);

    assertThat(screened.bad()).isEmpty();
    assertThat(screened.bars()).hasSize(516);
    assertThat(screened.bars())
        .extracting(Bar::session)
        .doesNotContainAnyElementsOf(
            List.of(
                LocalDate.of(2019, 1, 1),
                LocalDate.of(2019, 2, 5),
                LocalDate.of(2019, 12, 25),
                LocalDate.of(2020, 3, 18)));
  }

  @Test
  void anEmptyRowOfIcbcIsBadAndAMovedFlatRowIsKept() throws IOException {
    var screened = screen("1398.HK-1d.csv", 4, 5, 6);

    assertThat(screened.bad()).containsExactly(LocalDate.of(2024, 7, 5));
    assertThat(screened.bars())
        .filteredOn(bar -> bar.volume() == 0)
        .extracting(Bar::session)
        .contains(LocalDate.of(2022, 1, 31));
    assertThat(screened.bars().getFirst().close())
        .isLessThan(screened.bars().getFirst().tradedClose());
  }
}
