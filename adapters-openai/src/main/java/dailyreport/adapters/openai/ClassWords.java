package dailyreport.adapters.openai;

import dailyreport.domain.market.Band;
import dailyreport.domain.market.Percentile;
import dailyreport.domain.report.Fact;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The word for a figure's size, as the prompt tells it: report.md, section 5. A value equal to a
 * threshold is in the class above it; for RSI 30 in the class below.
 */
final class ClassWords {
  private ClassWords() {}

  static Optional<String> of(Fact fact) {
    return switch (fact.id()) {
      case "RSI" -> Optional.of(rsi(fact.value()));
      case "ATR_PCT" -> Optional.of(steps(fact, "2", "3.5", "ต่ำ", "ปานกลาง", "สูง"));
      case "VOLUME_RATIO" -> Optional.of(steps(fact, "0.8", "1.2", "เบาบาง", "ปกติ", "หนาแน่น"));
      case "VWAP_GAP" -> Optional.of(gap(fact.value().abs()));
      case "RSI_PCTL", "MACD_PCTL", "ATR_PCTL", "VWAP_PCTL", "VOLUME_PCTL" -> band(fact);
      default -> Optional.empty();
    };
  }

  /** Where a signed figure points; the printed value says it too. */
  static Optional<String> direction(Fact fact) {
    if (!fact.signed()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (fact.value().signum()) {
          case 1 -> "up";
          case -1 -> "down";
          default -> "flat";
        });
  }

  private static String rsi(BigDecimal value) {
    if (atLeast(value, "70")) {
      return "ซื้อมากเกินไป";
    }
    return value.compareTo(new BigDecimal("30")) <= 0 ? "ขายมากเกินไป" : "ปกติ";
  }

  private static String gap(BigDecimal distance) {
    if (atLeast(distance, "15")) {
      return "ห่างมาก";
    }
    return atLeast(distance, "5") ? "ห่างปานกลาง" : "ใกล้เคียง";
  }

  private static String steps(
      Fact fact, String middle, String high, String below, String between, String above) {
    if (atLeast(fact.value(), high)) {
      return above;
    }
    return atLeast(fact.value(), middle) ? between : below;
  }

  private static Optional<String> band(Fact fact) {
    double percentile = fact.value().doubleValue();
    return percentile > 0 && percentile <= 100
        ? Optional.of(Band.of(new Percentile(percentile, Percentile.WINDOW)).thai())
        : Optional.empty();
  }

  private static boolean atLeast(BigDecimal value, String threshold) {
    return value.compareTo(new BigDecimal(threshold)) >= 0;
  }
}
