package dailyreport.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir Path dir;

  @Test
  void everythingThatMayChangeAFigureIsNamed() {
    assertThat(Machine.facts().sequencedKeySet())
        .containsExactly(
            "machine",
            "memory",
            "temporary files on",
            "system",
            "JDK",
            "collector",
            "flags",
            "commit",
            "records",
            "libraries");
    assertThat(Machine.facts().values()).noneMatch(String::isBlank);
    assertThat(Machine.facts().get("records")).contains("bytes for 640 bars");
  }

  @Test
  void flagsWithoutInfluenceAndPlacesOnThisMachineAreLeftOut() {
    assertThat(
            Machine.flags(
                List.of(
                    "-Xmx1g",
                    "--module-path=/home/me/lib",
                    "--add-modules=ALL-MODULE-PATH",
                    "-Djmh.ignoreLock=true",
                    "-Ddailyreport.commit=1234567",
                    "-Djava.io.tmpdir=/home/me/tmp")))
        .isEqualTo("-Xmx1g -Djava.io.tmpdir=...");
    assertThat(Machine.flags(List.of())).isEqualTo("none");
  }

  @Test
  void librariesAreTheJarsOfTheModulePathWithoutOurs() throws IOException {
    for (String jar : List.of("sqlite-jdbc-3.1.jar", "domain-0.1.0.jar", "ok-1.jar", "note.txt")) {
      Files.createFile(dir.resolve(jar));
    }
    assertThat(Machine.libraries(dir + File.pathSeparator + dir.resolve("named-2.jar")))
        .isEqualTo("named-2 ok-1 sqlite-jdbc-3.1");
  }

  @Test
  void memoryIsToldInWholeGigabytes() {
    assertThat(Machine.memory("24683908 kB")).isEqualTo("24 GB");
    assertThat(Machine.memory("unknown")).isEqualTo("unknown");
  }
}
