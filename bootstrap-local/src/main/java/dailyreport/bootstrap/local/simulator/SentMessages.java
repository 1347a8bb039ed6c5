package dailyreport.bootstrap.local.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What LINE requires of messages, as far as it says so itself: line.md, section 2. */
final class SentMessages {
  private static final int MOST = 5;
  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_ALT = 1_500;
  private static final int MOST_QUICK = 13;
  private static final String EMPTY = "May not be empty";

  private final List<Map<String, String>> faults = new ArrayList<>();

  private SentMessages() {}

  /** What is wrong, in LINE's words; empty when nothing is. */
  static List<Map<String, String>> faults(Object messages) {
    var check = new SentMessages();
    if (!(messages instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
      check.fault("messages", "Size must be between 1 and " + MOST);
    } else {
      for (int i = 0; i < list.size(); i++) {
        check.message("messages[" + i + "]", list.get(i));
      }
    }
    return List.copyOf(check.faults);
  }

  private void message(String at, Object message) {
    if (!(message instanceof Map<?, ?> fields)) {
      fault(at, "Must be an object");
      return;
    }
    switch (String.valueOf(fields.get("type"))) {
      case "text" -> text(at + ".text", fields.get("text"), LONGEST_TEXT);
      case "flex" -> {
        text(at + ".altText", fields.get("altText"), LONGEST_ALT);
        contents(at + ".contents", fields.get("contents"));
      }
      case "image" -> {
        text(at + ".originalContentUrl", fields.get("originalContentUrl"), 2_000);
        text(at + ".previewImageUrl", fields.get("previewImageUrl"), 2_000);
      }
      default -> fault(at + ".type", "Must be one of the message types of this stand-in");
    }
    if (fields.get("quickReply") instanceof Map<?, ?> quick
        && !(quick.get("items") instanceof List<?> items
            && !items.isEmpty()
            && items.size() <= MOST_QUICK)) {
      fault(at + ".quickReply.items", "Size must be between 1 and " + MOST_QUICK);
    }
  }

  private void contents(String at, @Nullable Object contents) {
    if (!(contents instanceof Map<?, ?> fields)
        || !Set.of("bubble", "carousel").contains(String.valueOf(fields.get("type")))) {
      fault(at, "Must be a bubble or a carousel");
    }
  }

  private void text(String at, @Nullable Object value, int longest) {
    if (!(value instanceof String text) || text.isEmpty()) {
      fault(at, EMPTY);
    } else if (text.length() > longest) {
      fault(at, "Length must be between 0 and " + longest);
    }
  }

  private void fault(String property, String message) {
    SequencedMap<String, String> fault = new TreeMap<>();
    fault.put("message", message);
    fault.put("property", property);
    faults.add(fault);
  }
}
