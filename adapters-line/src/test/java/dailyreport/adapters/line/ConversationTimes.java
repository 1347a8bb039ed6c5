package dailyreport.adapters.line;

import static dailyreport.adapters.line.Row.making;
import static dailyreport.adapters.line.Row.of;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import java.time.Duration;
import java.util.List;

/** The age of a token, a slow model, and the age of data: line.md, section 5. */
final class ConversationTimes {
  private ConversationTimes() {}

  static List<Row> rows() {
    return List.of(
        making("the job starts at 44 s", bot -> waits(bot, 44), "report DBS19"),
        making("the job starts at 45 s", bot -> waits(bot, 45), "wait DBS19"),
        making("the job starts at 49 s", bot -> waits(bot, 49), "wait DBS19"),
        making("the job starts at 50 s", bot -> waits(bot, 50), ""),
        of("the job starts after 5 minutes", bot -> waits(bot, 301), "").queued(1),
        making(
            "the job starts at 50 s, and the person asks again",
            bot -> {
              waits(bot, 50);
              bot.person().types("DBS19");
            },
            "report DBS19"),
        of("types, and the event comes after 20 minutes", bot -> late(bot, 20 * 60), ""),
        making("types, and the event comes after 40 s", bot -> late(bot, 40), "report DBS19"),
        making(
            "the model is slow, then the person taps",
            bot -> {
              slow(bot);
              bot.person().tapsLast("ดูรายงาน");
            },
            "wait DBS19, report DBS19"),
        making(
            "the model is slow, then the person types",
            bot -> {
              slow(bot);
              bot.person().types("dbs");
            },
            "wait DBS19, report DBS19"),
        making(
            "the model is slow, and the same event comes again",
            bot -> {
              Chat chat = bot.person();
              var event = chat.text("DBS19");
              slow(bot, () -> chat.happens(event));
              chat.happens(chat.again(event));
            },
            "wait DBS19"),
        making(
            "the report is from before an invalidation",
            bot -> {
              bot.person().types("DBS19");
              bot.clock.advance(Duration.ofSeconds(1));
              bot.cache.invalidate(
                  new Scope.All(),
                  Strength.SOFT,
                  Deadline.in(Duration.ofSeconds(9), bot.clock.instant()));
              bot.person().types("DBS19");
            },
            "report DBS19, report DBS19 stale"),
        making(
                "the next day's prices cannot be had",
                bot -> {
                  bot.person().types("DBS19");
                  bot.market.failing(Fault.TIMEOUT);
                  bot.clock.advance(Duration.ofHours(24));
                  bot.person().types("DBS19");
                },
                "report DBS19, report DBS19 stale")
            .queued(2));
  }

  /** The job lies in the queue until the event is that old. */
  private static void waits(WholeBot bot, long seconds) {
    bot.receives(bot.person().text("DBS19").toString());
    bot.clock.advance(Duration.ofSeconds(seconds));
    bot.works();
  }

  private static void late(WholeBot bot, long seconds) {
    bot.person().late(Duration.ofSeconds(seconds)).types("DBS19");
  }

  private static void slow(WholeBot bot) {
    slow(bot, () -> bot.person().types("DBS19"));
  }

  /** The model goes on when the person was told to wait. */
  private static void slow(WholeBot bot, Runnable asking) {
    bot.model.isSlow();
    bot.platform.whenShown(bot.model::goesOn);
    asking.run();
  }
}
