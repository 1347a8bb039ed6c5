package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.Quotes;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.Examples;
import dailyreport.contract.MarketDataContract;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Underlying;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YahooMarketDataTest implements MarketDataContract {
  private final YahooStub yahoo = new YahooStub();

  @AfterEach
  void stop() {
    yahoo.close();
  }

  @Override
  public MarketData marketData() {
    return yahoo.marketData();
  }

  @Override
  public MarketData brokenMarketData() {
    yahoo.answer(YahooStub.CHART, YahooStub.status(500));
    return yahoo.marketData();
  }

  @Test
  void allFiguresOfTheCompanyAreRead() {
    Company company = found().company();
    Company expected = ExampleMarket.COMPANY;
    // 0.035 * 100 is not exactly 3.5 in binary.
    assertThat(company.dividendYieldPct().orElseThrow()).isCloseTo(3.5, within(1e-12));
    assertThat(withYield(company, expected.dividendYieldPct())).isEqualTo(expected);
  }

  @Test
  void aFundHasANameAndNothingThatIsNotThere() {
    yahoo.answer(YahooStub.FIGURES, YahooStub.ok("summary-fund.json"));
    assertThat(found().company()).isEqualTo(Company.named("EXAMPLE GOLD FUND"));
  }

  @Test
  void earningsInAnotherCurrencyAreBelievedOnlyWhenThePriceConfirmsThem() {
    String summary =
        Constructed.body("summary.json")
            .replace("\"financialCurrency\": \"SGD\"", "\"financialCurrency\": \"CNY\"");
    yahoo.answer(YahooStub.FIGURES, aResponse().withBody(summary));
    assertThat(found().company().earningsPerShare()).hasValue(3.79);

    yahoo.answer(YahooStub.FIGURES, aResponse().withBody(summary.replace("3.79", "20.5")));
    assertThat(found().company().earningsPerShare()).isEmpty();
  }

  @Test
  void withoutFiguresTheNameBesideTheBarsIsUsed() {
    yahoo.answer(
        YahooStub.FIGURES,
        aResponse().withStatus(404).withBody(Constructed.body("summary-not-found.json")));
    assertThat(found().company()).isEqualTo(Company.named("Example Holdings Limited"));
    assertThat(yahoo.count(YahooStub.FIGURES)).isEqualTo(1);
    assertThat(yahoo.events.outcomes("fundamentals")).containsExactly("not_found");
  }

  @Test
  void barsOf950DaysAreAskedForWithTheHeadersOfABrowser() {
    found();
    LoggedRequest request = yahoo.requests(YahooStub.CHART).getFirst();
    assertThat(request.getUrl())
        .isEqualTo(
            "/v8/finance/chart/D05.SI?period1="
                + Examples.NOW.minus(Duration.ofDays(950)).getEpochSecond()
                + "&period2="
                + Examples.NOW.getEpochSecond()
                + "&interval=1d&includePrePost=false&events=div,splits,capitalGains");
    assertThat(request.getHeader("User-Agent")).startsWith("Mozilla/5.0");
    assertThat(request.getHeader("Accept")).isEqualTo("application/json");
    assertThat(request.getHeader("Accept-Language")).isEqualTo("en-US,en;q=0.9");
    assertThat(request.getHeader("Accept-Encoding")).isEqualTo("gzip");
    assertThat(request.containsHeader("Cookie")).isFalse();
  }

  @Test
  void cookieAndCrumbAreFetchedOnceAndUsedForAnHour() {
    var now = new AtomicReference<Instant>(Examples.NOW);
    MarketData source =
        YahooMarketData.open(YahooHosts.all(yahoo.base()), now::get, yahoo.events, yahoo.pauses);
    source.quotes(ExampleMarket.KNOWN, YahooStub.deadline());
    now.set(Examples.NOW.plus(Duration.ofMinutes(59)));
    source.quotes(ExampleMarket.KNOWN, inTwentySeconds(now.get()));
    assertThat(yahoo.count(YahooStub.COOKIE)).isEqualTo(1);
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(1);
    assertThat(yahoo.count()).isEqualTo(2 + 2 * 2);

    now.set(Examples.NOW.plus(Duration.ofMinutes(60)));
    source.quotes(ExampleMarket.KNOWN, inTwentySeconds(now.get()));
    assertThat(yahoo.count(YahooStub.COOKIE)).isEqualTo(2);
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(2);

    assertThat(yahoo.requests(YahooStub.CRUMB).getFirst().getHeader("Cookie"))
        .isEqualTo("A3=d=canary-cookie&S=x; A1=second");
    LoggedRequest figures = yahoo.requests(YahooStub.FIGURES).getFirst();
    assertThat(figures.getHeader("Cookie")).isEqualTo("A3=d=canary-cookie&S=x; A1=second");
    assertThat(figures.getUrl())
        .isEqualTo(
            "/v10/finance/quoteSummary/D05.SI?modules=price,summaryDetail,defaultKeyStatistics,"
                + "financialData,assetProfile,calendarEvents&formatted=false&crumb=canary%2Fcrumb");
  }

  @Test
  void symbolsAreEncodedInPaths() {
    var index = new Underlying("^STI=X", Exchange.SGX, "SGD", Underlying.Kind.FUND);
    assertThat(yahoo.marketData().quotes(index, YahooStub.deadline()))
        .isEqualTo(new Quotes.Unknown());
    assertThat(yahoo.requests(YahooStub.CHART).getFirst().getUrl())
        .startsWith("/v8/finance/chart/%5ESTI%3DX?");
  }

  @Test
  void aBaseMayEndWithASlash() {
    MarketData source =
        YahooMarketData.open(URI.create(yahoo.base() + "/"), YahooStub.CLOCK, yahoo.events);
    assertThat(source.quotes(ExampleMarket.KNOWN, YahooStub.deadline()))
        .isInstanceOf(Quotes.Found.class);
  }

  @Test
  void aBaseThatIsNeitherHttpsNorThisMachineIsRefused() {
    for (String base :
        new String[] {
          "http://yahoo.example",
          "http://127.0.0.1.example",
          "http://localhost@yahoo.example",
          "http://169.254.169.254",
          "ftp://127.0.0.1",
          "yahoo"
        }) {
      assertThatIllegalArgumentException()
          .as(base)
          .isThrownBy(() -> YahooMarketData.open(URI.create(base), YahooStub.CLOCK, yahoo.events))
          .withMessageContaining("https");
    }
  }

  private Quotes.Found found() {
    return (Quotes.Found) yahoo.quotes();
  }

  private static Deadline inTwentySeconds(Instant now) {
    return Deadline.in(Duration.ofSeconds(20), now);
  }

  private static Company withYield(Company c, OptionalDouble yield) {
    Optional<String> sector = c.sector();
    OptionalInt analysts = c.analysts();
    return new Company(
        c.name(),
        sector,
        c.industry(),
        c.priceEarnings(),
        c.earningsPerShare(),
        yield,
        c.marketCap(),
        c.targetPrice(),
        analysts,
        c.recommendation(),
        c.high52Weeks(),
        c.low52Weeks());
  }
}
