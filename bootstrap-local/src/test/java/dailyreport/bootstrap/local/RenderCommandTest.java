package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.json.JacksonReportCodec;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.CacheEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./bot render}: from a record to the files that were sent, or to one line and no file. */
class RenderCommandTest {
  private static final String OLD = "an older file";

  @TempDir Path dir;
  private Path made;
  private Path out;
  private Told told;

  @BeforeEach
  void folders() {
    made = dir.resolve("made");
    out = dir.resolve("out");
    told = new Told(dir.resolve("home"));
  }

  /** Ninety weekdays up and down, so that a chart has all panes. */
  private Path record() throws IOException {
    var rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
    LocalDate day = LocalDate.of(2025, 7, 7);
    for (int i = 0; i < 90; i++) {
      int close = 50 + i % 7;
      rows.append("%s,%d,%d,%d,%d,%d\n".formatted(day, 50, 58, 49, close, 1000 + i));
      day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
    }
    Path csv = Files.writeString(dir.resolve("prices.csv"), rows);
    var run = told.run("report", "DBS19", "--prices", csv.toString(), "--out", made.toString());
    assertThat(run.code()).as(run.err()).isZero();
    return made.resolve("report.json");
  }

  private Bot.Run render(Path record, String... more) {
    var line = new ArrayList<>(List.of("render", record.toString()));
    line.addAll(List.of("--out", out.toString()));
    line.addAll(List.of(more));
    return told.run(line.toArray(String[]::new));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    var bytes = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.put(
            file.getFileName().toString(),
            Files.isDirectory(file) ? "" : Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }

  /** One line on the error stream with these words, nothing printed, no file touched. */
  private void refused(Bot.Run run, String... words) throws IOException {
    assertThat(run.code()).as(run.err()).isEqualTo(CommandLineTool.NO_ANSWER);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("bot: ").contains(words);
    assertThat(files(out)).isEqualTo(Map.of("chart.png", OLD, "report.txt", OLD));
  }

  private void olderFiles() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("chart.png"), OLD);
    Files.writeString(out.resolve("report.txt"), OLD);
  }

  private Path spoilt(UnaryOperator<String> change) throws IOException {
    Path record = record();
    String before = Files.readString(record);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    olderFiles();
    return Files.writeString(dir.resolve("spoilt.json"), after);
  }

  @Test
  void theFilesThatWereSentAreDrawnAgainByteForByte() throws Exception {
    Path record = record();
    var run =
        new Told(dir.resolve("nowhere")).run("render", record.toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.lines()).containsExactly("report: DBS19/2025-11-07", "files: " + out);
    var sent = new TreeMap<>(files(made));
    sent.remove("report.json");
    assertThat(files(out)).isEqualTo(sent);
    assertThat(dir.resolve("nowhere")).as("a home is not needed").doesNotExist();
  }

  @Test
  void aDarkChartIsKnownByItsDigest() throws Exception {
    told.with("CHART_THEME", "dark");
    Path record = record();
    var run =
        new Told(dir.resolve("nowhere")).run("render", record.toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(files(out).get("chart.png")).isEqualTo(files(made).get("chart.png"));

    assertThat(render(record, "--theme", "light").code()).isZero();
    assertThat(files(out).get("chart.png")).isNotEqualTo(files(made).get("chart.png"));
    assertThat(files(out).get("report.pdf")).isEqualTo(files(made).get("report.pdf"));
  }

  @Test
  void theFolderOfTheRecordCanBeTheFolderOfTheFiles() throws Exception {
    Path record = record();
    var before = files(made);
    Files.writeString(made.resolve("chart.png"), OLD);
    assertThat(told.run("render", record.toString(), "--out", made.toString()).code()).isZero();
    assertThat(files(made)).isEqualTo(before);
  }

  @Test
  void whatIsNoFileIsNamed() throws Exception {
    olderFiles();
    refused(render(dir.resolve("none.json")), "there is no file", "none.json");
    refused(render(dir), "is a folder");
  }

  @Test
  void whatIsNoRecordIsRefused() throws Exception {
    olderFiles();
    Path file = dir.resolve("x.json");
    for (String text :
        List.of("", "no JSON", "{}", "[]", "null", "\u0000\uFFFF", "{\"schema\":1")) {
      refused(render(Files.writeString(file, text)), "x.json is no record of a report");
    }
    try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
      huge.setLength(50L << 20);
    }
    refused(render(file), "x.json is no record of a report: more than 1048576 bytes");
  }

  @Test
  void anotherSchemaIsNamed() throws Exception {
    refused(
        render(spoilt(json -> json.replace("{\"schema\":1", "{\"schema\":7"))),
        "schema 7, this version reads 1");
  }

  @Test
  void aRecordOfNoReportIsRefused() throws Exception {
    CacheEntry none = Examples.negative(Examples.NOW, "0190aaaa-0000-7000-8000-000000000001");
    olderFiles();
    Path file = Files.write(dir.resolve("none.json"), JacksonReportCodec.open().encode(none));
    refused(render(file), "records that there is no report");
  }

  @Test
  void aChangedRecordIsNotDrawnUnlessAThemeIsAskedFor() throws Exception {
    Path changed = spoilt(json -> json.replace("\"name\":\"DBS", "\"name\":\"Bapple"));
    refused(render(changed), "CHART of DBS19/2025-11-07", "--theme");
    assertThat(render(changed, "--theme", "dark").code()).isZero();
    assertThat(files(out).get("report.txt")).contains("Bapple");
  }

  @Test
  void aChangedDigestIsNoticed() throws Exception {
    Path changed =
        spoilt(
            json -> json.replaceAll("(\"name\":\"PDF\",\"sha256\":\")[0-9a-f]{8}", "$100000000"));
    refused(render(changed), "PDF of DBS19/2025-11-07", "the record names 00000000");
  }

  @Test
  void aFolderThatCannotBeWrittenCostsNoFile() throws Exception {
    Path record = record();
    olderFiles();
    var run = told.run("render", record.toString(), "--out", out.resolve("chart.png/x").toString());
    refused(run, "could not be written");

    Files.createDirectories(out.resolve("report.pdf"));
    var second = render(record);
    assertThat(second.code()).isEqualTo(CommandLineTool.NO_ANSWER);
    assertThat(second.err()).contains("report.pdf is a folder");
    assertThat(files(out))
        .as("two of three files would be worse than none")
        .isEqualTo(Map.of("chart.png", OLD, "report.txt", OLD, "report.pdf", ""));
  }

  @Test
  void wrongUsageEndsWithTwoAndHelpWithZero() {
    assertThat(told.run("render").code()).isEqualTo(CommandLineTool.WRONG_USAGE);
    assertThat(told.run("render", "x.json").code()).isEqualTo(CommandLineTool.WRONG_USAGE);
    assertThat(told.run("render", "x.json", "--out", "y", "--theme", "pink").code())
        .isEqualTo(CommandLineTool.WRONG_USAGE);
    var help = told.run("render", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("REPORT.json", "--out", "--theme", "byte for byte");
  }
}
