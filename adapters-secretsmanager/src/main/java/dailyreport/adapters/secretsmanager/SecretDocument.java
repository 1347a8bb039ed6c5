package dailyreport.adapters.secretsmanager;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secret's text: one flat JSON object. Fields that nobody asks for are ignored. */
final class SecretDocument {
  // Secrets Manager itself keeps at most 64 KiB.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(64 * 1024)
                  .maxNestingDepth(32)
                  .maxNumberLength(64)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  // Empty where the value is no text; an empty text is as unusable.
  private final Map<String, String> values = new HashMap<>();
  private final String where;

  private SecretDocument(String where) {
    this.where = where;
  }

  /**
   * Reads the keys.
   *
   * @param where what the document is, for messages
   * @throws UnreadableSecretException naming the field that is missing or unusable
   */
  static ServiceKeys parse(String where, String text) {
    var document = new SecretDocument(where);
    document.read(text);
    return new ServiceKeys(
        document.required("LINE_CHANNEL_SECRET"),
        document.required("LINE_CHANNEL_ACCESS_TOKEN"),
        document.optional("OPENAI_API_KEY"),
        document.optional("TWELVEDATA_API_KEY"));
  }

  private void read(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("is not a JSON object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
        values.put(field, isText ? json.getText() : "");
        json.skipChildren();
      }
      if (json.nextToken() != null) {
        throw malformed("goes on after the JSON object");
      }
    } catch (JsonProcessingException _) {
      // Jackson's message quotes the text it stumbled over; it stays behind.
      throw malformed("is not JSON within the limits, or names a field twice");
    } catch (IOException e) {
      throw new UncheckedIOException(where + " from memory", e);
    }
  }

  private Secret required(String field) {
    return optional(field).orElseThrow(() -> malformed(field + " is missing"));
  }

  private Optional<Secret> optional(String field) {
    @Nullable String value = values.get(field);
    if (value == null) {
      return Optional.empty();
    }
    // A line break that was pasted along would reach an HTTP header, and HTTP clients quote a
    // header value that they refuse.
    if (!value.matches("[\\x21-\\x7e]+")) {
      throw malformed(
          field + " must be a text of visible ASCII characters without spaces or line breaks");
    }
    return Optional.of(new Secret(value));
  }

  private UnreadableSecretException malformed(String seen) {
    return new UnreadableSecretException(Fault.MALFORMED, where + ": " + seen);
  }
}
