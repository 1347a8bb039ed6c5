package dailyreport.adapters.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What LINE would refuse of a body that is posted to it: first by the schema of what we send, then
 * by the lengths and places that no schema counts. Facts: line.md, section 2.
 */
final class LineRules {
  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_ALT_TEXT = 400;
  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_DATA = 300;
  private static final int LONGEST_SAID = 300;
  private static final int LONGEST_LINK = 1_000;
  private static final int LARGEST_BUBBLE = 30 * 1024;
  private static final int LARGEST_REQUEST = 50 * 1024;

  private static final Pattern RATIO = Pattern.compile("(\\d{1,5}):(\\d{1,5})");

  private static final Map<String, JsonSchema> SCHEMAS =
      Map.of(
          LineStub.REPLY, schema("reply"),
          LineStub.PUSH, schema("push"),
          LineStub.LOADING, schema("loading"));

  private LineRules() {}

  /** What is wrong with a body that is posted to that path; empty when LINE takes it. */
  static List<String> broken(String path, JsonNode body) {
    var broken = new ArrayList<String>();
    JsonSchema schema = SCHEMAS.get(path);
    if (schema == null) {
      return List.of("nothing is posted to " + path);
    }
    schema.validate(body).stream().map(ValidationMessage::toString).forEach(broken::add);
    JsonNode messages = body.path("messages");
    for (int i = 0; i < messages.size(); i++) {
      message(messages.get(i), i == messages.size() - 1, broken);
    }
    atMost("request in bytes", bytes(body), LARGEST_REQUEST, broken);
    surrogates(body.toString(), broken);
    return broken;
  }

  private static void message(JsonNode message, boolean last, List<String> broken) {
    if (message.has("quickReply") && !last) {
      broken.add("quick replies would vanish under the next message");
    }
    atMost("text", message.path("text").asText().length(), LONGEST_TEXT, broken);
    atMost("altText", message.path("altText").asText().length(), LONGEST_ALT_TEXT, broken);
    if (message.has("contents")) {
      atMost("bubble in bytes", bytes(message.get("contents")), LARGEST_BUBBLE, broken);
    }
    for (JsonNode action : message.findValues("action")) {
      atMost("label", clusters(action.path("label").asText()), LONGEST_LABEL, broken);
      atMost("data", action.path("data").asText().length(), LONGEST_DATA, broken);
      atMost("displayText", action.path("displayText").asText().length(), LONGEST_SAID, broken);
      atMost("text of an action", action.path("text").asText().length(), LONGEST_SAID, broken);
      atMost("uri", action.path("uri").asText().length(), LONGEST_LINK, broken);
    }
    for (String url : message.findValuesAsText("url")) {
      atMost("url", url.length(), 2 * LONGEST_LINK, broken);
    }
    for (String ratio : message.findValuesAsText("aspectRatio")) {
      Matcher sides = RATIO.matcher(ratio);
      if (sides.matches()
          && Integer.parseInt(sides.group(2)) > 3 * Integer.parseInt(sides.group(1))) {
        broken.add("an image of " + ratio + " is too high");
      }
    }
  }

  private static void atMost(String what, int seen, int most, List<String> broken) {
    if (seen > most) {
      broken.add(what + " has " + seen + ", at most " + most + " are taken");
    }
  }

  private static void surrogates(String text, List<String> broken) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      broken.add("half of a character outside of the basic plane");
    }
  }

  /** What a person counts as characters. */
  static int clusters(String text) {
    BreakIterator borders = BreakIterator.getCharacterInstance(Locale.ROOT);
    borders.setText(text);
    int count = 0;
    while (borders.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  private static int bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static JsonSchema schema(String definition) {
    try (InputStream stream = LineRules.class.getResourceAsStream("sent.schema.json")) {
      ObjectNode all = (ObjectNode) new ObjectMapper().readTree(stream);
      all.put("$ref", "#/$defs/" + definition);
      return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
