package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Underlying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Exchanges that really took place, where the developer has their recordings. */
@EnabledIf(value = "present", disabledReason = "no folder fixtures/yahoo under dailyreport.shared")
class RecordedYahooTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("dailyreport.shared", "../shared"), "fixtures", "yahoo");
  private static final Underlying APPLE = stock("AAPL");

  private final YahooStub yahoo = new YahooStub();

  static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  @AfterEach
  void stop() {
    yahoo.close();
  }

  @Test
  void aYearOfBarsIsAdjustedExactlyOnTheDaysOfItsDividends() throws IOException {
    yahoo.answer("/v8/finance/chart/MSFT", recorded("chart-MSFT-2021-02-01_2022-01-31-dividends"));
    PriceHistory prices = quotes(stock("MSFT")).prices();
    assertThat(prices.currency()).isEqualTo("USD");
    assertThat(prices.adjusted()).isTrue();
    assertThat(prices.bad()).isEmpty();
    assertThat(prices.bars()).hasSize(252);
    assertThat(prices.bars().getFirst().session()).isEqualTo("2021-02-01");
    assertThat(prices.bars().getFirst().tradedClose()).isEqualTo(239.64999389648438);
    assertThat(prices.bars().getFirst().close()).isEqualTo(231.1864776611328);
    Bar last = prices.bars().getLast();
    assertThat(last.session()).isEqualTo("2022-01-28");
    assertThat(last.tradedClose()).isEqualTo(308.260009765625);
    assertThat(last.volume()).isEqualTo(49_743_700);
    assertThat(adjustmentDays(prices))
        .containsExactly(
            LocalDate.parse("2021-02-17"),
            LocalDate.parse("2021-05-19"),
            LocalDate.parse("2021-08-18"),
            LocalDate.parse("2021-11-17"));
  }

  @Test
  void aSplitLeavesNoJumpAndTheFiguresHaveTheirUnits() throws IOException {
    yahoo.answer("/v8/finance/chart/AAPL", recorded("chart-AAPL-2020-08-31_2020-11-07"));
    yahoo.answer("/v10/finance/quoteSummary/AAPL", recorded("quoteSummary-AAPL"));
    yahoo.answer(YahooStub.CRUMB, recorded("getcrumb"));
    Quotes.Found found = quotes(APPLE);
    assertThat(found.prices().bars()).hasSize(49);
    assertThat(found.prices().bars().getFirst().session()).isEqualTo("2020-08-31");
    assertThat(found.prices().suspect()).isFalse();
    assertThat(adjustmentDays(found.prices())).containsExactly(LocalDate.parse("2020-11-06"));

    Company company = found.company();
    assertThat(company.name()).isEqualTo("Apple Inc.");
    assertThat(company.sector()).contains("Technology");
    assertThat(company.industry()).contains("Consumer Electronics");
    assertThat(company.priceEarnings()).hasValue(38.91442);
    assertThat(company.earningsPerShare()).hasValue(6.31);
    assertThat(company.dividendYieldPct().orElseThrow()).isCloseTo(0.41, within(1e-12));
    assertThat(company.marketCap()).hasValue(3_688_676_720_640.0);
    assertThat(company.targetPrice()).hasValue(252.22575);
    assertThat(company.analysts()).hasValue(40);
    assertThat(company.recommendation()).contains("buy");
    assertThat(company.high52Weeks()).hasValue(260.1);
    assertThat(company.low52Weeks()).hasValue(164.08);
    assertThat(yahoo.requests(YahooStub.FIGURES).getFirst().getUrl())
        .endsWith("&crumb=REDACTEDcru");
  }

  @Test
  void noFiguresAreNoFault() throws IOException {
    yahoo.answer("/v8/finance/chart/AAPL", recorded("chart-AAPL-2020-08-31_2020-11-07"));
    yahoo.answer(YahooStub.FIGURES, recorded("quoteSummary-404-WSKT.JK"));
    assertThat(quotes(APPLE).company()).isEqualTo(Company.named("Apple Inc."));
    assertThat(yahoo.count(YahooStub.FIGURES)).isEqualTo(1);
    assertThat(yahoo.events.outcomes("fundamentals")).containsExactly("not_found");
  }

  @Test
  void storiesAreReadAndTheVideoIsLeftOut() throws IOException {
    yahoo.answer(YahooStub.NEWS, recorded("search-AAPL"));
    List<Headline> headlines = yahoo.newsFeed().recent(APPLE, 20, YahooStub.deadline());
    assertThat(headlines)
        .extracting(Headline::publisher)
        .containsExactly("Motley Fool", "GuruFocus.com", "Bloomberg");
    assertThat(headlines.getFirst().symbols()).containsExactly("BRK-B");
    assertThat(headlines.getLast().publishedAt()).isEqualTo("2025-02-25T05:54:47Z");
  }

  /** Sessions on which the ratio of adjusted to traded close changes. */
  private static List<LocalDate> adjustmentDays(PriceHistory prices) {
    var days = new ArrayList<LocalDate>();
    double before = Double.NaN;
    for (Bar bar : prices.bars()) {
      double ratio = bar.close() / bar.tradedClose();
      if (Math.abs(ratio / before - 1) > 1e-5) {
        days.add(bar.session());
      }
      before = ratio;
    }
    return days;
  }

  private Quotes.Found quotes(Underlying underlying) {
    return (Quotes.Found) yahoo.marketData().quotes(underlying, YahooStub.deadline());
  }

  private static Underlying stock(String symbol) {
    return new Underlying(symbol, Exchange.NASDAQ, "USD", Underlying.Kind.STOCK);
  }

  private static ResponseDefinitionBuilder recorded(String name) throws IOException {
    JsonNode response =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(FOLDER.resolve(name + ".json")))
            .path("response");
    String body =
        Optional.of(response.path("bodyJson"))
            .filter(JsonNode::isObject)
            .map(JsonNode::toString)
            .orElse(response.path("bodyText").asText());
    return aResponse()
        .withStatus(response.path("status").asInt())
        .withHeader("Content-Type", response.path("headers").path("content-type").asText())
        .withBody(body);
  }
}
