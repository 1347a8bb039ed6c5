package dailyreport.packaging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads JSON that came over the wire. */
final class Wire {
  private static final JsonFactory JSON = new JsonFactory();

  private Wire() {}

  /**
   * The scalars of an object under their paths, such as {@code headers/Location}.
   *
   * @throws IllegalArgumentException when the text is not exactly one JSON object
   */
  static Map<String, String> fields(String text) {
    var fields = new LinkedHashMap<String, String>();
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("not an object: " + text);
      }
      boolean ended = false;
      while (parser.nextToken() != null) {
        if (ended) {
          throw new IllegalArgumentException("more than one object: " + text);
        }
        if (parser.currentToken().isScalarValue()) {
          String path = parser.getParsingContext().pathAsPointer().toString();
          fields.put(path.substring(1), parser.getText());
        }
        ended = parser.getParsingContext().inRoot();
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + text, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  static String field(String text, String path) {
    String value = fields(text).get(path);
    if (value == null) {
      throw new IllegalArgumentException("no " + path + " in: " + text);
    }
    return value;
  }
}
