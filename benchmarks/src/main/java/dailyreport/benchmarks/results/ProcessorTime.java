package dailyreport.benchmarks.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Processor time since the machine and this process started, in ticks of 10 ms (USER_HZ, proc(5)).
 * Two readings tell how much of a benchmark's time the machine also worked for others.
 *
 * @param all of every process and of the kernel; time stolen by the hypervisor counts as work
 * @param own of this process and of those of its children that have ended: JMH's forks
 */
public record ProcessorTime(long all, long own) {
  /** Above so many cores used by others, a benchmark's figures are marked. */
  public static final double DISTURBING_CORES = 0.25;

  private static final double TICKS_PER_SECOND = 100;

  /** The reading now; nothing on systems without {@code /proc}. */
  public static Optional<ProcessorTime> now() {
    try {
      return Optional.of(
          parse(
              Files.readString(Path.of("/proc/stat")),
              Files.readString(Path.of("/proc/self/stat"))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** From the texts of {@code /proc/stat} and {@code /proc/self/stat}. */
  static ProcessorTime parse(String stat, String self) {
    // cpu user nice system idle iowait irq softirq steal guest guest_nice; guests are in user.
    long[] cpu = numbers(stat.lines().findFirst().orElseThrow().substring("cpu".length()), 8);
    long busy = Arrays.stream(cpu).sum() - cpu[3] - cpu[4];
    // The name of a program may hold spaces and parentheses; after the last one comes the state.
    long[] times = numbers(self.substring(self.lastIndexOf(')') + 3), 14);
    return new ProcessorTime(busy, times[10] + times[11] + times[12] + times[13]);
  }

  private static long[] numbers(String text, int count) {
    return Arrays.stream(text.strip().split(" +"))
        .limit(count)
        .mapToLong(Long::parseLong)
        .toArray();
  }

  /** Mean number of cores that others used since {@code before}; nothing without a time between. */
  OptionalDouble othersSince(ProcessorTime before, Duration elapsed) {
    if (!elapsed.isPositive()) {
      return OptionalDouble.empty();
    }
    double ticks = (double) (all - before.all) - (own - before.own);
    double seconds = elapsed.toNanos() / 1e9;
    return OptionalDouble.of(Math.max(0, ticks / TICKS_PER_SECOND / seconds));
  }

  /** As {@link #othersSince}, of two readings that may both be missing. */
  public static OptionalDouble others(
      Optional<ProcessorTime> before, Optional<ProcessorTime> after, Duration elapsed) {
    return before.isEmpty() || after.isEmpty()
        ? OptionalDouble.empty()
        : after.get().othersSince(before.get(), elapsed);
  }
}
