package dailyreport.application;

import static dailyreport.contract.Examples.DBS;
import static dailyreport.contract.Examples.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.cache.CallAllowance;
import dailyreport.application.cache.Generation;
import dailyreport.application.cache.GenerationBudget;
import dailyreport.application.cache.Sessions;
import dailyreport.application.cache.Waiting;
import dailyreport.application.port.AppEvent;
import dailyreport.application.port.AppEvent.Stage;
import dailyreport.application.port.ChartForm;
import dailyreport.application.port.ChartRenderer;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.Narrator;
import dailyreport.application.port.PdfRenderer;
import dailyreport.application.port.PortException;
import dailyreport.application.port.Quotes;
import dailyreport.contract.DirectTechnicalAnalysis;
import dailyreport.contract.ExampleMarket;
import dailyreport.contract.Examples;
import dailyreport.contract.InMemoryReportCodec;
import dailyreport.contract.InMemorySpendLedger;
import dailyreport.contract.RecordingEventLog;
import dailyreport.contract.ScriptedMarketData;
import dailyreport.contract.ScriptedNarrator;
import dailyreport.contract.ScriptedNewsFeed;
import dailyreport.contract.TestClock;
import dailyreport.domain.cache.NegativeReason;
import dailyreport.domain.cache.Outcome;
import dailyreport.domain.grounding.GroundingCheck;
import dailyreport.domain.grounding.Violation;
import dailyreport.domain.market.Bar;
import dailyreport.domain.market.Company;
import dailyreport.domain.market.PriceHistory;
import dailyreport.domain.market.Ticker;
import dailyreport.domain.market.TradingCalendar;
import dailyreport.domain.report.Draft;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Guard;
import dailyreport.domain.report.Narrative.Author;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import dailyreport.domain.report.Section;
import dailyreport.domain.report.Stance;
import dailyreport.domain.report.StanceRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenerateReportTest {
  private static final LocalDate DAY = LocalDate.of(2025, 11, 11);
  private static final Draft GOOD = draft("RSI อยู่ที่ {RSI} สะท้อนแรงส่งของราคาในช่วงนี้");
  private static final Draft BAD = draft("RSI อยู่ที่ {NO_SUCH_FACT} สะท้อนแรงส่งของราคาในช่วงนี้");

  private final TestClock clock = TestClock.atNow();
  private final RecordingEventLog events = new RecordingEventLog();
  private final ScriptedMarketData market = new ScriptedMarketData(clock);
  private final ScriptedNewsFeed news = new ScriptedNewsFeed(clock);
  private final ScriptedNarrator narrator = new ScriptedNarrator(clock);
  private final GenerationBudget budget = new GenerationBudget(clock);
  private final InMemorySpendLedger ledger = new InMemorySpendLedger(clock);
  private final DailyBudget money = new DailyBudget(BigDecimal.ONE, ledger, events, clock);
  private final List<Duration> pauses = new ArrayList<>();
  private final Sessions sessions =
      Sessions.of(TradingCalendar.bundled(), TickerDirectory.bundled()::listed);
  private Optional<Narrator> configured = Optional.of(narrator);
  private ChartRenderer charts = (_, form) -> form.name().getBytes(StandardCharsets.UTF_8);
  private PdfRenderer pdfs = (_, chart) -> chart;
  private final ModelNarration narration =
      new ModelNarration(() -> configured, budget, money, events, clock, waiting());

  GenerateReportTest() {
    quotes(Examples.history(DBS, 320, 50, 42));
    news.knowing(DBS.underlying(), ExampleMarket.NEWS);
  }

  @Test
  void aGoodDraftIsOneCallAndACompleteReport() {
    narrator.writes(GOOD);

    Generation.Made made = made();

    assertThat(made.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(made.report().narrative().author()).isEqualTo(Author.MODEL);
    assertThat(made.report().usage()).isEqualTo(ScriptedNarrator.USAGE);
    assertThat(narrator.calls()).isEqualTo(1);
    assertThat(events.of(AppEvent.ModelCalls.class)).hasSize(1);
    assertThat(events.of(AppEvent.Generated.class))
        .extracting(AppEvent.Generated::outcome)
        .containsExactly("complete");
  }

  @Test
  void withoutAKeyTheTemplateIsAChoiceAndComplete() {
    configured = Optional.empty();

    Generation.Made made = made();

    assertThat(made.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(made.report().narrative().author()).isEqualTo(Author.TEMPLATE);
    assertThat(made.report().usage().calls()).isZero();
    assertThat(events.of(AppEvent.ModelCalls.class)).isEmpty();
    assertThat(GroundingCheck.check(made.report().narrative(), made.report().facts())).isEmpty();
  }

  @Test
  void f36AnUngroundedDraftIsRepairedOnce() {
    narrator.writes(BAD).writes(GOOD);

    Generation.Made made = made();

    assertThat(made.report().narrative().author()).isEqualTo(Author.MODEL);
    assertThat(narrator.calls()).isEqualTo(2);
    assertThat(narrator.repairs()).hasSize(1);
    assertThat(made.report().usage().calls()).isEqualTo(2);
    assertThat(made.report().usage().costUsd()).contains(new BigDecimal("0.02"));
    assertThat(events.of(AppEvent.ModelRepair.class)).hasSize(1);
    assertThat(events.of(AppEvent.GroundReject.class))
        .containsExactly(new AppEvent.GroundReject(KEY, Violation.Reason.PLACEHOLDER));
  }

  @Test
  void f37UngroundedTwiceIsTheTemplateAndTheRejectedTextIsNowhere() {
    narrator.writes(BAD);

    Generation.Made made = made();

    assertTemplateAfterFailure(made, 2);
    assertThat(made.toString()).doesNotContain("NO_SUCH_FACT");
    assertThat(events.events().toString()).doesNotContain("NO_SUCH_FACT");
  }

  @Test
  void f27ARateLimitIsWaitedForAndAskedAgainOnce() {
    narrator.fails(Fault.THROTTLED, Duration.ofSeconds(3)).writes(GOOD);

    Generation.Made made = made();

    assertThat(made.report().narrative().author()).isEqualTo(Author.MODEL);
    assertThat(narrator.calls()).isEqualTo(2);
    assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    assertThat(made.report().usage().costUsd()).contains(new BigDecimal("0.01"));
  }

  @Test
  void f27ALongerWaitEndsTheAttempt() {
    narrator.fails(Fault.THROTTLED, Duration.ofSeconds(4)).writes(GOOD);

    assertTemplateAfterFailure(made(), 1);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"ERROR", "AMBIGUOUS", "TRUNCATED", "MALFORMED", "TIMEOUT"})
  void whatMayHealIsAskedAgainOnce(Fault fault) {
    narrator.fails(fault).writes(GOOD);

    assertThat(made().report().narrative().author()).isEqualTo(Author.MODEL);
    assertThat(narrator.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"ERROR", "AMBIGUOUS", "TRUNCATED", "MALFORMED", "TIMEOUT", "THROTTLED"})
  void aFaultTwiceIsTheTemplateAfterTwoCalls(Fault fault) {
    narrator.fails(fault);

    assertTemplateAfterFailure(made(), 2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "AUTH", "QUOTA", "DENIED", "TOO_LARGE", "CONFIG"})
  void whatDoesNotHealIsAskedOnce(Fault fault) {
    narrator.fails(fault);

    assertTemplateAfterFailure(made(), 1);
  }

  @Test
  void f41AModelThatIsNotThereIsAskedAgainWhereTheNarratorHasAnother() {
    narrator.fails(Fault.CONFIG, Duration.ZERO).writes(GOOD);

    Generation.Made made = made();

    assertThat(made.report().narrative().author()).isEqualTo(Author.MODEL);
    assertThat(narrator.calls()).isEqualTo(2);
    assertThat(made.report().usage().costUsd()).contains(new BigDecimal("0.01"));
  }

  @Test
  void aboveTheCeilingOfTheDayTheTemplateStandsAndNobodyIsAsked() {
    ledger.add(DAY, BigDecimal.ONE, soon());
    narrator.writes(GOOD);

    assertTemplateAfterFailure(made(), 0);
    assertThat(events.of(AppEvent.BudgetDenied.class))
        .containsExactly(new AppEvent.BudgetDenied("day"));
  }

  @Test
  void aFirstCallThatReachesTheCeilingIsNotRepaired() {
    ledger.add(DAY, new BigDecimal("0.99"), soon());
    narrator.writes(BAD);

    assertTemplateAfterFailure(made(), 1);
    assertThat(ledger.spent(DAY, soon())).isEqualByComparingTo("1");
  }

  @Test
  void everyCallIsBookedRejectedAndRefusedOnesIncluded() {
    narrator.writes(BAD).failsCosting(Fault.REFUSED, ScriptedNarrator.USAGE);

    Generation.Made made = made();

    assertTemplateAfterFailure(made, 2);
    assertThat(made.report().usage().calls()).isEqualTo(2);
    assertThat(made.report().usage().inputTokens()).isEqualTo(4_000);
    assertThat(made.report().usage().costUsd()).contains(new BigDecimal("0.02"));
    assertThat(ledger.spent(DAY, soon())).isEqualByComparingTo("0.02");
  }

  @Test
  void aCallWhoseCostNobodyToldIsBookedAsTheWorst() {
    narrator.fails(Fault.AMBIGUOUS).writes(GOOD);

    assertThat(made().report().usage().costUsd()).isEmpty();
    assertThat(ledger.spent(DAY, soon())).isEqualByComparingTo("0.06");
  }

  @Test
  void aLedgerThatIsDownIsNoUsersFault() {
    ledger.wire().cut(Fault.TIMEOUT);
    narrator.writes(GOOD);

    assertThat(made().outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(events.of(AppEvent.CacheError.class)).hasSize(2);
  }

  @Test
  void f33ARetryIsNotRepairedToo() {
    narrator.fails(Fault.MALFORMED).writes(BAD);

    assertTemplateAfterFailure(made(), 2);
    assertThat(narrator.repairs()).isEmpty();
    assertThat(events.of(AppEvent.ModelRepair.class)).isEmpty();
  }

  @Test
  void f25ATimeoutIsRetriedOnlyWithEnoughTimeLeft() {
    narrator.fails(Fault.TIMEOUT);
    narrator.during(() -> clock.advance(Duration.ofSeconds(45)));

    assertTemplateAfterFailure(made(), 1);
    assertThat(made().report().usage().costUsd()).isEmpty();
  }

  @Test
  void f30ARefusedKeyIsNotTriedAgainForFifteenMinutes() {
    narrator.fails(Fault.AUTH);
    assertTemplateAfterFailure(made(), 1);
    clock.advance(Duration.ofMinutes(15).minusMillis(1));
    assertTemplateAfterFailure(made(), 1);
    clock.advance(Duration.ofMillis(1));
    assertTemplateAfterFailure(made(), 2);
  }

  /** Its own first call went well; the repair would be turned away like the others. */
  @Test
  void f30AKeyRefusedMeanwhileIsNotTriedByARepair() {
    narrator.writes(BAD).fails(Fault.AUTH).writes(GOOD);
    var meanwhile = new AtomicBoolean(true);
    narrator.during(() -> {
      if (meanwhile.getAndSet(false)) {
        made();
      }
    });

    assertTemplateAfterFailure(made(), 2);
    assertThat(narrator.repairs()).isEmpty();
  }

  @Test
  void withoutAllowanceNoCallIsMade() {
    narrator.writes(GOOD);

    Generation.Made made = (Generation.Made) generate(KEY, CallAllowance.of(0));

    assertTemplateAfterFailure(made, 0);
    assertThat(events.of(AppEvent.BudgetDenied.class))
        .containsExactly(new AppEvent.BudgetDenied("calls"));
  }

  @Test
  void anAllowanceOfOneLeavesNoneForARepair() {
    narrator.writes(BAD).writes(GOOD);

    assertTemplateAfterFailure((Generation.Made) generate(KEY, CallAllowance.of(1)), 1);
  }

  @Test
  void aLateStartLeavesTheModelOut() {
    narrator.writes(GOOD);

    Generation made =
        generator()
            .generate(
                KEY,
                Optional.empty(),
                CallAllowance.of(2),
                Deadline.in(Duration.ofSeconds(6), clock.instant()));

    assertTemplateAfterFailure((Generation.Made) made, 0);
  }

  @Test
  void fourModelCallsAtOnceAreTheMost() throws InterruptedException {
    narrator.writes(GOOD);
    var slots = new ArrayList<GenerationBudget.ModelSlot>();
    for (int i = 0; i < GenerationBudget.MODEL_CALLS_AT_ONCE; i++) {
      slots.add(budget.modelSlot(Duration.ZERO));
    }
    var shortOfTime = Deadline.in(Duration.ofSeconds(30), clock.instant());

    Generation busy = generator().generate(KEY, Optional.empty(), CallAllowance.of(2), shortOfTime);
    assertTemplateAfterFailure((Generation.Made) busy, 0);

    slots.getFirst().close();
    assertThat(made().report().narrative().author()).isEqualTo(Author.MODEL);
    assertThat(made().report().narrative().author()).isEqualTo(Author.MODEL);
  }

  @Test
  void aSuspectCloseIsNotShownToTheModel() {
    narrator.writes(GOOD);
    PriceHistory prices = Examples.history(DBS, 320, 50, 42);
    var bars = new ArrayList<>(prices.bars());
    Bar last = bars.removeLast();
    bars.add(scaled(last, 0.1));
    quotes(with(prices, bars, List.of()));

    Generation.Made made = made();

    assertTemplateAfterFailure(made, 0);
    assertThat(made.report().method().suspect()).isTrue();
    assertThat(events.of(AppEvent.DataSuspect.class))
        .containsExactly(new AppEvent.DataSuspect(KEY));
  }

  @Test
  void f18WithoutNewsTheReportStandsForAnHour() {
    news.failing(Fault.TIMEOUT);
    narrator.writes(GOOD);

    Generation.Made made = made();

    assertThat(made.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(made.report().facts().news()).isEmpty();
    assertThat(made.report().part(PartName.NEWS)).isEmpty();
  }

  @Test
  void f20NoNewsIsNoFault() {
    news.knowing(DBS.underlying(), List.of());
    narrator.writes(GOOD);

    assertThat(made().outcome()).isEqualTo(Outcome.COMPLETE);
  }

  @Test
  void aPartThatCannotBeDrawnIsLeftOut() {
    narrator.writes(GOOD);
    charts =
        (_, form) -> {
          if (form == ChartForm.PHONE_LIGHT) {
            throw new PortException.Rendering(Fault.OOM, "chart of DBS19: heap", null);
          }
          return new byte[] {1};
        };

    Generation.Made made = made();

    assertThat(made.parts()).extracting(part -> part.ref().name()).doesNotContain(PartName.CHART);
    assertThat(made.report().part(PartName.PDF)).isPresent();
    assertThat(made.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(events.of(AppEvent.RenderError.class))
        .containsExactly(new AppEvent.RenderError(Fault.OOM));
  }

  @Test
  void chartsAreDrawnWhileTheModelWorks() {
    var drawn = new CountDownLatch(2);
    charts =
        (_, _) -> {
          drawn.countDown();
          return new byte[] {1};
        };
    var inTime = new AtomicBoolean();
    narrator.writes(GOOD);
    narrator.during(() -> {
      try {
        inTime.set(drawn.await(30, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });

    Generation.Made made = made();

    assertThat(inTime).isTrue();
    assertThat(made.parts()).hasSize(3);
    assertThat(drawn.getCount()).isZero();
  }

  @Test
  void aPageThatCannotBeDrawnCostsThePdfOnly() {
    narrator.writes(GOOD);
    charts =
        (_, form) -> {
          if (form == ChartForm.PAGE) {
            throw new PortException.Rendering(Fault.ERROR, "page chart of DBS19", null);
          }
          return new byte[] {1};
        };

    assertThat(made().parts())
        .extracting(part -> part.ref().name())
        .containsExactly(PartName.CHART, PartName.NEWS);
    assertThat(events.of(AppEvent.RenderError.class)).hasSize(1);
  }

  @Test
  void partsAreNamedByTheDigestsOfTheirBytes() {
    narrator.writes(GOOD);

    Generation.Made made = made();

    assertThat(made.report().parts())
        .isEqualTo(made.parts().stream().map(Part::ref).toList())
        .extracting(PartRef::name)
        .containsExactly(PartName.CHART, PartName.NEWS, PartName.PDF);
    assertThat(made.parts())
        .allSatisfy(part -> assertThat(part.ref().sha256()).isEqualTo(Part.sha256(part.bytes())));
  }

  @Test
  void s29AnUnknownSymbolIsDefinitiveAndCostsNoCall() {
    narrator.writes(GOOD);
    ReportKey key = new ReportKey(new Ticker("UOB19"), KEY.session());

    assertThat(generate(key, CallAllowance.of(2)))
        .isEqualTo(new Generation.Definitive(NegativeReason.UNKNOWN_TICKER, Optional.empty()));
    assertThat(narrator.calls()).isZero();
    assertThat(market.calls()).isEqualTo(1);
  }

  @Test
  void anOlderNewestBarIsDefinitiveAndNamed() {
    narrator.writes(GOOD);
    quotes(Examples.history(DBS, 320, 50, 42).upTo(KEY.session().minusDays(1)));

    assertThat(generate(KEY, CallAllowance.of(2)))
        .isEqualTo(
            new Generation.Definitive(
                NegativeReason.NO_DATA_FOR_SESSION, Optional.of(KEY.session().minusDays(1))));
    assertThat(narrator.calls()).isZero();
  }

  @Test
  void barsAfterTheSessionAreNotSeen() {
    narrator.writes(GOOD);
    var dayBefore = new ReportKey(KEY.ticker(), KEY.session().minusDays(1));

    Report report = ((Generation.Made) generate(dayBefore, CallAllowance.of(2))).report();

    assertThat(report.chart().bars().getLast().session()).isEqualTo(dayBefore.session());
    assertThat(report.method().bars()).isEqualTo(319);
  }

  @Test
  void f12AnOldNewestBarIsDisclosedAndKeptAnHour() {
    narrator.writes(GOOD);
    var old = new ReportKey(KEY.ticker(), LocalDate.of(2025, 10, 31));

    Generation.Made made = (Generation.Made) generate(old, CallAllowance.of(2));

    assertThat(made.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(events.of(AppEvent.DataStale.class))
        .containsExactly(new AppEvent.DataStale(old, 11));
    assertThat(made.report().facts().stance().guard())
        .isIn(Optional.empty(), Optional.of(Guard.OLD_BAR));
  }

  @Test
  void f13TooManyBadRowsAreAFaultAndNothingIsKept() {
    PriceHistory prices = Examples.history(DBS, 100, 50, 42);
    var bad = prices.bars().stream().limit(6).map(bar -> bar.session().minusYears(1)).toList();
    quotes(with(prices, prices.bars(), bad));

    assertThatThrownBy(() -> generate(KEY, CallAllowance.of(2)))
        .isInstanceOfSatisfying(
            PortException.Market.class, fault -> assertThat(fault.fault()).isEqualTo(Fault.INSANE));
    assertThat(narrator.calls()).isZero();
  }

  @Test
  void aFaultOfThePricesIsTheCallersToDecide() {
    market.failing(Fault.THROTTLED);

    assertThatThrownBy(() -> generate(KEY, CallAllowance.of(2)))
        .isInstanceOf(PortException.Market.class);
    assertThat(events.of(AppEvent.StageEnded.class))
        .filteredOn(ended -> ended.stage() == Stage.PRICES)
        .singleElement()
        .satisfies(ended -> assertThat(ended.succeeded()).isFalse());
  }

  @Test
  void f17TwelveBarsGiveAReportWithoutTheFiguresTheyCannotGive() {
    narrator.writes(draft("ราคาเคลื่อนไหวในกรอบแคบโดยไม่มีแรงส่งที่ชัดเจนในช่วงนี้"));
    quotes(Examples.history(DBS, 12, 50, 42));

    Generation.Made made = made();

    assertThat(made.report().readings()).isEmpty();
    assertThat(made.report().facts().fact("RSI")).isEmpty();
    assertThat(events.of(AppEvent.DataShort.class))
        .containsExactly(new AppEvent.DataShort(KEY, 12));
  }

  @Test
  void theCurrencyOfTheQuoteWins() {
    narrator.writes(GOOD);
    PriceHistory prices = Examples.history(DBS, 320, 50, 42);
    quotes(new PriceHistory(prices.underlying(), "USD", "yahoo", true, prices.bars(), List.of()));

    assertThat(made().report().facts().underlying().currency()).isEqualTo("USD");
    assertThat(events.of(AppEvent.CurrencyDiffers.class))
        .containsExactly(new AppEvent.CurrencyDiffers(KEY, "SGD", "USD"));
  }

  @Test
  void aSourceThatKnowsNoNamesLeavesTheListsName() {
    narrator.writes(GOOD);
    PriceHistory prices = Examples.history(DBS, 320, 50, 42);
    market.knowing(new Quotes.Found(Company.named("D05.SI"), prices));

    assertThat(made().report().facts().company()).isEqualTo(Company.named("DBS Group Holdings"));
  }

  @Test
  void whatChangedIsToldOnlyBetweenReportsOfOneSource() {
    narrator.writes(GOOD);
    Report before = turned(Examples.report());

    assertThat(afterA(before).report().changes()).isPresent();
    PriceHistory prices = Examples.history(DBS, 320, 50, 42);
    quotes(
        new PriceHistory(
            prices.underlying(), "SGD", "twelvedata", false, prices.bars(), List.of()));
    assertThat(afterA(before).report().changes()).isEmpty();
    assertThat(afterA(before).report().method().source()).isEqualTo("twelvedata");
  }

  @Test
  void everyStageBeginsAndEnds() {
    narrator.writes(GOOD);

    made();

    assertThat(events.of(AppEvent.StageStarted.class))
        .extracting(AppEvent.StageStarted::stage)
        .containsExactlyInAnyOrder(
            Stage.PRICES, Stage.NEWS, Stage.ANALYSIS, Stage.NARRATIVE, Stage.CHART, Stage.PDF);
    assertThat(events.of(AppEvent.StageEnded.class))
        .hasSize(6)
        .allMatch(AppEvent.StageEnded::succeeded);
  }

  @Test
  void pricesAndNewsAreAskedForOnceEach() {
    narrator.writes(GOOD);

    made();

    assertThat(market.calls()).isEqualTo(1);
    assertThat(news.calls()).isEqualTo(1);
  }

  private void assertTemplateAfterFailure(Generation.Made made, int calls) {
    assertThat(made.outcome()).isEqualTo(Outcome.TEMPLATE);
    assertThat(made.report().narrative().author()).isEqualTo(Author.TEMPLATE_AFTER_FAILURE);
    assertThat(narrator.calls()).isEqualTo(calls);
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30), clock.instant());
  }

  private Generation.Made made() {
    return (Generation.Made) generate(KEY, CallAllowance.of(2));
  }

  private Generation generate(ReportKey key, CallAllowance allowance) {
    return generator()
        .generate(
            key, Optional.empty(), allowance, Deadline.in(Duration.ofSeconds(99), clock.instant()));
  }

  private Generation.Made afterA(Report previous) {
    return (Generation.Made)
        generator()
            .generate(
                KEY,
                Optional.of(previous),
                CallAllowance.of(2),
                Deadline.in(Duration.ofSeconds(99), clock.instant()));
  }

  /** The same with a stance that no rule will give to the example's bars. */
  private static Report turned(Report report) {
    FactSheet facts = report.facts();
    StanceRules.Result stance = facts.stance();
    return new Report(
        new FactSheet(
            facts.key(),
            facts.underlying(),
            facts.company(),
            facts.facts(),
            new StanceRules.Result(Stance.SELL, -8, stance.votes(), Optional.empty()),
            facts.news(),
            facts.generatedOn()),
        report.narrative(),
        report.readings(),
        report.chart(),
        report.method(),
        report.changes(),
        report.parts(),
        report.generatedAt(),
        report.usage());
  }

  private GenerateReport generator() {
    return new GenerateReport(
        TickerDirectory.bundled(),
        sessions,
        market,
        news,
        new DirectTechnicalAnalysis(),
        narration,
        new ReportParts(
            () -> charts,
            () -> pdfs,
            new InMemoryReportCodec(),
            ChartForm.PHONE_LIGHT,
            events,
            clock),
        events,
        clock);
  }

  private void quotes(PriceHistory prices) {
    market.knowing(new Quotes.Found(Examples.company("DBS Group Holdings"), prices));
  }

  private static PriceHistory with(PriceHistory prices, List<Bar> bars, List<LocalDate> bad) {
    return new PriceHistory(
        prices.underlying(), prices.currency(), prices.source(), prices.adjusted(), bars, bad);
  }

  private static Bar scaled(Bar bar, double factor) {
    return new Bar(
        bar.session(),
        bar.open() * factor,
        bar.high() * factor,
        bar.low() * factor,
        bar.close() * factor,
        bar.tradedClose() * factor,
        bar.volume());
  }

  private static Draft draft(String insight) {
    return new Draft(
        List.of(
            new Section(
                Section.Kind.STORY,
                List.of(
                    "ราคาหุ้นเคลื่อนไหวตามทิศทางของกลุ่มธนาคารในภูมิภาค"
                        + " นักลงทุนติดตามผลประกอบการและเงินปันผลของบริษัทอย่างใกล้ชิด")),
            new Section(
                Section.Kind.INSIGHT,
                List.of(
                    insight,
                    "ปริมาณการซื้อขายสะท้อนความสนใจของตลาดที่มีต่อหุ้นตัวนี้",
                    "ความผันผวนของราคาเป็นสิ่งที่ควรติดตามต่อไป")),
            new Section(
                Section.Kind.ACTION,
                List.of("ติดตามแนวโน้มของราคาเทียบกับเส้นค่าเฉลี่ยก่อนตัดสินใจ")),
            new Section(
                Section.Kind.RISK, List.of("สัญญาณทางเทคนิคอาจเปลี่ยนแปลงได้เมื่อตลาดผันผวน"))));
  }

  private Waiting waiting() {
    return new Waiting() {
      @Override
      public void pause(Duration time) {
        pauses.add(time);
        clock.advance(time);
      }

      @Override
      public boolean ends(Future<?> work, Duration atMost) throws InterruptedException {
        return Waiting.real().ends(work, atMost);
      }
    };
  }
}
