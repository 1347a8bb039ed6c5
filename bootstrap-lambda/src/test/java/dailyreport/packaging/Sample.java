package dailyreport.packaging;

import java.util.List;
import java.util.Locale;

/**
 * One process from its start to its first answer.
 *
 * @param cpuMillis its processor time until then, in steps of 10 ms
 * @param inTime whether there was what the answer is to bring about: a webhook that has used up its
 *     1.2 s sends a job in place of a reply, or nothing
 */
record Sample(double millis, long cpuMillis, Memory memory, boolean inTime) {

  /** Cells of a table: n, median, min, max, processor time. */
  static String times(List<Sample> samples) {
    var millis = samples.stream().map(Sample::millis).sorted().toList();
    return String.format(
        Locale.ROOT,
        "%d | %.0f | %.0f | %.0f | %.0f",
        millis.size(),
        median(millis),
        millis.getFirst(),
        millis.getLast(),
        median(samples.stream().map(sample -> (double) sample.cpuMillis()).toList()));
  }

  /** How many brought about what they should. */
  static long inTime(List<Sample> samples) {
    return samples.stream().filter(Sample::inTime).count();
  }

  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
