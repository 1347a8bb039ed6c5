package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.application.port.AppEvent;
import dailyreport.contract.ExampleEvents;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Usage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines as CloudWatch reads them: AWS, "Embedded metric format specification". */
class EmfEventLogTest {
  private static final Instant AT = Instant.parse("2025-11-11T11:00:00.001002003Z");

  /** Fields with few values. A ticker among them would be a metric for each symbol. */
  private static final Set<String> DIMENSIONS =
      Set.of(
          "tier",
          "freshness",
          "kind",
          "state",
          "stage",
          "outcome",
          "dep",
          "reason",
          "scope",
          "via",
          "function",
          "aot",
          "calendar");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final EmfEventLog log =
      new EmfEventLog(
          new PrintStream(printed, true, StandardCharsets.UTF_8),
          JacksonEventCodec.open(),
          "dailyreport-test",
          () -> AT);

  private JsonNode told(AppEvent event) {
    printed.reset();
    log.record(event);
    String line = printed.toString(StandardCharsets.UTF_8);
    assertThat(line).endsWith(System.lineSeparator()).matches("\\p{ASCII}+");
    assertThat(line.lines()).hasSize(1);
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  private static Stream<JsonNode> directives(JsonNode line) {
    return line.at("/_aws/CloudWatchMetrics").valueStream();
  }

  static Stream<AppEvent> oneOfEachKind() {
    return ExampleEvents.oneOfEachKind();
  }

  @Test
  void aHitIsCountedByTierAndFreshnessAndItsTimeByTier() {
    var hit =
        new AppEvent.CacheHit(
            AppEvent.Tier.LOCAL,
            Examples.KEY,
            Freshness.STALE,
            Duration.ofMinutes(2),
            Duration.ofNanos(4_805));

    assertThat(told(hit))
        .hasToString(
            """
            {"at":"2025-11-11T11:00:00.001002003Z","name":"cache.hit","tier":"local",\
            "ticker":"DBS19","session":"2025-11-11","freshness":"stale",\
            "ageMillis":120000,"latencyMillis":0.004805,"cache.hit":1,"cache.lookup":0.004805,\
            "_aws":{"Timestamp":1762858800001,"CloudWatchMetrics":[\
            {"Namespace":"dailyreport-test","Dimensions":[["tier","freshness"]],\
            "Metrics":[{"Name":"cache.hit","Unit":"Count"}]},\
            {"Namespace":"dailyreport-test","Dimensions":[["tier"]],\
            "Metrics":[{"Name":"cache.lookup","Unit":"Milliseconds"}]}]}}\
            """);
  }

  @Test
  void anUnknownCostIsNotCountedAsNothing() {
    var usage = new Usage("gpt-4o", "2", 1, 2_921, 2_304, 501, Optional.empty());

    JsonNode line = told(new AppEvent.ModelCalls(Examples.KEY, usage));

    assertThat(line.has("llm.cost.usd")).isFalse();
    assertThat(line.path("llm.input.tokens").asLong()).isEqualTo(2_921);
    assertThat(line.toString()).doesNotContain("\"Name\":\"llm.cost.usd\"");
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void everyMetricIsANumberAndEveryDimensionAShortText(AppEvent event) {
    JsonNode line = told(event);

    directives(line)
        .forEach(directive -> {
          List<JsonNode> sets = directive.path("Dimensions").valueStream().toList();
          assertThat(sets).hasSize(1);
          assertThat(sets.getFirst().valueStream())
              .hasSizeLessThanOrEqualTo(30)
              .allSatisfy(dimension -> {
                assertThat(DIMENSIONS).contains(dimension.asText());
                assertThat(line.path(dimension.asText()).isTextual()).as("%s", dimension).isTrue();
                assertThat(line.path(dimension.asText()).asText()).isNotEmpty();
              });
          assertThat(directive.path("Metrics").valueStream())
              .isNotEmpty()
              .allSatisfy(metric -> {
                String name = metric.path("Name").asText();
                assertThat(line.path(name).isNumber()).as(name).isTrue();
              });
        });
  }

  @Test
  void everyEventIsCountedButTheBeginOfAStage() {
    assertThat(oneOfEachKind().filter(event -> directives(told(event)).findAny().isEmpty()))
        .extracting(AppEvent::name)
        .containsExactly("stage.started");
  }

  @Test
  void aLineIsFarFromTheLimitOfCloudWatch() {
    assertThat(oneOfEachKind().map(event -> told(event).toString().length()))
        .allSatisfy(length -> assertThat(length).isLessThan(2_000));
  }
}
