package dailyreport.adapters.line;

import static dailyreport.adapters.line.Row.making;
import static dailyreport.adapters.line.Row.of;

import java.util.List;

/** Buttons, ours and forged ones. */
final class ConversationTaps {
  private ConversationTaps() {}

  static List<Row> rows() {
    return List.of(
        making("taps a symbol", bot -> bot.person().taps("v=1&a=report&t=DBS19"), "report DBS19"),
        making(
            "taps a symbol and its session",
            bot -> bot.person().taps("v=1&a=report&t=DBS19&d=2025-11-11"),
            "report DBS19"),
        making(
            "taps a day without trading",
            bot -> bot.person().taps("v=1&a=report&t=DBS19&d=2025-11-09"),
            "report DBS19"),
        making(
            "taps a day to come",
            bot -> bot.person().taps("v=1&a=report&t=DBS19&d=2031-01-06"),
            "report DBS19"),
        making(
            "taps a day of another century",
            bot -> bot.person().taps("v=1&a=report&t=DBS19&d=1825-11-11"),
            "report DBS19"),
        making(
            "taps a suggestion",
            bot -> bot.person().types("DBS11").tapsLast("DBS19"),
            "ask DBS19, report DBS19"),
        making(
            "taps to refresh what is fresh",
            bot -> bot.person().types("DBS19").tapsLast("รีเฟรช"),
            "report DBS19, report DBS19"),
        new Row(
            "taps a neighbour",
            bot -> bot.person().types("DBS19").tapsLast("UOB19"),
            "report DBS19, report UOB19",
            2,
            2),
        of(
            "taps a symbol that is not listed",
            bot -> bot.person().taps("v=1&a=report&t=NOPE19"),
            "unknown NOPE19"),
        of("taps page 2 of the list", bot -> bot.person().taps("v=1&a=list&p=2"), "list 2/3"),
        of("taps a page beyond the list", bot -> bot.person().taps("v=1&a=list&p=99"), "list 3/3"),
        of("taps something else", bot -> bot.person().taps("v=1&a=erase&t=DBS19"), ""),
        of("taps a path", bot -> bot.person().taps("v=1&a=report&t=../../x"), ""),
        of(
            "taps an impossible date",
            bot -> bot.person().taps("v=1&a=report&t=DBS19&d=2025-02-30"),
            ""),
        of("taps more than was sent", bot -> bot.person().taps("v=1&a=report&t=DBS19&x=1"), ""),
        of("taps nothing", bot -> bot.person().taps(""), ""),
        of(
            "taps a huge button",
            bot -> bot.person().taps("v=1&a=report&t=DBS19".repeat(2_000)),
            ""));
  }
}
