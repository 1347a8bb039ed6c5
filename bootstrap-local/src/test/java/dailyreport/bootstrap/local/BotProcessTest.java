package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class BotProcessTest {
  private static final Path DBS =
      Path.of(System.getProperty("dailyreport.shared"), "data/ohlcv/D05.SI-1d.csv");

  private static final List<String> HEADINGS =
      List.of(
          "📖 เรื่องราวของหุ้นตัวนี้",
          "💡 สิ่งที่คุณต้องรู้",
          "🎯 ควรทำอะไรตอนนี้?",
          "⚠️ ระวังอะไร?",
          "📊 การวิเคราะห์เปอร์เซ็นไทล์");

  @TempDir Path dir;
  private Path home;
  private Bot bot;

  @BeforeEach
  void aHomeOfItsOwn() {
    home = dir.resolve("home");
    bot = new Bot(home);
  }

  @Test
  void theSampleIsGeneratedThenFoundInSqliteThenInTheSharedTier() throws Exception {
    var first = bot.run("report", "--sample", "--out", dir.resolve("out").toString());
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.lines()).containsAll(HEADINGS).contains("source: generated");
    assertThat(first.out()).contains("AAPL19", "ตัวอย่าง", "31 ธ.ค. 2556");
    assertThat(first.err()).contains("prices", "analysis", "chart", " s");

    var second = bot.run("report", "--sample");
    assertThat(second.lines()).contains("source: sqlite");
    assertThat(text(second)).isEqualTo(text(first));

    try (var files = Files.list(home)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("reports.db")).toList()) {
        Files.delete(file);
      }
    }
    var third = bot.run("report", "--sample");
    assertThat(third.lines()).contains("source: shared");
    assertThat(text(third)).isEqualTo(text(first));

    var fourth = bot.run("report", "--sample");
    assertThat(fourth.lines()).contains("source: sqlite");

    var stats = bot.run("cache", "stats");
    assertThat(stats.code()).isZero();
    // Four look-ups in each tier: SQLite missed before it had a file and after it had lost it.
    assertThat(stats.out())
        .containsPattern("sqlite +4 +2 +0 +0 +2 +50 % ")
        .contains("generations 1, avoided 3");

    // The session was never named: it is the sample's own.
    var shown = bot.run("cache", "show", "AAPL19");
    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .contains("AAPL19/2013-12-31", "sample (--sample)", ", there")
        .contains("both tiers hold the same generation");
  }

  @Test
  void theFourFilesAreWhatTheyShouldBe() throws Exception {
    Path out = dir.resolve("out");
    var run = bot.run("report", "--sample", "--out", out.toString());
    // Width and height stand in a PNG's first chunk: bytes 16 to 23.
    var head = ByteBuffer.wrap(Files.readAllBytes(out.resolve("chart.png")), 16, 8);
    assertThat(List.of(head.getInt(), head.getInt())).containsExactly(1024, 1024);
    assertThat(Files.readString(out.resolve("report.txt"))).isEqualTo(text(run));
    assertThat(Files.readAllBytes(out.resolve("report.pdf"))).startsWith("%PDF-1.7".getBytes());
    try (var files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("report.txt", "report.json", "chart.png", "report.pdf");
    }
    var printed = bot.run("report", "--sample", "--json");
    assertThat(printed.out().strip())
        .isEqualTo(Files.readString(out.resolve("report.json")).strip());
  }

  @Test
  void anUnknownSymbolIsAskedBackAndLeavesNothing() throws Exception {
    var near = bot.run("report", "DBS18");
    assertThat(near.code()).isEqualTo(1);
    assertThat(near.err()).contains("Did you mean DBS19");
    var unknown = bot.run("report", "../../etc/passwd");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("is not in the list");
    assertThat(near.out() + unknown.out()).isEmpty();
    assertThat(home).doesNotExist();
  }

  @Test
  void wrongUsageEndsWithTwoAndHelpWithZero() throws Exception {
    assertThat(bot.run("report").code()).isEqualTo(2);
    assertThat(bot.run("report", "--nonsense").code()).isEqualTo(2);
    assertThat(bot.run("report", "UOB19", "--sample").code()).isEqualTo(2);
    assertThat(bot.with("CACHE_BACKEND", "redis").run("report", "--sample").code()).isEqualTo(2);
    var help = bot.run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("report", "cache", "doctor", "Exit codes");
    assertThat(bot.run("--version").out()).contains("dailyreport");
  }

  @Test
  void aMalformedPriceFileIsNamedWithItsLine() throws Exception {
    Path csv = dir.resolve("bad.csv");
    Files.writeString(csv, "Date,Open,High,Low,Close,Volume\n2020-11-19,2,2,2,x,1\n");
    var run = bot.run("report", "DBS19", "--prices", csv.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("bad.csv line 2, column Close: expected a number");
  }

  @Test
  void twelveBarsGiveAReportThatSaysWhatIsMissing() throws Exception {
    var rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    for (int day = 2; day <= 13; day++) {
      rows.append("2020-11-%02d,%d,%d,%d,%d,1000\n".formatted(day, day, day + 1, day - 1, day));
    }
    Path csv = dir.resolve("short.csv");
    Files.writeString(csv, rows);
    var run = bot.run("report", "DBS19", "--prices", csv.toString(), "--out", dir.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines())
        .containsAll(HEADINGS)
        .contains("RSI (14) ข้อมูลไม่พอ", "MACD ข้อมูลไม่พอ")
        .noneMatch(line -> line.contains("NaN"));
  }

  @Test
  void anUnwritableFolderCostsTheFilesNotTheReport() throws Exception {
    Path file = dir.resolve("file");
    Files.writeString(file, "in the way");
    var run = bot.run("report", "--sample", "--out", file.resolve("out").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).containsAll(HEADINGS);
    assertThat(run.err()).contains("could not be written");
  }

  @Test
  void aHomeThatCannotBeUsedCostsTheCacheNotTheReport() throws Exception {
    Files.writeString(dir.resolve("file"), "in the way");
    var run = new Bot(dir.resolve("file/home")).run("report", "--sample");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).containsAll(HEADINGS).contains("source: generated");
  }

  @Test
  void aBrokenSqliteFileIsReplaced() throws Exception {
    bot.run("report", "--sample");
    // Both: SQLite would restore a spoiled file from its whole log.
    Files.writeString(home.resolve("reports.db"), "this is no database ".repeat(500));
    Files.writeString(home.resolve("reports.db-wal"), "nor is this a log ".repeat(500));
    var run = bot.run("report", "--sample");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).contains("source: shared");
    assertThat(bot.run("report", "--sample").lines()).contains("source: sqlite");
  }

  @Test
  void aStaleReportIsMadeAgainByTheCommandThatFindsIt() throws Exception {
    bot.run("report", "--sample");
    assertThat(bot.run("cache", "invalidate", "AAPL19", "--soft").code()).isZero();
    assertThat(bot.run("report", "--sample").lines()).contains("source: generated");
    assertThat(bot.run("report", "--sample").lines()).contains("source: sqlite");
  }

  static boolean realPricesAreThere() {
    return Files.exists(DBS);
  }

  @Test
  @EnabledIf(
      value = "realPricesAreThere",
      disabledReason = "the folder with real prices is not here")
  void realPricesOfDbsGiveFiveFullPercentileLines() throws Exception {
    var run = bot.run("report", "DBS19", "--prices", DBS.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).containsAll(HEADINGS);
    assertThat(run.out()).contains("20 พ.ย. 2563", "ตัวอย่าง");
    assertThat(
            run.lines().stream()
                .filter(
                    line -> line.matches(".* · เปอร์เซ็นไทล์ [0-9.]+% \\(จาก \\d+ วันทำการ\\) .+")))
        .hasSize(5);
    assertThat(bot.run("report", "DBS19", "--prices", DBS.toString()).lines())
        .contains("source: sqlite");
  }

  /** The report's text: everything above the line that says where it came from. */
  private static String text(Bot.Run run) {
    return run.out().substring(0, run.out().indexOf("source: ")).stripTrailing() + "\n";
  }
}
