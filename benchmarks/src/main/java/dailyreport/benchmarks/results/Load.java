package dailyreport.benchmarks.results;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Mean number of runnable threads of the whole machine.
 *
 * @param means over the last 1, 5 and 15 minutes; the first alone where the system tells no more,
 *     none where it is silent
 */
public record Load(List<Double> means) {
  public Load {
    means = List.copyOf(means);
  }

  /** The load now. */
  public static Load now() {
    try {
      return parse(Files.readString(Path.of("/proc/loadavg")));
    } catch (IOException e) {
      double one = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
      return new Load(one < 0 ? List.of() : List.of(one));
    }
  }

  /** What Linux writes to {@code /proc/loadavg}: three means, then two fields of no use here. */
  static Load parse(String text) {
    return new Load(
        Arrays.stream(text.strip().split(" ", 4)).limit(3).map(Double::valueOf).toList());
  }

  /** Whether somebody else would be measured too: above half of the cores, or not known. */
  boolean tooHigh(int cores) {
    return means.isEmpty() || means.getFirst() > cores / 2.0;
  }

  @Override
  public String toString() {
    return means.isEmpty()
        ? "unknown"
        : means.stream()
            .map(mean -> String.format(Locale.ROOT, "%.2f", mean))
            .collect(Collectors.joining(" "));
  }
}
