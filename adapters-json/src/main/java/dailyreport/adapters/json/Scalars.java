package dailyreport.adapters.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dailyreport.domain.market.Ticker;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Values that are one word or one number in JSON. */
final class Scalars {
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Scalars() {}

  static SimpleModule module() {
    var module = new SimpleModule("dailyreport");
    module.addSerializer(Ticker.class, ToStringSerializer.instance);
    module.addDeserializer(Ticker.class, new Word<>(Ticker.class, Ticker::new));
    module.addSerializer(LocalDate.class, ToStringSerializer.instance);
    module.addDeserializer(LocalDate.class, new Word<>(LocalDate.class, Scalars::date));
    module.addSerializer(Instant.class, ToStringSerializer.instance);
    module.addDeserializer(Instant.class, new Word<>(Instant.class, Scalars::instant));
    module.addSerializer(OptionalDouble.class, new WriteFigure());
    module.addDeserializer(OptionalDouble.class, new ReadFigure());
    module.addSerializer(new WriteSorted());
    return module;
  }

  /** Only years of four digits: with others, adding a lifetime could leave the range of Instant. */
  private static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new DateTimeException("an instant must lie in the years 1970 to 9999");
    }
    return instant;
  }

  private static LocalDate date(String text) {
    if (text.length() != "2025-11-11".length()) {
      throw new DateTimeException("a date must have four digits for the year");
    }
    return LocalDate.parse(text);
  }

  /** A value that is written as its {@code toString}. */
  private static final class Word<T> extends FromStringDeserializer<T> {
    private final transient Function<String, T> parse;

    Word(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return parse.apply(text);
      } catch (DateTimeException | IllegalArgumentException e) {
        throw context.weirdStringException(text, _valueClass, "not of the expected form");
      }
    }
  }

  private static final class WriteFigure extends StdSerializer<OptionalDouble> {
    WriteFigure() {
      super(OptionalDouble.class);
    }

    @Override
    public void serialize(OptionalDouble figure, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (figure.isEmpty()) {
        out.writeNull();
      } else if (Double.isFinite(figure.getAsDouble())) {
        out.writeNumber(figure.getAsDouble());
      } else {
        throw new IllegalArgumentException("an absent figure must be empty, seen NaN or infinity");
      }
    }
  }

  private static final class ReadFigure extends StdDeserializer<OptionalDouble> {
    ReadFigure() {
      super(OptionalDouble.class);
    }

    @Override
    public OptionalDouble getNullValue(DeserializationContext context) {
      return OptionalDouble.empty();
    }

    /** Jackson itself would take the text "NaN" and the number 1e999. */
    @Override
    public OptionalDouble deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      if (!in.hasToken(JsonToken.VALUE_NUMBER_FLOAT) && !in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
        context.reportWrongTokenException(this, JsonToken.VALUE_NUMBER_FLOAT, "not a number");
      }
      double value = in.getDoubleValue();
      if (!Double.isFinite(value)) {
        context.reportInputMismatch(this, "a figure must be finite");
      }
      return OptionalDouble.of(value);
    }
  }

  /** Sets iterate in another order in every JVM; equal entries must give equal bytes. */
  private static final class WriteSorted extends StdSerializer<Set<?>> {
    WriteSorted() {
      super(Set.class, true);
    }

    @Override
    public void serialize(Set<?> words, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      for (Object word : new TreeSet<Object>((Collection<?>) words)) {
        out.writeString((String) word);
      }
      out.writeEndArray();
    }
  }
}
