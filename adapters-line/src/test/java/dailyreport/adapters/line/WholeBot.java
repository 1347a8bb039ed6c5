package dailyreport.adapters.line;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.AnswerLate;
import dailyreport.application.AnswerNow;
import dailyreport.application.DailyBudget;
import dailyreport.application.GenerateReport;
import dailyreport.application.ModelNarration;
import dailyreport.application.ReportLinks;
import dailyreport.application.ReportParts;
import dailyreport.application.TickerDirectory;
import dailyreport.application.cache.EntryGate;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.SessionTtlPolicy;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.TieredCache;
import dailyreport.application.cache.Tiers;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Job;
import dailyreport.application.port.JobQueue;
import dailyreport.application.port.Messenger;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.application.port.Received;
import dailyreport.application.port.Secret;
import dailyreport.contract.DirectTechnicalAnalysis;
import dailyreport.contract.InMemoryEventClaims;
import dailyreport.contract.InMemoryGenerationLease;
import dailyreport.contract.InMemoryInvalidationLog;
import dailyreport.contract.InMemoryJobQueue;
import dailyreport.contract.InMemoryLocalCache;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.InMemorySharedCache;
import dailyreport.contract.InMemorySpendLedger;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.ScriptedMarketData;
import dailyreport.contract.ScriptedNarrator;
import dailyreport.contract.ScriptedNewsFeed;
import dailyreport.contract.TestClock;
import dailyreport.contract.TinyChartRenderer;
import dailyreport.contract.TinyPdfRenderer;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.Figures;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bot from the webhook to LINE with the list that comes with the program: everything is real
 * but the sources, the stores, the queue and LINE itself.
 */
final class WholeBot {
  private static final URI LINKS = URI.create("https://bot.example");
  private static final Duration WEBHOOK = Duration.ofMillis(1_200);
  private static final Duration WORKER = Duration.ofSeconds(105);

  final TestClock clock = TestClock.atNow();
  final RecordingEventLog events = new RecordingEventLog();
  final TickerDirectory directory = TickerDirectory.bundled();
  final Sessions sessions = Sessions.of(TradingCalendar.bundled(), directory::listed);
  final ScriptedMarketData market = new ScriptedMarketData(clock);
  final ScriptedNarrator narrator = new ScriptedNarrator(clock);
  final SlowModel model = new SlowModel(clock);
  final InMemoryJobQueue jobs = new InMemoryJobQueue(clock);
  final InMemorySpendLedger ledger = new InMemorySpendLedger(clock);
  final InMemoryEventClaims claims = new InMemoryEventClaims(clock);
  final LinePlatform platform;
  final TieredCache cache;

  private final LineWebhook webhook = LineWebhook.open(SignedBodies.SECRET, events, clock);
  private final AtomicInteger generations = new AtomicInteger();
  private final AnswerNow answerNow;
  private final AnswerLate answerLate;
  private final Set<String> forgotten = new HashSet<>();
  private boolean queueRefuses;
  private final AtomicInteger queued = new AtomicInteger();

  /** Without pushing, as by default. */
  WholeBot(LinePlatform platform) {
    this(platform, false);
  }

  WholeBot(LinePlatform platform, boolean mayPush) {
    this.platform = platform;
    platform.starts(clock);
    PricesOfAll.LISTED.forEach(market::knowing);
    narrator.writes(PricesOfAll.DRAFT).during(model::writing);
    var budget = new GenerationBudget(clock);
    this.cache =
        new TieredCache(
            Tiers.hybrid(
                new InMemoryLocalCache(),
                new InMemorySharedCache(clock),
                new InMemoryGenerationLease(clock),
                new InMemoryInvalidationLog(clock)),
            SessionTtlPolicy.of(
                sessions,
                directory::listed,
                () -> Integer.toHexString(generations.incrementAndGet())),
            EntryGate.live(),
            generator(budget),
            budget,
            jobs,
            events,
            clock,
            model.others());
    var links = new ReportLinks(SignedBodies.SECRET);
    Messenger messenger =
        LineMessenger.open(
            new Secret("token-canary"), platform.base(), events, clock, clock::advance);
    this.answerNow =
        new AnswerNow(cache, directory, sessions, links, messenger, queue(), events, clock);
    this.answerLate =
        new AnswerLate(
            cache,
            claims,
            messenger,
            directory,
            links,
            SignedBodies.SECRET,
            mayPush,
            events,
            clock,
            model.patience());
  }

  private GenerateReport generator(GenerationBudget budget) {
    var money = new DailyBudget(DailyBudget.DEFAULT_USD, ledger, events, clock);
    return new GenerateReport(
        directory,
        sessions,
        (underlying, deadline) ->
            forgotten.contains(underlying.symbol())
                ? new Quotes.Unknown()
                : market.quotes(underlying, deadline),
        new ScriptedNewsFeed(clock),
        new DirectTechnicalAnalysis(),
        new ModelNarration(
            () -> Optional.of(narrator), budget, money, events, clock, model.others()),
        new ReportParts(
            TinyChartRenderer::new,
            TinyPdfRenderer::new,
            new InMemoryReportCodec(),
            ChartForm.PHONE_LIGHT,
            events,
            clock),
        events,
        clock);
  }

  private JobQueue queue() {
    return (job, delay, deadline) -> {
      if (queueRefuses) {
        throw new PortException.Queue(Fault.THROTTLED, "job for the queue", null);
      }
      queued.incrementAndGet();
      jobs.send(job, delay, deadline);
    };
  }

  /** LINE posts these events; each is answered as the webhook function does. */
  void receives(String... posted) {
    byte[] body = SignedBodies.bytes(SignedBodies.body(posted));
    assertThat(receives(body, SignedBodies.signed(body)))
        .isInstanceOf(LineWebhook.Verdict.Accepted.class);
  }

  /** Somebody posts this. */
  LineWebhook.Verdict receives(byte[] body, Map<String, List<String>> headers) {
    var verdict = webhook.receive(body, headers, LINKS);
    if (verdict instanceof LineWebhook.Verdict.Accepted accepted) {
      accepted
          .events()
          .forEach(one -> answerNow.answer(one, Deadline.in(WEBHOOK, clock.instant())));
    }
    return verdict;
  }

  /** The worker takes every job that is due. */
  void works() {
    for (Optional<Received> job = jobs.receive(); job.isPresent(); job = jobs.receive()) {
      works(job.get());
      jobs.acknowledge(job.get());
    }
  }

  /** The worker takes a job, for the first time or again. */
  void works(Received received) {
    if (received.job() instanceof Job.Answer) {
      answerLate.answer(received, Deadline.in(WORKER, clock.instant()));
    }
  }

  /** The source of prices no longer knows that symbol. */
  void forgets(String yahooSymbol) {
    forgotten.add(yahooSymbol);
  }

  /** The day's ceiling on the model's cost is reached. */
  void spendsTheDay() {
    ledger.add(
        LocalDate.ofInstant(clock.instant(), Figures.BANGKOK),
        DailyBudget.DEFAULT_USD,
        Deadline.in(WEBHOOK, clock.instant()));
  }

  void queueRefuses() {
    queueRefuses = true;
  }

  Chat person() {
    return Chat.person(this, "U-canary");
  }

  /** Events that became a job. */
  int queued() {
    return queued.get();
  }

  /** Reports that were made. */
  int made() {
    return events.of(AppEvent.Generated.class).size();
  }
}
