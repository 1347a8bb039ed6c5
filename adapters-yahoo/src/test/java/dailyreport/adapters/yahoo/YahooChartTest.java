package dailyreport.adapters.yahoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dailyreport.application.port.Fault;
import dailyreport.contract.ExampleMarket;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Underlying;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The traps of market-data.md, section 3, on constructed bodies. */
class YahooChartTest {
  @Test
  void aRowWithANullIsDroppedWithItsOwnDate() throws Broken {
    // Two of five rows are bad, which is far too many; so forty good ones stand before them.
    PriceHistory prices =
        read(Constructed.afterFortyDays(Constructed.body("chart-nulls.json"))).prices();
    assertThat(prices.bad())
        .containsExactly(LocalDate.parse("2025-11-06"), LocalDate.parse("2025-11-10"));
    assertThat(prices.bars().subList(prices.bars().size() - 3, prices.bars().size()))
        .extracting(Bar::session)
        .containsExactly(
            LocalDate.parse("2025-11-05"),
            LocalDate.parse("2025-11-07"),
            LocalDate.parse("2025-11-11"));
    assertThat(prices.bars().getLast().tradedClose()).isEqualTo(53.15);
  }

  @Test
  void moreThanFivePercentBadRowsAreNoHistory() {
    assertRefused(Constructed.body("chart-nulls.json"), Fault.INSANE, "2 of 5 rows");
  }

  @Test
  void nanZeroAndNegativePricesAreBadRows() throws Broken {
    for (String price : new String[] {"NaN", "0", "-52.5", "1e400", "\"52.5\"", "{}"}) {
      String body =
          Constructed.afterFortyDays(Constructed.body("chart.json")).replace("52.5,", price + ",");
      assertThat(read(body).prices().bad()).as(price).contains(LocalDate.parse("2025-11-06"));
    }
  }

  @Test
  void anUnfinishedLastRowDoesNotSpoilTheHistory() throws Broken {
    String body = Constructed.body("chart.json").replace("53.15]", "null]");
    PriceHistory prices = read(body).prices();
    assertThat(prices.bars()).hasSize(4);
    assertThat(prices.bad()).containsExactly(LocalDate.parse("2025-11-11"));
  }

  @Test
  void ofADoubleLiveDayTheLaterRowCounts() throws Broken {
    PriceHistory prices = read(Constructed.body("chart-double-day.json")).prices();
    assertThat(prices.bars()).hasSize(5);
    assertThat(prices.bars().getLast().session()).isEqualTo("2025-11-11");
    assertThat(prices.bars().getLast().tradedClose()).isEqualTo(52.95);
    assertThat(prices.bars().getLast().volume()).isEqualTo(4_650_000);
    assertThat(prices.bad()).isEmpty();
  }

  @Test
  void anEmptyLiveRowDoesNotReplaceTheDay() throws Broken {
    String body = Constructed.body("chart-double-day.json").replace("52.95]", "null]");
    assertThat(read(body).prices().bars().getLast().tradedClose()).isEqualTo(53.15);
  }

  @Test
  void aHistoryWithoutAdjustedClosesIsUsedAndMarked() throws Broken {
    PriceHistory prices = read(Constructed.body("chart-short-adjclose.json")).prices();
    assertThat(prices.adjusted()).isFalse();
    assertThat(prices.bars().getFirst().close()).isEqualTo(52.40);
    assertThat(read(Constructed.body("chart.json")).prices().adjusted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"chart-not-found.json", "chart-no-timestamp.json", "chart-empty-timestamp.json"})
  void noDataIsNotFound(String body) {
    assertRefused(Constructed.body(body), Fault.NOT_FOUND, "");
  }

  @ParameterizedTest
  @CsvSource({"GBp", "ZAc", "ILA", "GBX", "''", "DOLLAR"})
  void hundredthsOfACurrencyAreRefused(String currency) {
    assertRefused(
        Constructed.body("chart.json").replace("\"SGD\"", "\"" + currency + "\""),
        Fault.INSANE,
        "currency");
  }

  @Test
  void theAnswerMustBeAboutTheSymbolThatWasAsked() {
    assertRefused(
        Constructed.body("chart.json").replace("\"D05.SI\"", "\"DBSDY\""),
        Fault.INSANE,
        "another symbol");
  }

  @Test
  void anUnknownZoneOrTimestampIsNotGuessed() {
    String chart = Constructed.body("chart.json");
    assertRefused(chart.replace("Asia/Singapore", "Mars/Base"), Fault.MALFORMED, "time zone");
    assertRefused(chart.replace("\"Asia/Singapore\"", "null"), Fault.MALFORMED, "time zone");
    assertRefused(chart.replace("[1762304400,", "[\"1762304400\","), Fault.MALFORMED, "timestamp");
    assertRefused(
        chart.replace("[1762304400,", "[999999999999999999,"), Fault.MALFORMED, "timestamp");
  }

  /** No recording exists of these exchanges; opening times are those of report.md, section 3. */
  @ParameterizedTest
  @CsvSource({
    "D05.SI, SGX, Asia/Singapore, 2025-11-10T01:00:00Z, 2025-11-10",
    "7974.T, TSE, Asia/Tokyo, 2025-11-10T00:00:00Z, 2025-11-10",
    "0700.HK, HKEX, Asia/Hong_Kong, 2025-11-10T01:30:00Z, 2025-11-10",
    "VNM.VN, HOSE, Asia/Ho_Chi_Minh, 2025-11-10T02:00:00Z, 2025-11-10",
    "0050.TW, TWSE, Asia/Taipei, 2025-11-10T01:00:00Z, 2025-11-10",
    "NVDA, NASDAQ, America/New_York, 2025-11-10T14:30:00Z, 2025-11-10",
    "MSN.HM, HAM, Europe/Berlin, 2025-11-10T07:00:00Z, 2025-11-10",
    "7974.T, TSE, Asia/Tokyo, 2025-11-09T15:00:00Z, 2025-11-10",
    "NVDA, NASDAQ, America/New_York, 2025-11-11T02:00:00Z, 2025-11-10"
  })
  void sessionsAreDatedInTheExchangesZone(
      String symbol, Exchange exchange, String zone, String open, LocalDate session) throws Broken {
    String body =
        Constructed.body("chart.json")
            .replace("\"D05.SI\"", "\"" + symbol + "\"")
            .replace("Asia/Singapore", zone)
            .replaceAll(
                "\"timestamp\": \\[[^]]*]",
                "\"timestamp\": [" + Instant.parse(open).getEpochSecond() + "]")
            .replaceAll("\\[([0-9.]+)(, [0-9.]+)+]", "[$1]");
    var underlying = new Underlying(symbol, exchange, "SGD", Underlying.Kind.STOCK);
    assertThat(YahooChart.read(Constructed.reply(200, body), underlying).prices().bars())
        .extracting(Bar::session)
        .containsExactly(session);
  }

  @Test
  void jsonBeyondTheLimitsIsRefusedWithoutQuotingIt() {
    String chart = Constructed.body("chart.json");
    assertRefused(
        chart.replace("\"error\"", "\"error\":null,\"error\""),
        Fault.MALFORMED,
        "not JSON within our limits");
    assertRefused("[".repeat(40) + "]".repeat(40), Fault.MALFORMED, "not JSON within our limits");
    assertRefused(chart + "{}", Fault.MALFORMED, "not JSON within our limits");
    assertRefused(
        chart.replace("EXAMPLE", "x".repeat(70_000)),
        Fault.MALFORMED,
        "not JSON within our limits");
    assertRefused(
        chart.replace("53.15,", "9".repeat(65) + ","),
        Fault.MALFORMED,
        "not JSON within our limits");
    assertRefused("canary", Fault.MALFORMED, "not JSON within our limits");
    assertRefused(chart.substring(0, 700), Fault.TRUNCATED, "ends too early");
    assertRefused("", Fault.MALFORMED, "without a chart");
  }

  private static YahooChart read(String body) throws Broken {
    return YahooChart.read(Constructed.reply(200, body), ExampleMarket.KNOWN);
  }

  private static void assertRefused(String body, Fault fault, String seen) {
    assertThatExceptionOfType(Broken.class)
        .isThrownBy(() -> read(body))
        .withMessageContaining(seen)
        .withNoCause()
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
  }
}
