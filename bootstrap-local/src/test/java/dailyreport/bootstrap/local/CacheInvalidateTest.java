package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.LocalCopy;
import dailyreport.application.port.SharedCache.Lookup;
import dailyreport.application.port.Tag;
import dailyreport.application.port.Tags;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Bundle;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.cache.Watermarks.CutOff;
import dailyreport.domain.report.ReportKey;
import dailyreport.fakes3.Disruption;
import dailyreport.fakes3.FakeS3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheInvalidateTest {
  @TempDir Path home;
  private Told bot;

  @BeforeEach
  void aReportOfTodayInBothTiers() {
    bot = new Told(home);
    var desk = bot.desk();
    var entry = Examples.entry(Examples.NOW.minusSeconds(60), "a1");
    desk.shared()
        .orElseThrow()
        .cache()
        .commit(new Bundle(entry, Examples.parts("a1")), Tags.none(), soon());
    desk.local().orElseThrow().store(new LocalCopy(entry, Tag.none(), Examples.NOW));
  }

  private Deadline soon() {
    return Deadline.in(Duration.ofSeconds(10), bot.clock.instant());
  }

  private Watermarks cutOffs() {
    return bot.desk().shared().orElseThrow().invalidations().current(soon());
  }

  private boolean held() {
    var desk = bot.desk();
    return desk.local().orElseThrow().find(Examples.KEY).isPresent()
        || desk.shared().orElseThrow().cache().find(Examples.KEY, soon()) instanceof Lookup.Found;
  }

  @Test
  void aReceiptIsTakenBackFromBothTiersAndTheInstantIsTold() {
    var run = bot.run("cache", "invalidate", "DBS19");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "invalidated (hard): all sessions of DBS19",
            "what was begun before 2025-11-11 11:00:00 UTC (2025-11-11 18:00:00 Bangkok)"
                + " is not served any more");
    assertThat(cutOffs().cutOffs())
        .containsExactly(
            new CutOff(
                new Scope.OfTicker(Examples.DBS.ticker()), Strength.HARD, bot.clock.instant()));
    assertThat(held()).isFalse();
  }

  @Test
  void aSoftOneKeepsWhatIsThereAndSaysSo() {
    var run = bot.run("cache", "invalidate", "dbs", "--soft");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("invalidated (soft): all sessions of DBS19\n")
        .endsWith(" counts as stale until a newer one is made\n");
    assertThat(cutOffs().stales(Examples.KEY, Examples.NOW.minusSeconds(1))).isTrue();
    assertThat(cutOffs().hides(Examples.KEY, Instant.EPOCH)).isFalse();
    assertThat(held()).isTrue();
  }

  @Test
  void everyScopeIsNamedInWordsAndStored() {
    assertThat(bot.run("cache", "invalidate", "DBS19", "--session", "2025-11-11").out())
        .contains("the report DBS19/2025-11-11");
    assertThat(bot.run("cache", "invalidate", "--session", "2025-11-10").out())
        .contains("all reports of session 2025-11-10");
    assertThat(bot.run("cache", "invalidate", "--all").out()).contains("all reports\n");
    assertThat(cutOffs().cutOffs().stream().map(CutOff::scope))
        .containsExactly(
            new Scope.OfKey(new ReportKey(Examples.DBS.ticker(), LocalDate.of(2025, 11, 11))),
            new Scope.OfSession(LocalDate.of(2025, 11, 10)),
            new Scope.All());
  }

  @Test
  void anotherSessionsReportStays() {
    bot.run("cache", "invalidate", "DBS19", "--session", "2025-11-10");
    bot.run("cache", "invalidate", "UOB19");
    assertThat(held()).isTrue();
    assertThat(cutOffs().hides(Examples.KEY, Instant.EPOCH)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                              say what to invalidate
          --soft,                          say what to invalidate
          DBS19 --all,                     '--all is every report'
          --all --session 2025-11-11,      '--all is every report'
          --session 11.11.2025,            '--session'
          DBS19 UOB19,                     UOB19
          --hard DBS19,                    '--hard'
          """)
  void wrongUsageEndsWithTwoAndTouchesNothing(String arguments, String complaint) {
    String[] words = ("cache invalidate " + arguments).strip().split(" ");
    var run = bot.run(words);
    assertThat(run.code()).isEqualTo(CommandLineTool.WRONG_USAGE);
    assertThat(run.err()).contains(complaint, "Usage: bot cache invalidate");
    assertThat(cutOffs()).isEqualTo(Watermarks.none());
    assertThat(held()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          DBS18,         'Did you mean DBS19?'
          ../x,          is not in the list
          รายชื่อหุ้น,        is not in the list
          '',            is not in the list
          """)
  void aSymbolThatIsNotInTheListTakesNothingBack(String symbol, String complaint) {
    var run = bot.run("cache", "invalidate", symbol);
    assertThat(run.code()).isEqualTo(CommandLineTool.NO_ANSWER);
    assertThat(run.err()).contains(complaint);
    assertThat(run.out()).isEmpty();
    assertThat(cutOffs()).isEqualTo(Watermarks.none());
  }

  @Test
  void helpSaysWhatCanBeTakenBack() {
    var help = bot.run("cache", "invalidate", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("--session", "--all", "--soft", "SYMBOL");
    assertThat(bot.run("cache", "--help").out()).contains("show", "stats", "invalidate", "clear");
  }

  @Test
  void withoutAnyTierThereIsNothingToTakeBack() {
    var run = new Told(home).with("CACHE_BACKEND", "off").run("cache", "invalidate", "--all");
    assertThat(run.code()).isEqualTo(CommandLineTool.NO_ANSWER);
    assertThat(run.err())
        .isEqualTo("bot: nothing was invalidated: CACHE_BACKEND=off keeps no reports\n");
  }

  @Test
  void theCutOffsOfSqliteAloneLieInItsFile() {
    var alone = new Told(home).with("CACHE_BACKEND", "sqlite");
    assertThat(alone.run("cache", "invalidate", "DBS19", "--soft").out())
        .contains("before 2025-11-11 11:00:00 UTC");
    assertThat(Told.line(alone.run("cache", "show", "DBS19"), "by cut-offs"))
        .contains("STALE (soft)");
    assertThat(cutOffs()).isEqualTo(Watermarks.none());
  }

  @Test
  void whatCannotBeStoredWasNotInvalidatedAndNothingIsDeleted() throws Exception {
    Path control = home.resolve("shared/cache/control/invalidations");
    Files.createDirectories(control.getParent());
    Files.writeString(control, "no watermarks");
    var run = bot.run("cache", "invalidate", "DBS19");
    assertThat(run.code()).isEqualTo(CommandLineTool.NO_ANSWER);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("bot: nothing was invalidated: shared folder, reading watermarks");
    Files.delete(control);
    assertThat(held()).isTrue();
  }

  @Test
  void aBucketThatRefusesTheCutOffLeavesBothTiersAsTheyAre() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test-secret");
    try (var s3 = FakeS3.start()) {
      s3.disruptAll("PUT cache/control/.*", new Disruption.Status(403));
      var bucket =
          new Told(home)
              .with("PDF_BUCKET_NAME", FakeS3.BUCKET)
              .with("AWS_ENDPOINT_URL_S3", s3.endpoint().toString());
      var run = bucket.run("cache", "invalidate", "--all");
      assertThat(run.code()).isEqualTo(CommandLineTool.NO_ANSWER);
      assertThat(run.err()).contains("bot: nothing was invalidated: S3 PUT");
      assertThat(s3.requests()).noneMatch(request -> request.startsWith("DELETE"));
      assertThat(held()).isTrue();

      s3.heal();
      assertThat(bucket.run("cache", "invalidate", "--all").code()).isZero();
      assertThat(s3.keys()).containsExactly("cache/control/invalidations.json");
      assertThat(bucket.desk().local().orElseThrow().find(Examples.KEY)).isEmpty();
    } finally {
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
  }
}
