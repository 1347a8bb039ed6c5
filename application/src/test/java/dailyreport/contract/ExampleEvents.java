package dailyreport.contract;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Fault;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Usage;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Events for tests, made from their declarations so that a new kind cannot be forgotten. */
public final class ExampleEvents {
  private ExampleEvents() {}

  /** One of each kind, every component filled. */
  public static Stream<AppEvent> oneOfEachKind() {
    return Arrays.stream(AppEvent.class.getPermittedSubclasses())
        .map(type -> (AppEvent) example(type));
  }

  private static Object example(Class<?> type) {
    Object[] values =
        Arrays.stream(type.getRecordComponents())
            .map(component -> value(component.getType()))
            .toArray();
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName(), e);
    }
  }

  private static Object value(Class<?> type) {
    Map<Class<?>, Object> values =
        Map.of(
            int.class,
            3,
            long.class,
            4_000_000_000L,
            boolean.class,
            true,
            String.class,
            "word",
            Duration.class,
            Duration.ofSeconds(79, 123_456_789),
            ReportKey.class,
            Examples.KEY,
            Usage.class,
            new Usage("gpt-4o", "1", 2, 10, 5, 7, Optional.of(new BigDecimal("0.0310"))),
            Fault.class,
            Fault.NOT_FOUND);
    return type.isEnum()
        ? type.getEnumConstants()[0]
        : values.containsKey(type) ? values.get(type) : example(type);
  }
}
