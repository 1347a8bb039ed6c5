package dailyreport.bootstrap.lambda;

import dailyreport.adapters.line.LineWebhook;
import dailyreport.application.AnswerLate;
import dailyreport.application.AnswerNow;
import dailyreport.application.CheckHolidays;
import dailyreport.application.InvalidateCache;
import dailyreport.application.OpenLink;
import dailyreport.application.PrewarmCache;
import dailyreport.application.RefreshReport;
import dailyreport.application.ReportLinks;
import dailyreport.application.ReportParts;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.Requester;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Messenger;
import dailyreport.contract.CacheWorld;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryCacheWorld;
import dailyreport.contract.InMemoryDeadLetters;
import dailyreport.contract.InMemoryEventClaims;
import dailyreport.contract.InMemoryPartLinks;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.InMemorySpendLedger;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.RecordingMessenger;
import dailyreport.contract.TestClock;
import dailyreport.contract.TinyChartRenderer;
import dailyreport.contract.TinyPdfRenderer;
import dailyreport.domain.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Both functions of one instance over the stand-ins, for a list of two tickers. */
final class Bench {
  final InMemoryCacheWorld world = new InMemoryCacheWorld();
  final TestClock clock = world.clock;
  final CacheWorld.Instance instance = world.instance();
  final RecordingEventLog events = instance.events();
  final RecordingMessenger messenger = new RecordingMessenger(clock);
  final InMemoryEventClaims claims = new InMemoryEventClaims(clock);
  final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters(clock);
  final InMemoryPartLinks partLinks = new InMemoryPartLinks(world.shared(), clock);

  final InMemorySpendLedger spend = new InMemorySpendLedger(clock);

  private final TickerDirectory directory =
      TickerDirectory.of(List.of(Examples.DBS, CacheWorld.UOB));
  private final ReportLinks links = new ReportLinks(Requests.CHANNEL_SECRET);

  WebhookFunction webhook() {
    return webhook(instance.queue());
  }

  WebhookFunction webhook(JobQueue queue) {
    return new WebhookFunction(
        LineWebhook.open(Requests.CHANNEL_SECRET, events, clock),
        new AnswerNow(
            instance.cache(), directory, world.sessions, links, messenger, queue, events, clock),
        new OpenLink(links, instance.cache(), partLinks, Duration.ofHours(1), events),
        events,
        clock);
  }

  WorkerFunction worker() {
    return worker(messenger);
  }

  WorkerFunction worker(Messenger messenger) {
    return new WorkerFunction(
        new AnswerLate(
            instance.cache(),
            claims,
            messenger,
            directory,
            links,
            Requests.CHANNEL_SECRET,
            false,
            events,
            clock,
            world.waiting()),
        new RefreshReport(
            instance.cache(),
            new ReportParts(
                TinyChartRenderer::new,
                TinyPdfRenderer::new,
                new InMemoryReportCodec(),
                ChartForm.PHONE_LIGHT,
                events,
                clock),
            events,
            clock),
        new Upkeep(
            new PrewarmCache(instance.cache(), world.sessions, instance.queue(), clock),
            new InvalidateCache(instance.cache(), clock),
            directory,
            new DailyDigest(
                spend,
                new BigDecimal("5"),
                world.shared(),
                world.log(),
                world.sessions,
                directory,
                new CheckHolidays(TradingCalendar.bundled(), events, clock),
                "0.1.0",
                clock)),
        deadLetters,
        events,
        clock);
  }

  /** What the loop would say: Lambda's limit less the time for posting the result. */
  Deadline in(Duration time) {
    return Deadline.in(time, clock.instant());
  }

  /** Puts a report of {@link Examples#KEY} into both tiers. */
  void cached() {
    var ample = in(Duration.ofSeconds(60));
    instance.cache().get(Examples.KEY, Requester.nobody(), ample, ample);
  }

  /** Everything that leaves the process, dead letters excepted, or is read from beyond it. */
  long calls() {
    return world.requests()
        + messenger.attempts()
        + messenger.animations().size()
        + instance.queue().pending().size()
        + claims.wire().calls().size()
        + partLinks.wire().calls().size()
        + spend.wire().calls().size()
        + world.generator.calls();
  }
}
