package dailyreport.adapters.line;

import static dailyreport.adapters.line.Row.making;
import static dailyreport.adapters.line.Row.of;

import java.util.List;
import java.util.stream.Stream;

/** What is no word and no tap, what comes twice, and what comes together. */
final class ConversationEvents {
  private ConversationEvents() {}

  static List<Row> rows() {
    return Stream.of(things(), withoutAnswer(), twice(), together()).flatMap(List::stream).toList();
  }

  private static List<Row> things() {
    return Stream.concat(
            Stream.of("sticker", "image", "video", "audio", "file", "location", "hologram")
                .map(type -> of("sends: " + type, bot -> bot.person().sends(type), "hint")),
            Stream.of(
                of("becomes a friend", bot -> bot.person().happens("follow"), "welcome"),
                of("is invited to a group", bot -> Chat.group(bot).happens("join"), "welcome"),
                of("is invited to a room", bot -> Chat.room(bot).happens("join"), "welcome")))
        .toList();
  }

  private static List<Row> withoutAnswer() {
    return Stream.concat(
            Stream.of("unfollow", "leave", "unsend", "memberLeft", "messageEdited", "novelty")
                .map(type ->
                    of("event: " + type, bot -> bot.person().happensUnanswerable(type), "")),
            Stream.of(
                of("event: accountLink", bot -> bot.person().happens("accountLink"), ""),
                of("event: memberJoined", bot -> Chat.group(bot).happens("memberJoined"), ""),
                of(
                    "types while another bot has the chat",
                    bot -> {
                      Chat chat = bot.person();
                      chat.happens(chat.text("DBS19").put("mode", "standby"));
                    },
                    ""),
                of(
                    "the console checks with its dummy token",
                    bot -> {
                      Chat chat = bot.person();
                      chat.happens(chat.text("DBS19").put("replyToken", "0".repeat(32)));
                    },
                    ""),
                of("the console checks without events", WholeBot::receives, "")))
        .toList();
  }

  private static List<Row> twice() {
    return List.of(
        of(
            "a hint is delivered again",
            bot -> {
              Chat chat = bot.person();
              var event = chat.text("help");
              chat.happens(event).happens(chat.again(event)).happens(chat.again(event));
            },
            "help"),
        making(
            "a report is delivered again",
            bot -> {
              Chat chat = bot.person();
              var event = chat.text("DBS19");
              chat.happens(event).happens(chat.again(event));
            },
            "report DBS19"),
        making(
            "a lost event is delivered again for the first time",
            bot -> {
              Chat chat = bot.person();
              chat.happens(chat.again(chat.text("DBS19")));
            },
            "report DBS19"),
        making(
            "the same event stands in a body twice",
            bot -> {
              String event = bot.person().text("DBS19").toString();
              bot.receives(event, event);
              bot.works();
            },
            "report DBS19"),
        making(
            "the same person asks twice",
            bot -> bot.person().types("DBS19").types("dbs"),
            "report DBS19, report DBS19"));
  }

  private static List<Row> together() {
    return List.of(
        making(
            "three events, the second broken",
            bot -> {
              Chat chat = bot.person();
              bot.receives(
                  chat.text("help").toString(),
                  chat.text("UOB19").put("timestamp", "yesterday").toString(),
                  chat.text("DBS19").toString());
              bot.works();
            },
            "help, report DBS19"),
        new Row(
            "two people ask for the same report",
            bot -> {
              bot.receives(
                  Chat.person(bot, "U-canary-1").text("DBS19").toString(),
                  Chat.person(bot, "U-canary-2").text("DBS19").toString());
              bot.works();
            },
            "report DBS19, report DBS19",
            1,
            2),
        new Row(
            "two people ask for two reports",
            bot -> {
              bot.receives(
                  Chat.person(bot, "U-canary-1").text("DBS19").toString(),
                  Chat.person(bot, "U-canary-2").text("UOB19").toString());
              bot.works();
            },
            "report DBS19, report UOB19",
            2,
            2));
  }
}
