package dailyreport.adapters.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** A record as flat fields and back, component by component. */
final class Components {
  private static final String MILLIS = "Millis";

  private Components() {}

  /** Fields in the order of the components; absent values left out. */
  static SequencedMap<String, Object> of(Record value) {
    var fields = new LinkedHashMap<String, Object>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      put(fields, component.getName(), valueOf(component, value));
    }
    return fields;
  }

  private static void put(SequencedMap<String, Object> fields, String name, Object value) {
    switch (value) {
      case Duration time -> fields.put(name + MILLIS, millis(time));
      case Optional<?> maybe -> maybe.ifPresent(present -> put(fields, name, present));
      case Enum<?> constant -> fields.put(name, constant.name().toLowerCase(Locale.ROOT));
      case Record one when single(one.getClass()) ->
          put(fields, name, of(one).firstEntry().getValue());
      case Record several -> fields.putAll(of(several));
      case Number number -> fields.put(name, number);
      case Boolean truth -> fields.put(name, truth);
      default -> fields.put(name, value.toString());
    }
  }

  /** To the nanosecond, for a hit of the local tier takes microseconds. */
  private static BigDecimal millis(Duration time) {
    BigDecimal millis = BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros();
    return millis.scale() < 0 ? millis.setScale(0) : millis;
  }

  private static boolean single(Class<?> record) {
    return record.getRecordComponents().length == 1;
  }

  private static Object valueOf(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " must be public and in an exported package", e);
    }
  }

  /**
   * The record of such fields.
   *
   * @throws IllegalArgumentException when a field is missing or does not fit
   */
  static Record read(Class<?> type, JsonNode fields) {
    return make(
        type,
        Arrays.stream(type.getRecordComponents())
            .map(component -> read(component.getGenericType(), component.getName(), fields))
            .toArray());
  }

  private static Record make(Class<?> type, Object... values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return (Record) type.getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " refuses its fields", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " must be public and in an exported package", e);
    }
  }

  private static Object read(Type type, String name, JsonNode fields) {
    if (type instanceof ParameterizedType optional) {
      return fields.has(name)
          ? Optional.of(read(optional.getActualTypeArguments()[0], name, fields))
          : Optional.empty();
    }
    var plain = (Class<?>) type;
    if (plain.isRecord() && !single(plain)) {
      return read(plain, fields);
    }
    String field = plain == Duration.class ? name + MILLIS : name;
    JsonNode value = fields.path(field);
    if (!value.isValueNode() || value.isNull()) {
      throw new IllegalArgumentException("no field " + field);
    }
    return scalar(plain, value);
  }

  private static Object scalar(Class<?> type, JsonNode value) {
    if (type.isRecord()) {
      return make(type, scalar(type.getRecordComponents()[0].getType(), value));
    }
    String text = value.asText();
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text.toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no such " + type.getSimpleName()));
    }
    return switch (type.getSimpleName()) {
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "boolean" -> value.booleanValue();
      case "BigDecimal" -> value.decimalValue();
      case "Duration" -> time(value.decimalValue());
      case "LocalDate" -> LocalDate.parse(text);
      case "String" -> text;
      default -> throw new IllegalStateException("no component may be of " + type);
    };
  }

  private static Duration time(BigDecimal millis) {
    return Duration.ofNanos(millis.movePointRight(6).longValue());
  }
}
