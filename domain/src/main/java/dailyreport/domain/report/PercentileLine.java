package dailyreport.domain.report;

import dailyreport.domain.market.Band;
import dailyreport.domain.market.Indicator;
import dailyreport.domain.market.Percentile;
import dailyreport.domain.market.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One of the five printed percentiles, as text, PDF table and LINE bubble all show it.
 *
 * @param indicator which
 * @param name short Thai name
 * @param value as printed, or {@link #TOO_SHORT}
 * @param percentile absent where history is too short
 */
public record PercentileLine(
    Indicator indicator, String name, String value, Optional<Percentile> percentile) {

  /** Stands where an indicator has no value; never 0. */
  public static final String TOO_SHORT = "ข้อมูลไม่พอ";

  /** The printed indicators in their fixed order. */
  static final List<Indicator> PRINTED =
      List.of(
          Indicator.RSI_14,
          Indicator.MACD,
          Indicator.ATR_PCT,
          Indicator.VWAP_GAP_PCT,
          Indicator.VOLUME_RATIO);

  /** The five lines of a report, in their fixed order. */
  public static List<PercentileLine> of(Report report) {
    return PRINTED.stream()
        .map(indicator -> {
          Optional<Reading> reading = report.reading(indicator);
          return new PercentileLine(
              indicator,
              name(indicator),
              reading.map(PercentileLine::printed).orElse(TOO_SHORT),
              reading.map(Reading::percentile));
        })
        .toList();
  }

  /** Thai name of a printed indicator. */
  public static String name(Indicator indicator) {
    return switch (indicator) {
      case RSI_14 -> "RSI (14)";
      case MACD -> "MACD";
      case ATR_PCT -> "ATR (14)";
      case VWAP_GAP_PCT -> "ราคาเทียบ VWAP 252 วันทำการ";
      case VOLUME_RATIO -> "ปริมาณเทียบค่าเฉลี่ย 20 วัน";
      case SMA_20, SMA_50, SMA_200, MACD_SIGNAL, MACD_HISTOGRAM, BB_UPPER, BB_LOWER, VWAP_252 ->
          indicator.name();
    };
  }

  /** {@code 77.8%}, when there is a percentile. */
  public Optional<String> percent() {
    return percentile.map(known -> Figures.grouped(known.value(), 1) + "%");
  }

  /** Band word, the word for a short history, or empty text without a percentile. */
  public String band() {
    return percentile.map(Band::word).orElse("");
  }

  /** {@code RSI (14) 66.35 · เปอร์เซ็นไทล์ 77.8% (จาก 252 วันทำการ) สูง}. */
  public String text() {
    return percentile
        .map(known ->
            name
                + " "
                + value
                + " · เปอร์เซ็นไทล์ "
                + Figures.grouped(known.value(), 1)
                + "% (จาก "
                + Figures.grouped(known.n(), 0)
                + " วันทำการ) "
                + band())
        .orElseGet(() -> name + " " + value);
  }

  private static String printed(Reading reading) {
    BigDecimal value = BigDecimal.valueOf(reading.value());
    return switch (reading.indicator()) {
      case MACD -> Figures.grouped(value, 4);
      case ATR_PCT -> Figures.grouped(value, 2) + "%";
      case VWAP_GAP_PCT -> Figures.signed(value, 2) + "%";
      case VOLUME_RATIO -> Figures.grouped(value, 2) + " เท่า";
      case RSI_14,
          SMA_20,
          SMA_50,
          SMA_200,
          MACD_SIGNAL,
          MACD_HISTOGRAM,
          BB_UPPER,
          BB_LOWER,
          VWAP_252 ->
          Figures.grouped(value, 2);
    };
  }
}
