package dailyreport.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import dailyreport.adapters.json.JacksonEventCodec;
import dailyreport.application.port.AppEvent;
import dailyreport.contract.Examples;
import dailyreport.contract.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  private static final AppEvent EVENT = new AppEvent.DataShort(Examples.KEY, 12);

  @TempDir Path dir;

  private EventFile file() {
    return new EventFile(dir.resolve("home"), JacksonEventCodec.open(), TestClock.atNow());
  }

  @Test
  void theFirstEventMakesTheFolderAndTheNextProcessReadsIt() {
    file().record(EVENT);
    file().record(EVENT);
    assertThat(file().events()).containsExactly(EVENT, EVENT);
  }

  @Test
  void aLineThatIsNotUnderstoodIsPassedOver() throws Exception {
    file().record(EVENT);
    Files.writeString(dir.resolve("home/events.jsonl"), "{half a li", StandardOpenOption.APPEND);
    assertThat(file().events()).containsExactly(EVENT);
  }

  @Test
  void pastTenMegabytesANewFileIsBegunAndTheOldOneStillCounts() throws Exception {
    file().record(EVENT);
    Path lines = dir.resolve("home/events.jsonl");
    Files.writeString(lines, "\n".repeat(10 << 20), StandardOpenOption.APPEND);
    file().record(EVENT);
    assertThat(Files.size(lines)).isLessThan(1_000);
    assertThat(file().events()).containsExactly(EVENT, EVENT);
  }

  @Test
  void aFolderThatCannotBeMadeLosesFiguresAndNothingElse() throws Exception {
    Files.writeString(dir.resolve("home"), "in the way");
    file().record(EVENT);
    assertThat(file().events()).isEmpty();
  }

  @Test
  void clearingForgetsEverything() throws Exception {
    file().record(EVENT);
    file().clear();
    assertThat(file().events()).isEmpty();
  }
}
