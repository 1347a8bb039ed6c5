package dailyreport.adapters.yahoo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.Quotes;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.Examples;
import dailyreport.domain.market.Company;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong with cookie, crumb or figures: there are quotes, and few requests. */
class YahooFiguresFaultsTest {
  private final YahooStub yahoo = new YahooStub();

  @AfterEach
  void stop() {
    yahoo.close();
  }

  @Test
  void aDeadCrumbIsRenewedOnce() {
    for (int status : new int[] {401, 403}) {
      yahoo.answerInTurn(YahooStub.FIGURES, YahooStub.status(status), YahooStub.ok("summary.json"));
      yahoo.answerInTurn(YahooStub.CRUMB, aResponse().withBody("old"), aResponse().withBody("new"));
      assertThat(company().sector()).as("HTTP " + status).isPresent();
    }
    assertThat(yahoo.count(YahooStub.FIGURES)).isEqualTo(4);
    assertThat(yahoo.count(YahooStub.COOKIE)).isEqualTo(4);
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(4);
    assertThat(yahoo.requests(YahooStub.FIGURES).get(0).getUrl()).endsWith("&crumb=old");
    assertThat(yahoo.requests(YahooStub.FIGURES).get(1).getUrl()).endsWith("&crumb=new");
    assertThat(yahoo.events.outcomes("fundamentals"))
        .containsExactly("denied", "ok", "denied", "ok");
  }

  @Test
  void anotherRefusalIsTheEndOfIt() {
    yahoo.answer(YahooStub.FIGURES, YahooStub.status(401));
    yahoo.answerInTurn(YahooStub.CRUMB, aResponse().withBody("old"), aResponse().withBody("new"));
    assertThat(company()).isEqualTo(Company.named("Example Holdings Limited"));
    assertThat(yahoo.count(YahooStub.FIGURES)).isEqualTo(2);
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(2);
  }

  @Test
  void whatIsNoCrumbIsNotUsedAsOne() {
    for (ResponseDefinitionBuilder answer :
        new ResponseDefinitionBuilder[] {
          aResponse().withBody("Too Many Requests"),
          aResponse().withBody(Constructed.body("consent.html")),
          aResponse().withBody(""),
          aResponse().withBody("two words"),
          aResponse().withBody("x".repeat(65)),
          aResponse().withStatus(404).withBody("crumb"),
          YahooStub.status(429),
          YahooStub.status(401),
          YahooStub.status(500)
        }) {
      yahoo.answer(YahooStub.CRUMB, answer);
      assertThat(company().sector()).isEmpty();
    }
    assertThat(yahoo.count(YahooStub.FIGURES)).isZero();
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(9);
    assertThat(yahoo.count(YahooStub.CHART)).isEqualTo(9);
  }

  @Test
  void withoutACookieNoCrumbIsAskedFor() {
    yahoo.answer(YahooStub.COOKIE, aResponse().withStatus(200));
    assertThat(company().sector()).isEmpty();
    assertThat(yahoo.count(YahooStub.CRUMB)).isZero();
  }

  @Test
  void afterARefusedCrumbYahooIsLeftAloneForAMinute() {
    yahoo.answer(YahooStub.CRUMB, YahooStub.status(429));
    var now = new AtomicReference<Instant>(Examples.NOW);
    MarketData source =
        YahooMarketData.open(YahooHosts.all(yahoo.base()), now::get, yahoo.events, yahoo.pauses);
    source.quotes(ExampleMarket.KNOWN, inTwentySeconds(now.get()));
    now.set(Examples.NOW.plusSeconds(59));
    source.quotes(ExampleMarket.KNOWN, inTwentySeconds(now.get()));
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(1);
    now.set(Examples.NOW.plusSeconds(60));
    source.quotes(ExampleMarket.KNOWN, inTwentySeconds(now.get()));
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(2);
  }

  @Test
  void noAnswerAboutFiguresFailsTheQuotes() {
    for (ResponseDefinitionBuilder answer :
        new ResponseDefinitionBuilder[] {
          YahooStub.status(500),
          YahooStub.status(302),
          YahooStub.status(400),
          YahooStub.status(429),
          aResponse().withBody(Constructed.body("consent.html")),
          aResponse().withBody("{\"quoteSummary\":{\"result\":[]}}"),
          aResponse().withBody("[]"),
          aResponse().withBody("x".repeat(3 * 1024 * 1024))
        }) {
      yahoo.answer(YahooStub.FIGURES, answer);
      assertThat(company()).isEqualTo(Company.named("Example Holdings Limited"));
    }
    assertThat(yahoo.events.outcomes("fundamentals"))
        .containsExactly(
            "error",
            "error",
            "refused",
            "error",
            "throttled",
            "throttled",
            "malformed",
            "malformed",
            "malformed",
            "malformed",
            "malformed",
            "malformed",
            "too_large");
  }

  @Test
  void callersAtTheSameTimeShareOneCrumb() throws Exception {
    MarketData source = yahoo.marketData();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Quotes>>();
      for (int i = 0; i < 8; i++) {
        answers.add(
            executor.submit(() -> source.quotes(ExampleMarket.KNOWN, YahooStub.deadline())));
      }
      for (Future<Quotes> answer : answers) {
        assertThat(((Quotes.Found) answer.get()).company().sector()).isPresent();
      }
    }
    assertThat(yahoo.count(YahooStub.COOKIE)).isEqualTo(1);
    assertThat(yahoo.count(YahooStub.CRUMB)).isEqualTo(1);
    assertThat(yahoo.count()).isEqualTo(2 + 8 * 2);
  }

  private Company company() {
    return ((Quotes.Found) yahoo.quotes()).company();
  }

  private static Deadline inTwentySeconds(Instant now) {
    return Deadline.in(Duration.ofSeconds(20), now);
  }
}
