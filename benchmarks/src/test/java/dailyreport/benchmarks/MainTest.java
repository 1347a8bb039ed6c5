package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In this JVM and briefly; the figures are nobody's. */
class MainTest {
  private static final String[] BRIEF = {"-f", "0", "-wi", "0", "-i", "1", "-r", "10ms"};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path root;

  @Test
  void aPatternThatNamesNoBenchmarkIsWrongUsage() throws IOException {
    assertThat(run("--quick", "L3Hit")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("bench: no benchmark is called like \"L3Hit\"")
        .contains("dailyreport.benchmarks.stages.Codec.decode");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void anOptionThatNobodyKnowsIsWrongUsage() throws IOException {
    assertThat(run("--slow")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("slow");
  }

  @Test
  void helpShowsTheUsageAndMeasuresNothing() throws IOException {
    assertThat(run("--help")).isZero();
    assertThat(printed()).startsWith("Usage: ./bot bench [PATTERN...]").contains("--report DIR");
  }

  @Test
  void theListHasTheFullNames() throws IOException {
    assertThat(run("-l")).isZero();
    assertThat(printed().lines()).contains("dailyreport.benchmarks.local.L1Hit.sqlite").isSorted();
  }

  @Test
  void aRunWithAPatternLeavesTableAndJsonAndSaysWhere() throws IOException {
    assertThat(run("L1Miss.withoutFile")).isZero();
    Path folder = root.resolve("partial");
    assertThat(printed())
        .contains("1 benchmarks, results go to " + folder)
        .containsPattern("(?m)^\\[ 1/1] L1Miss\\.withoutFile .* left  p50 [0-9.]+ us")
        .contains("Table and plots: " + folder)
        .contains("Not drawn, because nothing of it was measured: latency.png, rows.png");
    assertThat(Files.readString(folder.resolve("jmh.md")))
        .contains("| L1Miss.withoutFile", "settings: changed on the command line: -f 0");
    assertThat(Files.readString(folder.resolve("jmh.json"))).contains("scorePercentiles");
  }

  @Test
  void aBenchmarkThatBreaksIsToldAndTheOthersAreKept() throws IOException {
    assertThat(run("-p", "bars=none", "Codec.decode", "L1Miss.withoutFile")).isEqualTo(1);
    assertThat(printed())
        .containsPattern("Codec\\.decode bars=none .*no figure: ")
        .contains("1 of 2 benchmarks broke");
    assertThat(root.resolve("partial/jmh.md")).content().contains("| L1Miss.withoutFile");
  }

  @Test
  void whereEveryBenchmarkBreaksThereIsNothingToDraw() throws IOException {
    assertThat(run("-p", "bars=none", "Codec.decode")).isEqualTo(1);
    assertThat(printed()).contains("1 of 1 benchmarks broke").doesNotContain("Table and plots");
  }

  @Test
  void aReportOfAnEmptyFolderIsWrongUsage() throws IOException {
    assertThat(run("--report", root.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no jmh.json in " + root);
  }

  @Test
  void withVJmhsOwnLinesAreShown() throws IOException {
    run("L1Miss.withoutFile");
    assertThat(printed()).doesNotContain("# Warmup:");
    run("-v", "L1Miss.withoutFile");
    assertThat(printed()).contains("# Warmup:");
  }

  @Test
  void nothingIsResumedWhereNothingWasInterrupted() throws IOException {
    assertThat(new Main(InstantSource.system(), stream(out), stream(err), root).run("--resume"))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("nothing to resume");
  }

  @Test
  void aReportNeedsNoMoreThanTheJson() throws IOException {
    run("L1Miss.withoutFile");
    Path folder = root.resolve("partial");
    String table = Files.readString(folder.resolve("jmh.md"));
    Files.delete(folder.resolve("jmh.md"));
    Files.writeString(folder.resolve("rows.png"), "of an earlier run");
    assertThat(run("--report", folder.toString())).isZero();
    assertThat(folder.resolve("jmh.md")).hasContent(table);
    assertThat(folder.resolve("rows.png")).doesNotExist();
  }

  private int run(String... args) throws IOException {
    var brief = new String[BRIEF.length + args.length];
    System.arraycopy(BRIEF, 0, brief, 0, BRIEF.length);
    System.arraycopy(args, 0, brief, BRIEF.length, args.length);
    return new Main(InstantSource.system(), stream(out), stream(err), root).run(brief);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
