package dailyreport.bootstrap.local.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What the person at the page does.
 *
 * @param kind of event
 * @param text typed, or the words of the button that was tapped
 * @param data behind that button
 * @param chat where
 * @param mention whether a text begins with the bot's name
 * @param age of the event when it is delivered, and so of its reply token
 * @param forged whether it is signed by somebody else
 */
record Ask(
    Kind kind, String text, String data, Chat chat, boolean mention, Duration age, boolean forged) {
  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_DATA = 300;
  private static final int OLDEST_SECONDS = 86_400;

  /** Events that LINE sends. */
  enum Kind {
    TEXT,
    STICKER,
    IMAGE,
    VIDEO,
    LOCATION,
    FOLLOW,
    UNFOLLOW,
    JOIN,
    LEAVE,
    POSTBACK
  }

  /** Where a conversation takes place. */
  enum Chat {
    USER,
    GROUP;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String label() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads it from the page's object.
   *
   * @throws IllegalArgumentException naming the field that cannot be used
   */
  static Ask of(Map<String, Object> fields) {
    int age = number(fields.getOrDefault("ageSeconds", BigDecimal.ZERO));
    return new Ask(
        constant(Kind.class, "kind", text(fields, "kind", "text", 16)),
        text(fields, "text", "", LONGEST_TEXT),
        text(fields, "data", "", LONGEST_DATA),
        constant(Chat.class, "chat", text(fields, "chat", "user", 16)),
        flag(fields, "mention"),
        Duration.ofSeconds(age),
        flag(fields, "forged"));
  }

  private static String text(
      Map<String, Object> fields, String name, String otherwise, int longest) {
    if (fields.getOrDefault(name, otherwise) instanceof String text && text.length() <= longest) {
      return text;
    }
    throw new IllegalArgumentException(
        name + ": expected a text of at most " + longest + " characters");
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name + ": expected another word");
  }

  private static int number(Object value) {
    if (value instanceof BigDecimal number
        && number.scale() <= 0
        && number.signum() >= 0
        && number.compareTo(BigDecimal.valueOf(OLDEST_SECONDS)) <= 0) {
      return number.intValue();
    }
    throw new IllegalArgumentException("ageSeconds: expected a number from 0 to " + OLDEST_SECONDS);
  }

  static boolean flag(Map<String, Object> fields, String name) {
    if (fields.getOrDefault(name, false) instanceof Boolean yes) {
      return yes;
    }
    throw new IllegalArgumentException(name + ": expected true or false");
  }
}
