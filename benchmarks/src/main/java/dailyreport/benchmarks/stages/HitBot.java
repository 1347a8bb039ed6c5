package dailyreport.benchmarks.stages;

import dailyreport.adapters.line.LineWebhook;
import dailyreport.adapters.sqlite.SqliteInvalidationLog;
import dailyreport.application.AnswerNow;
import dailyreport.application.ReportLinks;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.Messenger;
import dailyreport.benchmarks.local.LocalTierFile;
import dailyreport.benchmarks.sample.SampleReport;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The bot as its webhook function runs it, with the report that is asked for in the local tier.
 * Events go nowhere; what a hit does not need throws.
 */
final class HitBot implements AutoCloseable {
  static final String TICKER = "DBS19";

  private static final URI LINKS = URI.create("https://bot.example");
  private static final Duration WEBHOOK = Duration.ofMillis(1_200);

  private final InstantSource clock = InstantSource.fixed(SampleReport.NOW);
  private final EventLog events = _ -> {};
  private final TickerDirectory directory = TickerDirectory.bundled();
  private final Sessions sessions = Sessions.of(TradingCalendar.bundled(), directory::listed);
  private final LocalTierFile local = LocalTierFile.empty();
  private final SqliteInvalidationLog invalidations;
  private final LineWebhook webhook = LineWebhook.open(SignedEvents.CHANNEL_SECRET, events, clock);
  private final AnswerNow answerNow;
  private final CacheEntry.Positive entry;

  private HitBot(Messenger messenger) {
    ReportKey key = sessions.newest(new Ticker(TICKER), SampleReport.NOW);
    entry = SampleReport.entry(SampleReport.of(SampleReport.SEASONED), key);
    LocalCopy[] others = LocalTierFile.copies(entry.report());
    local.fill(others);
    local.fill(LocalTierFile.copy(entry));
    invalidations = SqliteInvalidationLog.open(local.folder(), clock, events);
    answerNow =
        new AnswerNow(
            cache(),
            directory,
            sessions,
            new ReportLinks(SignedEvents.CHANNEL_SECRET),
            messenger,
            (_, _, _) -> {
              throw new IllegalStateException("a hit sends no job");
            },
            events,
            clock);
  }

  /** A bot that answers through this messenger. */
  static HitBot answeringThrough(Messenger messenger) {
    return new HitBot(messenger);
  }

  private TieredCache cache() {
    return new TieredCache(
        Tiers.sqlite(local.cache(), invalidations),
        SessionTtlPolicy.of(sessions, directory::listed, () -> "0"),
        EntryGate.live(),
        (_, _, _, _) -> {
          throw new IllegalStateException("a hit generates nothing");
        },
        new GenerationBudget(clock),
        (_, _, _) -> {
          throw new IllegalStateException("a fresh hit is not refreshed");
        },
        events,
        clock,
        Waiting.real());
  }

  /** The report in the local tier. */
  Report stored() {
    return entry.report();
  }

  /** What the webhook function does between a request and its 200. */
  AnswerNow.Handled handle(SignedEvents.Posted posted) {
    return switch (webhook.receive(posted.body(), posted.headers(), LINKS)) {
      case LineWebhook.Verdict.Accepted(var incoming) ->
          answerNow.answer(incoming.getFirst(), Deadline.in(WEBHOOK, clock.instant()));
      case LineWebhook.Verdict.Rejected rejected ->
          throw new IllegalStateException("the webhook rejected its own request: " + rejected);
    };
  }

  @Override
  public void close() {
    invalidations.close();
    local.close();
  }
}
