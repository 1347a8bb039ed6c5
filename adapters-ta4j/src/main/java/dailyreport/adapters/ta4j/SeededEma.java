package dailyreport.adapters.ta4j;

import java.util.Arrays;

/**
 * Exponential moving average whose first value is the mean of the first {@code width} values.
 *
 * <p>ta4j starts from the first value alone, which puts its MACD several price units off for the
 * first hundred bars of a history.
 */
final class SeededEma {
  private SeededEma() {}

  /**
   * The average with smoothing 2 / ({@code width} + 1).
   *
   * @param values one a bar, NaN up to where they begin, finite from there on
   * @param width number of values in the first mean
   * @return one value a bar, NaN for the first {@code width - 1} values and before them
   */
  static double[] of(double[] values, int width) {
    var averages = new double[values.length];
    Arrays.fill(averages, Double.NaN);
    double smoothing = 2.0 / (width + 1);
    double sum = 0;
    int seen = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        continue;
      }
      seen++;
      if (seen <= width) {
        sum += values[i];
        averages[i] = seen == width ? sum / width : Double.NaN;
      } else {
        averages[i] = averages[i - 1] + smoothing * (values[i] - averages[i - 1]);
      }
    }
    return averages;
  }
}
