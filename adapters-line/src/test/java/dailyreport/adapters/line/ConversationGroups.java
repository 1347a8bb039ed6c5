package dailyreport.adapters.line;

import static dailyreport.adapters.line.Row.making;
import static dailyreport.adapters.line.Row.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Groups and rooms hear us only when we are meant: line.md, section 4. */
final class ConversationGroups {
  private ConversationGroups() {}

  static List<Row> rows() {
    return Stream.of(silence(), answers(), mentions()).flatMap(List::stream).toList();
  }

  private static List<Row> silence() {
    return Stream.concat(
            Stream.of("สวัสดี", "hello", "DBS", "D05.SI", "Nintendo", "DBS11", "DBS19 UOB19", "now")
                .map(
                    text -> of("says in a group: " + text, bot -> Chat.group(bot).types(text), "")),
            Stream.of(
                of("says in a room: hello", bot -> Chat.room(bot).types("hello"), ""),
                of("sends a sticker to a group", bot -> Chat.group(bot).sends("sticker"), "")))
        .toList();
  }

  private static List<Row> answers() {
    return List.of(
        making(
            "asks in a group with a symbol, unknown to us",
            bot -> {
              Chat.group(bot).types("DBS19");
              assertThat(bot.platform.animations()).isZero();
            },
            "report DBS19"),
        making(
            "asks in a group in lower case", bot -> Chat.group(bot).types("dbs19"), "report DBS19"),
        making(
            "asks in a room with a symbol", bot -> Chat.room(bot).types("DBS19"), "report DBS19"),
        making(
            "asks in a group by command",
            bot -> Chat.group(bot).types("รายงาน DBS"),
            "report DBS19"),
        of("asks in a group for help", bot -> Chat.group(bot).types("วิธีใช้"), "help"),
        of("asks in a room for the list", bot -> Chat.room(bot).types("รายชื่อ"), "list 1/3"),
        making(
            "taps in a group",
            bot -> Chat.group(bot).taps("v=1&a=report&t=DBS19"),
            "report DBS19"));
  }

  private static List<Row> mentions() {
    return List.of(
        of("mentions us and says nothing", bot -> Chat.group(bot).mentions(""), ""),
        of("mentions us and says hello", bot -> Chat.group(bot).mentions("hello"), ""),
        of("mentions us and asks for help", bot -> Chat.group(bot).mentions("help"), "help"),
        making(
            "mentions us with a symbol", bot -> Chat.group(bot).mentions("DBS19"), "report DBS19"),
        making(
            "mentions us with a name",
            bot -> Chat.room(bot).mentions("Nintendo"),
            "report NINTENDO19"),
        making("mentions us alone", bot -> bot.person().mentions("dbs"), "report DBS19"),
        of(
            "mentions somebody else with a symbol",
            bot -> {
              Chat chat = Chat.group(bot);
              var event = chat.mention("DBS19");
              ((ObjectNode) event.at("/message/mention/mentionees/0")).put("isSelf", false);
              chat.happens(event);
            },
            ""));
  }
}
