package dailyreport.adapters.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.contract.DirectTechnicalAnalysis;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.BarScreen;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.RawBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real daily bars, where the developer has them. */
@EnabledIf(value = "present", disabledReason = "no folder data/ohlcv under dailyreport.shared")
class SharedBarsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("dailyreport.shared", "../shared"), "data", "ohlcv");

  static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  @ParameterizedTest
  @CsvSource({
    "D05.SI-1d.csv, Open, High, Low, Close, Close, Volume",
    "1398.HK-1d.csv, Open, High, Low, Close, Adj Close, Volume",
    "AAPL-1d.csv, AAPL.Open, AAPL.High, AAPL.Low, AAPL.Close, AAPL.Adjusted, AAPL.Volume"
  })
  void oursTheDefinitionsAndTa4jAgreeOnRealBars(
      String file,
      String open,
      String high,
      String low,
      String close,
      String adjusted,
      String volume)
      throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));
    List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
    List<RawBar> rows =
        lines.stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(cells ->
                new RawBar(
                    LocalDate.parse(cells[0].substring(0, 10)),
                    figure(cells, header.indexOf(open)),
                    figure(cells, header.indexOf(high)),
                    figure(cells, header.indexOf(low)),
                    figure(cells, header.indexOf(close)),
                    figure(cells, header.indexOf(adjusted)),
                    figure(cells, header.indexOf(volume))))
            .toList();
    BarScreen.Screened screened = BarScreen.screen(rows);
    assertThat(screened.bad()).hasSizeLessThan(3);
    var prices =
        new PriceHistory(
            Examples.DBS.underlying(), "SGD", "sample", true, screened.bars(), screened.bad());
    TechnicalAnalysis ours = Ta4jTechnicalAnalysis.open();
    Agreement.assertSame(file, ours, new DirectTechnicalAnalysis(), prices);
    Agreement.assertOracle(file, ours, prices);
    write(file, ours.analyse(prices));
  }

  /** Bars and values for {@code src/test/oracle}, into the build's own folder. */
  private static void write(String file, Analysis analysis) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(
        "day,open,high,low,close,volume,"
            + Arrays.stream(Indicator.values()).map(Enum::name).collect(Collectors.joining(",")));
    List<Bar> bars = analysis.prices().bars();
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      var cells =
          new ArrayList<Object>(
              List.of(bar.session(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
      for (Indicator indicator : Indicator.values()) {
        OptionalDouble value = analysis.of(indicator).get(i);
        cells.add(value.isPresent() ? value.getAsDouble() : "");
      }
      lines.add(cells.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    Path folder = Files.createDirectories(Path.of("target", "oracle"));
    Files.write(folder.resolve(file), lines);
  }

  private static OptionalDouble figure(String[] cells, int column) {
    return cells[column].isBlank()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(cells[column]));
  }
}
