package dailyreport.benchmarks.results;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Made-up figures for tests of what is done with them. */
final class Rows {
  static final Load CALM = new Load(List.of(0.1, 0.2, 0.3));

  private Rows() {}

  /** 100,000 calls with this median, and percentiles that are multiples of it. */
  static Row timed(String benchmark, Map<String, String> params, double p50) {
    return timed(benchmark, params, p50, OptionalDouble.of(0.01));
  }

  static Row timed(
      String benchmark, Map<String, String> params, double p50, OptionalDouble others) {
    var percentiles = new TreeMap<>(Map.of(50.0, p50, 90.0, 1.2 * p50, 99.0, 2 * p50));
    percentiles.putAll(Map.of(99.9, 5 * p50, 100.0, 90 * p50));
    return new Row(
        benchmark,
        true,
        new TreeMap<>(params),
        1,
        100_000,
        1.1 * p50,
        OptionalDouble.of(0.1),
        "us/op",
        percentiles,
        List.of(0.9 * p50, p50, 1.1 * p50),
        OptionalDouble.of(12_345),
        others);
  }

  /** So many calls a second, of so many threads. */
  static Row counted(String benchmark, int threads, double perSecond) {
    return new Row(
        benchmark,
        false,
        new TreeMap<>(Map.of("keys", "1")),
        threads,
        15,
        perSecond,
        OptionalDouble.empty(),
        "ops/s",
        new TreeMap<>(),
        List.of(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static Conditions calm() {
    return conditions(CALM, false)
        .with(
            Instant.parse("2026-11-22T18:00:00.123Z"),
            Duration.ofSeconds(3_005),
            CALM,
            new Load(List.of(1.0, 1.0, 1.0)));
  }

  static Conditions conditions(Load before, boolean quick) {
    return conditions("1234567", before, quick);
  }

  static Conditions conditions(String commit, Load before, boolean quick) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("machine", "Analytical Engine, 2 cores");
    facts.put("JDK", "25");
    facts.put("commit", commit);
    return Conditions.before(facts, before, 2, quick);
  }

  /** One row for each benchmark and parameter that a plot knows. */
  static List<Row> all() {
    return List.of(
        timed("L1Hit.sqlite", Map.of("bars", "640"), 60),
        timed("L1Hit.sqlite", Map.of("bars", "2"), 15),
        timed("L1HitElsewhere.hashMap", Map.of(), 0.03),
        timed("L1HitElsewhere.plainFile", Map.of(), 55),
        timed("L1HitByRows.sqlite", Map.of("rows", "100"), 12),
        timed("L1HitByRows.sqlite", Map.of("rows", "1000"), 12.5),
        timed("L1HitByRows.sqlite", Map.of("rows", "10000"), 13),
        timed("L1HitByRows.sqlite", Map.of("rows", "100000"), 14),
        timed("L1HitByBytes.sqlite", Map.of("kilobytes", "7"), 12),
        timed("L1HitByBytes.sqlite", Map.of("kilobytes", "30"), 40),
        timed("L1HitByBytes.sqlite", Map.of("kilobytes", "120"), 160),
        timed("L2Hit.s3", Map.of("latencyMillis", "0"), 480),
        timed("L2Hit.s3", Map.of("latencyMillis", "20"), 20_600),
        timed("L2Hit.s3", Map.of("latencyMillis", "60"), 60_700),
        timed("L2Hit.headThenGet", Map.of("latencyMillis", "0"), 800),
        timed("L2Hit.headThenGet", Map.of("latencyMillis", "20"), 41_000),
        timed("L2Hit.headThenGet", Map.of("latencyMillis", "60"), 121_000),
        timed("L2Hit.bareGet", Map.of(), 390),
        timed("L2NotModified.s3", Map.of(), 350),
        timed("TieredGet.local", Map.of(), 70),
        timed("TieredGet.shared", Map.of(), 900),
        timed("TieredGet.stale", Map.of(), 1_500),
        timed("WebhookHit.withoutNetwork", Map.of(), 250),
        timed("WebhookHit.overLoopback", Map.of(), 700),
        timed("Stampede.allAsk", Map.of("callers", "1"), 5_300),
        timed("Stampede.allAsk", Map.of("callers", "8"), 5_500),
        timed("Stampede.allAsk", Map.of("callers", "64"), 6_800),
        counted("SingleFlight.one", 1, 40_000),
        counted("SingleFlight.eight", 8, 70_000),
        counted("SingleFlight.sixtyFour", 64, 65_000));
  }
}
