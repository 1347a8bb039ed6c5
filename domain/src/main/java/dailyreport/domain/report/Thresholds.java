package dailyreport.domain.report;

import dailyreport.domain.market.Indicator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The one table of limits and class words: report.md, section 5. The stance rules vote by it, the
 * narrators take their words from it, and the grounding check lets its limits pass as numbers. Each
 * constant is named like the {@link Fact} whose value it classifies.
 */
public enum Thresholds {
  /** 0 to 100. */
  RSI(Indicator.RSI_14),
  /** Percent of the close. */
  ATR_PCT(Indicator.ATR_PCT),
  /** Percent of the volume-weighted price. */
  VWAP_GAP(Indicator.VWAP_GAP_PCT),
  /** Multiple of the mean volume. */
  VOLUME_RATIO(Indicator.VOLUME_RATIO);

  private final Indicator indicator;

  Thresholds(Indicator indicator) {
    this.indicator = indicator;
  }

  /** Ascending, in the unit of the fact. */
  public List<BigDecimal> limits() {
    return switch (this) {
      case RSI -> decimals("30", "50", "70");
      case ATR_PCT -> decimals("2", "3.5");
      case VWAP_GAP -> decimals("-15", "-5", "5", "15");
      case VOLUME_RATIO -> decimals("0.8", "1.2");
    };
  }

  /** Class words from the lowest class to the highest: one more than there are limits. */
  private List<String> words() {
    return switch (this) {
      case RSI -> List.of("ขายมากเกินไป", "แรงขายนำ", "แรงซื้อนำ", "ซื้อมากเกินไป");
      case ATR_PCT -> List.of("ต่ำ", "ปานกลาง", "สูง");
      case VWAP_GAP -> List.of("ต่ำกว่ามาก", "ต่ำกว่า", "ใกล้เคียง", "สูงกว่า", "สูงกว่ามาก");
      case VOLUME_RATIO -> List.of("เบาบาง", "ปกติ", "หนาแน่น");
    };
  }

  private static List<BigDecimal> decimals(String... limits) {
    return Arrays.stream(limits).map(BigDecimal::new).toList();
  }

  /** The limits of the fact with that id, when it has any. */
  public static Optional<Thresholds> of(String factId) {
    return Arrays.stream(values()).filter(known -> known.name().equals(factId)).findFirst();
  }

  /** The class word of a fact's value, for example {@code เบาบาง}; empty for a fact without. */
  public static Optional<String> word(Fact fact) {
    return of(fact.id()).map(known -> known.word(fact.value().doubleValue()));
  }

  /** Which indicator's values are classified. */
  public Indicator indicator() {
    return indicator;
  }

  /**
   * The class of an unrounded value: 0 below the first limit, and one more for each limit reached.
   * A value equal to a limit lies in the class above it, but an RSI of 30 in the class below.
   */
  public int level(double value) {
    int level = 0;
    for (BigDecimal limit : limits()) {
      if (value > limit.doubleValue()
          || (value == limit.doubleValue() && !(this == RSI && level == 0))) {
        level++;
      }
    }
    return level;
  }

  /** Thai word of the class a value lies in. */
  public String word(double value) {
    return words().get(level(value));
  }
}
