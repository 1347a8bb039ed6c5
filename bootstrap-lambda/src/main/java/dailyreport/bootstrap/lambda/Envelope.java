package dailyreport.bootstrap.lambda;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Lambda's own events in and out, read with a streaming parser: a typed event library costs about
 * 370 ms on the first call (measured: lambda.md, section 3).
 */
final class Envelope {
  /**
   * Longest event that is read. A body of 256 KiB, the longest that is accepted, has at most 1.5
   * MiB in it when every character of it is written as a JSON escape.
   */
  static final int MOST_BYTES = 2 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MOST_BYTES)
                  .maxNestingDepth(32)
                  .maxStringLength(MOST_BYTES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Envelope() {}

  /**
   * A request to the Function URL.
   *
   * @param method upper case
   * @param path starts with a slash
   * @param domain host of the URL
   * @param headers lower-case name to value; Lambda joins repeated ones with a comma
   * @param body as the event has it: decoding is left to who checks its length first
   * @param base64 whether the body is base64 of the bytes that were sent
   */
  record Request(
      String method,
      String path,
      String domain,
      Map<String, String> headers,
      String body,
      boolean base64) {}

  /** What goes back to the Function URL. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Response(int status, Map<String, String> headers, byte[] body) {}

  /**
   * One record of a queue event.
   *
   * @param sentAt UTC
   * @param receipts how often it was handed to a worker, this time included: 1 or more. A count of
   *     SQS's that may be too high, as when Lambda took a message and found no worker free
   */
  record Message(String id, Instant sentAt, int receipts, String body) {}

  /**
   * Reads a Function URL event (payload version 2.0).
   *
   * @throws InputException when it is none
   */
  static Request request(byte[] event) {
    var fields = fields(event);
    var headers = new HashMap<String, String>();
    fields.forEach((name, value) -> {
      if (name.startsWith("headers/")) {
        headers.put(name.substring("headers/".length()).toLowerCase(Locale.ROOT), value);
      }
    });
    return new Request(
        required(fields, "requestContext/http/method"),
        required(fields, "rawPath"),
        required(fields, "requestContext/domainName"),
        Map.copyOf(headers),
        fields.getOrDefault("body", ""),
        Boolean.parseBoolean(fields.getOrDefault("isBase64Encoded", "false")));
  }

  /**
   * The records of a queue event; none when it is another event.
   *
   * @param fields of the event
   * @throws InputException when a record lacks something
   */
  static List<Message> messages(Map<String, String> fields) {
    var messages = new ArrayList<Message>();
    for (int i = 0; fields.containsKey("Records/" + i + "/messageId"); i++) {
      String at = "Records/" + i + "/";
      messages.add(
          new Message(
              required(fields, at + "messageId"),
              millis(required(fields, at + "attributes/SentTimestamp")),
              receipts(required(fields, at + "attributes/ApproximateReceiveCount")),
              required(fields, at + "body")));
    }
    return messages;
  }

  /** The answer to a queue event that names the messages to be delivered again. */
  static byte[] batchFailures(List<String> messageIds) {
    return written(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (String id : messageIds) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", id);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** A small flat object: texts, numbers and lists of texts, in the order of the map. */
  static byte[] object(SequencedMap<String, Object> fields) {
    return written(json -> {
      json.writeStartObject();
      for (var field : fields.entrySet()) {
        switch (field.getValue()) {
          case Number number -> json.writeNumberField(field.getKey(), number.longValue());
          case List<?> texts -> {
            json.writeArrayFieldStart(field.getKey());
            for (Object text : texts) {
              json.writeString(text.toString());
            }
            json.writeEndArray();
          }
          case Object text -> json.writeStringField(field.getKey(), text.toString());
        }
      }
      json.writeEndObject();
    });
  }

  /** A response as the Function URL wants it; the body always as base64. */
  static byte[] response(Response response) {
    return written(json -> {
      json.writeStartObject();
      json.writeNumberField("statusCode", response.status());
      json.writeObjectFieldStart("headers");
      for (var header : new TreeMap<>(response.headers()).entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      json.writeStringField("body", Base64.getEncoder().encodeToString(response.body()));
      json.writeBooleanField("isBase64Encoded", true);
      json.writeEndObject();
    });
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Writing writing) {
    var bytes = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(bytes)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** A field that must be there. */
  static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new InputException("Lambda event: expected the field " + name);
    }
    return value;
  }

  private static Instant millis(String text) {
    try {
      return Instant.ofEpochMilli(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new InputException("Lambda event: expected milliseconds in SentTimestamp");
    }
  }

  private static int receipts(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new InputException("Lambda event: expected a count in ApproximateReceiveCount");
    }
  }

  /**
   * Every scalar of the event under its path, such as {@code requestContext/http/method}.
   *
   * @throws InputException when it is no JSON object
   */
  static Map<String, String> fields(byte[] event) {
    var fields = new HashMap<String, String>();
    try (JsonParser parser = JSON.createParser(event)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InputException("Lambda event: expected a JSON object");
      }
      while (parser.nextToken() != null) {
        if (parser.currentToken().isScalarValue()) {
          fields.put(
              parser.getParsingContext().pathAsPointer().toString().substring(1), parser.getText());
        }
      }
    } catch (JacksonException e) {
      // Its message quotes the event; ours does not.
      throw new InputException("Lambda event: expected well-formed JSON");
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return fields;
  }
}
