package dailyreport.adapters.rendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers for an axis. */
final class Ticks {
  private static final List<BigDecimal> MANTISSAS =
      List.of(BigDecimal.ONE, BigDecimal.valueOf(2), new BigDecimal("2.5"), BigDecimal.valueOf(5));

  private Ticks() {}

  /**
   * At most {@code most} multiples of the finest round step inside a range.
   *
   * @param low lower end of the range
   * @param high upper end, above {@code low}
   * @param most at least 1
   * @param finest every tick is a multiple of it, because no finer figure is printed
   */
  static List<BigDecimal> between(double low, double high, int most, BigDecimal finest) {
    var from = BigDecimal.valueOf(low);
    var to = BigDecimal.valueOf(high);
    int exponent = (int) Math.floor(Math.log10((high - low) / most)) - 1;
    for (; ; exponent++) {
      for (BigDecimal mantissa : MANTISSAS) {
        BigDecimal step = mantissa.scaleByPowerOfTen(exponent);
        if (finest.signum() == 0 || step.remainder(finest).signum() == 0) {
          List<BigDecimal> ticks = multiples(step, from, to, most);
          if (ticks.size() <= most) {
            return ticks;
          }
        }
      }
    }
  }

  /** Multiples of the step inside the range; one more than {@code most} at the most. */
  private static List<BigDecimal> multiples(
      BigDecimal step, BigDecimal from, BigDecimal to, int most) {
    var ticks = new ArrayList<BigDecimal>();
    BigDecimal tick = from.divide(step, 0, RoundingMode.CEILING).multiply(step);
    for (; tick.compareTo(to) <= 0 && ticks.size() <= most; tick = tick.add(step)) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** Decimals that tell all ticks apart. */
  static int decimals(List<BigDecimal> ticks) {
    return ticks.stream()
        .mapToInt(tick -> Math.max(0, tick.stripTrailingZeros().scale()))
        .max()
        .orElse(0);
  }
}
