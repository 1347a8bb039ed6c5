package dailyreport.bootstrap.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.application.port.AppEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
  private static final String JVM =
      "7f2c40000000-7f2c41a00000 r-xp 00000000 fd:01 42    /var/task/jre/lib/server/libjvm.so\n";
  private static final String CACHE =
      "7f2c20000000-7f2c21e00000 rw-p 00001000 fd:01 43    /var/task/app.aot\n";

  @TempDir Path proc;

  @BeforeEach
  void aProcessOfTwelveTicksOnAMachineUpForTwoSeconds() throws IOException {
    Files.createDirectories(proc.resolve("self"));
    String fields = " S" + " 0".repeat(18) + " 188" + " 0".repeat(30);
    Files.writeString(proc.resolve("self/stat"), "7 (a (b) c)" + fields + "\n");
    Files.writeString(proc.resolve("uptime"), "2.00 3.50\n");
    Files.writeString(proc.resolve("self/maps"), JVM + CACHE + JVM);
  }

  @Test
  void aMappedCacheIsInUseAndTheTimeRunsFromTheStartOfTheProcess() {
    assertThat(Launch.read(proc)).contains(new Launch(true, Duration.ofMillis(120)));
  }

  @Test
  void aCacheThatIsNotMappedIsNotInUse() throws IOException {
    Files.writeString(proc.resolve("self/maps"), JVM + CACHE.replace(".aot", ".aot.old"));
    assertThat(Launch.read(proc)).contains(new Launch(false, Duration.ofMillis(120)));
  }

  @Test
  void whereTheKernelTellsNothingNothingIsSaid() throws IOException {
    assertThat(Launch.read(proc.resolve("none"))).isEmpty();
    Files.writeString(proc.resolve("self/stat"), "7 (a) S 0\n");
    assertThat(Launch.read(proc)).isEmpty();
  }

  @Test
  void theStartIsAnEventThatNamesTheModule() {
    var launch = new Launch(false, Duration.ofMillis(120));
    String module = Optional.ofNullable(LaunchTest.class.getModule().getName()).orElse("");
    assertThat(launch.event(Config.Handler.WORKER))
        .isEqualTo(new AppEvent.Started("worker", module, false, Duration.ofMillis(120)));
  }
}
