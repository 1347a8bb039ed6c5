package dailyreport.adapters.yahoo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dailyreport.application.port.Fault;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads foreign JSON within the limits of faults.md, section 6, and picks figures out of it.
 *
 * <p>A figure that is missing, null, an empty object or a text is absent.
 */
final class StrictJson {
  private static final int LONGEST_TEXT = 300;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(BoundedHttp.LARGEST_BODY)
                          .maxNestingDepth(32)
                          .maxStringLength(64 * 1024)
                          .maxNameLength(256)
                          .maxNumberLength(64)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  // One NaN among the prices is one bad row, not a broken answer.
                  .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * The document in a body.
   *
   * @throws Broken without the parser's message, which quotes the body
   */
  static JsonNode parse(String text) throws Broken {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      if (e instanceof JsonEOFException || endless(text)) {
        throw Broken.of(Fault.TRUNCATED, Broken.Again.AFTER_PAUSE, "JSON ends too early");
      }
      throw Broken.of(Fault.MALFORMED, Broken.Again.AT_ONCE, "body is not JSON within our limits");
    }
  }

  /** An object without its end; the parser says so in more than one way. */
  private static boolean endless(String text) {
    return text.stripLeading().startsWith("{") && !text.stripTrailing().endsWith("}");
  }

  /** A finite number. */
  static OptionalDouble number(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue())
        ? OptionalDouble.of(node.doubleValue())
        : OptionalDouble.empty();
  }

  /** A number above zero: of a price, a ratio or a size nothing else makes sense. */
  static OptionalDouble positive(JsonNode node) {
    OptionalDouble number = number(node);
    return number.isPresent() && number.getAsDouble() > 0 ? number : OptionalDouble.empty();
  }

  /** A whole number above zero. */
  static OptionalInt count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() > 0
        ? OptionalInt.of(node.intValue())
        : OptionalInt.empty();
  }

  /** A text without control, format and broken characters, on one line; empty when blank. */
  static Optional<String> text(JsonNode node) {
    if (!node.isTextual()) {
      return Optional.empty();
    }
    var clean = new StringBuilder();
    node.textValue()
        .codePoints()
        .map(StrictJson::spaceForWhitespace)
        .filter(StrictJson::printable)
        .limit(LONGEST_TEXT)
        .forEach(clean::appendCodePoint);
    String line = clean.toString().strip().replaceAll(" {2,}", " ");
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  private static int spaceForWhitespace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) ? ' ' : codePoint;
  }

  private static boolean printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> codePoint != 0xFFFD;
    };
  }
}
