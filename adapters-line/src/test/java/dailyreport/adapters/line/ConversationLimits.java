package dailyreport.adapters.line;

import static dailyreport.adapters.line.Row.making;
import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.TickerDirectory;
import dailyreport.application.port.Fault;
import dailyreport.domain.market.Exchange;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Limits, and sources that give nothing: faults.md, section 7. */
final class ConversationLimits {
  private ConversationLimits() {}

  static List<Row> rows() {
    return List.of(
        new Row(
            "asks for an eleventh new report in an hour, and for an old one",
            bot -> {
              asks(bot, 0, 11);
              asks(bot, 0, 1);
            },
            reports(0, 10) + ", limit, " + reports(0, 1),
            10,
            11),
        new Row(
            "asks again after the hour",
            bot -> {
              asks(bot, 0, 11);
              bot.clock.advance(Duration.ofHours(1));
              asks(bot, 10, 11);
            },
            reports(0, 10) + ", limit, " + reports(10, 11),
            11,
            12),
        new Row(
            "asks for a thirty-first new report in a day",
            bot -> {
              for (int hour = 0; hour < 3; hour++) {
                asks(bot, hour * 10, hour * 10 + 10);
                bot.clock.advance(Duration.ofHours(1));
              }
              asks(bot, 30, 31);
            },
            reports(0, 30) + ", limit",
            30,
            31),
        new Row(
            "is not stopped by somebody else's limit",
            bot -> {
              asks(bot, 0, 11);
              Chat.person(bot, "U-canary-2").types(symbols().get(10));
            },
            reports(0, 10) + ", limit, " + reports(10, 11),
            11,
            12),
        new Row(
            "forty people ask for the same report at once",
            bot -> {
              bot.receives(
                  IntStream.range(0, 40)
                      .mapToObj(i -> Chat.person(bot, "U-canary-" + i).text("DBS19").toString())
                      .toArray(String[]::new));
              bot.works();
            },
            String.join(", ", Collections.nCopies(40, "report DBS19")),
            1,
            40),
        making(
            "asks when the model is of no use",
            bot -> {
              bot.model.breaks();
              bot.person().types("DBS19");
            },
            "report DBS19 template"),
        making(
            "asks when the day's money is spent",
            bot -> {
              bot.spendsTheDay();
              bot.person().types("DBS19");
              assertThat(bot.narrator.calls()).isZero();
            },
            "report DBS19 template"),
        new Row(
            "asks when there are no prices, and again when there are",
            bot -> {
              bot.market.failing(Fault.TIMEOUT);
              Chat chat = bot.person().types("DBS19");
              bot.market.healed();
              bot.clock.advance(Duration.ofMinutes(11));
              chat.tapsLast("ลองอีกครั้ง");
            },
            "no data DBS19, report DBS19",
            1,
            2),
        new Row(
            "asks for what the source does not know, twice",
            bot -> {
              bot.forgets("D05.SI");
              bot.person().types("DBS19").types("DBS19");
            },
            "no data DBS19, no data DBS19",
            0,
            1),
        new Row(
            "asks while the queue refuses",
            bot -> {
              bot.queueRefuses();
              bot.person().types("DBS19");
            },
            "no data DBS19",
            0,
            0));
  }

  /** Types the symbols of the list from one to another. */
  private static void asks(WholeBot bot, int from, int to) {
    symbols().subList(from, to).forEach(symbol -> bot.person().types(symbol));
  }

  private static String reports(int from, int to) {
    return symbols().subList(from, to).stream()
        .map(symbol -> "report " + symbol)
        .collect(Collectors.joining(", "));
  }

  /** Of exchanges that have closed for the day. */
  private static List<String> symbols() {
    Set<Exchange> closed = Set.of(Exchange.SGX, Exchange.HKEX, Exchange.TSE, Exchange.HOSE);
    return TickerDirectory.bundled().all().stream()
        .filter(instrument -> closed.contains(instrument.underlying().exchange()))
        .map(instrument -> instrument.ticker().symbol())
        .toList();
  }
}
