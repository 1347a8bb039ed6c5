package dailyreport.adapters.openai;

import dailyreport.domain.market.Band;
import dailyreport.domain.market.Percentile;
import dailyreport.domain.report.Fact;
import dailyreport.domain.report.Thresholds;
import java.util.Optional;

/** The word for a figure's size, as the prompt tells it; limits are those of {@link Thresholds}. */
final class ClassWords {
  private ClassWords() {}

  static Optional<String> of(Fact fact) {
    return switch (fact.id()) {
      case "VWAP_GAP" -> Optional.of(distance(fact.value().doubleValue()));
      case "RSI_PCTL", "MACD_PCTL", "ATR_PCTL", "VWAP_PCTL", "VOLUME_PCTL" -> band(fact);
      default -> Thresholds.word(fact);
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

  /** The gap's value brings its own direction word, so its class has none. */
  private static String distance(double gap) {
    return switch (Thresholds.VWAP_GAP.level(gap)) {
      case 0, 4 -> "ห่างมาก";
      case 2 -> "ใกล้เคียง";
      default -> "ห่างปานกลาง";
    };
  }

  private static Optional<String> band(Fact fact) {
    double percentile = fact.value().doubleValue();
    return percentile > 0 && percentile <= 100
        ? Optional.of(Band.of(new Percentile(percentile, Percentile.WINDOW)).thai())
        : Optional.empty();
  }
}
