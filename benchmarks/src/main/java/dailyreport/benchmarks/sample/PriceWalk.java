package dailyreport.benchmarks.sample;

import dailyreport.domain.market.Bar;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Underlying;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prices that look like those of a share: a random walk with a fixed seed. */
public final class PriceWalk {
  private static final long SEED = 20251111;

  private PriceWalk() {}

  /**
   * Weekday bars up to {@link SampleReport#SESSION}. As in an adjusted history, traded closes have
   * cents and adjusted prices have all the digits of a double, which is what makes a record large.
   */
  public static PriceHistory of(Underlying underlying, int bars) {
    var random = new Random(SEED);
    var walk = new ArrayList<Bar>();
    double close = 40;
    for (LocalDate day : weekdays(bars)) {
      double open = close * (1 + 0.004 * random.nextGaussian());
      close = open * (1 + 0.0005 + 0.012 * random.nextGaussian());
      double high = Math.max(open, close) * (1 + 0.005 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.005 * random.nextDouble());
      long volume = 2_000_000L + random.nextInt(5_000_000);
      walk.add(new Bar(day, open, high, low, close, cents(close), volume));
    }
    return new PriceHistory(underlying, underlying.currency(), "yahoo", true, walk, List.of());
  }

  private static List<LocalDate> weekdays(int count) {
    var days = new ArrayList<LocalDate>();
    for (LocalDate day = SampleReport.SESSION; days.size() < count; day = day.minusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        days.add(day);
      }
    }
    return days.reversed();
  }

  private static double cents(double price) {
    return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }
}
