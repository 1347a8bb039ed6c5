package dailyreport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dailyreport.domain.market.Company;
import dailyreport.domain.market.Exchange;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Underlying;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of report.md section 8, with the figures of its section 9 where it has any. */
class FactsTest {
  private static final Company DBS =
      new Company(
          "DBS Group Holdings",
          Optional.of("Financial Services"),
          Optional.of("Banks - Regional"),
          OptionalDouble.of(14.03),
          OptionalDouble.of(3.79),
          OptionalDouble.of(3.5),
          OptionalDouble.of(155_710_000_000.0),
          OptionalDouble.of(56.2),
          OptionalInt.of(18),
          Optional.of("buy"),
          OptionalDouble.of(54.8),
          OptionalDouble.of(36.3));

  private static Double[] year(double newest) {
    List<Double> values = Collections.nCopies(251, newest);
    var all = new Double[252];
    values.toArray(all);
    all[251] = newest;
    return all;
  }

  private static Drawn full() {
    return new Drawn()
        .closes(54.43, 53.15)
        .with(Indicator.SMA_20, 52.004)
        .with(Indicator.SMA_50, 51.0)
        .with(Indicator.SMA_200, 45.0)
        .with(Indicator.BB_UPPER, 55.5)
        .with(Indicator.BB_LOWER, 48.5)
        .with(Indicator.VWAP_252, 44.47)
        .with(Indicator.RSI_14, year(66.35))
        .with(Indicator.MACD, year(-0.6526))
        .with(Indicator.MACD_SIGNAL, 0.6)
        .with(Indicator.ATR_PCT, year(1.47))
        .with(Indicator.VWAP_GAP_PCT, year(19.51))
        .with(Indicator.VOLUME_RATIO, year(0.57));
  }

  private static Map<String, Fact> facts(Drawn drawn, Company company) {
    var analysis = drawn.analysis();
    return Facts.of(analysis, company, StanceRules.judge(analysis, Drawn.SESSION)).stream()
        .collect(Collectors.toMap(Fact::id, Function.identity()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRICE | 53.15 SGD | MONEY | 2 | false",
        "CHANGE_PCT | ลดลง 2.35% | PCT | 2 | true",
        "VWAP | 44.47 SGD | MONEY | 2 | false",
        "SMA_20 | 52.00 SGD | MONEY | 2 | false",
        "SMA_50 | 51.00 SGD | MONEY | 2 | false",
        "SMA_200 | 45.00 SGD | MONEY | 2 | false",
        "BB_UPPER | 55.50 SGD | MONEY | 2 | false",
        "BB_LOWER | 48.50 SGD | MONEY | 2 | false",
        "RSI | 66.35 | NONE | 2 | false",
        "MACD | -0.6526 | NONE | 4 | true",
        "MACD_SIGNAL | 0.6000 | NONE | 4 | true",
        "ATR_PCT | 1.47% | PCT | 2 | false",
        "VWAP_GAP | สูงกว่า VWAP 252 วันทำการ 19.51% | PCT | 2 | true",
        "VOLUME_RATIO | 0.57 เท่า | MULT | 2 | false",
        "RSI_PCTL | 100.0% | PCT | 1 | false",
        "MACD_PCTL | 100.0% | PCT | 1 | false",
        "ATR_PCTL | 100.0% | PCT | 1 | false",
        "VWAP_PCTL | 100.0% | PCT | 1 | false",
        "VOLUME_PCTL | 100.0% | PCT | 1 | false",
        "TARGET_PRICE | 56.20 SGD | MONEY | 2 | false",
        "HIGH_52W | 54.80 SGD | MONEY | 2 | false",
        "LOW_52W | 36.30 SGD | MONEY | 2 | false",
        "EPS | 3.79 SGD | MONEY | 2 | false",
        "MARKET_CAP | 155.71 พันล้าน SGD | MONEY | 0 | false",
        "PE | 14.03 | NONE | 2 | false",
        "DIVIDEND_YIELD | 3.50% | PCT | 2 | false",
        "ANALYSTS | 18 | NONE | 0 | false",
        "STANCE_SCORE | +2 | NONE | 0 | true"
      })
  void everyPlaceholderHasItsUnitDecimalsAndText(
      String id, String text, Unit unit, int decimals, boolean signed) {
    Fact fact = facts(full(), DBS).get(id);

    assertThat(fact.text()).isEqualTo(text);
    assertThat(fact.unit()).isEqualTo(unit);
    assertThat(fact.decimals()).isEqualTo(decimals);
    assertThat(fact.signed()).isEqualTo(signed);
    assertThat(fact.currency()).isEqualTo(unit == Unit.MONEY ? "SGD" : "");
    assertThat(fact.labels()).isNotEmpty();
  }

  @Test
  void thereAreNoFurtherFacts() {
    assertThat(facts(full(), DBS)).hasSize(28);
  }

  @Test
  void anAbsentFigureIsNoFact() {
    assertThat(facts(new Drawn().bars(1), Company.named("x")))
        .containsOnlyKeys("PRICE", "STANCE_SCORE");
  }

  @Test
  void aPercentileOfAShortHistoryIsNoFact() {
    assertThat(facts(new Drawn().with(Indicator.RSI_14, 60.0), DBS))
        .containsKey("RSI")
        .doesNotContainKey("RSI_PCTL");
  }

  @ParameterizedTest
  @CsvSource({
    "50, 51.175, เพิ่มขึ้น 2.35%",
    "50, 50, ไม่เปลี่ยนแปลง",
    "50, 50.002, ไม่เปลี่ยนแปลง",
    "50, 48.825, ลดลง 2.35%"
  })
  void theChangeCarriesItsDirectionInWords(double before, double close, String text) {
    assertThat(facts(new Drawn().closes(before, close), DBS).get("CHANGE_PCT").text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "5.204, สูงกว่า VWAP 252 วันทำการ 5.20%",
    "-5.204, ต่ำกว่า VWAP 252 วันทำการ 5.20%",
    "-0.004, เท่ากับ VWAP 252 วันทำการ"
  })
  void theGapCarriesItsDirectionInWords(double gap, String text) {
    assertThat(facts(new Drawn().with(Indicator.VWAP_GAP_PCT, gap), DBS).get("VWAP_GAP").text())
        .isEqualTo(text);
  }

  @Test
  void computedPricesTakeTheDecimalsOfTheClose() {
    var honda = new Underlying("7267.T", Exchange.TSE, "JPY", Underlying.Kind.STOCK);
    var fpt = new Underlying("FPT.VN", Exchange.HOSE, "VND", Underlying.Kind.STOCK);

    assertThat(facts(new Drawn().of(honda).closes(1500, 1520).with(Indicator.SMA_20, 1499.6), DBS))
        .satisfies(yen -> {
          assertThat(yen.get("PRICE").text()).isEqualTo("1,520 JPY");
          assertThat(yen.get("SMA_20").text()).isEqualTo("1,500 JPY");
          assertThat(yen.get("EPS").text()).isEqualTo("3.79 JPY");
        });
    assertThat(
            facts(new Drawn().of(honda).closes(1500, 1520.5).with(Indicator.SMA_20, 1499.6), DBS)
                .get("SMA_20")
                .text())
        .isEqualTo("1,499.6 JPY");
    assertThat(
            facts(new Drawn().of(fpt).closes(98_000, 98_500).with(Indicator.SMA_20, 97_123.4), DBS))
        .satisfies(dong -> {
          assertThat(dong.get("PRICE").text()).isEqualTo("98,500 VND");
          assertThat(dong.get("SMA_20").text()).isEqualTo("97,123 VND");
          assertThat(dong.get("EPS").text()).isEqualTo("4 VND");
        });
    assertThat(facts(new Drawn().closes(0.5, 0.515).with(Indicator.SMA_20, 0.5), DBS))
        .satisfies(cents -> {
          assertThat(cents.get("PRICE").text()).isEqualTo("0.515 SGD");
          assertThat(cents.get("SMA_20").text()).isEqualTo("0.500 SGD");
        });
  }

  @Test
  void valuesAreNotRounded() {
    assertThat(facts(full(), DBS).get("SMA_20").value()).isEqualByComparingTo("52.004");
    assertThat(facts(full(), DBS).get("CHANGE_PCT").value())
        .isEqualByComparingTo(new BigDecimal("-2.3516443138"));
  }

  @Test
  void aFactHasNoBlankLabel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Fact("PE", BigDecimal.TEN, Unit.MULT, "", 2, false, List.of("P/E", " "), "10"))
        .withMessageContaining("PE");
  }
}
