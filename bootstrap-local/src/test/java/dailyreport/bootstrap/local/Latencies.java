package dailyreport.bootstrap.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Latencies in nanoseconds, put together from all threads. */
record Latencies(List<long[]> ofThreads) {
  Latencies {
    ofThreads = List.copyOf(ofThreads);
  }

  int count() {
    return ofThreads.stream().mapToInt(all -> all.length).sum();
  }

  /** Requests in a second, and the latencies that half, 95 % and 99 % of them did not exceed. */
  String over(double seconds) {
    long[] all = ofThreads.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%,d requests, %,.0f a second, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.1f ms",
        all.length,
        all.length / seconds,
        millis(all, 0.50),
        millis(all, 0.95),
        millis(all, 0.99),
        millis(all, 1));
  }

  private static double millis(long[] ascending, double share) {
    int rank = (int) Math.ceil(share * ascending.length);
    return ascending.length == 0 ? 0 : ascending[Math.max(rank, 1) - 1] / 1e6;
  }
}
