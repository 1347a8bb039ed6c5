package dailyreport.adapters.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a webhook body once within strict limits (faults.md, section 6) and cuts out its events, so
 * that the SDK sees neither a bomb nor more than one event at a time: one it cannot read must not
 * hide the others.
 */
final class EventSlices {
  private static final int MOST_EVENTS = 100;
  private static final int LONGEST_STRING = 64 * 1024;
  private static final byte[] BEFORE =
      "{\"destination\":\"\",\"events\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AFTER = "]}".getBytes(StandardCharsets.US_ASCII);

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(LineWebhook.MOST_BYTES)
                  .maxNestingDepth(32)
                  .maxStringLength(LONGEST_STRING)
                  .maxNameLength(256)
                  .maxNumberLength(64)
                  .maxTokenCount(50_000)
                  .build())
          .build();

  private EventSlices() {}

  /**
   * One complete webhook body for each event, in order.
   *
   * @throws IOException when the body is no JSON within the limits, has no array {@code events}, or
   *     more than 100 of them
   */
  static List<byte[]> of(byte[] body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      require(parser, parser.nextToken() == JsonToken.START_OBJECT);
      List<byte[]> slices = List.of();
      boolean seen = false;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean events = "events".equals(parser.currentName());
        parser.nextToken();
        if (events) {
          seen = true;
          slices = events(parser, body);
        } else {
          readWhole(parser);
        }
      }
      require(parser, seen && parser.nextToken() == null);
      return slices;
    }
  }

  private static List<byte[]> events(JsonParser parser, byte[] body) throws IOException {
    require(parser, parser.currentToken() == JsonToken.START_ARRAY);
    var slices = new ArrayList<byte[]>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser, parser.currentToken() == JsonToken.START_OBJECT);
      require(parser, slices.size() < MOST_EVENTS);
      int from = offset(parser, parser.currentTokenLocation().getByteOffset());
      readWhole(parser);
      int to = offset(parser, parser.currentLocation().getByteOffset());
      var slice = new ByteArrayOutputStream(BEFORE.length + to - from + AFTER.length);
      slice.writeBytes(BEFORE);
      slice.write(body, from, to - from);
      slice.writeBytes(AFTER);
      slices.add(slice.toByteArray());
    }
    return slices;
  }

  /** To the end of the value; strings too, which a parser that skips would not look at. */
  private static void readWhole(JsonParser parser) throws IOException {
    int depth = 0;
    do {
      require(parser, parser.currentToken() != null);
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        require(parser, parser.getTextLength() <= LONGEST_STRING);
      }
      if (parser.currentToken().isStructStart()) {
        depth++;
      } else if (parser.currentToken().isStructEnd()) {
        depth--;
      }
    } while (depth > 0 && parser.nextToken() != null);
    require(parser, depth == 0);
  }

  /** Byte offsets exist for UTF-8 only, which is what LINE sends. */
  private static int offset(JsonParser parser, long offset) throws IOException {
    require(parser, offset >= 0);
    return Math.toIntExact(offset);
  }

  private static void require(JsonParser parser, boolean condition) throws IOException {
    if (!condition) {
      throw new JsonParseException(parser, "not the body of a webhook");
    }
  }
}
