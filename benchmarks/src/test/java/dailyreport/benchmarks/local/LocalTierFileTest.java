package dailyreport.benchmarks.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.benchmarks.sample.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTierFileTest {
  private static final int BARS = SampleReport.NEWLY_LISTED;

  @TempDir Path dir;

  @Test
  void anEntryThatIsNotKeptEndsTheBenchmark() {
    try (var file = LocalTierFile.empty()) {
      var copies = LocalTierFile.copies(SampleReport.of(BARS));
      file.fill(copies[0]);
      assertThatThrownBy(() -> file.requireKept(copies[1]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("X1001");
    }
  }

  @Test
  void anEntryThatIsKeptOtherwiseEndsTheBenchmark() {
    try (var file = LocalTierFile.empty()) {
      file.fill(LocalTierFile.copies(SampleReport.of(BARS))[0]);
      var other = LocalTierFile.copies(SampleReport.of(BARS + 1))[0];
      assertThatThrownBy(() -> file.requireKept(other)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aFaultThatTheTierWouldMendEndsTheBenchmark() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("tier"));
    Files.writeString(folder.resolve("reports.db"), "not a database ".repeat(500));
    var file = LocalTierFile.in(folder);
    assertThatThrownBy(() -> file.cache().find(SampleReport.key(0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the local tier reported");
  }

  @Test
  void closingLeavesNoFileBehind() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("tier"));
    var file = LocalTierFile.in(folder);
    file.fill(LocalTierFile.copies(SampleReport.of(BARS))[0]);
    assertThat(folder).isNotEmptyDirectory();
    file.close();
    assertThat(folder).doesNotExist();
  }
}
