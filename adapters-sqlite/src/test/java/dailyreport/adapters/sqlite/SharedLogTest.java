package dailyreport.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dailyreport.application.port.Deadline;
import dailyreport.application.port.Fault;
import dailyreport.application.port.InvalidationLog;
import dailyreport.application.port.PortException;
import dailyreport.contract.Examples;
import dailyreport.domain.cache.Scope;
import dailyreport.domain.cache.Strength;
import dailyreport.domain.cache.Watermarks;
import dailyreport.domain.market.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Cut-offs live and die with the file in which the entries are. */
class SharedLogTest {
  private static final Deadline SOON = Deadline.in(Duration.ofMinutes(1), Examples.NOW);
  @TempDir private Path dir;
  private Rig rig;

  @BeforeEach
  void rig() {
    rig = new Rig(dir, 60_000);
  }

  @Test
  void cutOffsSurviveTheProcessBesideTheEntries() {
    rig.cache().store(Rig.copy(1));
    Watermarks raised = log().raise(new Scope.OfKey(Rig.key(1)), Strength.HARD, SOON);

    assertThat(log().current(SOON)).isEqualTo(raised);
    assertThat(rig.cache().find(Rig.key(1))).as("hiding is done above").isPresent();
    assertThat(raised.hides(Rig.key(1), Examples.NOW.minusNanos(1))).isTrue();
  }

  @Test
  void readingCreatesNoFile() {
    assertThat(log().current(SOON)).isEqualTo(Watermarks.none());
    assertThat(rig.file).doesNotExist();
  }

  @Test
  void cutOffFindsRoomInAFullFile() {
    var cache = rig.cache(1 << 20);
    for (int i = 0; rig.faults().isEmpty(); i++) {
      cache.store(Rig.copy(i));
    }
    long entries = cache.usage().entries();

    for (int i = 0; i < 100; i++) {
      log().raise(new Scope.OfTicker(new Ticker("T" + i)), Strength.SOFT, SOON);
    }

    assertThat(log().current(SOON).cutOffs()).hasSize(100);
    assertThat(cache.usage().entries()).isEqualTo(entries);
  }

  @Test
  void raisesOverTwoConnectionsAllSurvive() {
    var logs = new InvalidationLog[] {log(), log()};
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  threads.submit(() ->
                      logs[i % 2].raise(
                          new Scope.OfTicker(new Ticker("T" + i)), Strength.HARD, SOON)))
              .toList();
      assertThat(done).allSatisfy(task -> assertThat(task.get()).isNotNull());
    }

    assertThat(logs[0].current(SOON).epoch()).isEqualTo(20);
    assertThat(logs[1].current(SOON).cutOffs()).hasSize(20);
  }

  /** What may be hidden is not known any more: then nothing of the file may be served. */
  @Test
  void cutOffThatCannotBeReadTakesTheEntriesWithIt() throws SQLException {
    var cache = rig.cache();
    cache.store(Rig.copy(1));
    log().raise(new Scope.All(), Strength.HARD, SOON);
    rig.sql("UPDATE cut_off SET at = 'yesterday'");

    assertThat(log().current(SOON)).isEqualTo(Watermarks.none());
    assertThat(rig.faults()).containsExactly(Fault.CORRUPT);
    assertThat(cache.find(Rig.key(1))).isEmpty();
  }

  @Test
  void logReadsTheFileThatIsThereNow() throws IOException {
    var log = log();
    log.raise(new Scope.All(), Strength.HARD, SOON);
    Files.delete(rig.file);

    assertThat(log.current(SOON)).isEqualTo(Watermarks.none());
  }

  /** Unlike the cache, which is merely empty: who cannot read cut-offs must know that. */
  @Test
  void logThatIsOffCannotBeRead() {
    var log =
        new SqliteInvalidationLog(
            dir,
            _ -> {
              throw new SQLiteException("planted", SQLiteErrorCode.SQLITE_IOERR);
            },
            rig.clock,
            rig.events);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> log.raise(new Scope.All(), Strength.HARD, SOON))
          .isInstanceOf(PortException.Cache.class);
    }
    assertThatThrownBy(() -> log.current(SOON)).isInstanceOf(PortException.Cache.class);
    assertThat(rig.switchedOff()).containsExactly(Fault.ERROR);
  }

  private InvalidationLog log() {
    return SqliteInvalidationLog.open(dir, rig.clock, rig.events);
  }
}
