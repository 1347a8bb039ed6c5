package dailyreport.adapters.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dailyreport.application.port.ChartForm;
import dailyreport.contract.ChartRendererContract;
import dailyreport.contract.Examples;
import dailyreport.contract.PdfRendererContract;
import dailyreport.domain.market.BarScreen;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.RawBar;
import dailyreport.domain.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real bars, where the developers' data folder exists: their shapes are not those of a walk. */
class RealPricesTest {
  @ParameterizedTest
  @CsvSource({
    "DBS19, D05.SI, SGX, SGD, 20 พ.ย. 2563",
    "ICBC19, 1398.HK, HKEX, HKD, 22 ส.ค. 2567",
    "AAPL19, AAPL, NASDAQ, USD, 16 ก.พ. 2560"
  })
  void realPricesAreDrawnWithinTheirBudgets(
      String ticker, String symbol, Exchange exchange, String currency, String date)
      throws Exception {
    Path file =
        Path.of(System.getProperty("dailyreport.shared", ""), "data", "ohlcv", symbol + "-1d.csv");
    assumeTrue(Files.exists(file), "SKIPPED: no " + file);
    Report report = report(Examples.instrument(ticker, symbol, exchange, currency), file);
    for (ChartForm form : ChartForm.values()) {
      byte[] png = JFreeChartRenderer.open().png(report, form);
      assertThat(png.length).isLessThanOrEqualTo(ChartRendererContract.MOST_BYTES);
      ChartDrawing drawing = ChartDrawing.of(report, form);
      assertThat(drawing.inscriptions())
          .filteredOn(text -> text.role() == Ink.Role.LEGEND)
          .allMatch(
              text -> drawing.panes().stream().noneMatch(pane -> pane.intersects(text.box())));
    }
    byte[] pdf = PdfTextTest.pdf(report);
    assertThat(pdf.length).isLessThanOrEqualTo(PdfRendererContract.MOST_BYTES);
    for (String page : Poppler.text(pdf).split("\f")) {
      assertThat(page).contains("ตัวอย่าง · ข้อมูล ณ " + date);
    }
  }

  private static Report report(Instrument instrument, Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> names = List.of(lines.getFirst().replace("AAPL.", "").split(","));
    var rows = new ArrayList<RawBar>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      OptionalDouble close = cell(names, cells, "Close");
      OptionalDouble adjusted =
          names.contains("Adj Close")
              ? cell(names, cells, "Adj Close")
              : names.contains("Adjusted") ? cell(names, cells, "Adjusted") : close;
      rows.add(
          new RawBar(
              LocalDate.parse(cells.getFirst().substring(0, 10)),
              cell(names, cells, "Open"),
              cell(names, cells, "High"),
              cell(names, cells, "Low"),
              close,
              adjusted,
              cell(names, cells, "Volume")));
    }
    return Sample.report(instrument, BarScreen.screen(rows).bars(), "file:0a1b2c3d");
  }

  private static OptionalDouble cell(List<String> names, List<String> cells, String name) {
    String text = cells.get(names.indexOf(name));
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }
}
