package dailyreport.adapters.yahoo;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.contract.ExampleMarket;
import dailyreport.domain.market.PriceHistory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Yahoo may say and what becomes of it, a row each: the traps and errors that
 * docs/market-data.md lists, over HTTP on two hosts. A first attempt goes to the one, a second to
 * the other, so {@code 1 + 0} is one request and no repeat; where no repeat is allowed the other
 * host would answer well, and a repeat would be seen. Faults that take time or a socket of their
 * own are in {@code YahooSocketFaultsTest}, sequences of calls in {@code YahooChartFaultsTest}.
 */
class YahooFailureTableTest {
  private final YahooStub one = new YahooStub();
  private final YahooStub other = new YahooStub();
  private final YahooHosts hosts = new YahooHosts(one.base(), other.base(), one.base());

  @AfterEach
  void stop() {
    one.close();
    other.close();
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the one says            | the other says   | requests | outcome              | pause
          good                      | good             | 1 + 0    | 45 bars              | none
          a null                    | good             | 1 + 0    | 44 bars, 1 bad       | none
          a null volume             | good             | 1 + 0    | 44 bars, 1 bad       | none
          a null adjusted           | good             | 1 + 0    | 44 bars, 1 bad       | none
          an empty row              | good             | 1 + 0    | 44 bars, 1 bad       | none
          a holiday filled in       | good             | 1 + 0    | 44 bars              | none
          a flat day at a new price | good             | 1 + 0    | 45 bars              | none
          a price of zero           | good             | 1 + 0    | 44 bars, 1 bad       | none
          a negative price          | good             | 1 + 0    | 44 bars, 1 bad       | none
          a price NaN               | good             | 1 + 0    | 44 bars, 1 bad       | none
          high below low            | good             | 1 + 0    | 44 bars, 1 bad       | none
          close above high          | good             | 1 + 0    | 44 bars, 1 bad       | none
          close a float above high  | good             | 1 + 0    | 45 bars              | none
          a date twice              | good             | 1 + 0    | 44 bars, 1 bad       | none
          a date going back         | good             | 1 + 0    | 44 bars, 1 bad       | none
          the live day twice        | good             | 1 + 0    | 45 bars              | none
          two bad rows              | good             | 1 + 0    | 43 bars, 2 bad       | none
          three bad rows            | good             | 1 + 0    | insane               | none
          all rows empty            | good             | 1 + 0    | insane               | none
          one row of zeros          | good             | 1 + 0    | insane               | none
          adjclose too short        | good             | 1 + 0    | 45 bars, unadjusted  | none
          no adjclose               | good             | 1 + 0    | 45 bars, unadjusted  | none
          no timestamp              | good             | 1 + 0    | unknown              | none
          an empty timestamp        | good             | 1 + 0    | unknown              | none
          dollars                   | good             | 1 + 0    | 45 bars, in USD      | none
          pence                     | good             | 1 + 0    | insane               | none
          South African cents       | good             | 1 + 0    | insane               | none
          agorot                    | good             | 1 + 0    | insane               | none
          no currency               | good             | 1 + 0    | insane               | none
          another symbol            | good             | 1 + 0    | insane               | none
          """)
  void trapsOfTheBars(String first, String second, String requests, String outcome, String pause) {
    assertBars(first, second, requests, outcome, pause);
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the one says        | the other says   | requests | outcome              | pause
          unknown symbol        | good             | 1 + 0    | unknown              | none
          unknown symbol as 200 | good             | 1 + 0    | unknown              | none
          404                   | good             | 1 + 1    | 45 bars              | none
          429                   | good             | 1 + 1    | 45 bars              | short
          429 wait 0            | good             | 1 + 1    | 45 bars              | none
          429 wait 3            | good             | 1 + 1    | 45 bars              | 3 s
          429 wait 3            | 429 wait 3       | 1 + 1    | throttled            | 3 s
          429 wait 4            | good             | 1 + 0    | throttled            | none
          429 wait Wed, 12 Nov 2025 07:28:00 GMT | good | 1 + 0 | throttled          | none
          429 wait -1           | good             | 1 + 0    | throttled            | none
          limited in words      | limited as 404   | 1 + 1    | throttled            | short
          limited as 404        | good             | 1 + 1    | 45 bars              | short
          401                   | good             | 1 + 1    | 45 bars              | none
          401                   | 403              | 1 + 1    | denied               | none
          403                   | 500              | 1 + 1    | error                | none
          consent page          | consent page     | 1 + 1    | malformed            | none
          consent page          | unknown symbol   | 1 + 1    | unknown              | none
          redirect              | good             | 1 + 0    | refused              | none
          204                   | good             | 1 + 0    | error                | none
          400                   | good             | 1 + 0    | error                | none
          408                   | good             | 1 + 0    | error                | none
          500                   | 504              | 1 + 1    | error                | short
          502                   | good             | 1 + 1    | 45 bars              | short
          503 wait 9            | good             | 1 + 1    | 45 bars              | short
          reset                 | good             | 1 + 1    | 45 bars              | short
          reset                 | hangs up         | 1 + 1    | truncated            | short
          hangs up              | good             | 1 + 1    | 45 bars              | short
          breaks off            | good             | 1 + 1    | 45 bars              | short
          noise                 | good             | 1 + 1    | 45 bars              | short
          cut JSON              | good             | 1 + 1    | 45 bars              | short
          cut JSON              | cut JSON         | 1 + 1    | truncated            | short
          empty body            | good             | 1 + 1    | 45 bars              | none
          no JSON               | good             | 1 + 1    | 45 bars              | none
          other JSON            | other JSON       | 1 + 1    | malformed            | none
          no chart              | good             | 1 + 1    | 45 bars              | none
          broken gzip           | good             | 1 + 1    | 45 bars              | none
          brotli                | brotli           | 1 + 1    | malformed            | none
          3 MB                  | good             | 1 + 0    | too_large            | none
          """)
  void errorsInPlaceOfBars(
      String first, String second, String requests, String outcome, String pause) {
    assertBars(first, second, requests, outcome, pause);
  }

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the one says        | the other says   | requests | outcome              | pause
          good news             | good news        | 1 + 0    | 3 headlines          | none
          no news               | good news        | 1 + 0    | 0 headlines          | none
          hostile news          | good news        | 1 + 0    | 1 headlines          | none
          429 wait 2            | good news        | 1 + 1    | 3 headlines          | 2 s
          429 wait 4            | good news        | 1 + 0    | throttled            | none
          limited in words      | limited as 404   | 1 + 1    | throttled            | short
          401                   | good news        | 1 + 0    | denied               | none
          403                   | good news        | 1 + 0    | denied               | none
          404                   | good news        | 1 + 1    | 3 headlines          | none
          400                   | good news        | 1 + 0    | error                | none
          500                   | 503              | 1 + 1    | error                | short
          consent page          | good news        | 1 + 1    | 3 headlines          | none
          redirect              | good news        | 1 + 0    | refused              | none
          reset                 | good news        | 1 + 1    | 3 headlines          | short
          hangs up              | breaks off       | 1 + 1    | truncated            | short
          other JSON            | no JSON          | 1 + 1    | malformed            | none
          broken gzip           | good news        | 1 + 1    | 3 headlines          | none
          3 MB                  | good news        | 1 + 0    | too_large            | none
          """)
  void errorsInPlaceOfNews(
      String first, String second, String requests, String outcome, String pause) {
    one.answer(YahooStub.NEWS, Conduct.of(first));
    other.answer(YahooStub.NEWS, Conduct.of(second));
    var feed = YahooNewsFeed.open(hosts, YahooStub.CLOCK, one.events, one.pauses);
    String seen =
        seen(
            () -> feed.recent(ExampleMarket.KNOWN, 20, YahooStub.deadline()).size() + " headlines");
    assertRow(seen, YahooStub.NEWS, requests, outcome, pause);
  }

  /** Whatever happens to the figures, there are bars; a refused crumb is renewed once. */
  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the one says        | the other says   | requests | outcome              | pause
          good figures          | good figures     | 1 + 0    | figures              | none
          no figures known      | good figures     | 1 + 0    | name only            | none
          429 wait 1            | good figures     | 1 + 1    | figures              | 1 s
          429 wait 4            | good figures     | 1 + 0    | name only            | none
          401                   | good figures     | 1 + 1    | figures              | none
          403                   | 401              | 1 + 1    | name only            | none
          500                   | 502              | 1 + 1    | name only            | short
          400                   | good figures     | 1 + 0    | name only            | none
          consent page          | good figures     | 1 + 1    | figures              | none
          redirect              | good figures     | 1 + 0    | name only            | none
          reset                 | good figures     | 1 + 1    | figures              | short
          hangs up              | breaks off       | 1 + 1    | name only            | short
          other JSON            | no JSON          | 1 + 1    | name only            | none
          3 MB                  | good figures     | 1 + 0    | name only            | none
          """)
  void errorsInPlaceOfFigures(
      String first, String second, String requests, String outcome, String pause) {
    one.answer(YahooStub.FIGURES, Conduct.of(first));
    other.answer(YahooStub.FIGURES, Conduct.of(second));
    String seen =
        seen(() ->
            ((Quotes.Found) quotes()).company().sector().isPresent() ? "figures" : "name only");
    assertRow(seen, YahooStub.FIGURES, requests, outcome, pause);
    assertThat(one.count(YahooStub.CHART) + other.count(YahooStub.CHART)).isEqualTo(1);
  }

  private void assertBars(
      String first, String second, String requests, String outcome, String pause) {
    one.answer(YahooStub.CHART, Conduct.of(first));
    other.answer(YahooStub.CHART, Conduct.of(second));
    assertRow(seen(() -> described(quotes())), YahooStub.CHART, requests, outcome, pause);
  }

  private void assertRow(String seen, String path, String requests, String outcome, String pause) {
    assertThat(seen).isEqualTo(outcome);
    assertThat(one.count(path) + " + " + other.count(path)).isEqualTo(requests);
    assertThat(one.pauses.all().stream().map(YahooFailureTableTest::described))
        .isEqualTo(pause.equals("none") ? List.of() : List.of(pause));
    assertThat(one.events.all().toString()).doesNotContain("canary");
  }

  private Quotes quotes() {
    return YahooMarketData.open(hosts, YahooStub.CLOCK, one.events, one.pauses)
        .quotes(ExampleMarket.KNOWN, YahooStub.deadline());
  }

  /** What came of it; of a fault its class, after a look at what it tells. */
  private static String seen(Supplier<String> call) {
    try {
      return call.get();
    } catch (PortException.Market e) {
      for (Throwable at = e; at != null; at = at.getCause()) {
        assertThat(String.valueOf(at.getMessage())).doesNotContain("canary", "http");
      }
      return e.fault().label();
    }
  }

  private static String described(Quotes quotes) {
    return switch (quotes) {
      case Quotes.Unknown() -> "unknown";
      case Quotes.Found(_, PriceHistory prices) ->
          List.of(
                  prices.bars().size() + " bars",
                  prices.bad().isEmpty() ? "" : prices.bad().size() + " bad",
                  prices.adjusted() ? "" : "unadjusted",
                  prices.currency().equals("SGD") ? "" : "in " + prices.currency())
              .stream()
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(", "));
    };
  }

  private static String described(Duration pause) {
    boolean jitter = pause.toMillis() >= 100 && pause.toMillis() <= 300;
    return jitter ? "short" : pause.toSeconds() + " s";
  }
}
