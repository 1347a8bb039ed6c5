package dailyreport.adapters.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dailyreport.application.port.AppEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Events as one-line flat JSON objects: {@code {"at":…,"name":"cache.hit",…components…}}.
 *
 * <p>A component of several values ({@code key}, {@code usage}) is spread over fields named like
 * its components, so a key is {@code ticker} and {@code session}. Enum constants are in lower case,
 * as dashboards know them. A duration is in milliseconds with decimals, its field ends in {@code
 * Millis}. Absent values are left out. Everything beyond ASCII is escaped, so a line cannot be
 * broken or forged by what stands in it.
 */
public final class JacksonEventCodec {
  private static final String AT = "at";
  private static final String NAME = "name";
  private final ObjectWriter writer;
  private final ObjectReader reader;

  private JacksonEventCodec() {
    var mapper = Json.mapper();
    writer = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    reader =
        mapper
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }

  /** An event with its instant. */
  public record Line(Instant at, AppEvent event) {}

  /** A codec for any number of threads; costly to make, so make one. */
  public static JacksonEventCodec open() {
    return new JacksonEventCodec();
  }

  /** The line, without a line break at its end. */
  public String encode(Instant at, AppEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(AT, at.toString());
    fields.put(NAME, event.name());
    fields.putAll(fields(event));
    try {
      return writer.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("event " + event.name() + " cannot be written", e);
    }
  }

  /**
   * The components of an event in their order, names and values as in its line: {@code String},
   * {@code Number} or {@code Boolean}.
   */
  public SequencedMap<String, Object> fields(AppEvent event) {
    return Components.of((Record) event);
  }

  /** The event of a line; empty for a line that is broken, or of an event that is not known. */
  public Optional<Line> decode(String line) {
    try {
      JsonNode fields = reader.readTree(line);
      Class<? extends Record> type = EventNames.TYPES.get(fields.path(NAME).asText());
      if (type == null) {
        return Optional.empty();
      }
      var event = (AppEvent) Components.read(type, fields);
      return Optional.of(new Line(Instant.parse(fields.path(AT).asText()), event));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
