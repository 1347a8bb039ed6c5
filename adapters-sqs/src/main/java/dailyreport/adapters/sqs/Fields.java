package dailyreport.adapters.sqs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scalars of a JSON object under their dotted paths ({@code incoming.said.text}); arrays and
 * nulls are left out. What is wrong with a field is told by its path, never by its value.
 */
final class Fields {
  // The limits of faults.md section 6; SQS bodies were 256 KiB at most when this was written.
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(256 * 1024)
                  .maxNestingDepth(32)
                  .maxStringLength(64 * 1024)
                  .maxNumberLength(64)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String where;
  private final Map<String, String> values = new HashMap<>();

  private Fields(String where) {
    this.where = where;
  }

  /**
   * Reads a whole document.
   *
   * @param where what the document is, for messages
   * @throws PortException.Queue with {@code MALFORMED} when it is not one JSON object
   */
  static Fields parse(String where, String document) {
    var fields = new Fields(where);
    try (JsonParser json = JSON.createParser(document)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw fields.malformed("body", "is not a JSON object");
      }
      fields.readObject(json, "");
      if (json.nextToken() != null) {
        throw fields.malformed("body", "goes on after the JSON object");
      }
      return fields;
    } catch (JsonProcessingException _) {
      // Jackson's message quotes the text it stumbled over; it stays behind.
      throw fields.malformed("body", "is not JSON within the limits");
    } catch (IOException e) {
      throw new UncheckedIOException(where + " from memory", e);
    }
  }

  private void readObject(JsonParser json, String prefix) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String path = prefix + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        readObject(json, path + ".");
      } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        values.put(path, json.getText());
      } else {
        json.skipChildren();
      }
    }
  }

  String text(String path) {
    return value(path, Function.identity());
  }

  <T> T value(String path, Function<String, T> reader) {
    return optional(path, reader).orElseThrow(() -> malformed(path, "is absent"));
  }

  <T> Optional<T> optional(String path, Function<String, T> reader) {
    @Nullable String value = values.get(path);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(value));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw malformed(path, "has an unusable value"); // the cause would quote it
    }
  }

  PortException.Queue malformed(String path, String seen) {
    return new PortException.Queue(Fault.MALFORMED, where + ": " + path + " " + seen, null);
  }
}
