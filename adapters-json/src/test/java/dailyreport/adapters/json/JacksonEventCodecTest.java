package dailyreport.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.contract.ExampleEvents;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.report.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonEventCodecTest {
  private static final Instant AT = Instant.parse("2025-11-11T11:00:00.001002003Z");
  private static final AppEvent HIT =
      new AppEvent.CacheHit(
          AppEvent.Tier.LOCAL,
          Examples.KEY,
          Freshness.FRESH,
          Duration.ofMinutes(2),
          Duration.ofNanos(4_805));
  private final JacksonEventCodec codec = JacksonEventCodec.open();

  @Test
  void lineIsFlatWithUnitsInItsNames() {
    assertThat(codec.encode(AT, HIT))
        .isEqualTo(
            "{\"at\":\"2025-11-11T11:00:00.001002003Z\",\"name\":\"cache.hit\",\"tier\":\"local\","
                + "\"ticker\":\"DBS19\",\"session\":\"2025-11-11\",\"freshness\":\"fresh\","
                + "\"ageMillis\":120000,\"latencyMillis\":0.004805}");
  }

  @Test
  void componentsOfUsageAreSpreadAndAbsentOnesLeftOut() {
    var known = new Usage("gpt-4o", "1", 2, 10, 5, 7, Optional.of(new BigDecimal("0.0310")));
    var unknown = new Usage("gpt-4o", "1", 2, 10, 5, 7, Optional.empty());

    assertThat(codec.fields(new AppEvent.ModelCalls(Examples.KEY, known)))
        .containsExactlyEntriesOf(
            orderedMap(
                "ticker",
                "DBS19",
                "session",
                "2025-11-11",
                "model",
                "gpt-4o",
                "promptVersion",
                "1",
                "calls",
                2,
                "inputTokens",
                10L,
                "cachedTokens",
                5L,
                "outputTokens",
                7L,
                "costUsd",
                new BigDecimal("0.0310")));
    assertThat(codec.fields(new AppEvent.ModelCalls(Examples.KEY, unknown)))
        .doesNotContainKey("costUsd");
  }

  static Stream<AppEvent> oneOfEachKind() {
    return ExampleEvents.oneOfEachKind();
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void everyEventComesBackEqual(AppEvent event) {
    assertThat(codec.decode(codec.encode(AT, event)))
        .contains(new JacksonEventCodec.Line(AT, event));
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void everyEventIsListedUnderItsName(AppEvent event) {
    assertThat(EventNames.TYPES)
        .containsEntry(event.name(), event.getClass().asSubclass(Record.class));
  }

  @Test
  void everyNameIsThatOfOneEvent() {
    assertThat(EventNames.TYPES.values())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AppEvent.class.getPermittedSubclasses())
                .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                .toList());
  }

  /** A component called "at" or "name", or two of one name, would hide a field of the line. */
  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void noComponentHidesAnotherField(AppEvent event) {
    assertThat(codec.fields(event)).doesNotContainKeys("at", "name");
    assertThat(codec.fields(event)).hasSize(leaves(event.getClass()));
  }

  @Test
  void textThatWouldBreakTheLineIsEscaped() {
    String line = codec.encode(AT, new AppEvent.EventSkipped("a\r\nb\u2028c\"ก\u202e"));

    assertThat(line).matches("\\p{ASCII}+").doesNotContain("\n", "\r");
    assertThat(codec.decode(line))
        .contains(
            new JacksonEventCodec.Line(AT, new AppEvent.EventSkipped("a\r\nb\u2028c\"ก\u202e")));
  }

  @Test
  void absentCostIsAbsentAgain() {
    var event =
        new AppEvent.ModelCalls(
            Examples.KEY, new Usage("gpt-4o", "1", 1, 0, 0, 0, Optional.empty()));

    assertThat(codec.decode(codec.encode(AT, event)))
        .contains(new JacksonEventCodec.Line(AT, event));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "null",
        "3",
        "{}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"no.such\"}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":5}",
        "{\"name\":\"dedup.hit\"}",
        "{\"at\":\"yesterday\",\"name\":\"dedup.hit\"}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"dedup.hit\"",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"dedup.hit\"} {}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"llm.repair\",\"ticker\":\"DBS19\"}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"llm.repair\",\"ticker\":\"../x\","
            + "\"session\":\"2025-11-11\"}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"lock\",\"state\":\"lost\"}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"news.dropped\",\"count\":\"many\"}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"news.dropped\",\"count\":null}",
        "{\"at\":\"2025-11-11T11:00:00Z\",\"name\":\"news.dropped\",\"count\":[1]}"
      })
  void lineThatIsNoEventIsSkipped(String line) {
    assertThat(codec.decode(line)).isEmpty();
  }

  @Test
  void fieldsAddedToALineByOthersAreIgnored() {
    String line = codec.encode(AT, HIT).replaceFirst("\\{", "{\"_aws\":{\"x\":[1]},");

    assertThat(codec.decode(line)).contains(new JacksonEventCodec.Line(AT, HIT));
  }

  private static int leaves(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .mapToInt(component ->
            component.getType().isRecord() ? Math.max(1, leaves(component.getType())) : 1)
        .sum();
  }

  private static Map<String, Object> orderedMap(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
