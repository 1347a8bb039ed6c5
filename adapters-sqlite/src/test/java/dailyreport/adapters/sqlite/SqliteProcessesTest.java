package dailyreport.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.Fault;
import dailyreport.application.port.PortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several processes on one file, one of them killed; a process without the native library. */
@Timeout(120)
class SqliteProcessesTest {
  @TempDir private Path dir;

  /** The command line may be run twice, and interrupted at any moment. */
  @ParameterizedTest
  @ValueSource(ints = {1, 37, 300})
  void killedProcessLosesNothingThatItHadStored(int stores) throws Exception {
    var rig = new Rig(dir, 60_000);
    var ours = rig.cache(Child.ROOM);
    Process child = Child.start(dir, "store");
    int last = -1;
    int busy = 0;
    try (var lines = Child.lines(child)) {
      while (last < stores) {
        String line = lines.readLine();
        assertThat(line).as("child lives").isNotNull();
        last = Integer.parseInt(line);
        try {
          assertThat(ours.find(Rig.key(last))).contains(Rig.copy(last));
          ours.store(Rig.copy(100_000 + last));
        } catch (PortException.Cache e) {
          assertThat(e.fault()).isEqualTo(Fault.BUSY);
          busy++;
        }
      }
    } finally {
      // SIGKILL: no shutdown hook, no close.
      child.destroyForcibly();
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();

    assertThat(rig.ask("PRAGMA integrity_check")).isEqualTo("ok");
    var reopened = rig.cache(Child.ROOM);
    for (int i = 0; i <= last; i++) {
      assertThat(reopened.find(Rig.key(i))).as("key " + i).contains(Rig.copy(i));
    }
    assertThat(reopened.usage().entries()).isGreaterThanOrEqualTo(2 * last + 1 - busy);
    assertThat(busy).as("waiting for the other writer is the rule").isLessThan(last + 1);
    assertThat(rig.events.events()).isEmpty();
  }

  /** F63. */
  @Test
  void processWithoutTheNativeLibraryGoesOnWithoutTheCache() throws Exception {
    Path missing = dir.resolve("missing");
    Process child = Child.start(dir, "report", "-Dorg.sqlite.tmpdir=" + missing);
    try (var lines = Child.lines(child)) {
      assertThat(lines.readAllLines())
          .containsExactly(
              "thrown ERROR", "stored, found false", "stored, found false", "switched off [ERROR]");
    } finally {
      child.destroyForcibly();
    }
    assertThat(Files.size(dir.resolve(DatabaseFile.NAME))).as("made, and spared").isZero();
  }
}
