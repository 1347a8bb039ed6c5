package dailyreport.benchmarks.results;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one benchmark with one set of parameters.
 *
 * @param benchmark class and method, {@code L1Hit.sqlite}
 * @param latency whether single calls were timed, in microseconds; otherwise calls were counted
 * @param threads that called it
 * @param n calls that were timed, or iterations in which calls were counted
 * @param score mean, in {@code unit}
 * @param error half of the 99.9 % confidence interval, where JMH can tell one
 * @param unit of score and error: {@code us/op} of every latency
 * @param percentiles from 0.0 to 100.0; empty when calls were counted
 * @param forkMedians p50 of each fork
 * @param allocated bytes for each call
 * @param others cores that other processes used meanwhile
 */
public record Row(
    String benchmark,
    boolean latency,
    SortedMap<String, String> params,
    int threads,
    long n,
    double score,
    OptionalDouble error,
    String unit,
    SortedMap<Double, Double> percentiles,
    List<Double> forkMedians,
    OptionalDouble allocated,
    OptionalDouble others) {
  public Row {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    percentiles = Collections.unmodifiableSortedMap(new TreeMap<>(percentiles));
    forkMedians = List.copyOf(forkMedians);
  }

  /**
   * A percentile, if there were calls enough to have one: of fewer than 1,000 the 99.9th is just
   * the slowest.
   */
  public OptionalDouble percentile(double percent) {
    Double value = percentiles.get(percent);
    boolean enough = percent >= 100 || n * (100 - percent) >= 100 - 1e-6;
    return value == null || !enough ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Whether others worked beside it: the percentiles may be theirs. */
  public boolean disturbed() {
    return others.isPresent() && others.getAsDouble() > ProcessorTime.DISTURBING_CORES;
  }

  /** Name and parameters: {@code L1Hit.sqlite bars=640}. */
  public String label() {
    return label(benchmark, params);
  }

  /** Name and parameters as one text, which tells a row from all others. */
  public static String label(String benchmark, Map<String, String> params) {
    var label = new StringBuilder(benchmark);
    new TreeMap<>(params).forEach((name, value) -> label.append(' ').append(name + '=' + value));
    return label.toString();
  }
}
