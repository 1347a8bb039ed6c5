package dailyreport.packaging;

import java.util.List;
import java.util.Locale;

/**
 * One process from its start to its first answer.
 *
 * @param cpuMillis its processor time until then, in steps of 10 ms
 * @param replied whether LINE got a reply; a webhook that has used up its 1.2 s sends a job
 */
record Sample(double millis, long cpuMillis, Memory memory, boolean replied) {

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

  /** How many ended in a reply. */
  static long replies(List<Sample> samples) {
    return samples.stream().filter(Sample::replied).count();
  }

  static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }
}
