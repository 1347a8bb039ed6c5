package dailyreport.benchmarks.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * One benchmark in JMH's own JSON, with what JMH leaves out of it: how many calls were timed, the
 * median of each fork, and how busy others were.
 */
final class JmhJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final String ROOM = "dailyreport\\.benchmarks\\.(\\w+\\.)?(?=[A-Z])";

  private JmhJson() {}

  /** JMH's JSON of a result, without all samples of a run, which take megabytes. */
  static ObjectNode of(RunResult result, OptionalDouble others) {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, stream).writeOut(List.of(result));
    }
    var entry = (ObjectNode) tree(bytes.toString(StandardCharsets.UTF_8)).get(0);
    // Where a JDK lies tells more about its owner than about a figure.
    entry.remove(List.of("jvm", "jvmArgs"));
    if (entry.get("primaryMetric") instanceof ObjectNode primary) {
      primary.remove(List.of("rawDataHistogram", "rawData"));
    }
    if (entry.get("secondaryMetrics") instanceof ObjectNode secondary) {
      secondary.retain(ALLOCATED);
      secondary.forEach(metric -> ((ObjectNode) metric).retain("score", "scoreError", "scoreUnit"));
    }
    var ours = entry.putObject("dailyreport");
    ours.put("n", result.getPrimaryResult().getStatistics().getN());
    var medians = ours.putArray("forkMedians");
    result.getBenchmarkResults().stream()
        .map(fork -> fork.getPrimaryResult().getStatistics().getPercentile(50))
        .forEach(medians::add);
    others.ifPresent(cores -> ours.put("othersCores", cores));
    return entry;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JMH's own JSON cannot be read", e);
    }
  }

  /** The row of an entry that {@link #of} made. */
  static Row row(JsonNode entry) {
    JsonNode primary = entry.path("primaryMetric");
    JsonNode ours = entry.path("dailyreport");
    boolean latency = !entry.path("mode").asText().equals("thrpt");
    double micros = latency ? micros(primary.path("scoreUnit").asText()) : 1;
    var params = new TreeMap<String, String>();
    entry.path("params").properties().forEach(p -> params.put(p.getKey(), p.getValue().asText()));
    var percentiles = new TreeMap<Double, Double>();
    if (latency) {
      primary
          .path("scorePercentiles")
          .properties()
          .forEach(
              p -> percentiles.put(Double.valueOf(p.getKey()), p.getValue().asDouble() * micros));
    }
    var medians = new ArrayList<Double>();
    ours.path("forkMedians").forEach(median -> medians.add(median.asDouble() * micros));
    return new Row(
        entry.path("benchmark").asText().replaceFirst(ROOM, ""),
        latency,
        params,
        entry.path("threads").asInt(),
        ours.path("n").asLong(),
        primary.path("score").asDouble() * micros,
        scaled(primary.path("scoreError"), micros),
        latency ? "us/op" : primary.path("scoreUnit").asText(),
        percentiles,
        medians,
        scaled(entry.path("secondaryMetrics").path(ALLOCATED).path("score"), 1),
        scaled(ours.path("othersCores"), 1));
  }

  /** A number; nothing where JMH wrote "NaN" or nothing. */
  private static OptionalDouble scaled(JsonNode number, double by) {
    return number.isNumber() ? OptionalDouble.of(number.asDouble() * by) : OptionalDouble.empty();
  }

  private static double micros(String unit) {
    return switch (unit) {
      case "ns/op" -> 1e-3;
      case "us/op" -> 1;
      case "ms/op" -> 1e3;
      case "s/op" -> 1e6;
      default -> throw new IllegalArgumentException("a latency in an unknown unit: " + unit);
    };
  }
}
