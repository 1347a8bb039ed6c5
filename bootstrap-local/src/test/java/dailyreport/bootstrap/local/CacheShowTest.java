package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import dailyreport.application.port.Deadline;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Commit;
import dailyreport.application.port.Tag;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.CacheEntry;
import dailyreport.domain.cache.Freshness;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.report.FactSheet;
import dailyreport.domain.report.Method;
import dailyreport.domain.report.Part;
import dailyreport.domain.report.PartName;
import dailyreport.domain.report.PartRef;
import dailyreport.domain.report.Report;
import dailyreport.domain.report.ReportKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheShowTest {
  /** An hour ago, in the night of Bangkok that follows the session. */
  private static final Instant STARTED = Instant.parse("2025-11-11T18:30:00Z");

  private static final Path FOLDER = Path.of("shared/cache/reports/DBS19/2025-11-11");

  @TempDir Path home;
  private Told bot;
  private LocalComponent desk;

  @BeforeEach
  void anHourAfterAReportWasMade() {
    bot = new Told(home);
    bot.clock.set(STARTED.plus(Duration.ofHours(1)));
    desk = bot.desk();
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), bot.clock.instant());
  }

  private Tag commit(CacheEntry.Positive entry, List<Part> parts) {
    var cache = desk.shared().orElseThrow().cache();
    var expected = cache.tags(entry.key(), soon());
    return ((Commit.Committed) cache.commit(new Bundle(entry, parts), expected, soon())).tag();
  }

  private void storeLocally(CacheEntry entry, Tag tag) {
    desk.local().orElseThrow().store(new LocalCopy(entry, tag, bot.clock.instant()));
  }

  private CacheEntry.Positive inBothTiers() {
    CacheEntry.Positive entry = Examples.entry(STARTED, "a1");
    storeLocally(entry, commit(entry, Examples.parts("a1")));
    return entry;
  }

  @Test
  void bothTiersStandSideBySideInAlignedColumns() {
    CacheEntry.Positive entry = inBothTiers();

    var shown = bot.run("cache", "show", "DBS19");

    assertThat(shown.code()).as(shown.err()).isZero();
    byte[] record = desk.codec().encode(entry);
    String digest = Part.sha256(record).substring(0, 12);
    assertThat(shown.out())
        .isEqualTo(
            """
            DBS19/2025-11-11  sqlite                        shared
            held              report by the template        report by the template
            by time           FRESH                         FRESH
            by cut-offs       untouched                     untouched
            source            yahoo                         yahoo
            generation        a1                            a1
            started           2025-11-11 18:30:00 UTC       2025-11-11 18:30:00 UTC
                              2025-11-12 01:30:00 Bangkok   2025-11-12 01:30:00 Bangkok
            fresh until       2025-11-12 18:30:00 UTC       2025-11-12 18:30:00 UTC
                              2025-11-13 01:30:00 Bangkok   2025-11-13 01:30:00 Bangkok
            usable until      2025-11-13 00:30:00 UTC       2025-11-13 00:30:00 UTC
                              2025-11-13 07:30:00 Bangkok   2025-11-13 07:30:00 Bangkok
            record            %1$,d bytes %2$s     %1$,d bytes %2$s
            chart             11 bytes %3$s, there  11 bytes %3$s, there
            news              10 bytes %4$s, there  10 bytes %4$s, there
            pdf               9 bytes %5$s, there   9 bytes %5$s, there
            checked           2025-11-11 19:30:00 UTC       -
            both tiers hold the same generation
            no cut-off concerns it
            """
                .formatted(
                    record.length,
                    digest,
                    digest(entry, PartName.CHART),
                    digest(entry, PartName.NEWS),
                    digest(entry, PartName.PDF)));
  }

  private static String digest(CacheEntry.Positive entry, PartName part) {
    return entry.report().part(part).orElseThrow().sha256().substring(0, 12);
  }

  @Test
  void lookingChangesNothing() {
    inBothTiers();
    var before = desk.local().orElseThrow().find(Examples.KEY);
    bot.run("cache", "show", "DBS19");
    assertThat(bot.desk().local().orElseThrow().find(Examples.KEY)).isEqualTo(before);
    assertThat(desk.eventFile().events()).isEmpty();
  }

  @Test
  void lookingIntoAnEmptyCacheLeavesNoFile() throws Exception {
    var shown = bot.run("cache", "show", "UOB19");
    assertThat(shown.out()).isEqualTo("UOB19/2025-11-11: in neither tier\n");
    try (var files = Files.list(home)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whatTimeAndCutOffsMadeOfAnEntryIsToldApart() {
    inBothTiers();
    bot.clock.set(STARTED.plus(Duration.ofHours(25)));
    var log = desk.shared().orElseThrow().invalidations();
    log.raise(new Scope.OfTicker(Examples.DBS.ticker()), Strength.SOFT, soon());
    var softened = bot.run("cache", "show", "DBS19", "--session", "2025-11-11");
    assertThat(Told.line(softened, "by time")).contains("STALE");
    assertThat(Told.line(softened, "by cut-offs"))
        .containsSubsequence("STALE (soft)", "STALE (soft)");
    assertThat(softened.lines())
        .contains(
            "cut-off: soft, all sessions of DBS19, begun before 2025-11-12 19:30:00 UTC"
                + " (2025-11-13 02:30:00 Bangkok)");

    log.raise(new Scope.OfSession(Examples.SESSION), Strength.HARD, soon());
    var hidden = bot.run("cache", "show", "DBS19", "--session", "2025-11-11");
    assertThat(Told.line(hidden, "by cut-offs"))
        .containsSubsequence("hidden (hard)", "hidden (hard)");
    assertThat(hidden.out()).contains("cut-off: hard, all reports of session 2025-11-11");

    bot.clock.set(STARTED.plus(Duration.ofHours(31)));
    assertThat(Told.line(bot.run("cache", "show", "DBS19", "--session", "2025-11-11"), "by time"))
        .contains("EXPIRED");
  }

  @Test
  void aCutOffFromBeforeTheReportDoesNotTouchIt() {
    bot.clock.set(STARTED.minusSeconds(60));
    desk.shared().orElseThrow().invalidations().raise(new Scope.All(), Strength.HARD, soon());
    bot.clock.set(STARTED.plusSeconds(60));
    inBothTiers();
    var shown = bot.run("cache", "show", "DBS19");
    assertThat(Told.line(shown, "by cut-offs")).containsSubsequence("untouched", "untouched");
    assertThat(shown.out()).contains("cut-off: hard, all reports, begun before 2025-11-11 18:29");
  }

  @Test
  void differentGenerationsAreNamedAndSoIsTheNewerOne() {
    commit(Examples.entry(STARTED, "a1"), Examples.parts("a1"));
    storeLocally(Examples.entry(STARTED.plusSeconds(9), "b2"), Tag.none());
    var shown = bot.run("cache", "show", "DBS19");
    assertThat(Told.line(shown, "generation")).containsSubsequence("b2", "a1");
    assertThat(shown.lines())
        .contains("the tiers hold DIFFERENT generations; the newer one is in sqlite");
  }

  @Test
  void aTierThatHoldsNothingSaysSo() {
    storeLocally(Examples.entry(STARTED, "a1"), Tag.none());
    var shown = bot.run("cache", "show", "DBS19");
    assertThat(Told.line(shown, "held")).endsWith("  nothing");
    assertThat(Told.line(shown, "generation")).endsWith("  -");
    assertThat(shown.lines()).contains("only sqlite holds it");
    assertThat(Told.line(shown, "chart")).contains(", ABSENT");
  }

  @Test
  void aPartOfWhichOtherBytesLieThereIsToldFromOneThatIsLost() throws Exception {
    inBothTiers();
    Files.writeString(home.resolve(FOLDER).resolve("chart.png"), "other bytes");
    Files.delete(home.resolve(FOLDER).resolve("news.json"));
    var shown = bot.run("cache", "show", "DBS19");
    assertThat(Told.line(shown, "chart"))
        .containsSubsequence(", OTHER BYTES there", ", OTHER BYTES there");
    assertThat(Told.line(shown, "news")).containsSubsequence(", ABSENT", ", ABSENT");
    assertThat(Told.line(shown, "pdf")).containsSubsequence(", there", ", there");
  }

  @Test
  void aRebuiltPartIsNoOtherGeneration() {
    CacheEntry.Positive entry = inBothTiers();
    var redrawn = new Part(new PartRef(PartName.CHART, Part.sha256(new byte[9]), 9), new byte[9]);
    var refs =
        entry.report().parts().stream()
            .map(ref -> ref.name() == PartName.CHART ? redrawn.ref() : ref)
            .toList();
    commit(
        new CacheEntry.Positive(entry.key(), entry.report().withParts(refs), entry.validity()),
        List.of(redrawn));
    assertThat(bot.run("cache", "show", "DBS19").lines())
        .contains("both tiers hold the same generation; the parts of one were rebuilt");
  }

  @Test
  void aKnownAbsenceIsShownWithItsReason() {
    bot.clock.set(STARTED.plusSeconds(60));
    storeLocally(Examples.negative(STARTED, "c3"), Tag.none());
    var shown = bot.run("cache", "show", "DBS19");
    assertThat(Told.line(shown, "by time")).contains(Freshness.NEGATIVE.name());
    assertThat(Told.line(shown, "held")).contains("no_data_for_session, newest is 2025-11-10");
  }

  @Test
  void aRecordThatCannotBeReadIsNamedWithTheReason() throws Exception {
    inBothTiers();
    Files.writeString(home.resolve(FOLDER).resolve("report.json"), "{\"schema\":99}");
    var shown = bot.run("cache", "show", "DBS19");
    assertThat(shown.code()).isZero();
    assertThat(Told.line(shown, "held")).endsWith("  unreadable");
    assertThat(shown.out()).contains("only sqlite holds it", "shared cannot be read: ");
  }

  @Test
  void aBackendWithoutATierSaysThatItIsNotUsed() {
    var alone = new Told(home).with("CACHE_BACKEND", "sqlite");
    alone.clock.set(bot.clock.instant());
    storeLocally(Examples.entry(STARTED, "a1"), Tag.none());
    var shown = alone.run("cache", "show", "DBS19");
    assertThat(Told.line(shown, "by time")).contains("FRESH");
    assertThat(Told.line(shown, "held")).endsWith("  tier not used");
    assertThat(Told.line(shown, "chart")).doesNotContain("ABSENT");
  }

  /** What a person expects who has just run ./bot report --prices FILE. */
  @Test
  void aReportOnPricesOfAFileIsFoundWithoutNamingItsSession() {
    var key = new ReportKey(Examples.DBS.ticker(), LocalDate.of(2020, 11, 20));
    CacheEntry.Positive made = exampleOf(key, "file:0123abcd");
    storeLocally(made, commit(made, List.of()));
    desk.eventFile()
        .record(
            new AppEvent.Generated(
                key, "incomplete", Duration.ofSeconds(3), made.report().usage()));

    var shown = bot.run("cache", "show", "DBS19");

    assertThat(shown.lines())
        .contains("DBS19/2025-11-11: in neither tier")
        .anyMatch(line -> line.startsWith("DBS19/2020-11-20 "));
    assertThat(Told.line(shown, "source")).contains("file:0123abcd (--prices)");
    assertThat(bot.run("cache", "show", "UOB19").out()).doesNotContain("2020-11-20");
  }

  @Test
  void whatTheLogKnowsButNoTierHoldsIsLeftOut() {
    desk.eventFile()
        .record(
            new AppEvent.Backfill(
                AppEvent.Tier.LOCAL,
                new ReportKey(Examples.DBS.ticker(), LocalDate.of(2020, 11, 20))));
    assertThat(bot.run("cache", "show", "DBS19").out())
        .isEqualTo("DBS19/2025-11-11: in neither tier\n");
  }

  @Test
  void aSymbolThatIsNotInTheListIsAskedBack() {
    var shown = bot.run("cache", "show", "DBS18");
    assertThat(shown.code()).isEqualTo(CommandLineTool.NO_ANSWER);
    assertThat(shown.err()).isEqualTo("bot: 'DBS18' is not in the list. Did you mean DBS19?\n");
    assertThat(bot.run("cache", "show", "DBS19", "--session", "11/11/2025").code())
        .isEqualTo(CommandLineTool.WRONG_USAGE);
    assertThat(bot.run("cache", "show", "--help").out()).contains("--session=DATE", "--prices");
  }

  private static CacheEntry.Positive exampleOf(ReportKey key, String source) {
    Report report = Examples.report();
    var facts = report.facts();
    var method = report.method();
    return new CacheEntry.Positive(
        key,
        new Report(
            new FactSheet(
                key,
                facts.underlying(),
                facts.company(),
                facts.facts(),
                facts.stance(),
                facts.news(),
                facts.generatedOn()),
            report.narrative(),
            report.readings(),
            report.chart(),
            new Method(
                source, method.adjusted(), method.suspect(), method.firstSession(), method.bars()),
            report.changes(),
            List.of(),
            report.generatedAt(),
            report.usage()),
        Examples.validity(STARTED, "f1"));
  }
}
