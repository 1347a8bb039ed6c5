package dailyreport.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.PriceHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * What {@link MarketData} promises. The source's clock stands at {@link Examples#NOW}; it knows
 * {@link ExampleMarket#QUOTES} and nothing else.
 */
public interface MarketDataContract {
  /** A source in good health. */
  MarketData marketData();

  /** A source that answers with nothing that can be used. */
  MarketData brokenMarketData();

  @Test
  default void knownSymbolGivesItsBarsOldestFirst() {
    List<Bar> expected = ExampleMarket.QUOTES.prices().bars();
    PriceHistory prices = found().prices();
    assertThat(prices.bars()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Bar bar = prices.bars().get(i);
      assertThat(bar.session()).isEqualTo(expected.get(i).session());
      assertThat(bar.tradedClose()).isCloseTo(expected.get(i).tradedClose(), within(1e-9));
      assertThat(bar.volume()).isEqualTo(expected.get(i).volume());
    }
  }

  @Test
  default void adjustedBarsAreAdjustedAsAWhole() {
    PriceHistory prices = found().prices();
    List<Bar> expected = ExampleMarket.QUOTES.prices().bars();
    for (int i = 0; i < expected.size(); i++) {
      Bar bar = prices.bars().get(i);
      double factor = prices.adjusted() ? 1 : bar.tradedClose() / expected.get(i).close();
      assertThat(bar.open()).isCloseTo(expected.get(i).open() * factor, within(1e-9));
      assertThat(bar.high()).isCloseTo(expected.get(i).high() * factor, within(1e-9));
      assertThat(bar.low()).isCloseTo(expected.get(i).low() * factor, within(1e-9));
      assertThat(bar.close()).isCloseTo(expected.get(i).close() * factor, within(1e-9));
    }
  }

  @Test
  default void historySaysWhoseItIsWhereItComesFromAndInWhichCurrency() {
    PriceHistory prices = found().prices();
    assertThat(prices.underlying()).isEqualTo(ExampleMarket.KNOWN);
    assertThat(prices.source()).matches("yahoo|twelvedata|sample|file:[0-9a-f]{8}");
    assertThat(prices.currency()).isEqualTo("SGD");
    assertThat(prices.bad()).isEmpty();
  }

  @Test
  default void figuresAreTheCompanysOrAbsent() {
    Company company = found().company();
    Company expected = ExampleMarket.COMPANY;
    // A source that knows no names gives the symbol.
    assertThat(company.name()).isIn(expected.name(), ExampleMarket.KNOWN.symbol());
    same(company.priceEarnings(), expected.priceEarnings());
    same(company.earningsPerShare(), expected.earningsPerShare());
    same(company.dividendYieldPct(), expected.dividendYieldPct());
    same(company.marketCap(), expected.marketCap());
    same(company.targetPrice(), expected.targetPrice());
    same(company.high52Weeks(), expected.high52Weeks());
    same(company.low52Weeks(), expected.low52Weeks());
    assertThat(company.sector()).isIn(Optional.empty(), expected.sector());
    assertThat(company.industry()).isIn(Optional.empty(), expected.industry());
  }

  @Test
  default void unknownSymbolIsAnAnswerAndNoFault() {
    assertThat(marketData().quotes(ExampleMarket.UNKNOWN, inTenSeconds()))
        .isEqualTo(new Quotes.Unknown());
  }

  @Test
  default void brokenSourceIsAMarketFaultThatNamesTheSymbol() {
    assertThatExceptionOfType(PortException.Market.class)
        .isThrownBy(() -> brokenMarketData().quotes(ExampleMarket.KNOWN, inTenSeconds()))
        .withMessageContaining("D05.SI")
        .satisfies(e -> assertThat(e.fault()).isNotEqualTo(Fault.NOT_FOUND));
  }

  @Test
  default void withoutTimeNothingIsAsked() {
    assertThatExceptionOfType(PortException.Market.class)
        .isThrownBy(() -> marketData().quotes(ExampleMarket.KNOWN, new Deadline(Examples.NOW)))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TIMEOUT));
  }

  private Quotes.Found found() {
    return (Quotes.Found) marketData().quotes(ExampleMarket.KNOWN, inTenSeconds());
  }

  private static Deadline inTenSeconds() {
    return Deadline.in(Duration.ofSeconds(10), Examples.NOW);
  }

  private static void same(OptionalDouble actual, OptionalDouble expected) {
    if (actual.isPresent()) {
      assertThat(actual.getAsDouble()).isCloseTo(expected.orElseThrow(), within(1e-9));
    }
  }
}
