package dailyreport.adapters.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.contract.DirectTechnicalAnalysis;
import dailyreport.contract.Examples;
import dailyreport.contract.TechnicalAnalysisContract;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.PriceHistory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Ta4jTechnicalAnalysisTest implements TechnicalAnalysisContract {
  @Override
  public TechnicalAnalysis technicalAnalysis() {
    return Ta4jTechnicalAnalysis.open();
  }

  @Test
  void agreesWithTheDefinitionsOnRandomHistories() {
    for (long seed = 1; seed <= 20; seed++) {
      int bars = 2 + new Random(seed).nextInt(650);
      double price = seed % 3 == 0 ? 0.05 : seed % 3 == 1 ? 50 : 120_000;
      Agreement.assertSame(
          "seed " + seed,
          technicalAnalysis(),
          new DirectTechnicalAnalysis(),
          Examples.history(Examples.DBS, bars, price, seed));
    }
  }

  @Test
  void agreesWithTheDefinitionsOnFlatPricesAndDaysWithoutTrade() {
    PriceHistory walk = Examples.history(Examples.DBS, 400, 50, 5);
    var random = new Random(5);
    List<Bar> quiet =
        walk.bars().stream()
            .map(bar ->
                random.nextInt(3) == 0
                    ? new Bar(bar.session(), 50.1, 50.1, 50.1, 50.1, 50.1, 0)
                    : new Bar(bar.session(), 50.1, 50.3, 50.1, 50.3, 50.3, bar.volume()))
            .toList();
    Agreement.assertSame(
        "quiet", technicalAnalysis(), new DirectTechnicalAnalysis(), with(walk, quiet));
    List<Bar> flat =
        walk.bars().stream()
            .map(bar -> new Bar(bar.session(), 0.1, 0.1, 0.1, 0.1, 0.1, 0))
            .toList();
    Agreement.assertSame(
        "flat", technicalAnalysis(), new DirectTechnicalAnalysis(), with(walk, flat));
  }

  @Test
  void agreesWithTa4jsOwnIndicatorsOnceTheirStartIsForgotten() {
    for (long seed = 1; seed <= 5; seed++) {
      Agreement.assertOracle(
          "seed " + seed,
          technicalAnalysis(),
          Examples.history(Examples.DBS, 420 + (int) seed * 40, 50, seed));
    }
  }

  @Test
  void ta4jsOwnStrengthIndexIsNotTheDefinitionAtItsStart() {
    // The reason for WilderAverage: should ta4j ever start from a mean, the class can go.
    PriceHistory prices = Examples.history(Examples.DBS, 60, 50, 1);
    double ours = technicalAnalysis().analyse(prices).of(Indicator.RSI_14).get(14).orElseThrow();
    assertThat(Agreement.ta4jRsi(prices, 14)).isNotCloseTo(ours, within(1.0));
  }

  private static PriceHistory with(PriceHistory prices, List<Bar> bars) {
    return new PriceHistory(
        prices.underlying(),
        prices.currency(),
        prices.source(),
        prices.adjusted(),
        bars,
        List.of());
  }
}
