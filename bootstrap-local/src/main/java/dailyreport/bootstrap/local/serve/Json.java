package dailyreport.bootstrap.local.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * JSON as maps, lists, texts, numbers and booleans, in their order. A field whose value is null is
 * as good as absent and is left out.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(1 << 20)
                  .maxNestingDepth(32)
                  .maxNumberLength(64)
                  .build())
          .build();

  private Json() {}

  /**
   * The object that is all of this text.
   *
   * @throws IllegalArgumentException when it is none; the message quotes nothing of it
   */
  public static SequencedMap<String, Object> object(byte[] text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        SequencedMap<String, Object> object = fields(parser);
        if (parser.nextToken() == null) {
          return object;
        }
      }
    } catch (IOException _) {
      // Its words quote the text.
      throw new IllegalArgumentException("expected one JSON object");
    }
    throw new IllegalArgumentException("expected one JSON object");
  }

  private static SequencedMap<String, Object> fields(JsonParser parser) throws IOException {
    var object = new LinkedHashMap<String, Object>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      value(parser).ifPresent(value -> object.put(name, value));
    }
    return object;
  }

  private static Optional<Object> value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> Optional.of(fields(parser));
      case START_ARRAY -> {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value(parser).ifPresent(list::add);
        }
        yield Optional.of(list);
      }
      case VALUE_STRING -> Optional.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getDecimalValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The value as UTF-8. */
  public static byte[] bytes(Object value) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The value in one line. */
  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  private static void write(Object value, JsonGenerator to) throws IOException {
    switch (value) {
      case Map<?, ?> object -> {
        to.writeStartObject();
        for (Map.Entry<?, ?> field : object.entrySet()) {
          to.writeFieldName(String.valueOf(field.getKey()));
          write(field.getValue(), to);
        }
        to.writeEndObject();
      }
      case List<?> list -> {
        to.writeStartArray();
        for (Object item : list) {
          write(item, to);
        }
        to.writeEndArray();
      }
      case Boolean yes -> to.writeBoolean(yes);
      case BigDecimal number -> to.writeNumber(number);
      case Integer number -> to.writeNumber(number);
      case Long number -> to.writeNumber(number);
      case Double number -> to.writeNumber(number);
      default -> to.writeString(value.toString());
    }
  }
}
