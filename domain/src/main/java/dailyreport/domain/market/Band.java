package dailyreport.domain.market;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The word for a percentile: report.md, section 5. */
public enum Band {
  VERY_HIGH("สูงมาก", 90),
  HIGH("สูง", 75),
  UPPER_MIDDLE("ปานกลางสูง", 50),
  LOWER_MIDDLE("ปานกลางต่ำ", 25),
  LOW("ต่ำ", 0);

  /** Below this many values a percentile gets no band word. */
  public static final int LEAST_VALUES = 60;

  /** Shown in place of a band word when fewer than {@link #LEAST_VALUES} sessions have a value. */
  public static final String SHORT_HISTORY = "ช่วงข้อมูลสั้น";

  private final String thai;
  private final int from;

  Band(String thai, int from) {
    this.thai = thai;
    this.from = from;
  }

  /** The band a percentile lies in, whatever its n. */
  public static Band of(Percentile percentile) {
    for (Band band : values()) {
      if (percentile.value() >= band.from) {
        return band;
      }
    }
    return LOW;
  }

  /** The band word of a percentile, or {@link #SHORT_HISTORY}. */
  public static String word(Percentile percentile) {
    return percentile.n() < LEAST_VALUES ? SHORT_HISTORY : of(percentile).thai();
  }

  /** The percentiles at which a band begins, highest first; the lowest band begins at none. */
  public static List<BigDecimal> limits() {
    return Arrays.stream(values())
        .filter(band -> band.from > 0)
        .map(band -> BigDecimal.valueOf(band.from))
        .toList();
  }

  /** Thai word. */
  public String thai() {
    return thai;
  }
}
