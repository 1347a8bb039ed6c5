package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dailyreport.application.port.Messages;
import dailyreport.domain.report.ReportText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person got, in a few words: read from what went over the wire, not from our types. */
final class Heard {
  private static final Pattern PAGE = Pattern.compile("หน้า (\\d+) จาก (\\d+)");
  private static final Pattern ASKED = Pattern.compile("v=1&a=report&t=([A-Z0-9]+)");
  private static final Pattern UNKNOWN = Pattern.compile("ไม่พบ (.+) ในรายการ.*", Pattern.DOTALL);

  private Heard() {}

  static String of(LinePlatform.Shown shown) {
    List<JsonNode> messages = shown.messages();
    return messages.getFirst().get("type").asText().equals("flex")
        ? (messages.size() == 1 ? waiting(messages.getFirst()) : report(messages))
        : told(messages);
  }

  /** Data behind the button of that label, wherever it stands. */
  static String button(LinePlatform.Shown shown, String label) {
    return actions(shown.messages()).stream()
        .filter(action -> label.equals(action.path("label").asText()) && action.has("data"))
        .map(action -> action.get("data").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " in " + shown));
  }

  private static String waiting(JsonNode bubble) {
    String symbol = asked(List.of(bubble)).getFirst();
    String text =
        Messages.WAIT.text(Map.of("ticker", symbol, "button", Messages.BUTTON_VIEW.text()));
    assertThat(bubble.get("altText").asText()).isEqualTo(text);
    assertThat(bubble.at("/contents/body").findValuesAsText("text")).containsExactly(text);
    return "wait " + symbol;
  }

  private static String report(List<JsonNode> messages) {
    String symbol = messages.getFirst().get("altText").asText().split(" ", 2)[0];
    assertThat(messages.getFirst().at("/contents/hero/url").asText()).contains("/" + symbol + "/");
    var text = new StringBuilder();
    for (JsonNode message : messages.subList(1, messages.size())) {
      assertThat(message.get("type").asText()).isEqualTo("text");
      text.append(message.get("text").asText());
    }
    assertThat(text.toString())
        .startsWith(symbol + " · ")
        .contains(ReportText.PERCENTILES, "ไม่ใช่คำแนะนำการลงทุน");
    assertThat(messages.getLast().at("/quickReply/items"))
        .hasSize(4)
        .last()
        .satisfies(item ->
            assertThat(item.at("/action/text").asText()).isEqualTo(Messages.COMMAND_HELP.text()));
    boolean stale = text.indexOf("ยังดึงข้อมูลล่าสุดไม่ได้") >= 0;
    boolean template = text.indexOf("ฉบับสรุปตัวเลข") >= 0;
    return "report " + symbol + (stale ? " stale" : "") + (template ? " template" : "");
  }

  private static String told(List<JsonNode> messages) {
    assertThat(messages).hasSize(1);
    String text = messages.getFirst().get("text").asText();
    assertThat(messages.getFirst().at("/quickReply/items")).isNotEmpty();
    List<String> asked = asked(messages);
    Matcher page = PAGE.matcher(text);
    if (page.find()) {
      return "list " + page.group(1) + "/" + page.group(2);
    }
    if (text.endsWith(Messages.UNKNOWN_QUESTION.text())) {
      return "ask " + String.join(" ", asked);
    }
    if (text.equals(Messages.UNKNOWN_UNNAMED.text())) {
      return "unknown";
    }
    Matcher unknown = UNKNOWN.matcher(text);
    if (unknown.matches()) {
      assertThat(text).isEqualTo(Messages.UNKNOWN.text("input", unknown.group(1)));
      return "unknown " + unknown.group(1);
    }
    if (asked.size() == 1 && text.equals(Messages.NO_DATA.text("ticker", asked.getFirst()))) {
      return "no data " + asked.getFirst();
    }
    return command(text);
  }

  private static String command(String text) {
    var words = Map.of("help", Messages.COMMAND_HELP.text(), "list", Messages.COMMAND_LIST.text());
    if (text.equals(Messages.HELP.text(words))) {
      return "help";
    }
    if (text.equals(Messages.WELCOME.text(words))) {
      return "welcome";
    }
    if (text.equals(Messages.HINT.text())) {
      return "hint";
    }
    if (text.equals(Messages.LIMIT.text(Map.of("hour", 10, "day", 30)))) {
      return "limit";
    }
    throw new AssertionError("nobody expects: " + text);
  }

  /** Symbols behind the buttons, in order. */
  private static List<String> asked(List<JsonNode> messages) {
    return actions(messages).stream()
        .map(action -> ASKED.matcher(action.path("data").asText()))
        .filter(Matcher::lookingAt)
        .map(matcher -> matcher.group(1))
        .toList();
  }

  private static List<JsonNode> actions(List<JsonNode> messages) {
    var actions = new ArrayList<JsonNode>();
    messages.forEach(message -> actions.addAll(message.findValues("action")));
    return actions;
  }
}
