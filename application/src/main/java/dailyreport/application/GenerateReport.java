package dailyreport.application;

import dailyreport.application.Gathering.Gathered;
import dailyreport.application.cache.CallAllowance;
import dailyreport.application.cache.Generation;
import dailyreport.application.cache.ReportGenerator;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.EventLog;
import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.application.port.TechnicalAnalysis;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.market.Analysis;
import dailyreport.domain.market.Percentile;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.market.Underlying;
import dailyreport.domain.report.Changes;
import dailyreport.domain.report.ChartData;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Facts;
import dailyreport.domain.report.Figures;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Narrative;
import dailyreport.domain.report.NewsChoice;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.StanceRules;
import dailyreport.domain.report.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a report: prices and news, indicators, stance by rule, narrative, chart and PDF. A model's
 * fault costs the narrative its author, a renderer's fault a part; only prices are indispensable.
 */
public final class GenerateReport implements ReportGenerator {
  /** From this age of the newest bar on, in calendar days, a report is kept for an hour only. */
  private static final int OLD_BAR_DAYS = 10;

  private final Function<Ticker, Underlying> underlyings;
  private final Gathering gathering;
  private final TechnicalAnalysis technicalAnalysis;
  private final Narration narration;
  private final Drawing drawing;
  private final TradingCalendar calendar;
  private final EventLog events;
  private final InstantSource clock;

  /**
   * A generator over its collaborators.
   *
   * @param underlyings of the tickers of our list
   */
  public GenerateReport(
      Function<Ticker, Underlying> underlyings,
      Gathering gathering,
      TechnicalAnalysis technicalAnalysis,
      Narration narration,
      Drawing drawing,
      TradingCalendar calendar,
      EventLog events,
      InstantSource clock) {
    this.underlyings = underlyings;
    this.gathering = gathering;
    this.technicalAnalysis = technicalAnalysis;
    this.narration = narration;
    this.drawing = drawing;
    this.calendar = calendar;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Generation generate(
      ReportKey key, Optional<Report> previous, CallAllowance allowance, Deadline deadline) {
    Instant startedAt = clock.instant();
    Gathered gathered = gathering.gather(key, underlyings.apply(key.ticker()), deadline);
    return switch (gathered.quotes()) {
      case Quotes.Unknown() ->
          new Generation.Definitive(NegativeReason.UNKNOWN_TICKER, Optional.empty());
      case Quotes.Found found -> {
        PriceHistory prices = upTo(key.session(), found.prices());
        Optional<LocalDate> newest =
            Optional.of(prices.bars()).filter(b -> !b.isEmpty()).map(b -> b.getLast().session());
        if (!newest.equals(Optional.of(key.session()))) {
          yield new Generation.Definitive(NegativeReason.NO_DATA_FOR_SESSION, newest);
        }
        var material = new Material(key, found, prices, gathered);
        Generation.Made made = make(material, previous, allowance, deadline);
        events.record(
            new AppEvent.Generated(
                key,
                made.outcome().name(),
                Duration.between(startedAt, clock.instant()),
                made.report().usage()));
        yield made;
      }
    };
  }

  private record Material(
      ReportKey key, Quotes.Found found, PriceHistory prices, Gathered gathered) {}

  private static PriceHistory upTo(LocalDate session, PriceHistory prices) {
    PriceHistory known = prices.upTo(session);
    if (known.unreliable()) {
      throw new PortException.Market(
          Fault.INSANE,
          "prices of %s from %s: %s of %s rows are bad"
              .formatted(
                  known.underlying().symbol(),
                  known.source(),
                  known.bad().size(),
                  known.bad().size() + known.bars().size()),
          null);
    }
    return known;
  }

  private Generation.Made make(
      Material material, Optional<Report> previous, CallAllowance allowance, Deadline deadline) {
    ReportKey key = material.key();
    Instant now = clock.instant();
    Analysis analysis =
        Stages.timed(
            events, clock, key, Stage.ANALYSIS, () -> technicalAnalysis.analyse(material.prices()));
    FactSheet facts = facts(material, analysis, now);
    var draft =
        new Report(
            facts,
            new Narrative(List.of(), Narrative.Author.TEMPLATE),
            analysis.readings(),
            ChartData.of(analysis),
            Method.of(material.prices()),
            previous.flatMap(
                before -> Changes.between(before, analysis.readings(), facts.stance().stance())),
            List.of(),
            now,
            Usage.none());
    try (var charts = drawing.start(draft)) {
      Narration.Told told =
          Stages.timed(
              events,
              clock,
              key,
              Stage.NARRATIVE,
              () -> narration.tell(facts, draft.method().suspect(), allowance, deadline));
      Report written = draft.told(told.narrative(), told.usage(), clock.instant());
      var parts = charts.finish(written);
      return new Generation.Made(
          written.withParts(parts.stream().map(part -> part.ref()).toList()),
          parts,
          outcome(material, told.narrative()));
    }
  }

  private FactSheet facts(Material material, Analysis analysis, Instant now) {
    ReportKey key = material.key();
    PriceHistory prices = material.prices();
    Underlying listed = prices.underlying();
    if (!listed.currency().equals(prices.currency())) {
      events.record(new AppEvent.CurrencyDiffers(key, listed.currency(), prices.currency()));
    }
    if (prices.bars().size() < Percentile.WINDOW) {
      events.record(new AppEvent.DataShort(key, prices.bars().size()));
    }
    var quoted =
        new Underlying(listed.symbol(), listed.exchange(), prices.currency(), listed.kind());
    StanceRules.Result stance = StanceRules.judge(analysis, expectedSession(material));
    return new FactSheet(
        key,
        quoted,
        material.found().company(),
        Facts.of(analysis, material.found().company(), stance),
        stance,
        NewsChoice.choose(material.gathered().news(), quoted, now),
        LocalDate.ofInstant(now, Figures.BANGKOK));
  }

  /** The session that should be the newest by now; for an example, the one it is pinned to. */
  private LocalDate expectedSession(Material material) {
    return Method.of(material.prices()).example()
        ? material.key().session()
        : calendar.lastClosed(material.prices().underlying().exchange(), clock.instant());
  }

  private Outcome outcome(Material material, Narrative narrative) {
    if (narrative.author() == Narrative.Author.TEMPLATE_AFTER_FAILURE) {
      return Outcome.TEMPLATE;
    }
    long days =
        Duration.between(
                material.key().session().atStartOfDay(), expectedSession(material).atStartOfDay())
            .toDays();
    if (days >= OLD_BAR_DAYS) {
      events.record(new AppEvent.DataStale(material.key(), days));
    }
    return days >= OLD_BAR_DAYS || material.gathered().newsMissing()
        ? Outcome.INCOMPLETE
        : Outcome.COMPLETE;
  }
}
