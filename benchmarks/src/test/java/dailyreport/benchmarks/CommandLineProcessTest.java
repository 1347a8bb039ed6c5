package dailyreport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documented command line, on the packaged modules. */
class CommandLineProcessTest {
  private static final Path ROOT = Path.of(System.getProperty("dailyreport.root"));

  @TempDir Path dir;

  @Test
  void aForkRunsOnTheModulePathToo() throws Exception {
    String printed = run("-f", "1", "-wi", "0", "-i", "1", "-r", "10ms", "L1Miss.withoutFile");
    assertThat(printed)
        .contains("# Fork: 1 of 1", "L1Miss.withoutFile:p0.50", "# Machine: ", "# Records: ")
        .containsPattern("# Load average before: \\S+")
        // The JVM's warnings; JMH's own, of the ignored lock, starts with a hash.
        .doesNotContainPattern("(?m)^WARNING")
        .doesNotContain("SLF4J", "Quick run");
  }

  private String run(String... args) throws IOException, InterruptedException {
    Path out = dir.resolve("out.txt");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djmh.ignoreLock=true",
                "@benchmarks/java.args"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(out);
    assertThat(ended).as(printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
