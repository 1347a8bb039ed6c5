package dailyreport.adapters.ta4j;

import java.util.Arrays;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/**
 * Wilder's moving average, started from a mean.
 *
 * <p>J. Welles Wilder, New Concepts in Technical Trading Systems, 1978: the first average is the
 * mean of the first {@code width} values, each later one moves by 1/{@code width} of the distance
 * to the new value. ta4j starts from the first value alone, which leaves its RSI six points off
 * after forty bars.
 */
final class WilderAverage {
  private WilderAverage() {}

  /**
   * The average of a ta4j indicator.
   *
   * @param source defined from {@code first} on
   * @param first index of the first value to use
   * @param width number of values in the first mean
   * @return one value a bar, NaN before index {@code first + width - 1}
   */
  static double[] of(Indicator<Num> source, int first, int width) {
    int bars = source.getBarSeries().getBarCount();
    var averages = new double[bars];
    Arrays.fill(averages, Double.NaN);
    double sum = 0;
    for (int i = first; i < bars; i++) {
      double value = source.getValue(i).doubleValue();
      int seen = i - first + 1;
      if (seen <= width) {
        sum += value;
        averages[i] = seen == width ? sum / width : Double.NaN;
      } else {
        averages[i] = averages[i - 1] + (value - averages[i - 1]) / width;
      }
    }
    return averages;
  }
}
