package dailyreport.adapters.openai;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the few JSON fragments of a prompt, so that foreign text cannot leave its quotes. */
final class Json {
  private Json() {}

  static String array(Collection<String> elements) {
    return elements.stream().collect(Collectors.joining(",", "[", "]"));
  }

  static String strings(Collection<String> texts) {
    return array(texts.stream().map(Json::quote).toList());
  }

  /** The text in quotes; control, format and line separator characters are escaped too. */
  static String quote(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        default -> {
          if (visible(c)) {
            json.append(c);
          } else {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          }
        }
      }
    }
    return json.append('"').toString();
  }

  private static boolean visible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
