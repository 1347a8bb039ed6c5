package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The documented command lines, on the packaged modules. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CommandLineProcessTest {
  private static final Path ROOT = Path.of(System.getProperty("dailyreport.root"));
  private static final String TOGETHER = "-Djmh.ignoreLock=true";
  private static final String[] BRIEF = {"-wi", "0", "-i", "1", "-r", "10ms"};

  @TempDir Path dir;

  @Test
  void aForkRunsOnTheModulePathTooAndLeavesItsFigures() throws Exception {
    String printed = run(0, java("-f", "1", "-v", "--to", dir.toString(), "L1Miss.withoutFile"));
    assertThat(printed)
        .contains("# Fork: 1 of 1", "L1Miss.withoutFile:p0.50", "Table and plots: " + dir)
        // The JVM's warnings; JMH's own, of the ignored lock, starts with a hash.
        .doesNotContainPattern("(?m)^WARNING")
        .doesNotContain("SLF4J");
    assertThat(Files.readString(dir.resolve("jmh.md")))
        .containsPattern("(?m)^\\| L1Miss\\.withoutFile.* \\|  \\| [0-9.]+ \\|")
        .contains(", load before ", "sqlite-jdbc-", "ta4j-core-", "jmh-core-");
  }

  @Test
  void aRunThatIsInterruptedLeavesTheResultsSoFar() throws Exception {
    Process process =
        start(java("-f", "0", "--to", dir.toString(), "L1Miss", "Codec", "Indicators"));
    try (BufferedReader lines = process.inputReader()) {
      // The first line with its figures is printed when they have been written.
      String line = lines.readLine();
      while (line != null && !line.contains("p50")) {
        line = lines.readLine();
      }
      assertThat(line).startsWith("[ 1/");
      process.destroy();
      assertThat(process.waitFor()).isNotZero();
    }
    var left = new ObjectMapper().readTree(dir.resolve("jmh.json").toFile());
    assertThat(left.path("results").size()).isPositive();
    assertThat(dir.resolve("jmh.md")).exists();

    String drawn = run(0, java("--report", dir.toString()));
    assertThat(drawn).contains("Table and plots: " + dir);
  }

  @Test
  void nothingIsTouchedWhileOtherBenchmarksRun() throws Exception {
    Path results = dir.resolve("results");
    try (var file =
            FileChannel.open(
                dir.resolve("jmh.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var other = file.lock()) {
      assertThat(other.isValid()).isTrue();
      List<String> command = java("-f", "0", "--to", results.toString(), "L1Miss");
      command.set(command.indexOf(TOGETHER), "-Djava.io.tmpdir=" + dir);
      assertThat(run(1, command)).contains("other benchmarks are running").doesNotContain("[ 1/");
    }
    assertThat(results).doesNotExist();
  }

  @Test
  void botShowsTheUsageWithoutBuildingAnything() throws Exception {
    String printed = run(0, List.of("./bot", "bench", "--help"));
    assertThat(printed).startsWith("Usage: ./bot bench [PATTERN...]").doesNotContain("building");
  }

  private static List<String> java(String... args) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                TOGETHER,
                "@benchmarks/java.args"));
    command.addAll(List.of(BRIEF));
    command.addAll(List.of(args));
    return command;
  }

  private static String run(int code, List<String> command) throws Exception {
    Process process = start(command);
    try (BufferedReader lines = process.inputReader()) {
      String printed = String.join("\n", lines.lines().toList());
      assertThat(process.waitFor()).as(printed).isEqualTo(code);
      return printed;
    }
  }

  private static Process start(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }
}
