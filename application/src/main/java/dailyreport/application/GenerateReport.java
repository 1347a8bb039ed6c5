package dailyreport.application;

import dailyreport.application.cache.CallAllowance;
import dailyreport.application.cache.Generation;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.cache.Sessions;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.MarketData;
import dailyreport.application.port.NewsFeed;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.Headline;
import dailyreport.domain.market.Instrument;
import dailyreport.domain.market.Percentile;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.Changes;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.DataAge;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Facts;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.NewsChoice;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.TemplateNarrator;
import dailyreport.domain.report.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes a report: prices and news, indicators, stance by rule, template, model text if it passes
 * the check, chart, PDF. The order and what each failure leaves: architecture.md section 5, and
 * faults.md rows F01 to F41.
 */
public final class GenerateReport implements ReportGenerator {
  /** What stays of the time after the model has written. */
  private static final Duration RENDERING = Duration.ofSeconds(6);

  private final TickerDirectory directory;
  private final Sessions sessions;
  private final MarketSources sources;
  private final TechnicalAnalysis technical;
  private final ModelNarration narration;
  private final ReportParts parts;
  private final EventLog events;
  private final InstantSource clock;

  /** A generator over these sources. */
  public GenerateReport(
      TickerDirectory directory,
      Sessions sessions,
      MarketData market,
      NewsFeed news,
      TechnicalAnalysis technical,
      ModelNarration narration,
      ReportParts parts,
      EventLog events,
      InstantSource clock) {
    this.directory = directory;
    this.sessions = sessions;
    this.sources = new MarketSources(market, news);
    this.technical = technical;
    this.narration = narration;
    this.parts = parts;
    this.events = events;
    this.clock = clock;
  }

  /** A generation under way. */
  private record Run(
      ReportKey key,
      Instrument instrument,
      Optional<Report> previous,
      CallAllowance allowance,
      Deadline deadline,
      Instant start,
      Stages stages) {}

  /** Everything that is known before a sentence is written. */
  private record Analysed(Analysis analysis, FactSheet facts, Narrative template, boolean old) {}

  @Override
  public Generation generate(
      ReportKey key, Optional<Report> previous, CallAllowance allowance, Deadline deadline) {
    var run =
        new Run(
            key,
            directory.listed(key.ticker()),
            previous,
            allowance,
            deadline,
            clock.instant(),
            new Stages(key, events, clock));
    MarketSources.Gathered gathered =
        sources.gather(run.instrument().underlying(), run.stages(), deadline);
    return switch (gathered.quotes()) {
      case Quotes.Unknown() ->
          new Generation.Definitive(NegativeReason.UNKNOWN_TICKER, Optional.empty());
      case Quotes.Found(var company, var quoted) ->
          fromPrices(run, named(run, company), quoted.upTo(key.session()), gathered.headlines());
    };
  }

  /** A source that knows no names gives the symbol; the list has a name for everything listed. */
  private static Company named(Run run, Company company) {
    Instrument listed = run.instrument();
    return company.name().equals(listed.underlying().symbol())
        ? company.withName(listed.name())
        : company;
  }

  private Generation fromPrices(
      Run run, Company company, PriceHistory prices, Optional<List<Headline>> candidates) {
    if (prices.unreliable()) {
      throw new PortException.Market(
          Fault.INSANE,
          "bars of %s: %d of %d rows cannot be used"
              .formatted(
                  prices.underlying().symbol(),
                  prices.bad().size(),
                  prices.bad().size() + prices.bars().size()),
          null);
    }
    Optional<LocalDate> newest =
        prices.bars().isEmpty() ? Optional.empty() : Optional.of(prices.bars().getLast().session());
    if (newest.isEmpty() || newest.get().isBefore(run.key().session())) {
      return new Generation.Definitive(NegativeReason.NO_DATA_FOR_SESSION, newest);
    }
    Analysed analysed =
        run.stages().run(Stage.ANALYSIS, () -> analysed(run, company, prices, candidates));
    return written(run, analysed, prices.suspect(), candidates.isPresent());
  }

  /** No chart shows the narrative, so the charts are drawn while the model works. */
  private Generation written(Run run, Analysed analysed, boolean suspect, boolean newsKnown) {
    Report unwritten = report(run, analysed, analysed.template(), Usage.none());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ReportParts.Pictures> drawing = threads.submit(() -> parts.pictures(unwritten));
      ModelNarration.Attempt attempt =
          run.stages()
              .run(
                  Stage.NARRATIVE,
                  () ->
                      suspect
                          ? narration.withheld()
                          : narration.write(analysed.facts(), run.allowance(), modelTime(run)),
                  done -> done.narrative().isPresent() || !done.wanted());
      return finished(run, analysed, attempt, outcome(analysed, attempt, newsKnown), drawing.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the charts of " + run.key(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortException.Market(Fault.TIMEOUT, "report of " + run.key() + ": interrupted", e);
    }
  }

  private Analysed analysed(
      Run run, Company company, PriceHistory prices, Optional<List<Headline>> candidates) {
    Underlying underlying = quoted(run, prices);
    Analysis analysis = technical.analyse(prices);
    LocalDate expected = sessions.newest(run.key().ticker(), run.start()).session();
    StanceRules.Result stance = StanceRules.judge(analysis, expected);
    List<Headline> news =
        NewsChoice.choose(candidates.orElse(List.of()), underlying, clock.instant());
    var facts =
        new FactSheet(
            run.key(),
            underlying,
            company,
            Facts.of(analysis, company, stance),
            stance,
            news,
            LocalDate.ofInstant(run.start(), Figures.BANGKOK));
    tell(run, analysis, expected, candidates.map(List::size).orElse(0) - news.size());
    return new Analysed(
        analysis,
        facts,
        TemplateNarrator.write(facts, Narrative.Author.TEMPLATE),
        DataAge.isOld(run.key().session(), expected));
  }

  /** The currency the source quotes in is the truth; the list's is a note. */
  private Underlying quoted(Run run, PriceHistory prices) {
    Underlying listed = run.instrument().underlying();
    if (!listed.currency().equals(prices.currency())) {
      events.record(new AppEvent.CurrencyDiffers(run.key(), listed.currency(), prices.currency()));
    }
    return new Underlying(listed.symbol(), listed.exchange(), prices.currency(), listed.kind());
  }

  private void tell(Run run, Analysis analysis, LocalDate expected, int newsDropped) {
    int bars = analysis.prices().bars().size();
    LocalDate newest = run.key().session();
    if (DataAge.isOld(newest, expected)) {
      events.record(new AppEvent.DataStale(run.key(), ChronoUnit.DAYS.between(newest, expected)));
    }
    if (analysis.prices().suspect()) {
      events.record(new AppEvent.DataSuspect(run.key()));
    }
    if (bars < Percentile.WINDOW) {
      events.record(new AppEvent.DataShort(run.key(), bars));
    }
    if (newsDropped > 0) {
      events.record(new AppEvent.NewsDropped(newsDropped));
    }
  }

  private Deadline modelTime(Run run) {
    return new Deadline(run.deadline().at().minus(RENDERING));
  }

  private static Outcome outcome(
      Analysed analysed, ModelNarration.Attempt attempt, boolean newsKnown) {
    if (attempt.wanted() && attempt.narrative().isEmpty()) {
      return Outcome.TEMPLATE;
    }
    return analysed.old() || !newsKnown ? Outcome.INCOMPLETE : Outcome.COMPLETE;
  }

  private Generation finished(
      Run run,
      Analysed analysed,
      ModelNarration.Attempt attempt,
      Outcome outcome,
      ReportParts.Pictures pictures) {
    Report report = report(run, analysed, narrative(analysed, attempt), attempt.usage());
    List<Part> made = parts.all(report, pictures);
    if (attempt.usage().calls() > 0) {
      events.record(new AppEvent.ModelCalls(run.key(), attempt.usage()));
    }
    events.record(
        new AppEvent.Generated(
            run.key(),
            outcome.name().toLowerCase(Locale.ROOT),
            Duration.between(run.start(), clock.instant()),
            attempt.usage()));
    return new Generation.Made(
        report.withParts(made.stream().map(Part::ref).toList()), made, outcome);
  }

  private static Narrative narrative(Analysed analysed, ModelNarration.Attempt attempt) {
    Narrative template = analysed.template();
    return attempt
        .narrative()
        .orElseGet(() ->
            attempt.wanted()
                ? new Narrative(template.sections(), Narrative.Author.TEMPLATE_AFTER_FAILURE)
                : template);
  }

  private Report report(Run run, Analysed analysed, Narrative narrative, Usage usage) {
    Analysis analysis = analysed.analysis();
    return new Report(
        analysed.facts(),
        narrative,
        analysis.readings(),
        ChartData.of(analysis),
        Method.of(analysis.prices()),
        run.previous()
            // Sources adjust in different ways, which moves indicators: no news about the share.
            .filter(before -> before.method().source().equals(analysis.prices().source()))
            .flatMap(before ->
                Changes.between(before, analysis.readings(), analysed.facts().stance().stance())),
        List.of(),
        clock.instant(),
        usage);
  }
}
